// + Add Number (F2): what is told of a number while it is entered, and what becomes of it.
import type { Locator, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";

async function openList(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Phone number management" }).click();
}

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "+ Add Number" }).click();
  return page.getByRole("dialog", { name: "Add Number" });
}

const numberField = (dialog: Locator) => dialog.getByLabel("Phone number");
const labelField = (dialog: Locator) => dialog.getByLabel("Label", { exact: true });
const add = (dialog: Locator) => dialog.getByRole("button", { name: "Add", exact: true }).click();
const told = (dialog: Locator) => dialog.getByRole("status");

async function expectChanges(page: Page, count: number): Promise<void> {
  await expect(page.getByRole("link", { name: `Review & publish (${count})` })).toBeVisible();
}

/** Enters a number, waits until something is told of it, adds it, and finds its row. */
async function addAndFind(page: Page, number: string, label: string, expected: string | RegExp): Promise<Locator> {
  const dialog = await openDialog(page);
  await numberField(dialog).fill(number);
  await expect(told(dialog)).toContainText(expected);
  await labelField(dialog).fill(label);
  await add(dialog);
  await expect(dialog).toBeHidden();
  await page.getByRole("searchbox").fill(label);
  return page.getByRole("rowheader");
}

test("F2 A1 A2 R8 S010 a number tells its country, its line and how it is written; the list shows it so", async ({ page }) => {
  await openList(page);
  const dialog = await openDialog(page);
  await numberField(dialog).fill("+1 415-555-0100");
  await expect(told(dialog)).toHaveText("US United States Landline or mobile +1 415-555-0100");
  await dialog.getByLabel("Set as the direct number").check();
  await labelField(dialog).fill("Ann");
  await expectNoAxeViolations(page);
  await add(dialog);
  await page.getByRole("searchbox").fill("4155550100");
  const row = page.getByRole("row", { name: /Ann/ });
  for (const text of ["+1 415-555-0100", "Direct", "Verified", "Unassigned"]) {
    await expect(row).toContainText(text);
  }
  const weight = (word: string) =>
    row.getByText(word, { exact: true }).evaluate((tag) => Number(getComputedStyle(tag).fontWeight));
  expect(await weight("Direct")).toBeGreaterThanOrEqual(600);
  expect(await weight("Verified")).toBeLessThan(600);
});

test("S014 without the box a number is neither direct nor verified", async ({ page }) => {
  await openList(page);
  const row = await addAndFind(page, "+39 06 6982", "Rome", "Vatican City");
  await expect(row).not.toContainText("Direct");
  await expect(row).not.toContainText("Verified");
});

test("a number in no known range is warned of and can be added", async ({ page }) => {
  await openList(page);
  const dialog = await openDialog(page);
  await numberField(dialog).fill("+1 555 010 0000");
  await expect(told(dialog)).toContainText("this number is in no known range of its country");
  await expectNoAxeViolations(page);
  for (const [number, warning] of [
    ["+1 415 555 010", "shorter than the numbers of its country"],
    ["+1 415 555 01000", "longer than the numbers of its country"],
    ["+999 123 456 789", "no country has this country code"],
  ] as const) {
    await numberField(dialog).fill(number);
    await expect(told(dialog)).toContainText(warning);
  }
  await numberField(dialog).fill("+1 555 010 0000");
  await labelField(dialog).fill("New range");
  await add(dialog);
  await page.getByRole("searchbox").fill("New range");
  await expect(page.getByRole("rowheader")).toContainText("+1 555-010-0000");
});

test("R6 the digits that were entered are those that are stored, whatever the database thinks", async ({ page }) => {
  await openList(page);
  const numbers = [
    ["+7 800 123 45 67", "Hotline", "Toll-free", "+7 800 123-45-67", "+78001234567"],
    ["+375 801 123 45 67", "Minsk", "Belarus", "+375 801 123 4567", "+3758011234567"],
    ["+370 800 12345", "Vilnius", "Lithuania", "+370 800 12 345", "+37080012345"],
    ["+39 02 3661 8300", "Milan", "Italy", "+39 02 3661 8300", "+390236618300"],
  ] as const;
  for (const [entered, label, expected, printed, stored] of numbers) {
    await expect(await addAndFind(page, entered, label, expected)).toContainText(printed);
    await expect(page.getByRole("button", { name: `Edit ${stored}`, exact: true })).toBeVisible();
  }
});

test("S017 full-width and Arabic digits and invisible characters make no other number", async ({ page }) => {
  await openList(page);
  const spellings = ["+１４１５５５５０１００", "\u202a+1\u200b 415\u00a0555\u20110100\u202c", "+١٤١٥٥٥٥٠١٠٠"];
  for (const [index, spelling] of spellings.entries()) {
    await expect(await addAndFind(page, spelling, `Wide ${index}`, "United States")).toContainText("+1 415-555-0100");
    await page.getByRole("button", { name: "Undo: add number +1 415-555-0100" }).click();
  }
});

test("S012 a number in another spelling is refused, naming its label", async ({ page }) => {
  await openList(page);
  const dialog = await openDialog(page);
  await numberField(dialog).fill("+1 (312) 555.0100");
  await labelField(dialog).fill("Twice");
  await add(dialog);
  await expect(dialog.getByRole("alert")).toContainText("is already in the list, as Direct line Ana Ruiz");
  // What is told of the number meanwhile does not hide the refusal.
  await expect(told(dialog)).toContainText("United States");
  await expect(dialog.getByRole("alert")).toBeVisible();
  await numberField(dialog).fill("+1 (312) 555.0190");
  await expect(dialog.getByRole("alert")).toBeHidden();
});

test("a label is at most 50 characters and shown as text", async ({ page }) => {
  await openList(page);
  const dialog = await openDialog(page);
  await numberField(dialog).fill("+14155550100");
  await labelField(dialog).fill("x".repeat(51));
  await add(dialog);
  await expect(dialog).toContainText("Shorten the label to 50 characters: it has 51");
  await expect(labelField(dialog)).toBeFocused();
  await labelField(dialog).fill('<b onclick="x()">Ann</b>');
  await add(dialog);
  await page.getByRole("searchbox").fill("onclick");
  await expect(page.getByRole("gridcell").getByText('<b onclick="x()">Ann</b>', { exact: true })).toBeVisible();
});

test("S011 S013 S015 what cannot be added says why, and the focus goes there", async ({ page }) => {
  await openList(page);
  const dialog = await openDialog(page);
  await add(dialog);
  await expect(dialog).toContainText("Enter a phone number with its country code");
  await expect(dialog).toContainText("Enter a label");
  await expect(numberField(dialog)).toBeFocused();
  await labelField(dialog).fill("Desk");
  for (const [number, sentence] of [
    ["555-0100", "he country code is missing"],
    ["+44 (0)20 7946 0999", "eave out the “(0)”"],
    ["+1415555010२", "rite “२” with the digits 0 to 9"],
  ] as const) {
    await numberField(dialog).fill(number);
    await expect(dialog).toContainText(sentence);
  }
  await numberField(dialog).fill("72345");
  await expect(told(dialog)).toContainText("A short code, which cannot be direct");
  await dialog.getByLabel("Set as the direct number").check();
  await add(dialog);
  await expect(dialog.getByRole("alert")).toContainText("is a short code and cannot be direct");
});

test("S019 Cancel and Escape store nothing", async ({ page }) => {
  await openList(page);
  for (const leave of [(dialog: Locator) => dialog.getByRole("button", { name: "Cancel" }).click(), () => page.keyboard.press("Escape")]) {
    const dialog = await openDialog(page);
    await numberField(dialog).fill("+14155550100");
    await labelField(dialog).fill("Ann");
    await leave(dialog);
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("button", { name: "+ Add Number" })).toBeFocused();
    await expectChanges(page, 0);
  }
});

test("the whole way by keyboard", async ({ page }) => {
  await openList(page);
  const button = page.getByRole("button", { name: "+ Add Number" });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("+44 20 7946 0999");
  await expect(told(page.getByRole("dialog"))).toContainText("United Kingdom");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.type("London");
  await page.keyboard.press("Enter");
  await expect(button).toBeFocused();
  await page.getByRole("searchbox").fill("London");
  await expect(page.getByRole("rowheader")).toContainText(/\+44 20 7946 0999\s*GB\s*Direct/);
});

test("a slow answer says so; adding does not wait, and the list is written properly once it is there", async ({ page }) => {
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/phone_worker_bg.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await openList(page);
  const dialog = await openDialog(page);
  await numberField(dialog).fill("+14155550100");
  await expect(told(dialog)).toHaveText("Checking the number…");
  await labelField(dialog).fill("Ann");
  await add(dialog);
  await page.getByRole("searchbox").fill("Ann");
  const row = page.getByRole("row", { name: /\bAnn\b/ }).getByRole("rowheader");
  await expect(row).toContainText("+14155550100");
  answer();
  await expect(row).toContainText("+1 415-555-0100");
  // Facts that came late are not stored; they are found again.
  await expect(page.getByRole("group", { name: "Open draft" }).getByRole("status")).toHaveText(/^Saved /);
  await page.reload();
  await expect(row).toContainText("+1 415-555-0100");
});

test.describe("without the worker", () => {
  test.use({ expectedNoise: /phone_worker/ });

  test("a number can be added all the same, and is checked at the next opportunity", async ({ page }) => {
    await page.route("**/phone_worker*", (route) => route.abort());
    await openList(page);
    let dialog = await openDialog(page);
    await numberField(dialog).fill("+14155550100");
    await expect(told(dialog)).toHaveText("The number cannot be checked now. You can add it all the same.");
    await labelField(dialog).fill("Ann");
    await add(dialog);
    await page.getByRole("searchbox").fill("Ann");
    const row = page.getByRole("row", { name: /\bAnn\b/ }).getByRole("rowheader");
    await expect(row).toContainText("+14155550100");
    await expectChanges(page, 1);
    await page.unroute("**/phone_worker*");
    dialog = await openDialog(page);
    await numberField(dialog).fill("+14155550101");
    await expect(told(dialog)).toContainText("United States");
  });

  test("a worker whose module is missing is told of as well", async ({ page }) => {
    await page.route("**/phone_worker_bg.wasm", (route) => route.fulfill({ status: 404 }));
    await openList(page);
    const dialog = await openDialog(page);
    await numberField(dialog).fill("+14155550100");
    await expect(told(dialog)).toContainText("cannot be checked now");
  });
});
