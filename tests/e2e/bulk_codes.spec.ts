// Bulk user management: the codes of the error log that need more than a bad number, and the counts beside it.
import type { Page } from "@playwright/test";
import { type Cells, csv, downloaded, expectFigures, table, template, upload } from "./bulk_files.ts";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, openSample } from "./helpers.ts";

const PAGE = "Bulk user management";
const row = (page: Page, line: number) => page.getByRole("row", { name: new RegExp(`^${line} `) });
const proceed = (page: Page) => page.getByRole("button", { name: /^Proceed with/ });
const tryOut = async (page: Page, rows: [string, Cells][]) => upload(page, csv(table(await template(page), rows)));
const errorLog = async (page: Page): Promise<string[]> => {
  const log = await downloaded(page, page.getByRole("button", { name: "Download Error Log", exact: true }));
  return log.text.trim().split("\n").slice(1);
};

test("S097 R21 R29 R71 R89 a code for each thing that is wrong, with its row and column", async ({ page }) => {
  await openSample(page, PAGE);
  await tryOut(page, [
    ["ana.ruiz", { "2": "+442079460140", "3": "+44 (20) 7946-0140" }],
    ["grace.hollis", { "1": "+442079460143" }],
    ["victor.stahl", { "Role: Agent": "1", "1": "+61255500144" }],
    ["marcus.bell", { Status: "Away" }],
    ["priya.nair", { Alias: "Pri" }],
    ["Priya.Nair@larkspur.example", { Alias: "Nair" }],
    ["jonah.whitfield", { "New email": "ana.ruiz@larkspur.example" }],
    ["tessa.okafor", { "Role: Agent": "0", "Role: Manager": "1" }],
    ["noor.aziz", { "2": "+12125550199" }],
    ["imani.clarke", { "2": "+13125550151" }],
    ["felix.armand", { "1": "+13125550100" }],
    ["omar.haddad", { "2": "+1 312 555 O142" }],
  ]);
  await expectFigures(page, [12, 3, 0, 9, 11]);
  await expect(row(page, 4)).toContainText("+61 2 5550 0144Assigned");
  const lines = (await errorLog(page)).map((line) => line.replace(/^(\d+),(\d+),[^,]*,.*?,(error|warning),(\w+),.*$/, "$1 $2 $3 $4"));
  expect(lines).toEqual([
    "2 19 error number_duplicate_in_row",
    "3 17 error not_an_agent",
    "4 17 warning no_personal_queue",
    "5 7 error invalid_value",
    "6 1 error user_duplicate_in_file",
    "7 1 error user_duplicate_in_file",
    "8 2 error email_taken",
    expect.stringMatching(/^9 \d+ error agent_has_numbers$/),
    "10 18 error number_not_validated",
    "11 18 error number_not_validated",
    "12 17 error number_assigned_elsewhere",
    "13 18 error number_format",
  ]);
  await page.getByRole("radio", { name: "Warnings" }).check({ force: true });
  await expect(row(page, 4)).toContainText("This agent has no personal queue");
  await proceed(page).click();
  await changes(page, 1);
});

test("S093 four bad cells in three of 100 rows: the summary and four lines of the log", async ({ page }) => {
  await openSample(page, PAGE);
  const rows = Array.from({ length: 100 }, (_, place): [string, Cells] => [`new${place}`, { "First name": `New ${place}`, "Role: Agent": "1" }]);
  const bad: [number, Cells][] = [
    [9, { "1": "4155550100", "2": "1.41556E+10" }],
    [49, { "1": "+14155550199" }],
    [99, { "5": "+13125550132" }],
  ];
  for (const [place, cells] of bad) Object.assign(rows[place]?.[1] ?? {}, cells);
  await tryOut(page, rows);
  await expectFigures(page, [100, 100, 0, 0, 3]);
  expect((await errorLog(page)).map((line) => line.split(",").slice(0, 2).join(" "))).toEqual(["11 17", "11 18", "51 17", "101 21"]);
  await proceed(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "in the draft" })).toContainText("100 rows are in the draft, as one change. 3 rows have an error");
});

test("S090 blank cells keep the numbers, NONE clears one", async ({ page }) => {
  await openSample(page, PAGE);
  await tryOut(page, [
    ["ana.ruiz", { Alias: "An" }],
    ["marcus.bell", { "1": "None" }],
  ]);
  await expectFigures(page, [2, 2, 0, 0, 0]);
  await expect(row(page, 2)).not.toContainText("Cleared");
  await expect(row(page, 3)).toContainText("+1 312-555-0101Cleared");
  await page.getByRole("button", { name: "Details of row 3, Marcus Bell" }).click();
  await expect(page.getByRole("dialog")).toContainText("+13125550101 is taken away.");
});

test("S095 R95 columns that the uploader may not edit stay as they are, and others are applied", async ({ page }) => {
  await openSample(page, PAGE);
  const mine = page.getByRole("group", { name: "Columns that you may edit" });
  await expect(mine.getByRole("checkbox", { checked: true })).toHaveCount(6);
  await mine.getByRole("checkbox", { name: "Direct numbers" }).uncheck();
  await expectNoAxeViolations(page);
  await tryOut(page, [
    ["ana.ruiz", { "2": "+442079460140", Alias: "An" }],
    ["marcus.bell", { "1": "NONE" }],
    // What is so already asks for nothing.
    ["priya.nair", { "1": "+13125550102" }],
  ]);
  await expectFigures(page, [3, 1, 1, 1, 2]);
  await expect(page.getByText("You may not edit direct numbers: all of that stays as it is.")).toBeVisible();
  await expect(row(page, 2)).toContainText("Will change, 1 cell ignored");
  for (const line of [2, 3]) await expect(row(page, line)).toContainText("forbidden_column You may not edit this column.");
  await expect(row(page, 4)).toContainText("No change");
  const lines = (await errorLog(page)).map((line) => line.split(","));
  expect(lines.map(([line, column, , , type, code]) => [line, column, type, code].join(" "))).toEqual([
    "2 18 error forbidden_column",
    "3 17 error forbidden_column",
  ]);
  await page.getByRole("button", { name: "Details of row 2, Ana Ruiz" }).click();
  await expect(page.getByRole("dialog").getByRole("row", { name: /^Direct Inbound Number: 2/ })).toContainText("You may not edit this column.");
  await page.keyboard.press("Escape");
  await proceed(page).click();
  await changes(page, 1);
  // The same file by somebody who may edit them.
  await page.getByRole("button", { name: "Other file" }).click();
  await mine.getByRole("checkbox", { name: "Direct numbers" }).check();
  await tryOut(page, [["marcus.bell", { "1": "NONE" }]]);
  await expectFigures(page, [1, 1, 0, 0, 0]);
  await expect(row(page, 2)).toContainText("Cleared");
});

test("R89 a number that goes to another column of its user is a change, and another address is told from what to what", async ({ page }) => {
  await openSample(page, PAGE);
  await tryOut(page, [
    ["marcus.bell", { "1": "NONE", "4": "+13125550101", "New email": "marc.bell@larkspur.example" }],
    ["priya.nair", {}],
  ]);
  await expectFigures(page, [2, 1, 1, 0, 0]);
  await expect(row(page, 2)).toContainText("+1 312-555-0101Other column");
  await page.getByLabel("Numbers").selectOption("shifted");
  await expect(page.getByText("1 of 2")).toBeVisible();
  await page.getByRole("button", { name: "Details of row 2, Marcus Bell" }).click();
  const dialog = page.getByRole("dialog", { name: "Row 2: Marcus Bell" });
  const cell = (header: string) => dialog.getByRole("row", { name: new RegExp(`^${header} `) });
  await expect(cell("New email")).toContainText("Changes from marcus.bell@larkspur.example to marc.bell@larkspur.example.");
  await expect(cell("Direct Inbound Number: 1")).toContainText("Its number goes to Direct Inbound Number: 4.");
  await expect(cell("Direct Inbound Number: 4")).toContainText("Comes from Direct Inbound Number: 1.");
  await expect(dialog).toContainText("Put +1 312-555-0101 from Direct Inbound Number: 1 into Direct Inbound Number: 4.");
  await page.keyboard.press("Escape");
  await proceed(page).click();
  await changes(page, 1);
  await page.getByRole("button", { name: /^Undo: agents.csv/ }).click();
  await changes(page, 0);
});
