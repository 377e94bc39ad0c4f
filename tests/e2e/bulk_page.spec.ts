// Bulk user management: what becomes of a file when something comes in between, and where the focus goes meanwhile.
import { crc32 } from "node:zlib";
import type { Page } from "@playwright/test";
import { type Cells, csv, downloaded, expectFigures, table, template, upload } from "./bulk_files.ts";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go, openSample } from "./helpers.ts";
import { saved } from "./pages.ts";

const PAGE = "Bulk user management";
const row = (page: Page, line: number) => page.getByRole("row", { name: new RegExp(`^${line} `) });
const job = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(`^${name} `) });
const proceed = (page: Page) => page.getByRole("button", { name: /^Proceed with/ });
const other = (page: Page) => page.getByRole("button", { name: "Other file" }).click();
const tryOut = async (page: Page, rows: [string, Cells][]) => upload(page, csv(table(await template(page), rows)));
const ANA = "+1 312-555-0100";
const MARCUS = "+1 312-555-0101";
const PRIYA = "+1 312-555-0102";

/** So many new agents. */
async function agents(page: Page, rows: number): Promise<string> {
  const all = Array.from({ length: rows }, (_, place): [string, Cells] => [`agent${place}`, { "First name": `Agent ${place}`, "Role: Agent": "1" }]);
  return table(await template(page), all);
}

/** A workbook as a spreadsheet program writes it: files in a zip archive, one behind the other, then their list. */
function workbook(files: Record<string, string>): Buffer {
  const entries: Buffer[] = [];
  const list: Buffer[] = [];
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(Buffer.concat(entries).length, 10);
    list.push(Buffer.from("PK\u0001\u0002\u0014\0"), facts, rest, Buffer.from(name));
    entries.push(Buffer.from("PK\u0003\u0004"), facts, Buffer.from(name), content);
  }
  const [before, listed] = [Buffer.concat(entries), Buffer.concat(list)];
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(before.length, 12);
  return Buffer.concat([before, listed, Buffer.from("PK\u0005\u0006"), end]);
}

test("S096 a workbook of a spreadsheet program is refused, and its error log says so", async ({ page }) => {
  await openSample(page, PAGE);
  const book = workbook({
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "xl/workbook.xml": '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
  });
  await upload(page, csv(book, "agents.xlsx"));
  await expect(page.getByRole("alert").filter({ hasText: "agents.xlsx was not read." })).toContainText("save it as CSV and upload that file");
  const log = await downloaded(page, page.getByRole("button", { name: "Download Error Log", exact: true }));
  expect(log.name).toBe("agents error log.csv");
  expect(log.text).toMatch(/^row,column,header,value,error_type,code,message\n,,,,error,not_csv,.*workbook/);
  await expect(job(page, "agents.xlsx")).toContainText("Refused, not read");
  // Nothing is known of its rows.
  await expect(job(page, "agents.xlsx")).toContainText("–––");
});

test("R21 three agents pass their numbers on in a circle", async ({ page }) => {
  await openSample(page, PAGE);
  await tryOut(page, [
    ["ana.ruiz", { "1": MARCUS }],
    ["marcus.bell", { "1": PRIYA }],
    ["priya.nair", { "1": ANA }],
  ]);
  await expectFigures(page, [3, 3, 0, 0, 0]);
  await expect(row(page, 2)).toContainText(`${MARCUS}Moved`);
  await proceed(page).click();
  await changes(page, 1);
  await go(page, "Users");
  for (const [name, number] of [["Ana Ruiz", MARCUS], ["Marcus Bell", PRIYA], ["Priya Nair", ANA]] as const) {
    await expect(page.getByRole("row", { name: new RegExp(`^${name}`) })).toContainText(number);
  }
});

test("what was looked for in one file hides no row of the next", async ({ page }) => {
  await openSample(page, PAGE);
  await tryOut(page, [["ana.ruiz", { "1": MARCUS }], ["marcus.bell", { "1": ANA }], ["priya.nair", { Alias: "Pri" }]]);
  await page.getByLabel("Numbers").selectOption("swapped");
  await expect(page.getByText("2 of 3")).toBeVisible();
  await other(page);
  await expect(page).toHaveURL(/settings\/bulk$/);
  // A link may bring such a filter to a file that has none of the sort.
  await page.goto("/settings/bulk?numbers=swapped");
  await upload(page, csv("Number,Label,Direct\n+13125550177,Night line,1\n", "numbers.csv"));
  await expectFigures(page, [1, 1, 0, 0, 0]);
  await expect(row(page, 2)).toContainText("New number");
});

test("the focus stays in the page as a file comes and goes, and a finished dry run is said aloud", async ({ page }) => {
  await openSample(page, PAGE);
  const header = await template(page);
  const choose = page.getByRole("button", { name: "Choose a file" });
  const pick = async (text: string) => {
    const chooser = page.waitForEvent("filechooser");
    await choose.focus();
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(csv(text));
  };
  const main = page.getByRole("main");
  await pick(table(header, [["ana.ruiz", { Alias: "An" }], ["marcus.bell", { "1": "bad" }]]));
  await expect(main.getByRole("status").filter({ hasText: "is tried out" })).toHaveText("agents.csv is tried out: 2 rows, 1 will change, 0 skipped, 1 with errors.");
  await expect(main).toBeFocused();
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(choose).toBeFocused();
  await pick(table(header, [["ana.ruiz", { Alias: "An" }]]));
  await expect(main).toBeFocused();
  await page.getByRole("button", { name: "Other file" }).press("Enter");
  await expect(choose).toBeFocused();
  await pick("no table");
  await expect(page.getByRole("alert").filter({ hasText: "agents.csv was not read." })).toBeInViewport();
  await expect(main).toBeFocused();
});

test("a file let fall beside its place is not opened by the browser", async ({ page }) => {
  await openSample(page, PAGE);
  const kept = (type: string, files: boolean) =>
    page.evaluate(([type, files]) => {
      const dataTransfer = new DataTransfer();
      if (files) dataTransfer.items.add(new File(["x"], "agents.csv"));
      else dataTransfer.setData("text/plain", "x");
      const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
      document.querySelector("h1")?.dispatchEvent(event);
      return event.defaultPrevented;
    }, [type, files] as const);
  for (const type of ["dragover", "drop"]) {
    expect(await kept(type, true), `${type} of a file`).toBe(true);
    expect(await kept(type, false), `${type} of a text`).toBe(false);
  }
  await go(page, "Users");
  expect(await kept("drop", true)).toBe(false);
});

test("a long address stays within its column, and all of it is shown where it is pointed at", async ({ page }) => {
  await openSample(page, PAGE);
  const long = `${"a-very-long-name.".repeat(3)}of-a-person@larkspur.example`;
  await tryOut(page, [[long, { "First name": "Eve", "Role: Agent": "1", "1": "+442079460140" }]]);
  await expectFigures(page, [1, 1, 0, 0, 0]);
  const name = page.getByRole("button", { name: `Details of row 2, ${long}` });
  const numbers = row(page, 2).getByText("+44 20 7946 0140");
  const [left, right] = [await name.boundingBox(), await numbers.boundingBox()];
  expect((left?.x ?? 0) + (left?.width ?? Number.NaN)).toBeLessThanOrEqual(right?.x ?? 0);
  await name.hover();
  await expect(page.getByRole("tooltip")).toHaveText(long);
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test("a log too long to be kept with its job says so", async ({ page }) => {
  await openSample(page, PAGE);
  await tryOut(page, Array.from({ length: 500 }, (_, place): [string, Cells] => [`new${place}`, {}]));
  await expectFigures(page, [500, 0, 0, 500, 500]);
  await expect(page.getByText("500 lines, too long to be kept in the list of jobs")).toBeVisible();
  await other(page);
  await expect(job(page, "agents.csv")).toContainText("Error log too long to be kept");
  await expectNoAxeViolations(page);
});

test.describe("reloaded during Proceed", () => {
  // The reload ends the worker.
  test.use({ expectedNoise: /^failed: .*engine_worker_bg\.wasm$/ });

  test("R94 a file that was being added to the draft was only tried out", async ({ page }) => {
    await openSample(page, PAGE);
    await upload(page, csv(await agents(page, 20_000)));
    await expectFigures(page, [20_000, 20_000, 0, 0, 0]);
    await page.evaluate(() => {
      const look = () => {
        if (document.querySelector(".progress") !== null) location.reload();
        else requestAnimationFrame(look);
      };
      look();
    });
    const loaded = page.waitForEvent("load");
    await proceed(page).click({ noWaitAfter: true });
    await loaded;
    await expect(job(page, "agents.csv")).toContainText("Tried out, not proceeded");
    await changes(page, 0);
  });
});

test.describe("with a worker that breaks off", () => {
  test.use({ expectedNoise: /broken off/ });

  test("the page says that rows can no longer be shown, and tries the file again", async ({ page }) => {
    const breakOff = async () => {
      for (const worker of page.workers()) await worker.evaluate(() => void setTimeout(() => { throw new Error("broken off"); }));
    };
    await openSample(page, PAGE);
    await upload(page, csv(await agents(page, 300)));
    await expectFigures(page, [300, 300, 0, 0, 0]);
    await expect(row(page, 2)).toContainText("agent0@larkspur.example");
    await breakOff();
    await page.getByRole("searchbox").fill("agent2");
    const alert = page.getByRole("alert").filter({ hasText: "The rows can no longer be shown." });
    await expect(alert).toContainText("The part of the app that has read the file has stopped.");
    await expectNoAxeViolations(page);
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(alert).toHaveCount(0);
    await expect(page.getByText("111 of 300")).toBeVisible();

    // Proceed says it as well; nothing is in the draft then.
    await breakOff();
    await expect(async () => {
      await proceed(page).click();
      await expect(alert).toBeVisible({ timeout: 500 });
    }).toPass();
    await changes(page, 0);
    await alert.getByRole("button", { name: "Try again" }).click();
    await proceed(page).click();
    await changes(page, 1);
    await saved(page);
    await other(page);
    await expect(page.getByRole("row", { name: /^agents.csv / })).toHaveCount(1);
    await expect(job(page, "agents.csv")).toContainText("Completed");
  });
});
