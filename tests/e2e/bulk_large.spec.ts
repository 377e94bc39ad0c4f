// Bulk user management with files of thousands of rows: a bar and Cancel, a list of any length, and a worker that does it.
import type { Locator, Page } from "@playwright/test";
import { csv, downloaded, expectFigures, template, upload } from "./bulk_files.ts";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, go, openSample } from "./helpers.ts";
import { saved } from "./pages.ts";

const PAGE = "Bulk user management";

const row = (page: Page, line: number) => page.getByRole("row", { name: new RegExp(`^${line} `) });
const proceed = (page: Page) => page.getByRole("button", { name: /^Proceed with/ });
const sum = (page: Page) => page.getByRole("search").getByRole("status");
const bar = (page: Page, name: RegExp | string): Locator => page.getByRole("progressbar", { name });

/** So many new agents, and a row without a name at the end. */
async function agents(page: Page, rows: number): Promise<string> {
  const header = await template(page);
  const at = (name: string) => header.indexOf(name);
  const lines = Array.from({ length: rows }, (_, place) => {
    const cells = header.map(() => "");
    cells[at("Email")] = `agent${place}@larkspur.example`;
    if (place + 1 < rows) cells[at("First name")] = `Agent ${place}`;
    cells[at("Role: Agent")] = "1";
    return cells.join(",");
  });
  return [header.join(","), ...lines].join("\r\n");
}

test.describe("reloaded at once", () => {
  // The reload ends the worker that has just begun to load, to work out the effect of the draft.
  test.use({ expectedNoise: /^failed: .*engine_worker_bg\.wasm$/ });

  test("a file of 3,000 rows: every row can be listed, found, and taken over with one change", async ({ page }) => {
    await openSample(page, PAGE);
    await upload(page, csv(await agents(page, 3_000)));
    await expectFigures(page, [3_000, 2_999, 0, 1, 1]);
    await expect(sum(page)).toHaveText("3,000 of 3,000");
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect(row(page, 3_001)).toContainText("agent2999@larkspur.example");
    await expect(row(page, 3_001)).toContainText("Row skipped");
    await expect(row(page, 3_001)).toContainText("unknown_user_incomplete");
    await expectNoAxeViolations(page);

    // A filter leaves the first of its rows in sight.
    await page.getByRole("searchbox").fill("AGENT299");
    await expect(sum(page)).toHaveText("11 of 3,000");
    await expect(row(page, 301)).toContainText("agent299@larkspur.example");
    await page.getByRole("radio", { name: "Skipped" }).check({ force: true });
    await expect(sum(page)).toHaveText("1 of 3,000");
    await page.getByRole("button", { name: "Details of row 3001, agent2999@larkspur.example" }).click();
    await expect(page.getByRole("dialog", { name: "Row 3,001: agent2999@larkspur.example" })).toContainText("give a name and at least one role");
    await page.keyboard.press("Escape");
    await page.getByRole("searchbox").fill("nobody");
    await expect(page.getByText("No row matches")).toBeVisible();
    await page.getByRole("button", { name: "Clear the filter" }).click();
    await expect(sum(page)).toHaveText("3,000 of 3,000");

    await proceed(page).click();
    await expect(page.getByRole("alert").filter({ hasText: "in the draft" })).toContainText("2,999 rows are in the draft, as one change.");
    await saved(page);
    await page.reload();
    // All of the change was on the disk, in several records, and the job with it.
    await changes(page, 1);
    expect(await logKeys(page)).toEqual(["00000000", "00000000+000001", "00000000+000002"]);
    await expect(page.getByRole("row", { name: /^agents.csv / })).toContainText("Completed with errors");
    await go(page, "Users");
    await page.getByRole("searchbox").fill("agent2998@");
    await expect(page.getByRole("row", { name: /^Agent 2998/ })).toBeVisible();
    await page.getByRole("button", { name: /^Undo: agents.csv/ }).click();
    await saved(page);
    await page.reload();
    await changes(page, 0);
    await page.getByRole("button", { name: /^Redo: agents.csv/ }).click();
    await changes(page, 1);
  });
});

test("a file is cancelled half-way, changes nothing, and is tried again as it was", async ({ page }) => {
  test.setTimeout(300_000);
  await openSample(page, PAGE);
  const text = await agents(page, 40_000);
  const reading = bar(page, "Trying out many.csv");
  await Promise.all([cancelAt(page, "of 40,000 rows"), upload(page, csv(text, "many.csv"))]);
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();
  await expect(reading).toHaveCount(0);
  await changes(page, 0);
  await expect(page.getByRole("row", { name: /many.csv/ })).toHaveCount(0);

  await upload(page, csv(text, "many.csv"));
  await expectNoBlocking(page);
  await expect(page.getByText("many.csv, 40,000 rows. Nothing is written yet.")).toBeVisible({ timeout: 120_000 });
  await expectFigures(page, [40_000, 39_999, 0, 1, 1]);

  // Proceed can be stopped too, and leaves the dry run as it was.
  await Promise.all([cancelAt(page, "Adding 39,999 rows to the draft"), proceed(page).click()]);
  await expect(bar(page, "Adding 39,999 rows to the draft")).toHaveCount(0);
  await expect(proceed(page)).toBeVisible();
  await expectFigures(page, [40_000, 39_999, 0, 1, 1]);
  await changes(page, 0);
  await saved(page);
});

/** The keys of the drafts' steps in the database, without the ids of the drafts. */
const logKeys = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("direct-sms");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const keys = opening.result.transaction("log").objectStore("log").getAllKeys();
          keys.onerror = () => reject(keys.error);
          keys.onsuccess = () => {
            opening.result.close();
            resolve(keys.result.map((key) => String(key).replace(/^.*\//, "")));
          };
        };
      }),
  );

/** Presses Cancel as soon as a bar says this: on a quick machine it is there for a few frames. */
const cancelAt = (page: Page, said: string): Promise<void> =>
  page.evaluate(async (said) => {
    const cancel = () => [...document.querySelectorAll(".progress")].find((bar) => bar.textContent?.includes(said))?.querySelector("button");
    while (!cancel()) await new Promise(requestAnimationFrame);
    cancel()?.click();
  }, said);

/** The page takes an input and draws it within a moment, whatever is worked on. */
async function expectNoBlocking(page: Page): Promise<void> {
  const waits = await page.evaluate(async () => {
    const waits: number[] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      const from = performance.now();
      await new Promise((done) => setTimeout(done));
      waits.push(performance.now() - from);
    }
    return waits.sort((a, b) => a - b);
  });
  // The middle one: a busy machine may hold up some.
  expect(waits[5]).toBeLessThan(100);
}

test("the exports come from the worker, whatever was changed meanwhile", async ({ page }) => {
  await openSample(page, PAGE);
  await upload(page, csv(await agents(page, 3)));
  await expectFigures(page, [3, 2, 0, 1, 1]);
  await proceed(page).click();
  await changes(page, 1);
  await page.getByRole("button", { name: "Other file" }).click();
  const users = await downloaded(page, page.getByRole("button", { name: "Download all 28 users", exact: true }));
  expect(users.text.trim().split("\n")).toHaveLength(29);
  expect(users.text).toContain("\nagent1@larkspur.example,");
  await upload(page, csv(users.text, "users.csv"));
  await expectFigures(page, [28, 0, 28, 0, 0]);
});

test.describe("without the worker", () => {
  test.use({ expectedNoise: /engine_worker/ });

  test("the page says that files cannot be read, and the next try reads one", async ({ page }) => {
    await page.route("**/engine_worker*", (route) => route.abort());
    await openSample(page, PAGE);
    const text = "Email,New email\r\n";
    await upload(page, csv(text));
    const alert = page.getByRole("alert").filter({ hasText: "The file was not tried out." });
    await expect(alert).toContainText("could not be loaded");
    await expect(alert).toContainText("Nothing was changed.");
    await expectNoAxeViolations(page);
    await page.unroute("**/engine_worker*");
    await upload(page, csv(text));
    await expect(page.getByRole("alert").filter({ hasText: "agents.csv was not read." })).toContainText("is missing");
  });
});
