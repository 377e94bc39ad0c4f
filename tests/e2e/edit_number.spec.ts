// The pencil of a number: what it is used for, and what goes when it becomes direct or is no longer.
import type { Locator, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go, openSample, tabTo } from "./helpers.ts";

const PAGE = "Phone number management";
/** An ordinary number of the sample company. */
const ORDINARY = "+13125550151";

async function edit(page: Page, number: string): Promise<Locator> {
  await page.getByRole("button", { name: `Edit ${number}`, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: /^Edit \+/ });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function openOrdinary(page: Page): Promise<Locator> {
  await openSample(page, PAGE);
  await page.getByRole("searchbox").fill(ORDINARY);
  return edit(page, ORDINARY);
}

const save = (dialog: Locator) => dialog.getByRole("button", { name: "Save", exact: true }).click();
const proceed = (dialog: Locator) => dialog.getByRole("button", { name: "Proceed" }).click();
const row = (page: Page) => page.getByRole("row").filter({ has: page.getByRole("rowheader") });

/** Ticks who may send from the number. */
async function allow(dialog: Locator, names: string[]): Promise<void> {
  await dialog.locator("summary", { hasText: "Outbound uses" }).click();
  for (const name of names) {
    await dialog.getByRole("searchbox", { name: "Filter may send from this number" }).fill(name);
    await dialog.getByRole("checkbox", { name, exact: true }).check();
  }
}

async function choose(dialog: Locator, field: string, name: string): Promise<void> {
  await dialog.getByRole("combobox", { name: field }).fill(name);
  await dialog.getByRole("option", { name }).first().click();
}

test("F3 A1 A33 S020 S021 S022 S026 marked direct, a number loses its outbound uses, which are listed before", async ({ page }) => {
  let dialog = await openOrdinary(page);
  await allow(dialog, ["Queue: Billing", "Queue: Returns", "Agent: Ana Ruiz"]);
  await save(dialog);
  await changes(page, 1);
  await expect(row(page)).toContainText("2 queues, 1 agent");
  await expect(row(page)).not.toContainText("Verified");

  dialog = await edit(page, ORDINARY);
  await dialog.getByLabel("Set as a direct number").check();
  await expect(dialog.getByText("Outbound uses")).toBeHidden();
  // The digits stand in the title and in no field.
  await expect(dialog.getByRole("textbox", { name: "Label", exact: true })).toBeVisible();
  for (const field of await dialog.getByRole("textbox").all()) expect(await field.inputValue()).not.toContain("0151");
  await save(dialog);
  const lines = dialog.getByRole("listitem");
  await expect(lines).toHaveCount(3);
  for (const name of ["queue Billing", "queue Returns", "agent Ana Ruiz"]) await expect(dialog).toContainText(name);
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await changes(page, 1);
  await expect(row(page)).toContainText("2 queues, 1 agent");

  dialog = await edit(page, ORDINARY);
  await dialog.getByLabel("Set as a direct number").check();
  await save(dialog);
  await proceed(dialog);
  await changes(page, 2);
  await expect(row(page)).toContainText("DirectVerified");
  await expect(row(page)).toContainText("Unassigned");
  await expect(row(page)).not.toContainText("2 queues");

  // S033, S034: free again it is not assigned, and the uses it had do not come back.
  dialog = await edit(page, ORDINARY);
  await dialog.getByLabel("Set as a direct number").uncheck();
  await save(dialog);
  await expect(dialog).toContainText("The number is not assigned.");
  await proceed(dialog);
  await expect(row(page)).not.toContainText("Direct");
  await expect(row(page)).not.toContainText("2 queues");
});

test("A10 S024 a verified number leads to a queue, and marked direct it is that queue's", async ({ page }) => {
  let dialog = await openOrdinary(page);
  await expect(dialog.getByRole("combobox", { name: "Inbound queue" })).toBeDisabled();
  await dialog.getByLabel("Mark as verified").check();
  await choose(dialog, "Inbound queue", "Billing");
  await expect(dialog.getByRole("complementary", { name: "What this does" })).toContainText("queue.standard");
  await expectNoAxeViolations(page);
  await save(dialog);
  await changes(page, 1);
  await expect(row(page)).toContainText("Verified");

  dialog = await edit(page, ORDINARY);
  await expect(dialog.getByLabel("Mark as verified")).toHaveCount(0);
  await dialog.getByLabel("Set as a direct number").check();
  await save(dialog);
  await expect(dialog.getByRole("listitem")).toContainText("Billing");
  await proceed(dialog);
  await expect(row(page)).toContainText("Queue: Billing");
});

test("A11 S025 a queue with queues under it does not keep a number that becomes direct", async ({ page }) => {
  let dialog = await openOrdinary(page);
  await dialog.getByLabel("Mark as verified").check();
  await choose(dialog, "Inbound queue", "Support");
  await save(dialog);
  dialog = await edit(page, ORDINARY);
  await dialog.getByLabel("Set as a direct number").check();
  await save(dialog);
  await expect(dialog.getByRole("listitem")).toContainText("Support");
  await proceed(dialog);
  await expect(row(page)).toContainText("Unassigned");
});

test("R24 S032 S045 a queue's number is on an IVR queue as well, and un-marking leaves that", async ({ page }) => {
  await openSample(page, PAGE);
  await page.getByRole("searchbox").fill("+1 312-555-0132");
  await expect(row(page)).toContainText("Queue: Billing");
  let dialog = await edit(page, "+13125550132");
  await dialog.getByLabel("Also assigned to IVR queue").fill("Main");
  await save(dialog);
  await expect(row(page)).toContainText("Queue: Billing Also IVR");
  // S030: un-marked it is nobody's, and is still listed with its label.
  dialog = await edit(page, "+13125550132");
  await expect(dialog.getByLabel("Also assigned to IVR queue")).toHaveValue("Main");
  await dialog.getByLabel("Set as a direct number").uncheck();
  await save(dialog);
  await expect(dialog).toContainText("is taken from queue Billing.");
  await proceed(dialog);
  await expect(row(page)).toContainText("Also IVR");
  await expect(row(page)).not.toContainText("Billing Also");
  await page.getByRole("searchbox").fill("");
  await page.getByRole("combobox", { name: "Tag" }).selectOption("Also IVR");
  await expect(page.getByText("1 of 44")).toBeVisible();
  await go(page, "Queue");
  await page.getByRole("button", { name: "Edit/View Billing", exact: true }).click();
  await expect(page.getByRole("dialog")).not.toContainText("+1 312-555-0132");
});

test("R24 S044 a number of an IVR queue is assigned to an SMS queue", async ({ page }) => {
  await openSample(page, PAGE);
  await page.getByRole("searchbox").fill("+1 312-555-0142");
  const dialog = await edit(page, "+13125550142");
  await dialog.getByLabel("Also assigned to IVR queue").fill("Main");
  await save(dialog);
  await go(page, "Queue");
  await page.getByRole("button", { name: "Edit/View Billing", exact: true }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("button", { name: "Configure Inbound Phone Numbers" }).click();
  await drawer.getByRole("button", { name: "+ Assign Number" }).click();
  await choose(drawer, "Number", "+1 312-555-0142");
  await drawer.getByRole("button", { name: "Assign", exact: true }).click();
  await drawer.getByRole("button", { name: "Save", exact: true }).click();
  await changes(page, 2);
});

test("F4 A3 S031 S035 un-marking names the agent who loses the number, and Cancel keeps it", async ({ page }) => {
  await openSample(page, PAGE);
  await page.getByRole("searchbox").fill("+1 312-555-0100");
  let dialog = await edit(page, "+13125550100");
  await dialog.getByLabel("Set as a direct number").uncheck();
  await save(dialog);
  await expect(dialog).toContainText("+1 312-555-0100 is taken from agent Ana Ruiz.");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await changes(page, 0);
  await expect(row(page)).toContainText("Agent: Ana Ruiz");
  dialog = await edit(page, "+13125550100");
  await dialog.getByLabel("Set as a direct number").uncheck();
  await save(dialog);
  await proceed(dialog);
  await changes(page, 1);
  await go(page, "Users");
  await page.getByRole("searchbox").fill("Ana Ruiz");
  await expect(page.getByRole("row", { name: /Ana Ruiz/ })).not.toContainText("+1 312-555-0100");
});

test("R14 a number is removed from its pencil, the confirmation names who loses it, and Undo brings it back", async ({ page }) => {
  await openSample(page, PAGE);
  await page.getByRole("searchbox").fill("+1 312-555-0100");
  const dialog = await edit(page, "+13125550100");
  await dialog.getByRole("textbox", { name: "Label", exact: true }).fill("Half written");
  await dialog.getByRole("button", { name: "Remove number…" }).click();
  const question = page.getByRole("dialog", { name: "Remove 1 number?" });
  await expect(question).toContainText("Ana Ruiz");
  await expectNoAxeViolations(page);
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toBeHidden();
  await expect(dialog.getByRole("textbox", { name: "Label", exact: true })).toHaveValue("Half written");
  await dialog.getByRole("button", { name: "Remove number…" }).press("Enter");
  await question.getByRole("button", { name: "Proceed" }).click();
  await expect(dialog).toBeHidden();
  await changes(page, 1);
  await expect(page.getByRole("heading", { name: "No number matches" })).toBeVisible();
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await changes(page, 0);
  await expect(row(page)).toContainText("Agent: Ana Ruiz");
});

test("what cannot be is said beside its field, by keyboard alone, at 390 px", async ({ page }) => {
  await openSample(page, PAGE);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("searchbox").fill(ORDINARY);
  await page.getByRole("button", { name: `Edit ${ORDINARY}`, exact: true }).press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Edit \+/ });
  const label = dialog.getByLabel("Label", { exact: true });
  await expect(label).toBeFocused();
  await label.fill(" ");
  await page.keyboard.press("Enter");
  await expect(label).toBeFocused();
  await expect(label).toHaveAttribute("aria-invalid", "true");
  await expect(dialog).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  await label.fill("Campaign line");
  const ivr = dialog.getByLabel("Also assigned to IVR queue");
  await tabTo(page, ivr);
  await page.keyboard.type("x".repeat(300));
  await expect(dialog.getByText(/The name of an IVR queue has 1 to/)).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Main");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await changes(page, 1);
  await expect(page.getByRole("button", { name: `Edit ${ORDINARY}`, exact: true })).toBeFocused();
});

test("F3 R14 the confirmation names all that Proceed writes", async ({ page }) => {
  const dialog = await openOrdinary(page);
  await dialog.getByLabel("Label", { exact: true }).fill("Night desk");
  await dialog.getByLabel("Set as a direct number").check();
  await save(dialog);
  await expect(dialog.getByRole("list", { name: "Written with it" })).toContainText("Night desk");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await changes(page, 0);
});

test("Escape asks before what was written into the dialog is dropped", async ({ page }) => {
  const dialog = await openOrdinary(page);
  const label = dialog.getByLabel("Label", { exact: true });
  await label.fill("Night desk");
  await page.keyboard.press("Escape");
  await expect(dialog.getByRole("alert")).toHaveText("Discard the changes made here?");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Keep editing" }).click();
  await expect(label).toBeFocused();
  await expect(label).toHaveValue("Night desk");
  await page.keyboard.press("Escape");
  await dialog.getByRole("button", { name: "Discard" }).click();
  await expect(dialog).toHaveCount(0);
  await changes(page, 0);
});
