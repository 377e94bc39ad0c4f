// Settings, Queue: the tree of SMS queues, and a direct number for one of them.
import type { Locator, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go, openEmpty, openSample, tabTo } from "./helpers.ts";
import { saved } from "./pages.ts";

const PAGE = "Queue";
const FREE = "+1 312-555-0142";

async function edit(page: Page, queue: string): Promise<Locator> {
  await page.getByRole("button", { name: `Edit/View ${queue}`, exact: true }).click();
  const drawer = page.getByRole("dialog", { name: `Queue: ${queue}` });
  await expect(drawer).toBeVisible();
  return drawer;
}

async function assign(drawer: Locator, number: string): Promise<void> {
  await drawer.getByRole("button", { name: "Configure Inbound Phone Numbers" }).click();
  await drawer.getByRole("button", { name: "+ Assign Number" }).click();
  await drawer.getByRole("combobox", { name: "Number" }).fill(number);
  await drawer.getByRole("option", { name: number }).click();
  await drawer.getByRole("button", { name: "Assign", exact: true }).click();
}

const numbers = (drawer: Locator) => drawer.getByRole("list", { name: "Direct numbers" });
const save = (drawer: Locator) => drawer.getByRole("button", { name: "Save", exact: true }).click();
const row = (page: Page, queue: string) => page.getByRole("row", { name: new RegExp(`^${queue} `) });

async function option(page: Page, queue: string, name: string): Promise<void> {
  await page.getByRole("button", { name: `Options for ${queue}`, exact: true }).click();
  await page.getByRole("menuitem", { name }).click();
}

async function add(page: Page, name: string): Promise<void> {
  await page.getByLabel("New Item").fill(name);
  await page.getByLabel("New Item").press("Enter");
}

test("S040 S042 S047 F5 gives a leaf a second number, which no other queue is offered then", async ({ page }) => {
  await openSample(page, PAGE);
  let drawer = await edit(page, "Billing");
  await expect(drawer).toContainText("+1 312-555-0132");
  await assign(drawer, FREE);
  await expect(numbers(drawer)).toContainText(FREE);
  await expect(drawer.getByRole("complementary", { name: "What this does" })).toContainText("offered.queue");
  await changes(page, 0);
  await save(drawer);
  await changes(page, 1);
  await expect(row(page, "Billing")).toContainText("2");
  drawer = await edit(page, "Billing");
  await expect(drawer).toContainText(FREE);
  await drawer.getByRole("button", { name: "Cancel" }).click();

  drawer = await edit(page, "Returns");
  await drawer.getByRole("button", { name: "Configure Inbound Phone Numbers" }).click();
  await drawer.getByRole("button", { name: "+ Assign Number" }).click();
  const field = drawer.getByRole("combobox", { name: "Number" });
  await field.fill("0145");
  await expect(drawer.getByRole("option", { name: "+1 312-555-0145" })).toBeVisible();
  await field.fill("0142");
  await expect(drawer.getByRole("option", { name: FREE })).toHaveCount(0);
  await expect(drawer.getByRole("option", { name: "No free direct number matches" })).toBeVisible();
});

test("S041 leaving after Assign without Save asks; nothing is stored", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Billing");
  await assign(drawer, FREE);
  await drawer.getByRole("button", { name: "Close" }).click();
  await expect(drawer.getByRole("alert")).toHaveText("Discard the changes made here?");
  await drawer.getByRole("button", { name: "Keep editing" }).click();
  await expect(numbers(drawer)).toContainText(FREE);
  await page.keyboard.press("Escape");
  await drawer.getByRole("button", { name: "Discard" }).click();
  await expect(drawer).toHaveCount(0);
  await changes(page, 0);
  await expect(row(page, "Billing")).not.toContainText("2");
});

test("S046 a queue with queues under it does not offer numbers and says why", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Support");
  await expect(drawer).toContainText("This queue has queues under it.");
  await expect(drawer.getByRole("button", { name: "Configure Inbound Phone Numbers" })).toHaveCount(0);
  await expect(drawer.getByRole("group", { name: "Agents" })).toHaveCount(0);
});

test("S050 S053 a queue under one with numbers, and a command as a name, are refused beside the field", async ({ page }) => {
  await openSample(page, PAGE);
  const field = page.getByLabel("New Item");
  await option(page, "Billing", "Add a queue under it");
  await expect(field).toBeFocused();
  await add(page, "Invoices");
  await expect(field).toHaveAccessibleDescription("Queue Billing has direct numbers: move them before adding a queue under it.");
  await page.getByRole("combobox", { name: "Under" }).fill("");
  for (const name of ["stop", "Unsubscribe", " back "]) {
    await add(page, name);
    await expect(field).toHaveAccessibleDescription(/is a command that people text: choose another name/);
  }
  await changes(page, 0);
  await add(page, "Stop orders");
  await expect(row(page, "Stop orders")).toBeVisible();
  await expect(field).toHaveValue("");
  await expect(field).toBeFocused();

  const drawer = await edit(page, "Stop orders");
  await drawer.locator("summary", { hasText: "Queue" }).click();
  const name = drawer.getByRole("textbox", { name: "Name" });
  await name.fill("STOP");
  await save(drawer);
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription("“STOP” is a command that people text: choose another name.");
  await name.fill("Orders");
  await save(drawer);
  await expect(row(page, "Orders")).toBeVisible();
});

test("S051 deleting a queue lists its numbers, which are unassigned then", async ({ page }) => {
  await openSample(page, PAGE);
  await option(page, "Billing", "Delete…");
  const dialog = page.getByRole("dialog", { name: "Delete queue Billing?" });
  await expect(dialog.getByRole("list", { name: "What goes along" })).toContainText("+1 312-555-0132 is taken from queue Billing");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await changes(page, 0);
  await option(page, "Billing", "Delete…");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("button", { name: "Edit/View Billing" })).toHaveCount(0);
  await go(page, "Phone number management");
  await page.getByRole("searchbox").fill("0132");
  await expect(page.getByRole("row", { name: /\+1 312-555-0132/ })).toContainText("Unassigned");
});

test("S052 without a free number it points to Phone number management; S174 nobody is reached", async ({ page }) => {
  await openEmpty(page, "SMS");
  await page.getByRole("switch", { name: "Use SMS Chat" }).check();
  await go(page, PAGE);
  await expect(page.getByRole("heading", { name: "No queues yet" })).toBeVisible();
  await add(page, "Billing");
  await expect(row(page, "Billing")).toContainText("Nobody");
  const drawer = await edit(page, "Billing");
  await expect(drawer).toContainText("Nobody is reached.");
  await drawer.getByRole("button", { name: "Configure Inbound Phone Numbers" }).click();
  await drawer.getByRole("button", { name: "+ Assign Number" }).click();
  await expect(drawer).toContainText("No direct number is free");
  await drawer.getByRole("link", { name: "Phone number management" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Phone number management" })).toBeVisible();
});

test("S3 agents, teams, the after hour message and the order are one change a Save", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Billing");
  await drawer.getByRole("group", { name: "Teams" }).getByRole("checkbox", { checked: true }).uncheck();
  await expect(drawer).toContainText("Nobody is reached.");
  const agents = drawer.getByRole("group", { name: "Agents" });
  await agents.getByRole("searchbox").fill("dana");
  await agents.getByRole("checkbox", { name: "Dana Kessler" }).check();
  await expect(drawer).toContainText("1 agent gets the texts of this queue: those who are active");
  await drawer.locator("summary", { hasText: "SMS Chat System Messages" }).click();
  await drawer.getByRole("switch", { name: "Enable after hour message" }).check();
  await save(drawer);
  const text = drawer.getByRole("textbox", { name: "After hour message" });
  await expect(text).toBeFocused();
  await text.fill("Billing is closed.");
  await save(drawer);
  await changes(page, 1);
  await saved(page);
  await page.goto("/preview?to=%2B13125550132&at=2026-10-15%2022:00");
  await expect(page.getByRole("region", { name: "Draft" })).toContainText("the queue has an after-hour message of its own");

  await go(page, PAGE);
  await option(page, "Billing", "Move up");
  await expect(page.getByRole("rowheader").first()).toHaveText("Billing");
  await page.getByRole("button", { name: "Undo: put queue Billing at the top level" }).click();
  await expect(page.getByRole("rowheader").first()).toHaveText("Support");
});

test("F5 by keyboard alone, without axe violations or sideways scroll", async ({ page }) => {
  await openSample(page, PAGE);
  await tabTo(page, page.getByLabel("New Item"));
  await page.keyboard.type("Night desk");
  await page.keyboard.press("Enter");
  await expect(row(page, "Night desk")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("searchbox").press("Tab");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Queue: Night desk" });
  await tabTo(page, drawer.getByRole("button", { name: "Configure Inbound Phone Numbers" }));
  await page.keyboard.press("Enter");
  await tabTo(page, drawer.getByRole("button", { name: "+ Assign Number" }));
  await page.keyboard.press("Enter");
  await expect(drawer.getByRole("combobox", { name: "Number" })).toBeFocused();
  await page.keyboard.type("0142");
  await expect(drawer.getByRole("option", { name: FREE })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press("Enter");
  await tabTo(page, drawer.getByRole("button", { name: "Assign", exact: true }));
  await page.keyboard.press("Enter");
  await expect(numbers(drawer)).toContainText(FREE);
  await expect(drawer.getByRole("button", { name: "+ Assign Number" })).toBeFocused();
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await tabTo(page, drawer.getByRole("button", { name: "Save", exact: true }));
  await page.keyboard.press("Enter");
  await changes(page, 2);
});

test("F5 a leaf in the tree is opened by a click on it", async ({ page }) => {
  await openSample(page, PAGE);
  await page.getByRole("rowheader", { name: "Billing", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Queue: Billing" })).toContainText("+1 312-555-0132");
});
