// What this does: beside every form, put away and back, and as it was left the next time.
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { expectNoSidewaysScroll, go, openSample } from "./helpers.ts";
import { addNumber, publish } from "./pages.ts";

test("what a form does is put away by keyboard, stays away on every page, and comes back", async ({ page }) => {
  await openSample(page, "Direct Inbound SMS");
  const panel = page.getByRole("complementary", { name: "What this does" });
  await expect(panel).toContainText("Before saving");
  await expect(panel.getByRole("group", { name: "Try a text at" })).toBeVisible();
  await panel.getByRole("button", { name: "Hide what this does" }).press("Enter");
  const show = panel.getByRole("button", { name: "Show what this does" });
  await expect(show).toBeFocused();
  await expect(panel.getByRole("group", { name: "Try a text at" })).toHaveCount(0);
  await expectNoAxeViolations(page);
  await page.reload();
  await go(page, "SMS");
  await expect(show).toBeVisible();
  await show.click();
  await expect(panel).toContainText("Before turning it off");
  await expect(panel.getByRole("region", { name: "With this change" })).toContainText("dropped.");
  await expectNoAxeViolations(page);
});

test("the dialogs of a number show what they do before they are sent", async ({ page }) => {
  await openSample(page, "Phone number management");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "+ Add Number" }).click();
  const adding = page.getByRole("dialog", { name: "Add Number" });
  const panel = adding.getByRole("complementary", { name: "What this does" });
  await adding.getByLabel("Phone number").fill("+1 312 555 0177");
  await adding.getByLabel("Label", { exact: true }).fill("Night desk");
  await expect(panel).toContainText("Before adding");
  await expect(panel.getByRole("region", { name: /^Live/ })).toContainText("dropped.unknown_number");
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  await page.keyboard.press("Escape");
  await addNumber(page, "+1 312-555-0177", "Night desk", false);
  await page.getByRole("searchbox").fill("0177");
  await page.getByRole("button", { name: "Edit +13125550177" }).click();
  const editing = page.getByRole("dialog", { name: /^Edit / });
  const before = await editing.getByRole("complementary").innerText();
  await editing.getByLabel("Set as a direct number").check();
  await expect(editing.getByRole("complementary")).not.toHaveText(before);
});

test("what is asked about shows what it does before Proceed, Add and Delete", async ({ page }) => {
  await openSample(page, "Phone number management");
  await page.getByRole("checkbox", { name: "Select +13125550100" }).check();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  const asked = page.getByRole("dialog");
  const panel = asked.getByRole("complementary", { name: "What this does" });
  await expect(panel).toContainText("Before Proceed");
  await expect(panel.getByRole("region", { name: /^Live/ })).toContainText("offered.agent");
  await expect(panel.getByRole("region", { name: "With this change" })).toContainText("dropped.unknown_number");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Add many…" }).click();
  await expect(panel).toHaveCount(0);
  await asked.getByLabel("Numbers", { exact: true }).fill("+44 20 7946 0991, London one\n+44 20 7946 0992, London two");
  await expect(panel).toContainText("Before adding");
  await panel.getByRole("combobox", { name: "Try one of 2 numbers" }).fill("0992");
  await panel.getByRole("option").click();
  await expect(panel.getByRole("region", { name: "With this change" })).toContainText("dropped.direct_unassigned");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");

  await go(page, "Queue");
  await page.getByRole("button", { name: "Options for Billing", exact: true }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await expect(panel).toContainText("Before Delete");
  await expect(panel.getByRole("region", { name: "With this change" })).toContainText("dropped.direct_unassigned");
  await expectNoAxeViolations(page);
});

test("D23 A23 a queue that answers for itself has its own hours tried, any other one the global ones", async ({ page }) => {
  await openSample(page, "Queue");
  const edit = () => page.getByRole("button", { name: "Edit/View Billing" }).click();
  const drawer = page.getByRole("dialog", { name: "Queue: Billing" });
  const next = drawer.getByRole("button", { name: "Next opening or closing" });
  await edit();
  await next.click();
  // The global hours end at six; the queue takes the general ones, which never end.
  await expect(drawer).toContainText("Thu 15 Oct 2026, 18:00 Chicago");
  await drawer.locator("summary", { hasText: "SMS Chat System Messages" }).click();
  await drawer.getByRole("switch", { name: "Enable after hour message" }).check();
  await drawer.getByRole("textbox", { name: "After hour message" }).fill("Billing is closed.");
  await drawer.getByRole("button", { name: "Save", exact: true }).click();
  await publish(page, "Billing answers for itself");
  await go(page, "Queue");
  await edit();
  await next.click();
  await expect(drawer).toContainText("There is no such moment within a year.");
});
