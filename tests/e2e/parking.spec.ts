// Changes set aside, taken out, or made possible by the one change that their refusal speaks of.
import { id, openClash } from "./clashes.ts";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go } from "./helpers.ts";
import { addNumber, saved, startWithSample } from "./pages.ts";
import type { Page } from "@playwright/test";

const list = (page: Page) => page.getByRole("region", { name: "Changes" });
const lines = (page: Page) => list(page).locator("> ol > li");
const undo = (page: Page) => page.getByRole("status").getByRole("button", { name: "Undo", exact: true }).last().click();

async function way(page: Page, change: RegExp, name: string): Promise<void> {
  await page.getByRole("button", { name: change }).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

test("a change is parked or removed beside its line, and either is undone", async ({ page }) => {
  await startWithSample(page);
  await go(page, "Phone number management");
  for (const [number, label] of [["+13125550177", "One"], ["+13125550178", "Two"]] as const) await addNumber(page, number, label);
  await go(page, "Review & publish");
  await expect(lines(page)).toHaveCount(2);
  await way(page, /^Options for change 1: Add direct number \+1 312-555-0177/, "Park");
  await changes(page, 1);
  await expect(lines(page)).toHaveText([/0178/]);
  await expect(list(page)).toBeFocused();
  const parked = page.locator("#parked");
  await expect(parked).toContainText("You set it aside.");
  await expectNoAxeViolations(page);
  await saved(page);
  await page.reload();
  await expect(parked).toContainText("0177");
  await page.getByRole("button", { name: /^Restore: add direct number \+1 312-555-0177/ }).click();
  await changes(page, 2);
  await way(page, /^Options for change 1: /, "Remove");
  await changes(page, 1);
  await expect(parked).toHaveCount(0);
  await undo(page);
  await changes(page, 2);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test("R3 what a refusal speaks of is put first, in the draft and for what is parked", async ({ page }) => {
  // Others have turned SMS off meanwhile; a new number needs it.
  const number = "+13125550177";
  const add = { add_number: { number, label: "Desk", direct: true, entered_as: "", facts: null } };
  await openClash(page, [{ set_sms_chat: { on: false } }], [add, { rename_team: { team: id(1, 3), name: "Europa" } }]);
  await expect(page.getByRole("heading", { name: "1 change needs you" })).toBeVisible();
  await expect(lines(page).first()).toContainText("SMS is off");
  await lines(page).first().getByRole("button", { name: /^First turn Use SMS Chat on$/ }).click();
  // Whose value stands, now that others have turned it off, is another question.
  await expect(page.getByRole("region", { name: "Use SMS Chat" })).toContainText("Same field, other value");
  await changes(page, 3);
  await expect(lines(page).nth(1)).not.toContainText("SMS is off");
  await undo(page);
  await changes(page, 2);

  await way(page, /^Options for change 1: /, "Park");
  await changes(page, 1);
  await expectNoAxeViolations(page);
  await page.locator("#parked").getByRole("button", { name: /^First turn Use SMS Chat on, then restore$/ }).click();
  await changes(page, 3);
  await expect(page.locator("#parked")).toHaveCount(0);
  await expect(lines(page).last()).toContainText(number.slice(-4));
});

test("what was settled stands among the steps, and Undo all leads over it", async ({ page }) => {
  await startWithSample(page);
  await go(page, "Phone number management");
  for (const [number, label] of [["+13125550177", "One"], ["+13125550178", "Two"]] as const) await addNumber(page, number, label);
  await go(page, "Review & publish");
  await way(page, /^Options for change 1: /, "Park");
  await changes(page, 1);
  await go(page, "Phone number management");
  await addNumber(page, "+13125550179", "Three");
  await go(page, "Drafts");
  const steps = page.getByRole("list", { name: "Steps", exact: true }).locator("> li");
  await expect(steps).toHaveText([/0178/, /^Park a change\./, /0179/]);
  await page.getByRole("button", { name: "Undo to before: park a change" }).click();
  await changes(page, 2);
  await expect(steps).toHaveText([/0177/, /0178/, /^Park a change\. \(undone\)/, /0179.*\(undone\)/]);
  await page.getByRole("button", { name: "Redo to here: park a change" }).click();
  await changes(page, 1);
  await expect(steps.first()).toContainText("0178");
  await page.getByRole("button", { name: "Undo all" }).click();
  await changes(page, 0);
  await expect(page.getByRole("button", { name: "Undo all" })).toHaveCount(0);
  await expect(page.getByText("3 undone")).toBeVisible();
});
