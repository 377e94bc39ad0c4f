// The review of a company in which every number has hours that no other has, and after which every number fares otherwise.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { generated } from "./company.ts";
import { median, report } from "./report.ts";

test.setTimeout(600_000);

const folder = mkdtempSync(join(tmpdir(), "review-bench-"));
test.afterAll(() => rmSync(folder, { recursive: true }));

/** The company as the app's own rescue file: all numbers are published, the changes are the open draft. */
function rescued(numbers: number): string {
  const { workspace, changes } = JSON.parse(generated("different_company", String(numbers)).toString("utf8"));
  const own = "01900000-0000-7000-8000-000900000001";
  const tables = {
    meta: [["revision", "1"]],
    snapshot: [["000000", JSON.stringify(workspace)]],
    drafts: [[own, JSON.stringify({ name: "Longer hours", base: 1, published: false })]],
    log: (changes as object[]).map((intent, place) => [`${own}/${String(place).padStart(8, "0")}`, JSON.stringify({ do: { intent } })]),
  };
  const path = join(folder, `${numbers}.json`);
  writeFileSync(path, JSON.stringify({ format: "direct-sms rescue", version: 1, tables }));
  return path;
}

type Watched = Window & { asked?: number; longTasks?: number[]; words?: string[] };

/** Remembers when the page first turned to the engine, and every task that held it up. */
function watch(): void {
  const watched = window as Watched;
  watched.longTasks = [];
  watched.words = [];
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...args: [unknown]) {
    if (String(args[0]).includes('"impact"')) watched.asked = performance.now();
    Reflect.apply(post, this, args);
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      watched.longTasks?.push(duration);
      watched.words?.push(`${startTime.toFixed(0)}: ${duration.toFixed(0)}`);
    }
  }).observe({ type: "longtask", buffered: true });
}

/** Opens the review of the file's draft and waits until it is there. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto("/");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open a file" }).click()]);
  await chooser.setFiles(path);
  const link = page.getByRole("link", { name: "Review & publish (3)" });
  await expect(link).toBeVisible({ timeout: 300_000 });
  await link.click();
  await known(page);
  await expect(page.getByRole("group", { name: "Open draft" }).getByRole("status")).toHaveText(/^Saved /, { timeout: 300_000 });
}

const plan = (page: Page) => page.getByRole("region", { name: "What this publishes" });
const known = (page: Page): Promise<void> => expect(plan(page)).toContainText(/numbers change: /, { timeout: 300_000 });

/** Presses a button and waits until the review says something else, and that is painted. */
const pressed = (page: Page, name: string, done: string) =>
  page.evaluate(
    async ([label, what]) => {
      const button = [...document.querySelectorAll("button")].find((one) => (one.ariaLabel ?? one.textContent ?? "").startsWith(label!));
      const section = document.querySelector('section[aria-label="What this publishes"]');
      if (button === undefined || section === null) throw new Error(`no ${label}`);
      const before = section.textContent;
      const from = performance.now();
      button.click();
      while (section.textContent === before || !section.textContent?.includes(what!)) await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return performance.now() - from;
    },
    [name, done],
  );

/** Stops the effect and has it worked out from nothing: reads the whole company again in a worker that knows none. */
async function worked(page: Page): Promise<number> {
  await page.reload();
  await known(page);
  return page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    return performance.now() - ((window as Watched).asked ?? Number.NaN);
  });
}

test("10,000 numbers, all different", async ({ page }) => {
  await page.addInitScript(watch);
  await open(page, rescued(10_000));
  await expect(plan(page)).toContainText("10,000 numbers change");
  const whole: number[] = [];
  for (let round = 0; round < 5; round += 1) whole.push(await worked(page));
  console.log(`whole: ${whole.map((time) => time.toFixed(0)).join(" ")} ms`);
  report("review_10k_browser_ms", median(whole));

  // The last change takes one agent's hours; undone and done again, it is an edit like any other.
  const edits: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    edits.push(await pressed(page, "Undo", "numbers change"));
    edits.push(await pressed(page, "Redo", "numbers change"));
  }
  console.log(`edits: ${edits.map((time) => time.toFixed(0)).join(" ")} ms`);
  report("edit_impact_10k_browser_ms", median(edits));
});

test("100,000 numbers, all different, with progress and cancel", async ({ page }) => {
  await page.addInitScript(watch);
  await open(page, rescued(100_000));
  await expect(plan(page)).toContainText("100,000 numbers change");
  await page.reload();
  const progress = plan(page).getByRole("progressbar");
  await expect(progress).toBeVisible({ timeout: 300_000 });
  // From here on only the review is at work.
  await page.waitForFunction(() => (window as Watched).asked !== undefined, undefined, { timeout: 300_000 });
  await plan(page).getByRole("button", { name: "Cancel" }).click();
  await expect(plan(page)).toContainText("Stopped before it was known what changes.");
  await page.evaluate(() => {
    (window as Watched).longTasks = [];
    (window as Watched).words = [];
  });
  const whole = await pressed(page, "Work it out", "numbers change");
  const [longest, words] = await page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 500));
    return [Math.max(0, ...((window as Watched).longTasks ?? [])), (window as Watched).words?.join(", ")] as const;
  });
  console.log(`tasks over 50 ms: ${words === "" ? "none" : words}`);
  report("review_100k_browser_ms", whole);
  report("longest_task_ms", longest);
});
