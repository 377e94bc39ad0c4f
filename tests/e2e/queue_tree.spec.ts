// Settings, Queue: the tree by keyboard, its order, a copied structure, and how a queue speaks.
import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, openEmpty, openSample } from "./helpers.ts";
import { option } from "./pages.ts";

const PAGE = "Queue";

const names = (page: Page) => page.getByRole("rowheader");

async function type(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (["Enter", "Tab", "Shift+Tab", "Escape"].includes(key)) await page.keyboard.press(key);
    else await page.keyboard.type(key);
  }
}

test("S2 Enter makes a queue, Enter and Tab one under it, Shift+Tab goes back; nothing traps the focus", async ({ page }) => {
  await openEmpty(page, PAGE);
  const field = page.getByLabel("New Item");
  await field.focus();
  await type(page, "Support", "Enter");
  await expect(page.getByRole("status").filter({ hasText: "on the top level" })).toBeVisible();
  await type(page, "Tab");
  await expect(page.getByRole("combobox", { name: "Under" })).toHaveValue("Support");
  await expect(field).toBeFocused();
  await expectNoAxeViolations(page);
  await type(page, "Orders", "Enter", "Returns", "Enter", "Tab", "Abroad", "Enter", "Shift+Tab", "Repairs", "Enter");
  await type(page, "Shift+Tab", "Billing", "Enter");
  await expect(names(page)).toHaveText(["Support", "Orders", "Returns", "Abroad", "Repairs", "Billing"]);
  const depths = await names(page).evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).getPropertyValue("--depth").trim()));
  expect(depths).toEqual(["0", "1", "1", "2", "1", "0"]);
  await changes(page, 6);
  // Down once; there is nothing to go under then, so Tab leaves the field.
  await type(page, "Tab");
  await expect(field).toBeFocused();
  await type(page, "Tab");
  await expect(page.getByRole("combobox", { name: "Under" })).toBeFocused();
  await page.getByRole("combobox", { name: "Under" }).fill("");
  await field.focus();
  await type(page, "Sales", "Enter", "Escape", "Tab");
  await expect(field).not.toBeFocused();
});

test("Move… puts a queue under another one, at a place, with what lies under it", async ({ page }) => {
  await openSample(page, PAGE);
  await option(page, "Pacific desk", "Move…");
  const dialog = page.getByRole("dialog", { name: "Move queue Pacific desk" });
  const under = dialog.getByRole("combobox", { name: "Under" });
  await under.fill("Billing");
  await dialog.getByRole("option", { name: "Billing", exact: true }).click();
  await expect(under).toHaveAccessibleDescription("Queue Billing has direct numbers: move them before adding a queue under it.");
  await expect(dialog.getByRole("button", { name: "Move" })).toBeDisabled();
  await under.fill("Support");
  await dialog.getByRole("option", { name: "Support", exact: true }).click();
  await dialog.getByLabel("Place").selectOption("Before Returns");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Move" }).click();
  await expect(names(page)).toHaveText(["Support", "Order status", "Pacific desk", "Returns", "Billing", "Ana's chats"]);
  await changes(page, 1);
  await option(page, "Support", "Move…");
  await page.getByRole("dialog", { name: "Move queue Support" }).getByRole("combobox", { name: "Under" }).fill("Returns");
  await expect(page.getByRole("option", { name: "No queue matches" })).toBeVisible();
});

test("R38 a copied structure replaces all queues, after showing what goes", async ({ page }) => {
  await openSample(page, PAGE);
  await page.getByRole("button", { name: "Copy structure" }).click();
  const dialog = page.getByRole("dialog", { name: "Copy structure from another channel" });
  const text = dialog.getByLabel("Queues of the other channel");
  const replace = dialog.getByRole("button", { name: "Replace queues" });
  await expect(replace).toBeDisabled();
  await text.fill("Sales\n  New customers\n  Stop");
  await expect(text).toHaveAccessibleDescription("“Stop” is a command that people text: choose another name.");
  await expect(replace).toBeDisabled();
  await text.fill("Sales\n  New customers\n  Partners\nHelp desk");
  await expect(text).toHaveAccessibleDescription("4 queues in these lines.");
  const along = dialog.getByRole("list", { name: "What goes along" });
  await expect(along).toContainText("+1 312-555-0132 is taken from queue Billing.");
  await expect(along).toContainText("Queue Ana's chats is deleted.");
  const panel = dialog.getByRole("complementary", { name: "What this does" });
  await expect(panel.getByRole("region", { name: "With this change" })).toContainText("dropped.direct_unassigned");
  await expectNoAxeViolations(page);
  await replace.click();
  await expect(names(page)).toHaveText(["Sales", "New customers", "Partners", "Help desk"]);
  await changes(page, 1);
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(names(page)).toHaveCount(6);
});

test("keywords, language, greeting and timeouts are saved as one change; commands are refused", async ({ page }) => {
  await openSample(page, PAGE);
  await page.getByRole("button", { name: "Edit/View Returns" }).click();
  const drawer = page.getByRole("dialog", { name: "Queue: Returns" });
  const save = drawer.getByRole("button", { name: "Save", exact: true });
  for (const section of ["Queue", "SMS Chat System Messages", "Timeouts"]) {
    await drawer.locator("summary", { hasText: new RegExp(`^${section}`) }).click();
  }
  const keywords = drawer.getByLabel("Keywords");
  await keywords.fill("return, stop");
  await expect(keywords).toHaveAccessibleDescription("“stop” is a command that people text: choose another name.");
  await save.click();
  await expect(keywords).toBeFocused();
  await keywords.fill("return, refund");
  await drawer.getByLabel("Language").fill("");
  await expect(drawer.getByLabel("Language")).toHaveAccessibleDescription("The language is empty: enter it.");
  await drawer.getByLabel("Language").fill("es");
  await drawer.getByLabel("Use the greeting of the queue above").uncheck();
  await save.click();
  const greeting = drawer.getByRole("textbox", { name: "Greeting" });
  await expect(greeting).toBeFocused();
  await greeting.fill("Hello, this is Returns.");
  const timeout = drawer.getByLabel("Chat timeout");
  await timeout.fill("10081");
  await expect(timeout).toHaveAccessibleDescription(/enter a whole number from 1 to 10080/);
  await expectNoAxeViolations(page);
  await save.click();
  await changes(page, 0);
  await timeout.fill("10080");
  await save.click();
  await changes(page, 1);
  await page.getByRole("button", { name: "Edit/View Returns" }).click();
  await drawer.locator("summary", { hasText: /^Queue/ }).click();
  await expect(drawer.getByLabel("Keywords")).toHaveValue("refund, return");
  await expect(drawer.getByLabel("Language")).toHaveValue("es");
});

test("the tree and its dialogs fit a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.goto("/settings/queue");
  await page.getByLabel("New Item").fill("Night desk");
  await page.keyboard.press("Enter");
  await expectNoSidewaysScroll(page);
  await option(page, "Returns", "Move…");
  await expectNoSidewaysScroll(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Copy structure" }).click();
  await expectNoSidewaysScroll(page);
});
