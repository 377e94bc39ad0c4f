// Phone number management: several numbers at once, picked or pasted; what is shown stands in the address.
import type { Locator, Page } from "@playwright/test";
import { downloaded } from "./bulk_files.ts";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go, openSample, tabTo } from "./helpers.ts";
import { addNumber, assignToQueue } from "./pages.ts";

const PAGE = "Phone number management";

const row = (page: Page, name: string | RegExp): Locator => page.getByRole("row", { name });
const pick = (page: Page, number: string): Promise<void> => page.getByRole("checkbox", { name: `Select ${number}` }).check();
const act = (page: Page, name: string): Promise<void> => page.getByRole("group", { name: /selected$/ }).getByRole("button", { name, exact: true }).click();

async function paste(page: Page, text: string): Promise<Locator> {
  await page.getByRole("button", { name: "Add many…" }).click();
  const dialog = page.getByRole("dialog", { name: "Add many numbers" });
  await dialog.getByLabel("Numbers", { exact: true }).fill(text);
  return dialog;
}

test("many numbers are pasted at once: what is left out is named with its line, and Undo takes all back", async ({ page }) => {
  await openSample(page, PAGE);
  const dialog = await paste(page, "+44 20 7946 0991, London one\n+44 20 7946 0992\n+44 (20) 7946-0991, Twice\n\n+1 312 555 0100, Taken\n7946 0993, No code");
  await expect(page).toHaveURL(/add=many/);
  await expect(dialog.getByRole("status")).toHaveText("1 number will be added, 4 lines are left out.");
  await dialog.getByLabel("Label for lines without one").fill("London");
  await expect(dialog.getByRole("status")).toHaveText("2 numbers will be added, 3 lines are left out.");
  const left = dialog.getByRole("list", { name: "Not done" });
  await expect(left).toContainText("Line 3, +44 (20) 7946-0991: it is in the lines above already");
  await expect(left).toContainText(/Line 5, \+1 312 555 0100: .*is already in the list, as Direct line Ana Ruiz/);
  await expect(left).toContainText("Line 6, 7946 0993: ");
  await expect(dialog.getByRole("list", { name: "Numbers" })).toContainText("+44 20 7946 0992 London");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Add 2 numbers" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("46 of 46")).toBeVisible();
  await changes(page, 1);
  await page.getByRole("searchbox").fill("London one");
  await expect(row(page, /London one/)).toContainText("Direct");
  await page.getByRole("searchbox").fill("");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("44 of 44")).toBeVisible();
});

test("A32 removing several asks with exactly what goes, and is one step", async ({ page }) => {
  await openSample(page, PAGE);
  await page.getByRole("searchbox").fill("Ana Ruiz");
  const shown = await page.getByText(/^\d+ of 44$/).textContent();
  const count = Number(shown?.split(" ")[0]);
  expect(count).toBeGreaterThan(0);
  await page.getByRole("checkbox", { name: `Select all ${count}` }).check();
  await act(page, "Remove");
  const dialog = page.getByRole("dialog", { name: /^Remove \d+ numbers?\?$/ });
  await expect(dialog.getByRole("list", { name: "Numbers" }).getByRole("listitem")).toHaveCount(count);
  await expect(dialog.getByRole("list", { name: "What goes along" })).toContainText("+1 312-555-0100 is taken from agent Ana Ruiz");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await changes(page, 0);
  await act(page, "Remove");
  await dialog.getByRole("button", { name: "Proceed" }).click();
  await changes(page, 1);
  await expect(page.getByText(`0 of ${44 - count}`)).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText(`${count} of 44`)).toBeVisible();
});

test("R17 S023 unassigning and the direct mark, by selection; what is like that already is counted", async ({ page }) => {
  await openSample(page, PAGE);
  await pick(page, "+13125550100");
  await act(page, "Unassign");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("+1 312-555-0100 is taken from agent Ana Ruiz.");
  await dialog.getByRole("button", { name: "Proceed" }).click();
  await page.getByRole("searchbox").fill("3125550100");
  await expect(row(page, /Direct line Ana Ruiz/)).toContainText("Unassigned");
  await pick(page, "+13125550100");
  await act(page, "Set as direct");
  await expect(dialog).toContainText("1 number is like that already.");
  await expect(dialog.getByRole("button", { name: "Proceed" })).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Escape");
  await act(page, "Remove the direct mark");
  await dialog.getByRole("button", { name: "Proceed" }).click();
  await expect(row(page, /Direct line Ana Ruiz/)).not.toContainText("Unassigned");
  await changes(page, 2);
});

test("by keyboard: Space picks rows, Ctrl A all of them, Escape lets them go", async ({ page }) => {
  await openSample(page, PAGE);
  await row(page, /Direct line Ana Ruiz/).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  const bar = page.getByRole("group", { name: /selected$/ });
  await expect(bar).toContainText("2 numbers selected");
  await page.keyboard.press("Control+a");
  await expect(bar).toContainText("44 numbers selected");
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();
});

test("R11 tag, owner and state stand in the address; what the filter hides is not touched", async ({ page }) => {
  await openSample(page, PAGE);
  await pick(page, "+13125550100");
  await page.getByRole("combobox", { name: "Owner" }).selectOption("A queue");
  await expect(page).toHaveURL(/owner=queues/);
  await expect(page.getByRole("group", { name: /selected$/ })).toBeHidden();
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Owner" })).toHaveValue("queues");
  for (const header of await page.getByRole("row").filter({ has: page.getByRole("rowheader") }).all()) {
    await expect(header).toContainText("Queue: ");
  }
  // Together they show what fits all of them.
  await page.getByRole("combobox", { name: "Tag" }).selectOption("Not direct");
  await expect(page.getByText("0 of 44")).toBeVisible();
  await page.getByRole("combobox", { name: "Owner" }).selectOption("Any owner");
  await expect(page.getByText("10 of 44")).toBeVisible();
  await page.getByRole("combobox", { name: "State" }).selectOption("Changed in the draft");
  await page.getByRole("button", { name: "Clear the filter" }).click();
  await expect(page.getByText("44 of 44")).toBeVisible();
  await expect(page).toHaveURL(/phone-numbers$/);
});

test("the marks of a new direct number hide nothing of its label", async ({ page }) => {
  await openSample(page, PAGE);
  await addNumber(page, "+1 312 555 0099", "Desk in the hall behind the stairs");
  const added = row(page, /Desk/);
  for (const width of [1440, 720]) {
    await page.setViewportSize({ width, height: 800 });
    const cell = added.getByRole("gridcell").filter({ hasText: "Desk" });
    const [mark, label, all] = await Promise.all([cell.getByText("New", { exact: true }), cell.getByText(/Desk/), cell].map((part) => part.boundingBox()));
    expect((label?.x ?? Infinity) + (label?.width ?? 0), `${width} px`).toBeLessThanOrEqual(mark?.x ?? 0);
    expect((mark?.x ?? Infinity) + (mark?.width ?? 0), `${width} px`).toBeLessThanOrEqual((all?.x ?? 0) + (all?.width ?? 0));
  }
});

test("at 390 px the bar and the paste dialog fit", async ({ page }) => {
  await openSample(page, PAGE);
  await page.setViewportSize({ width: 390, height: 800 });
  await pick(page, "+13125550100");
  await expect(page.getByRole("group", { name: "1 number selected" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  const dialog = await paste(page, "+44 20 7946 0991, London one\n12");
  await expect(dialog.getByRole("status")).toContainText("1 number will be added");
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
});

test("each number says what it does now, and until when, as the draft has it", async ({ page }) => {
  await openSample(page, PAGE);
  const now = (label: RegExp) => row(page, label).getByRole("gridcell").nth(4);
  await expect(now(/ Spare 3 /)).toHaveText("Nobody answers");
  await expect(now(/ Campaign 2 /)).toHaveText("Takes no texts");
  await expect(now(/ Billing /)).toHaveText(/^(Answers|Deflects) until .*\d\d:\d\d \p{L}+$/u);
  const billing = (await now(/ Billing /).textContent()) ?? "";
  await go(page, "Queue");
  await assignToQueue(page, "Billing", "+1 312-555-0142");
  await go(page, PAGE);
  await expect(now(/ Spare 3 /)).toHaveText(billing);
});

test("a number's week shows what the draft changes of it, once the list is at rest", async ({ page }) => {
  await openSample(page, PAGE);
  await page.setViewportSize({ width: 1440, height: 800 });
  const week = (label: RegExp) => row(page, label).getByRole("img", { name: /^This week, Chicago time: answered / });
  await expect(week(/ Spare 3 /)).toHaveAccessibleName("This week, Chicago time: answered 0 hours");
  await expect(week(/ Campaign 2 /)).toHaveCount(0);
  await expect(page.getByRole("columnheader", { name: /^This week, Chicago time: *Mo Tu We Th Fr Sa Su$/ })).toBeVisible();
  await go(page, "Queue");
  await assignToQueue(page, "Billing", "+1 312-555-0142");
  await go(page, PAGE);
  await expect(week(/ Spare 3 /)).toHaveAccessibleName(/answered [1-9][\d.]* hours, 0 live$/);
  await page.getByRole("searchbox").fill("spare 3");
  await expect(week(/ Spare 3 /)).toHaveAccessibleName(/answered [1-9][\d.]* hours, 0 live$/);
});

test("the columns fill the page, whichever of them a narrow one leaves out", async ({ page }) => {
  await openSample(page, PAGE);
  for (const width of [1440, 1100, 720, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const gap = await page.getByRole("grid").evaluate((table) => {
      const last = [...table.querySelectorAll("thead th")].at(-1);
      return table.getBoundingClientRect().right - (last?.getBoundingClientRect().right ?? Number.NaN);
    });
    expect(Math.abs(gap), `${width} px`).toBeLessThan(2);
  }
});

test("R31 selected numbers are assigned to one queue in one step, shown before and taken back", async ({ page }) => {
  await openSample(page, PAGE);
  await page.getByRole("combobox", { name: "Owner" }).selectOption("Unassigned");
  await page.getByRole("checkbox", { name: "Select all 6" }).check();
  await act(page, "Assign to…");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: "Assign 6 numbers to…" })).toBeVisible();
  const proceed = dialog.getByRole("button", { name: "Proceed" });
  await expect(proceed).toHaveAttribute("aria-disabled", "true");
  await expectNoAxeViolations(page);
  await dialog.getByRole("combobox", { name: "Agent or queue" }).fill("Billing");
  await dialog.getByRole("option", { name: "Queue: Billing" }).click();
  await expect(dialog.getByRole("list", { name: "Numbers", exact: true }).getByRole("listitem")).toHaveCount(6);
  await expect(dialog).toContainText("Before Proceed");
  await expectNoAxeViolations(page);
  await proceed.click();
  await expect(dialog).toBeHidden();
  await changes(page, 1);
  await page.getByRole("combobox", { name: "Owner" }).selectOption("A queue");
  await expect(page.getByRole("row", { name: /Queue: Billing/ }).nth(5)).toBeVisible();
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await changes(page, 0);
});

test("R30 of numbers assigned to an agent the sixth is left out, and it is said why", async ({ page }) => {
  await openSample(page, PAGE);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("combobox", { name: "Owner" }).selectOption("Unassigned");
  await page.getByRole("checkbox", { name: "Select all 6" }).check();
  await expectNoSidewaysScroll(page);
  await act(page, "Assign to…");
  const dialog = page.getByRole("dialog");
  await tabTo(page, dialog.getByRole("combobox", { name: "Agent or queue" }));
  await page.keyboard.type("Dana");
  await expect(dialog.getByRole("option", { name: "Agent: Dana Kessler" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("list", { name: "Not done" })).toContainText("5");
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
  await tabTo(page, dialog.getByRole("button", { name: "Proceed" }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await changes(page, 1);
});

test("the numbers that are listed, or selected, are exported as a file that reads back", async ({ page }) => {
  await openSample(page, PAGE);
  const rows = async (button: Locator) => (await downloaded(page, button)).text.trim().split(/\r?\n/);
  await pick(page, "+13125550100");
  const selected = await rows(page.getByRole("group", { name: /selected$/ }).getByRole("button", { name: "Export" }));
  expect(selected).toEqual(["Number,Label,Direct", "+1 312-555-0100,Direct line Ana Ruiz,1"]);
  await page.getByRole("combobox", { name: "Owner" }).selectOption("Unassigned");
  const listed = await rows(page.getByRole("main").getByRole("button", { name: "Export" }).first());
  expect(listed).toHaveLength(7);
  await expect(page.getByRole("status").filter({ hasText: "6 numbers exported" })).toBeVisible();
});
