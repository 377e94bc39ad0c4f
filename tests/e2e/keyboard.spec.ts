// Review, conflicts, history and drafts by keyboard alone: what is pressed goes, and the focus goes on from there.
import type { Locator, Page } from "@playwright/test";
import { id, openClash } from "./clashes.ts";
import { expect, test } from "./fixtures.ts";
import { changes, go, openEmpty, tabTo } from "./helpers.ts";
import { addNumber, saved, startWithSample } from "./pages.ts";

const rename = (team: string, name: string) => ({ rename_team: { team, name } });
const plan = (page: Page): Locator => page.getByRole("region", { name: "What this publishes" });

/** Goes to an element by Tab and presses it. */
async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

test("R102 conflicts are answered, parked changes restored and the draft published by keyboard", async ({ page }) => {
  test.slow();
  await openClash(page, [rename(id(1, 1), "Theirs"), rename(id(1, 2), "Theirs too")], [rename(id(1, 1), "Mine"), rename(id(1, 2), "Mine too"), rename(id(1, 3), "Europa")]);
  await expect(page.getByRole("heading", { name: "2 changes need you" })).toBeVisible();
  await tabTo(page, page.getByRole("radio", { name: /^Base/ }).first());
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Mine/ }).first()).toBeChecked();
  await press(page, page.getByRole("button", { name: "Park the rest" }));
  await expect(page.getByRole("region", { name: "Answers" })).toBeFocused();
  await press(page, page.getByRole("button", { name: "Keep these answers" }));
  await expect(plan(page)).toBeFocused();
  await press(page, page.getByRole("button", { name: /^Restore: / }));
  await expect(plan(page)).toBeFocused();
  await changes(page, 3);
  await press(page, page.getByLabel("Note"));
  await page.keyboard.type("By keyboard");
  await press(page, page.getByRole("button", { name: "Publish as revision 3" }));
  await expect(page.getByText("The draft changes nothing yet")).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
});

test("when nothing is left of a draft, the focus is on the page", async ({ page }) => {
  await openClash(page, [rename(id(1, 1), "Theirs")], [rename(id(1, 1), "Mine")]);
  await tabTo(page, page.getByRole("radio", { name: /^Base/ }));
  await page.keyboard.press("ArrowDown");
  await press(page, page.getByRole("button", { name: "Keep these answers" }));
  await expect(page.getByText("The draft changes nothing yet")).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
});

test("steps are undone and done again by keyboard", async ({ page }) => {
  test.slow();
  await startWithSample(page);
  await go(page, "Phone number management");
  await addNumber(page, "+13125550177", "Night desk");
  await addNumber(page, "+13125550178", "Snow desk");
  await go(page, "Drafts");
  const steps = page.getByRole("list", { name: "Steps" });
  await press(page, steps.getByRole("button", { name: /^Undo to here/ }));
  await expect(steps).toBeFocused();
  await changes(page, 1);
  await press(page, steps.getByRole("button", { name: /^Redo to here/ }));
  await expect(steps).toBeFocused();
  await changes(page, 2);
});

test("a revision is opened, closed and reverted by keyboard", async ({ page }) => {
  test.slow();
  await startWithSample(page);
  await go(page, "Phone number management");
  await addNumber(page, "+13125550177", "Night desk");
  await press(page, page.getByRole("link", { name: /^Review & publish \(/ }));
  await page.getByLabel(/^Publish although/).waitFor();
  await tabTo(page, page.getByLabel(/^Publish although/));
  await page.keyboard.press("Space");
  await press(page, page.getByRole("button", { name: "Publish as revision 2" }));
  await saved(page);
  await press(page, page.getByRole("link", { name: "History", exact: true }));
  const open = page.getByRole("button", { name: "Open revision 2" });
  await expect(open).toBeVisible();
  await press(page, open);
  const dialog = page.getByRole("dialog", { name: "Revision 2" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(open).toBeFocused();
  await page.keyboard.press("Enter");
  await press(page, dialog.getByRole("button", { name: "Revert…" }));
  await press(page, page.getByRole("dialog", { name: "Revert revision 2?" }).getByRole("button", { name: "Open as a draft" }));
  await expect(page.getByRole("heading", { level: 1, name: "Review & publish" })).toBeVisible();
  await changes(page, 1);
});

test("who types on while a dialog is still being made types into it", async ({ page }) => {
  await openEmpty(page, "Teams");
  await tabTo(page, page.getByRole("button", { name: "Add a team" }));
  await page.evaluate(() => {
    const slow = () => {
      const end = performance.now() + 300;
      while (performance.now() < end);
    };
    addEventListener("click", slow, { capture: true, once: true });
  });
  await Promise.all([page.keyboard.press("Enter"), page.keyboard.type("Support")]);
  await expect(page.getByRole("dialog").getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Support");
});
