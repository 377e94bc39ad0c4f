// A company of 100,000 numbers, 50,000 users and 5,000 queues: pages, filter and scrolling, and the same list drawn with
// TanStack Virtual in the same browser.
import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { generated, openCompany } from "./company.ts";
import { median, report } from "./report.ts";

const ROOT = new URL("../../../", import.meta.url).pathname;
const LIST = "/settings/chat/phone-numbers";

test.setTimeout(300_000);

/** The time until what an action brings is painted. */
const opened = (page: Page, link: string) =>
  page.evaluate(async (name) => {
    const entry = [...document.querySelectorAll<HTMLAnchorElement>("nav a")].find((a) => a.textContent === name);
    if (entry === undefined) throw new Error(`no ${name}`);
    const from = performance.now();
    entry.click();
    const there = () => document.querySelector("h1")?.textContent === name && document.querySelector("main [aria-busy=true]") === null;
    while (!there()) await new Promise(requestAnimationFrame);
    // The frame with the page in it is on screen when the next one begins.
    await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done));
    return performance.now() - from;
  }, link);

/** The time from the address to a list that can be used, all of it read from the disk. */
async function started(page: Page): Promise<number> {
  await page.goto(LIST);
  return page.evaluate(async () => {
    while (document.querySelector("tbody th") === null) await new Promise(requestAnimationFrame);
    return performance.now();
  });
}

/** Each letter's time until its frame is painted. */
const typed = (page: Page, text: string) =>
  page.evaluate(async (letters) => {
    const field = document.querySelector<HTMLInputElement>("input[type=search], [role=searchbox]");
    if (field === null) throw new Error("no filter");
    const times: number[] = [];
    for (let length = 1; length <= letters.length; length += 1) {
      await new Promise(requestAnimationFrame);
      const from = performance.now();
      field.value = letters.slice(0, length);
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await new Promise((painted) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = painted;
          port2.postMessage(null);
        });
      });
      times.push(performance.now() - from);
    }
    return times;
  }, text);

/** The pages with a filter, and what is typed there. */
const FILTERED = [
  ["Users", ["anna", "li @", "ruiz"]],
  ["Teams", ["support", "ana"]],
  ["Queue", ["bill", "returns 4"]],
  ["Phone number management", ["returns 4", "312 20", "ana"]],
] as const;

/** Frames a second while an element, or the window, is scrolled for two seconds. */
const scrolled = (page: Page) =>
  page.evaluate(async () => {
    let frames = 0;
    const from = await new Promise<number>(requestAnimationFrame);
    let now = from;
    while (now - from < 2000) {
      window.scrollBy(0, 300);
      now = await new Promise<number>(requestAnimationFrame);
      frames += 1;
    }
    return (frames * 1000) / (now - from);
  });

/** The milliseconds the page works for one jump to another place of the list. */
async function workOfJump(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const busy = async () => {
    const { metrics } = await client.send("Performance.getMetrics");
    return (metrics.find((metric) => metric.name === "TaskDuration")?.value ?? Number.NaN) * 1000;
  };
  const jumps = 100;
  const jump = () =>
    page.evaluate(async (count) => {
      for (let place = 0; place < count; place += 1) {
        window.scrollTo(0, ((place * 7919) % 100) * 30_000);
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
      }
    }, jumps);
  await jump();
  const before = await busy();
  await jump();
  const worked = ((await busy()) - before) / jumps;
  await client.detach();
  return worked;
}

test("a company of 100,000 numbers", async ({ page }) => {
  await openCompany(page, generated("big_company"));
  const pages = ["Phone number management", "Users", "Queue", "Teams", "Direct Inbound SMS", "Home"];
  const slowest: number[] = [];
  for (const name of pages) {
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      times.push(await opened(page, name));
      await opened(page, "SMS");
    }
    console.log(`${name}: ${median(times).toFixed(0)} ms`);
    slowest.push(median(times));
  }
  report("page_open_100k_ms", Math.max(...slowest));

  const slowestLetters: number[] = [];
  for (const [name, words] of FILTERED) {
    await opened(page, name);
    await typed(page, "re");
    const letters: number[] = [];
    for (const word of words) letters.push(...(await typed(page, word)));
    console.log(`${name}, letters: ${letters.map((time) => time.toFixed(0)).join(" ")} ms`);
    slowestLetters.push(...letters);
  }
  report("filter_100k_ms", Math.max(...slowestLetters));

  await opened(page, "Phone number management");
  report("cold_start_100k_ms", median([await started(page), await started(page), await started(page)]));
  await scrolled(page);
  report("scroll_100k_fps", Math.round(await scrolled(page)));

  const ours = await workOfJump(page);
  const peer = await peerPage(page);
  await page.route("**/peer/**", async (route) => {
    const file = new URL(route.request().url()).pathname.split("/peer/")[1] ?? "";
    if (file === "") await route.fulfill({ contentType: "text/html", body: peer });
    else await route.fulfill({ contentType: "text/javascript", body: readFileSync(`${ROOT}tests/e2e/node_modules/@tanstack/virtual-core/dist/esm/${file}`) });
  });
  await page.goto("/peer/");
  await expect(page.getByRole("row").nth(20)).toBeVisible();
  report("list_vs_tanstack", ours, await workOfJump(page));
  console.log(`TanStack Virtual: ${(await scrolled(page)).toFixed(0)} frames a second`);
});

/** The page as it stands, with the same sheets, but its rows drawn by what TanStack Virtual says is in sight. */
async function peerPage(page: Page): Promise<string> {
  const html = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const script of copy.querySelectorAll("script, link[rel=modulepreload], link[rel=preload]")) script.remove();
    const rows = [...copy.querySelectorAll("tr[data-slot]")];
    const template = document.createElement("template");
    template.id = "row";
    template.content.append(rows[0]?.cloneNode(true) ?? "");
    for (const row of rows) row.remove();
    copy.querySelector("body")?.append(template);
    return copy.outerHTML;
  });
  return `<!doctype html>${html.replace("</body>", `${PEER}</body>`)}`;
}

const PEER = `<script>window.process = { env: { NODE_ENV: "production" } };</script>
<script type="module">
import { Virtualizer, windowScroll, observeWindowOffset, observeWindowRect } from "/peer/index.js";
const body = document.querySelector("table.virtual tbody");
const [above, below] = body.querySelectorAll(".spacer");
const template = document.querySelector("#row").content.firstElementChild;
const drawn = new Map();
const make = (index) => {
  const row = template.cloneNode(true);
  const number = "+1 312-200-" + index;
  row.setAttribute("aria-rowindex", index + 2);
  row.querySelector("input").setAttribute("aria-label", "Select " + number);
  row.querySelector(".number").textContent = number;
  for (const cell of row.querySelectorAll("td.mid, .sub")) cell.textContent = "Agent: Ana Ruiz " + index;
  row.querySelector("button").setAttribute("aria-label", "Edit " + number);
  return row;
};
const draw = () => {
  const items = list.getVirtualItems();
  const wanted = new Set(items.map((item) => item.index));
  for (const [index, row] of drawn) if (!wanted.has(index)) { row.remove(); drawn.delete(index); }
  let after = above;
  for (const { index } of items) {
    let row = drawn.get(index);
    if (row === undefined) { row = make(index); drawn.set(index, row); }
    if (after.nextSibling !== row) after.after(row);
    after = row;
  }
  above.firstElementChild.style.setProperty("--height", (items[0]?.start ?? 0) + "px");
  below.firstElementChild.style.setProperty("--height", list.getTotalSize() - (items.at(-1)?.end ?? 0) + "px");
};
const list = new Virtualizer({ count: 100000, estimateSize: () => 36, overscan: 8, getScrollElement: () => window, observeElementRect: observeWindowRect, observeElementOffset: observeWindowOffset, scrollToFn: windowScroll, onChange: draw, initialRect: { width: innerWidth, height: innerHeight } });
list._didMount(); list._willUpdate(); draw();
</script>`;
