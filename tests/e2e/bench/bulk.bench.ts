// A file of 100,000 users and 20 MB, in a company of 100,000 numbers and 50,000 users: from picking it to the figures of
// the dry run, how long the page stands still meanwhile and during Proceed, and what memory it takes. Then what Papa Parse
// and libphonenumber-js need in the same browser to read the same file, check the form of its numbers and look for those
// that are there twice.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { generated, openCompany } from "./company.ts";
import { median, report } from "./report.ts";
import { press, typeInto, until, watchTurns } from "./turns.ts";

const MODULES = new URL("../node_modules/", import.meta.url).pathname;
const ROWS = 100_000;

test.setTimeout(900_000);

type Watched = Window & { pickedAt?: number; shownAt?: number; longestTurn?: number };

/** Notes when a file is picked, and when the first frame with this on it begins. */
const watchPick = (page: Page, what: string) =>
  page.evaluate((what) => {
    const watched = window as Watched;
    watched.pickedAt = watched.shownAt = undefined;
    addEventListener("change", () => (watched.pickedAt = performance.now()), { capture: true, once: true });
    const look = () => {
      if (watched.pickedAt !== undefined && document.querySelector(what) !== null) watched.shownAt = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, what);

/** The milliseconds from picking the file to that frame. */
async function picked(page: Page, path: string, what: string): Promise<number> {
  await watchPick(page, what);
  // By its path: the page has nothing to do with its bytes before they are asked for.
  await page.getByLabel("File of users").setInputFiles(path);
  await page.waitForFunction(() => (window as Watched).shownAt !== undefined, undefined, { timeout: 300_000 });
  return page.evaluate(() => ((window as Watched).shownAt ?? Number.NaN) - ((window as Watched).pickedAt ?? Number.NaN));
}

/** The most memory that the page's process, with its workers, ever had in use, in MB, as the system counts it. */
async function peakOf(browser: Browser): Promise<number> {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send("SystemInfo.getProcessInfo");
  await client.detach();
  const peaks = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => {
    const [, kB] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, "utf8")) ?? [];
    return Number(kB) / 1000;
  });
  return Math.max(...peaks);
}

/** The worker can write its template once it has been told of the company, and has done with the last file. */
async function ready(page: Page): Promise<void> {
  const download = page.waitForEvent("download", { timeout: 120_000 });
  await page.getByRole("button", { name: "Download template" }).click();
  await download;
}

/** The milliseconds from picking the file to its figures, three times. */
async function rounds(page: Page, path: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await ready(page);
    times.push(await picked(page, path, ".counters"));
    await expect(page.locator(".counters > div").first()).toHaveText(/^Rows100,000/);
    await page.getByRole("button", { name: "Other file" }).click();
  }
  console.log(`picking to figures: ${times.map((time) => time.toFixed(0)).join(", ")} ms`);
  return times;
}

test("a file of 100,000 users", async ({ page, browser }) => {
  const folder = mkdtempSync(join(tmpdir(), "users-"));
  const path = join(folder, "users.csv");
  writeFileSync(path, generated("big_company", "users"));
  await openCompany(page, generated("big_company"));
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Bulk user management" }).click();
  await ready(page);
  const before = await peakOf(browser);

  const ours = median(await rounds(page, path));
  report("bulk_100k_browser_ms", ours);

  await page.evaluate(watchTurns);
  await picked(page, path, ".counters");
  await page.evaluate(typeInto, ["input[type=search], [role=searchbox]", "agent 4"] as const);
  await page.evaluate(until, ["[role=search] [role=status]", "^(?!100,000 of)"] as const);
  await page.evaluate(typeInto, ["input[type=search], [role=searchbox]", ""] as const);
  // Only a list that is whole again has an end to scroll to.
  await page.evaluate(until, ["[role=search] [role=status]", "^100,000 of 100,000$"] as const);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.evaluate(until, ["tbody td:first-child", `^${ROWS + 1}$`] as const);
  const log = page.waitForEvent("download");
  await page.evaluate(press, "^Download Error Log$");
  await log;
  report("bulk_longest_task_ms", await page.evaluate(() => (window as Watched).longestTurn ?? Number.NaN));

  const peak = await peakOf(browser);
  console.log(`memory: ${before.toFixed(0)} MB with the company open, ${peak.toFixed(0)} MB at the most`);
  report("bulk_memory_mb", peak - before);

  await page.evaluate(() => ((window as Watched).longestTurn = 0));
  await page.evaluate(press, "^Proceed with");
  await page.evaluate(until, ["[role=alert]", "in the draft, as one change\\."] as const);
  await page.evaluate(until, ["[role=group] [role=status]", "^Saved "] as const);
  // A moment later the engine is told of the change, and answers: that must not hold the page up either.
  await page.evaluate(until, [".saved", "[\\d,]+ numbers change$"] as const);
  report("bulk_proceed_longest_task_ms", await page.evaluate(() => (window as Watched).longestTurn ?? Number.NaN));

  await page.route("**/peer/**", async (route) => {
    const file = new URL(route.request().url()).pathname.split("/peer/")[1] ?? "";
    if (file === "") await route.fulfill({ contentType: "text/html", body: PEER });
    else await route.fulfill({ contentType: "text/javascript", body: readFileSync(MODULES + file) });
  });
  const peer: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await page.goto("/peer/");
    peer.push(await picked(page, path, "output"));
    await expect(page.locator("output")).toHaveText(new RegExp(`^${ROWS} rows, 0 twice, [1-9]\\d* bad$`));
  }
  console.log(`Papa Parse and libphonenumber-js: ${peer.map((time) => time.toFixed(0)).join(", ")} ms`);
  report("bulk_vs_papaparse", ours, median(peer));
});

/** What the peer does is a part of what a dry run does: rows, the form of each number, and which are there twice. */
const PEER = `<!doctype html><meta charset="utf-8"><title>Peer</title><input type="file" aria-label="File of users">
<script src="/peer/papaparse/papaparse.min.js"></script>
<script src="/peer/libphonenumber-js/bundle/libphonenumber-min.js"></script>
<script>
document.querySelector("input").addEventListener("change", async (event) => {
  const { data } = Papa.parse(await event.target.files[0].text(), { skipEmptyLines: true });
  const columns = data[0].flatMap((header, column) => (header.startsWith("Direct Inbound Number") ? [column] : []));
  const seen = new Map();
  let twice = 0, bad = 0;
  for (let row = 1; row < data.length; row += 1) {
    for (const column of columns) {
      const cell = data[row][column].trim();
      if (cell === "") continue;
      const number = libphonenumber.parsePhoneNumberFromString(cell);
      if (number === undefined || !number.isPossible()) bad += 1;
      else if (seen.has(number.number)) twice += 1;
      else seen.set(number.number, row);
    }
  }
  const output = document.createElement("output");
  output.textContent = (data.length - 1) + " rows, " + twice + " twice, " + bad + " bad";
  document.body.append(output);
});
</script>`;
