// Users & Teams, Bulk user management: dry run, Proceed, error log, and files of every kind.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type Cells, csv, downloaded, expectFigures, figure, table, template, upload } from "./bulk_files.ts";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go, openSample, tabTo } from "./helpers.ts";
import { saved } from "./pages.ts";

const PAGE = "Bulk user management";
const SPARE = "+44 20 7946 0140";
const ANA = "+1 312-555-0100";
const MARCUS = "+1 312-555-0101";

const row = (page: Page, line: number) => page.getByRole("row", { name: new RegExp(`^${line} `) });
// The place where messages appear is an alert too, and empty.
const alert = (page: Page) => page.getByRole("alert").filter({ hasText: /./ });
const proceed = (page: Page) => page.getByRole("button", { name: /^Proceed with/ });
const tryOut = async (page: Page, rows: [string, Cells][]) => upload(page, csv(table(await template(page), rows)));

test("F7 S080 S094 R87 a file is tried out, then one change; one undo takes it back", async ({ page }) => {
  await openSample(page, PAGE);
  await tryOut(page, [
    ["ana.ruiz", { "2": "+44 20 7946 0140" }],
    ["marcus.bell", { "2": "+442079460143", Alias: "Marc" }],
    ["priya.nair", { "3": "+61 2 5550 0141" }],
    ["noor.aziz", {}],
  ]);
  await expectFigures(page, [4, 3, 1, 0, 0]);
  await expect(row(page, 2)).toContainText(`${SPARE}Assigned`);
  await expect(row(page, 5)).toContainText("No change");
  await expect(page.getByText(/3 numbers change: \+[\d,.]+ open hours, −[\d,.]+ in the coming year\./)).toBeVisible();
  await changes(page, 0);

  await proceed(page).click();
  await changes(page, 1);
  await expect(alert(page)).toContainText("3 rows are in the draft, as one change. No row failed.");
  await go(page, "Users");
  await expect(page.getByRole("row", { name: /^Ana Ruiz/ })).toContainText(SPARE);
  await page.getByRole("button", { name: "Undo: agents.csv (4 changes)" }).click();
  await changes(page, 0);
  await expect(page.getByRole("row", { name: /^Ana Ruiz/ })).not.toContainText(SPARE);
});

test("R21 two agents swap; a number given up is free for another row", async ({ page }) => {
  await openSample(page, PAGE);
  await tryOut(page, [
    ["ana.ruiz", { "1": MARCUS }],
    ["marcus.bell", { "1": ANA }],
    ["priya.nair", { "1": "none" }],
    ["jonah.whitfield", { "2": "+1 312-555-0102" }],
  ]);
  await expectFigures(page, [4, 4, 0, 0, 0]);
  await expect(row(page, 2)).toContainText(`${MARCUS}Swapped`);
  await expect(row(page, 4)).toContainText("+1 312-555-0102Cleared");
  await expect(row(page, 5)).toContainText("+1 312-555-0102Moved");
  await page.getByLabel("Numbers").selectOption("swapped");
  await expect(page.getByText("2 of 4")).toBeVisible();
  await expect(page).toHaveURL(/numbers=swapped/);
  await proceed(page).click();
  await go(page, "Users");
  await expect(page.getByRole("row", { name: /^Ana Ruiz/ })).toContainText(MARCUS);
  await expect(page.getByRole("row", { name: /^Marcus Bell/ })).toContainText(ANA);
});

test("S081 S082 S084 S085 S086 S089 S093 R90 R91 bad cells are ignored, each with a line of the log", async ({ page }) => {
  await openSample(page, PAGE);
  await tryOut(page, [
    ["ana.ruiz", { "2": "+442079460140", Alias: "An" }],
    ["marcus.bell", { "2": "+44 20 7946 0140" }],
    ["priya.nair", { "2": "1.41556E+10", Alias: "Pri" }],
    ["jonah.whitfield", { "2": "14155550100" }],
    ["tessa.okafor", { "2": "+14155550199", "3": "+13125550151" }],
    ["dana.kessler", { "2": "+13125550132" }],
    ["nobody", { Alias: "x" }],
    ["not a mail address", {}],
    ["grace.hollis", { "1": "+13125550142" }],
    ["victor.stahl", { "1": "+13125550142", "Role: Agent": "1" }],
  ]);
  // The number asked for twice is to be had for neither, though one of them is no agent.
  await expectFigures(page, [10, 3, 0, 7, 10]);
  await expect(figure(page, "Rows")).toContainText("0 succeed, 10 fail");
  await expect(row(page, 2)).toContainText("Will change, 1 cell ignored");
  await expect(row(page, 2)).toContainText("number_duplicate_in_file");
  await expect(row(page, 4)).toContainText("A spreadsheet has damaged this number");
  await expect(row(page, 5)).toContainText("The plus sign is missing, which spreadsheets remove");
  await expect(row(page, 7)).toContainText("queue Billing");
  await expect(row(page, 8)).toContainText("Row skipped");
  await page.getByRole("radio", { name: "Skipped" }).check({ force: true });
  await expect(page.getByText("7 of 10")).toBeVisible();

  const log = await downloaded(page, page.getByRole("button", { name: "Download Error Log", exact: true }));
  expect(log.name).toBe("agents error log.csv");
  expect(log.text).toMatch(/^row,column,header,value,error_type,code,message\n2,18,Direct Inbound Number: 2,\+442079460140,error,number_duplicate_in_file,/);
  for (const code of ["number_format", "number_not_validated", "number_assigned_elsewhere", "invalid_email", "unknown_user_incomplete"]) {
    expect(log.text).toContain(`,error,${code},`);
  }
  expect(log.text).toContain("is not a direct number");
});

test("R93 the failed rows come back as a file, are mended and uploaded again", async ({ page }) => {
  await openSample(page, PAGE);
  await tryOut(page, [
    ["ana.ruiz", { "2": "20 7946 0140", Alias: "=2+3" }],
    ["marcus.bell", { Alias: "Marc" }],
  ]);
  await expectFigures(page, [2, 2, 0, 0, 1]);
  await proceed(page).click();
  const failed = await downloaded(page, page.getByRole("button", { name: "Download failed rows" }));
  expect(failed.name).toBe("agents failed rows.csv");
  expect(failed.text.split("\n")[0]).toMatch(/,Reason$/);
  expect(failed.text).not.toContain("marcus");
  await page.getByRole("button", { name: "Other file" }).click();
  await upload(page, csv(failed.text.replace("20 7946 0140", "+44 20 7946 0140"), "mended.csv"));
  await expectFigures(page, [1, 1, 0, 0, 0]);
  await proceed(page).click();
  await changes(page, 2);
});

test("S092 S206 the export of all users changes nothing; the same file twice neither", async ({ page }) => {
  await openSample(page, PAGE);
  const users = await downloaded(page, page.getByRole("button", { name: /^Download all \d+ users$/ }));
  expect(users.name).toBe("users.csv");
  await upload(page, csv(users.text, "users.csv"));
  await expectFigures(page, [26, 0, 26, 0, 0]);
  await expect(page.getByText("Nothing in this file differs from what is there.")).toBeVisible();
  await expect(proceed(page)).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "Other file" }).click();
  const rows: [string, Cells][] = [["ana.ruiz", { "1": "NONE", "2": SPARE, "Team: Europe": "1" }]];
  await tryOut(page, rows);
  await proceed(page).click();
  await page.getByRole("button", { name: "Other file" }).click();
  await tryOut(page, rows);
  await expectFigures(page, [1, 0, 1, 0, 0]);
});

test("S091 S096 R92 what is no such table is refused with a sentence, and nothing changes", async ({ page }) => {
  await openSample(page, PAGE);
  const header = await template(page);
  const swapped = [header[1], header[0], ...header.slice(2)].map(String);
  const refusals: [Buffer | string, string, string][] = [
    [table(swapped, []), "agents.csv", "is out of order"],
    ["", "empty.csv", "The file is empty"],
    ["\r\n \r\n", "blank.csv", "The file is empty"],
    [Buffer.from("PK\u0003\u0004rest"), "agents.xlsx", "this is a spreadsheet workbook: save it as CSV"],
    [Buffer.from(table(header, []) + "\0\0\0"), "nul.csv", "This is not a text file"],
    [Buffer.from("\xFF\xFE\x00", "latin1"), "cut.csv", "This is not a text file"],
    [`${header.join(",")},Nickname\r\n`, "more.csv", "`Nickname`, is not in the template"],
    [`${"Column,".repeat(10_000)}Email\r\n`, "wide.csv", "is not in the template"],
  ];
  for (const [content, name, sentence] of refusals) {
    await upload(page, csv(content, name));
    const refusal = page.getByRole("alert").filter({ hasText: `${name} was not read.` });
    await expect(refusal).toContainText(new RegExp(sentence.replaceAll(/[.`]/g, "."), "i"));
    await expect(refusal).toContainText("Nothing was changed.");
  }
  const log = await downloaded(page, page.getByRole("button", { name: "Download Error Log", exact: true }));
  expect(log.text).toContain("header_mismatch");
  await changes(page, 0);
  await upload(page, csv(table(header, []), "header.csv"));
  await expect(page.getByText("The file has no rows")).toBeVisible();
  await expectFigures(page, [0, 0, 0, 0, 0]);
});

test("R92 bytes of every kind are refused or read, and nothing changes", async ({ page }) => {
  await openSample(page, PAGE);
  const header = (await template(page)).join(",");
  const random = (seed: number) => Buffer.from(Array.from({ length: 4_000 }, (_, place) => (Math.imul(seed + place, 2_654_435_761) >>> 13) % 255 + 1));
  const refusals: [Buffer | string, string, RegExp][] = [
    [random(1), "random.csv", /is not in the template|cannot be read/],
    [Buffer.from(random(7).map((byte) => byte % 8)), "bits.csv", /is not a text file/],
    [`"${header}\r\nana.ruiz@larkspur.example,"open`, "quote.csv", /is not in the template|out of order/],
    [`${header}\r\nana.ruiz@larkspur.example,,,,,"Zo\r\nmarcus.bell@larkspur.example,`, "cut.csv", /Line 2 cannot be read: a quote opens there/],
    ['[{"email": "ana.ruiz@larkspur.example", "alias": "An', "cut.json", /Line 1 cannot be read/],
    ['{"users": []}', "object.json", /This is no list of users/],
    ['[{"email": "a@x.org"}, {"nickname": "A"}]', "key.json", /User 2 of the list does not fit the template: “nickname” is no key of it/],
    ["[".repeat(100_000), "deep.json", /User 1 of the list does not fit|cannot be read/],
  ];
  for (const [content, name, sentence] of refusals) {
    await upload(page, csv(content, name));
    const refusal = page.getByRole("alert").filter({ hasText: `${name} was not read.` });
    await expect(refusal).toContainText(sentence);
    await expect(refusal).toContainText("Nothing was changed.");
  }
  await changes(page, 0);
});

test("R92 users go out and in as JSON, and those that failed come back so", async ({ page }) => {
  await openSample(page, PAGE);
  const users = await downloaded(page, page.getByRole("button", { name: /^Download all \d+ users as JSON$/ }));
  expect(users.name).toBe("users.json");
  const all = JSON.parse(users.text) as Record<string, unknown>[];
  expect(all).toHaveLength(26);
  await upload(page, csv(users.text, "users.json"));
  await expectFigures(page, [26, 0, 26, 0, 0]);
  await page.getByRole("button", { name: "Other file" }).click();
  const some = [
    { email: "ana.ruiz@larkspur.example", direct_inbound_number2: SPARE, teams: [{ name: "Europe", value: 1 }] },
    { email: "marcus.bell@larkspur.example", direct_inbound_number2: 442_079_460_140, alias: "=Marc" },
  ];
  await upload(page, csv(JSON.stringify(some), "some.json"));
  await expectFigures(page, [2, 2, 0, 0, 1]);
  await expect(row(page, 1)).toContainText(`${SPARE}Assigned`);
  await expect(row(page, 2)).toContainText("The plus sign is missing");
  const log = await downloaded(page, page.getByRole("button", { name: "Download Error Log", exact: true }));
  expect(log.text).toContain("\n2,18,Direct Inbound Number: 2,442079460140,error,number_format,");
  const failed = await downloaded(page, page.getByRole("button", { name: "Download failed rows" }));
  expect(failed.name).toBe("some failed rows.json");
  const [marcus, ...others] = JSON.parse(failed.text) as Record<string, string>[];
  expect(others).toHaveLength(0);
  expect(marcus).toMatchObject({ alias: "=Marc", direct_inbound_number2: "442079460140" });
  await proceed(page).click();
  await changes(page, 1);
  await page.getByRole("button", { name: "Other file" }).click();
  await upload(page, csv(JSON.stringify([{ ...marcus, direct_inbound_number2: "NONE" }]), "mended.json"));
  await expectFigures(page, [1, 0, 1, 0, 0]);
});

test("R92 files as spreadsheets save them are read: encodings, separators, line breaks, a 5 MB cell", async ({ page }) => {
  await openSample(page, PAGE);
  const header = await template(page);
  const rows: [string, Cells][] = [["ana.ruiz", { Alias: "Zoë" }]];
  const utf16 = Buffer.from(`\uFEFF${table(header, rows, "\t")}`, "utf16le");
  const files: Buffer[] = [Buffer.from(`\uFEFF${table(header, rows, ";")}`), utf16, Buffer.from(table(header, rows), "latin1")];
  for (const [index, file] of files.entries()) {
    await upload(page, csv(file, `zoe${index}.csv`));
    await expect(page.getByText(`zoe${index}.csv, 1 row.`)).toBeVisible();
    await expectFigures(page, [1, 1, 0, 0, 0]);
    await page.getByRole("button", { name: "Details of row 2, Ana Ruiz" }).click();
    await expect(page.getByRole("dialog", { name: "Row 2: Ana Ruiz" })).toContainText("Zoë");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Other file" }).click();
  }
  await upload(page, csv(table(header, [["ana.ruiz", { Alias: "two\nlines" }], ["marcus.bell", { Alias: "m".repeat(5_000_000) }]]), "large.csv"));
  await expectFigures(page, [2, 1, 0, 1, 1]);
  await page.getByRole("button", { name: "Details of row 4, Marcus Bell" }).click();
  await expect(page.getByRole("dialog")).toContainText("mmm…");
  await expect(page.getByRole("dialog")).toContainText("Shorten this cell to 255 characters: it has 5000000");
});

test("a file is dropped; two at once are not taken; new users and teams are made", async ({ page }) => {
  await openSample(page, PAGE);
  const header = [...(await template(page)), "Team: Night"];
  const text = table(header, [["eve@larkspur.example", { "First name": "Eve", "Role: Agent": "1", "Team: Night": "1", "1": SPARE }]]);
  const drop = async (texts: string[]) => {
    const data = await page.evaluateHandle((texts) => {
      const transfer = new DataTransfer();
      for (const text of texts) transfer.items.add(new File([text], "new.csv"));
      return transfer;
    }, texts);
    await page.getByText("Drop a CSV file here, or").dispatchEvent("drop", { dataTransfer: data });
  };
  await drop([text, text]);
  await expect(alert(page)).toContainText("Drop one file at a time.");
  await drop([]);
  await expect(alert(page)).toContainText("It is no file: drop a CSV file.");
  // A folder, as the system hands one over.
  const folder = await mkdtemp(join(tmpdir(), "users-"));
  const place = await page.getByText("Drop a CSV file here, or").boundingBox();
  const client = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await client.send("Input.dispatchDragEvent", { type, x: (place?.x ?? 0) + 5, y: (place?.y ?? 0) + 5, data: { items: [], files: [folder], dragOperationsMask: 1 } });
  }
  await expect(alert(page)).toContainText("It is a folder: open it and drop the CSV file in it.");
  await expect(alert(page)).toContainText("Nothing was changed.");
  await drop([text]);
  await expect(row(page, 2)).toContainText("New user");
  await expect(page.locator(".counters")).toContainText("1 new user, the new team Night");
  await page.getByRole("button", { name: "Details of row 2, eve@larkspur.example" }).click();
  await expect(page.getByRole("dialog")).toContainText("Becomes Eve.");
  await expect(page.getByRole("dialog")).not.toContainText("deleted");
  await page.keyboard.press("Escape");
  await proceed(page).click();
  await go(page, "Users");
  await expect(page.getByRole("row", { name: /^Eve/ })).toContainText("Night");
});

test("a change elsewhere tries the file out again; undone from the bar it is a dry run once more", async ({ page }) => {
  await openSample(page, PAGE);
  await tryOut(page, [["ana.ruiz", { "2": SPARE }]]);
  await proceed(page).click();
  await changes(page, 1);
  await page.getByRole("button", { name: /^Undo: agents.csv/ }).click();
  await expect(proceed(page)).toBeVisible();
  await page.getByRole("button", { name: /^Redo: agents.csv/ }).click();
  await expectFigures(page, [1, 0, 1, 0, 0]);
  // What became of the file stands in the list, whatever it would do now.
  await page.getByRole("button", { name: "Other file" }).click();
  await expect(page.getByRole("row", { name: /^agents.csv / })).toHaveText(/Completed110$/);
});

test.describe("reloaded at once", () => {
  // The reload ends the worker that has just begun to load, to work out the effect of the draft.
  test.use({ expectedNoise: /^failed: .*engine_worker_bg\.wasm$/ });

  test("R94 every file is a job in the list, with its state and figures, also after a reload", async ({ page }) => {
    await openSample(page, PAGE);
    await upload(page, csv("", "empty.csv"));
    await tryOut(page, [["ana.ruiz", { "2": SPARE, "3": "bad" }], ["noor.aziz", {}]]);
    await expectFigures(page, [2, 1, 1, 0, 1]);
    await page.getByRole("button", { name: "Cancel" }).click();
    const job = (name: string) => page.getByRole("row", { name: new RegExp(`^${name} `) });
    await expect(job("agents.csv")).toHaveText(/^agents.csvThu 15 Oct 2026, 14:32 Chicago *Tried out, not proceeded211$/);
    await tryOut(page, [["marcus.bell", { Alias: "Marc" }]]);
    await proceed(page).click();
    await saved(page);
    await page.reload();
    await expect(job("empty.csv")).toContainText("Refused, not read–––");
    await expect(page.getByRole("row", { name: /^agents.csv / }).first()).toContainText("Completed");
    await expect(page.getByRole("row")).toHaveCount(4);
    const log = await downloaded(page, page.getByRole("button", { name: "Download Error Log of agents.csv" }));
    expect(log.text).toContain(",error,number_format,");
    await expectNoAxeViolations(page);
  });
});

test("by keyboard alone, on a phone's width, without an axe violation", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.goto("/settings/bulk");
  await expect(page.getByRole("heading", { level: 1, name: PAGE })).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  const choose = page.getByRole("button", { name: "Choose a file" });
  await tabTo(page, choose);
  const header = await template(page);
  const chooser = page.waitForEvent("filechooser");
  await choose.focus();
  await page.keyboard.press("Enter");
  const rows: [string, Cells][] = [["ana.ruiz", { "1": MARCUS, "2": "bad", "3": SPARE }], ["marcus.bell", { "1": "none" }]];
  await (await chooser).setFiles(csv(table(header, rows)));
  await expectFigures(page, [2, 2, 0, 0, 1]);
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
  const details = page.getByRole("button", { name: "Details of row 2, Ana Ruiz" });
  await tabTo(page, details);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Row 2: Ana Ruiz" });
  await expect(dialog).toContainText("Moved from Marcus Bell.");
  await expect(dialog).toContainText("Write digits instead of letters: “b” is not a digit.");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await expect(details).toBeFocused();
  await tabTo(page, proceed(page));
  await page.keyboard.press("Enter");
  await changes(page, 1);
});

test("numbers go out and in as a file of their own", async ({ page }) => {
  await openSample(page, PAGE);
  const numbers = await downloaded(page, page.getByRole("button", { name: /^Download all \d+ numbers/ }));
  expect(numbers.name).toBe("numbers.csv");
  await upload(page, csv(numbers.text, "numbers.csv"));
  await expectFigures(page, [44, 0, 44, 0, 0]);
  await page.getByRole("button", { name: "Other file" }).click();
  const text = ["Number,Label,Direct", "+1 312-555-0177,Night line,1", "+13125550151,Campaign 2,1", "+13125550142,Spare,", "1.41556E+10,Lost,1", "+13125550178,,1"];
  await upload(page, csv(text.join("\n"), "more.csv"));
  await expectFigures(page, [5, 3, 0, 2, 2]);
  await expect(row(page, 2)).toContainText("New number");
  await expect(row(page, 5)).toContainText("A spreadsheet has damaged this number");
  await page.getByRole("button", { name: /^Details of row 3/ }).click();
  await expect(page.getByRole("dialog")).toContainText("Set +1 312-555-0151 as a direct number.");
  await page.keyboard.press("Escape");
  await expectNoAxeViolations(page);
  await proceed(page).click();
  await changes(page, 1);
  await go(page, "Phone number management");
  await expect(page.getByRole("row", { name: /Night line/ })).toContainText("Direct");
  await page.getByRole("button", { name: /^Undo: more.csv/ }).click();
  await expect(page.getByRole("row", { name: /Night line/ })).toHaveCount(0);
});
