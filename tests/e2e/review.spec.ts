// Review & publish: the sample company is reorganised in a draft, and the review is compared with a count by brute force.
import { readFileSync } from "node:fs";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { expectNoSidewaysScroll, go, tabTo } from "./helpers.ts";
import { addNumber, exported, option, publish, saved, startWithSample } from "./pages.ts";
import { differences } from "./brute_force.ts";
import { carriedOut, type DraftFile } from "./exported.ts";
import type { Locator, Page } from "@playwright/test";

const sample = JSON.parse(readFileSync(new URL("../../public/sample-company.json", import.meta.url), "utf8")).workspace;
const id = (kind: number, place: number) => `01900000-0000-7000-8000-000${kind}000000${place.toString(16).padStart(2, "0")}`;
const [felix, henry, tom] = [id(2, 7), id(2, 15), id(2, 17)];
const company = [0, 1, 2, 3].map((place) => id(5, place));
const closing = id(5, 9);
const observed = [...company, closing];

const weekly = (time_zone: string, weekdays: [string, string][], observed_holidays: string[]) => ({
  days: { weekdays_weekends: { weekdays, weekends: [] } },
  observed_holidays,
  time_zone,
});
const on = (message: string, schedule: object) => ({ on: { message, schedule } });

// New hours in two zones, an override of a team, two agents who swap their numbers, a holiday.
const draft = [
  { add_holiday: { holiday: { folder: id(4, 0), id: closing, kind: { once: { from: "2026-12-24", to: "2026-12-24" } }, message: null, name: "Winter closing", times: null } } },
  { set_global_deflection: { deflection: on("Closed now.", weekly("America/Chicago", [["09:00", "18:00"]], observed)) } },
  { set_team_deflection: { team: id(1, 1), deflection: on("Support is closed.", weekly("America/Chicago", [["08:00", "20:00"]], observed)) } },
  { set_user_deflection: { user: henry, deflection: on("Henry is out.", weekly("Europe/London", [["07:00", "12:00"], ["13:00", "16:30"]], company)) } },
  { unassign: { number: "+13125550107" } },
  { unassign: { number: "+442079460117" } },
  { assign: { number: "+13125550107", owner: { agent: tom } } },
  { assign: { number: "+442079460117", owner: { agent: felix } } },
];

/** What the app's own rescue file looks like: published is the sample company, open is a draft of these changes. */
function rescue(changes: object[], workspace: object = sample): string {
  const own = "01900000-0000-7000-8000-000900000001";
  return JSON.stringify({
    format: "direct-sms rescue",
    version: 1,
    tables: {
      meta: [["revision", "1"]],
      snapshot: [["000000", JSON.stringify(workspace)]],
      drafts: [[own, JSON.stringify({ name: "Winter hours", base: 1, published: false })]],
      log: changes.map((intent, place) => [`${own}/${String(place).padStart(8, "0")}`, JSON.stringify({ do: { intent } })]),
    },
  });
}

async function openDraft(page: Page, changes: object[], workspace?: object): Promise<void> {
  await page.goto("/");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file" }).click();
  const file = { name: "rescue.json", mimeType: "application/json", buffer: Buffer.from(rescue(changes, workspace)) };
  await (await chooser).setFiles(file);
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
}

const plan = (page: Page) => page.getByRole("region", { name: "What this publishes" });

/** Every row of a number's table: from, to, and what becomes of a text on both sides. */
const shownRanges = (table: Locator): Promise<string[]> =>
  // By the page itself: to look for each of some hundred buttons and rows from outside took most of a minute.
  table.evaluate(async (frame) => {
    const rows = frame.getElementsByTagName("tr");
    for (let more; (more = frame.parentElement?.querySelector<HTMLElement>(":scope > div > button")); ) {
      const before = rows.length;
      more.click();
      while (rows.length === before) await new Promise(requestAnimationFrame);
    }
    return [...frame.querySelectorAll("tbody tr")].map((row) => {
      const times = [...row.querySelectorAll("time")].map((time) => new Date(time.dateTime).toISOString());
      return [...times, [...row.querySelectorAll("b")].map((outcome) => outcome.textContent).join(" → ")].join(" ");
    });
  });

/** All that the review shows, group by group: each number with its stretches of time. */
async function shown(page: Page): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  await expect(page.locator(".changes > li").first()).toBeVisible();
  const kinds = page.getByRole("list", { name: "Kinds of change" });
  const isMany = await kinds.isVisible();
  if (isMany) for (const kind of await kinds.locator("> li > details > summary").all()) await kind.click();
  const groups = page.locator(isMany ? ".changes .changes > li" : ".changes > li");
  await expect(groups.first()).toBeVisible();
  const more = page.getByRole("button", { name: /more groups? of/ });
  while (await more.first().isVisible()) await more.first().click();
  for (const group of await groups.all()) {
    const head = group.locator("summary").first();
    await head.click();
    const numbers = group.getByRole("list", { name: "Numbers of this group" }).locator("> li");
    await expect(numbers.first()).toBeVisible();
    const rest = group.getByRole("button", { name: /more numbers? of/ });
    if (await rest.isVisible()) await rest.click();
    await expect(rest).toHaveCount(0);
    for (const number of await numbers.all()) {
      const table = number.getByRole("group", { name: /^When \+\d+ changes$/ });
      if (!(await table.isVisible())) await number.locator("summary").click();
      await expect(table).toBeVisible();
      const name = (await table.getAttribute("aria-label"))!.split(" ")[1]!;
      found.set(name, await shownRanges(table));
      await number.locator("summary").dispatchEvent("click");
    }
    await head.click();
  }
  return found;
}

async function exportedDraft(page: Page, name: string): Promise<DraftFile> {
  await go(page, "Drafts");
  const [download] = await Promise.all([page.waitForEvent("download"), option(page, name, "Export as a file")]);
  return JSON.parse(readFileSync(await download.path(), "utf8"));
}

test("the review shows exactly what is counted from the exported files, and a revert leads back to the head", async ({ page }) => {
  test.setTimeout(360_000);
  await startWithSample(page);
  const head = await exported(page);
  await page.getByRole("button", { name: /^Draft / }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: "Open a file…" }).click();
  await (await chooser).setFiles({ name: "rescue.json", mimeType: "application/json", buffer: Buffer.from(rescue(draft)) });
  await page.getByRole("dialog").getByRole("button", { name: "Open the file" }).click();
  const file = await exportedDraft(page, "Winter hours");
  expect(file.intents).toHaveLength(draft.length);
  const counted = differences(head.workspace, carriedOut(head.workspace, file));
  // Both who swap, the override's team, his own hours, and those who follow Global, queues among them.
  for (const number of ["+13125550107", "+442079460117", "+13125550104", "+442079460115", "+13125550130"]) expect(counted.get(number)?.length, number).toBeGreaterThan(1);

  await go(page, "Review & publish");
  await expect(plan(page)).toContainText(new RegExp(`^${counted.size} numbers change: \\+[\\d,.]+ open hours, −[\\d,.]+ in the coming year\\. First difference`));
  const seen = await shown(page);
  expect([...seen.keys()].sort()).toEqual([...counted.keys()].sort());
  for (const [number, stretches] of counted) expect(seen.get(number), number).toEqual(stretches);

  await publish(page, "Winter", "Grace Hollis");
  await saved(page);
  expect(await exported(page)).not.toEqual(head);
  await page.goto("/history?revision=2");
  await page.getByRole("button", { name: "Revert…" }).click();
  await expect(page).toHaveURL("/history?revision=2&show=revert");
  const dialog = page.getByRole("dialog", { name: "Revert revision 2?" });
  await expect(dialog.getByRole("row", { name: "Holiday Winter closing Removed" })).toBeVisible();
  await expect(dialog.getByRole("region", { name: "What stays" })).toHaveCount(0);
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Open as a draft" }).click();
  await expect(page.getByRole("button", { name: "Draft Revert of revision 2: Winter hours" })).toBeVisible();
  await publish(page, "It was too early");
  await saved(page);
  expect(await exported(page)).toEqual(head);
});

test("clock changes, holidays, findings and coverage are rehearsed before publishing", async ({ page }) => {
  await openDraft(page, draft);
  await page.goto("/review");
  await expect(plan(page)).toContainText("numbers change");
  await expect(page.getByRole("region", { name: "What this publishes" })).toContainText("Worked out for a plain text from an unknown sender, with no open session and all agents Available.");
  // The coverage of a group is that of all its numbers.
  const several = page.locator("summary .count").filter({ hasText: /^([2-9]|\d{2,}) / });
  const group = page.locator(".changes > li").filter({ has: several }).first();
  await group.locator("summary").first().click();
  const read = (text: string | null) => (text ?? "").match(/\d[\d,]*(\.\d)?/g)!.map((figure) => Number(figure.replaceAll(",", "")));
  const [numbers] = read(await group.locator("summary .count").first().textContent());
  const [gained, lost] = read(await group.locator("summary .delta").first().textContent());
  expect(numbers).toBeGreaterThan(1);
  const [live, drafted] = read((await group.getByRole("img", { name: /^Every day of the coming year/ }).getAttribute("aria-label"))!.split("time:")[1]!);
  expect(Math.abs(drafted! - live! - numbers! * (gained! - lost!))).toBeLessThan(numbers! * 0.2);
  await expect(page.getByRole("group", { name: "Holidays" }).getByRole("row", { name: /Winter closing/ })).toContainText("Thu 24 Dec 2026");
  await expect(page.getByRole("group", { name: "Clock changes" }).getByRole("row")).toHaveCount(7);
  // A line unfolds to its numbers, and each of them to a text at that moment.
  const closing = page.getByRole("group", { name: "Holidays" }).getByRole("row", { name: /Winter closing/ });
  const touched = Number(await closing.getByRole("cell").nth(1).textContent());
  expect(touched).toBeGreaterThan(0);
  await closing.getByText(`${touched} number`).click();
  await expect(closing.getByRole("list", { name: "Numbers touched" }).getByRole("link")).toHaveCount(Math.min(touched, 10));
  await expect(closing.getByRole("link").first()).toHaveAttribute("href", /^\/preview\?to=%2B\d+&at=2026-12-24%2012%3A00$/);
  await expect(page.getByText("No owner").first()).toBeVisible();
  const coverage = page.locator("section", { has: page.getByRole("heading", { name: "Coverage" }) });
  await expect(coverage.getByRole("img", { name: /^Every day of the coming year/ })).toBeVisible();
  await coverage.getByText("Same facts as a table").click();
  await expect(coverage.getByRole("rowheader", { name: "Monday", exact: true })).toBeVisible();
  await expect(coverage.getByRole("rowheader", { name: "December 2026" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
});

test("a square of the coverage leads to the stretches of time behind it, by mouse and by keyboard", async ({ page }) => {
  await openDraft(page, draft);
  await page.goto("/review");
  const coverage = page.locator("section", { has: page.getByRole("heading", { name: "Coverage" }) });
  const week = coverage.getByRole("img", { name: /^A normal week/ });
  const box = (await week.boundingBox())!;
  // Thursday, 18:00 to 18:30: where the team's hours are longer now.
  await week.click({ position: { x: ((36 + 36.5 * 15) / 756) * box.width, y: ((18 + 3.4 * 20) / 158) * box.height } });
  const behind = page.getByRole("region", { name: "Behind Thursdays, 18:00–18:30, Chicago time" });
  await expect(behind.getByRole("listitem").filter({ hasText: "6 numbers" }).first()).toContainText("Thu 15 Oct 2026, 18:00 to Thu 15 Oct 2026, 20:00: Deflected, outside hours → Offered to the agent");
  await expectNoAxeViolations(page);
  await behind.getByRole("link", { name: "Answered at other times" }).first().click();
  await expect(page).toHaveURL(/show=\d+/);
  await behind.getByRole("button", { name: "Close" }).click();
  await expect(behind).toHaveCount(0);

  await tabTo(page, coverage.getByRole("combobox", { name: "Day of the week" }));
  await page.keyboard.type("Sunday");
  await expect(page.getByRole("region", { name: "Behind Sundays, 12:00–12:30, Chicago time" })).toContainText(/Gets another owner/);
  await coverage.getByText("Same facts as a table").click();
  await coverage.getByRole("button", { name: "Thu 24 Dec 2026" }).click();
  await expect(page.getByRole("region", { name: "Behind Thu 24 Dec 2026, Chicago time" })).toContainText("Offered to the agent → Deflected, holiday");

  // The same facts drawn and told.
  await expect(coverage.getByRole("img", { name: /^Answered hours of the coming year by day of the week/ })).toBeVisible();
  await expect(coverage.getByRole("rowheader", { name: "Thursdays" })).toBeVisible();
  const levels = page.locator("section", { has: page.getByRole("heading", { name: "Levels" }) });
  await expect(levels.getByRole("img", { name: /^Numbers by level/ })).toBeVisible();
  const team = levels.getByRole("row", { name: /^Team/ }).getByRole("cell");
  await expect(team).toHaveText([/^12 /, /^18 /, "+6"]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test("each number is traced in a square, also where nothing differs", async ({ page }) => {
  // The same text at other hours: at night all stays as it was.
  const { message, schedule } = sample.settings.deflection.on;
  const later = { ...schedule, days: { weekdays_weekends: { weekdays: [["10:00", "19:00"]], weekends: [] } } };
  await openDraft(page, [{ set_global_deflection: { deflection: { on: { message, schedule: later } } } }]);
  await page.goto("/review");
  const coverage = page.locator("section", { has: page.getByRole("heading", { name: "Coverage" }) });
  await coverage.getByRole("combobox", { name: "Day of the week" }).selectOption("Monday");
  await coverage.getByRole("combobox", { name: "Half hour" }).selectOption("18:00–18:30");
  const traces = coverage.getByRole("group", { name: "What each number answers then" });
  const first = traces.getByRole("row").nth(1);
  await expect(first).toContainText(/^\+1 312-555-\d{4}Mon 19 Oct 2026, 18:00Deflected, outside hours.*Offered to the agent/);
  await coverage.getByRole("combobox", { name: "Half hour" }).selectOption("03:00–03:30");
  await expect(coverage.getByText("Nothing differs: every text meets what it met before.")).toBeVisible();
  await expect(first).toContainText(/^\+1 312-555-\d{4}Mon 19 Oct 2026, 03:00Deflected, outside hours.*The same/);
  await coverage.getByRole("button", { name: /^Show \d+ more numbers of/ }).click();
  await expect(traces.getByRole("row", { name: /The same/ }).nth(6)).toBeVisible();
  await expectNoAxeViolations(page);
  await first.getByRole("link", { name: /^Trace of \+1 312-555-\d{4} at Mon 19 Oct 2026, 03:00$/ }).click();
  await expect(page.getByText("Mon 19 Oct 2026, 03:00 Chicago", { exact: true })).toBeVisible();
  for (const side of ["Live, revision 1", "Draft"]) await expect(page.getByRole("region", { name: side, exact: true }).locator("code")).toHaveText("deflected.after_hours");
});

test("the table says all that the drawings say", async ({ page }) => {
  await openDraft(page, draft);
  await page.goto("/review");
  const coverage = page.locator("section", { has: page.getByRole("heading", { name: "Coverage" }) });
  const drawn = (await coverage.getByRole("img", { name: /^Every day of the coming year/ }).getAttribute("aria-label"))!;
  const figure = (text: string) => Number(text.replaceAll(",", "").replace("−", "-"));
  const [live, drafted] = [...drawn.split("time:")[1]!.matchAll(/\d[\d,]*(?:\.\d)?/g)].map(([text]) => figure(text));
  await coverage.getByText("Same facts as a table").click();
  await coverage.getByRole("button", { name: /^Show all 36\d days$/ }).click();
  const days = await coverage.getByRole("rowgroup", { name: "All days" }).getByRole("row").evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
  );
  expect(days.length).toBeGreaterThan(364);
  const total = (column: number) => days.reduce((sum, day) => sum + figure(day[column]!), 0);
  // Each day is told to a tenth of an hour.
  expect(Math.abs(total(0) - live!)).toBeLessThan(days.length * 0.1);
  expect(Math.abs(total(3) - drafted!)).toBeLessThan(days.length * 0.1);
  // Answered, deflected and nobody are all of a day, whichever side it is.
  const whole = figure(days[30]![0]!) + figure(days[30]![1]!) + figure(days[30]![2]!);
  expect(Math.abs(whole / 24 - Math.round(whole / 24))).toBeLessThan(0.02);
  for (const day of days.slice(30, 36)) for (const side of [0, 3]) {
    const sum = [0, 1, 2].reduce((sum, state) => sum + figure(day[side + state]!), 0);
    expect(Math.abs(sum - whole)).toBeLessThan(0.3 + 0.1 * whole / 24);
  }
  const monday = coverage.getByRole("group", { name: "Most weeks" }).getByRole("row", { name: /^Monday/ });
  await expect(monday.getByRole("cell").first()).toContainText(/Answered .*Deflected /);
  await expectNoAxeViolations(page);
});

test("a number that nobody answers has to be confirmed before publishing", async ({ page }) => {
  await startWithSample(page);
  await go(page, "Phone number management");
  await addNumber(page, "+1 (312) 555.0177", "Night desk");
  await go(page, "Review & publish");
  await expect(plan(page)).toContainText("1 number changes: +0 open hours, −0 in the coming year. First difference at once, Thu 15 Oct 2026, 14:32 Chicago. 1 number is never answered.");
  const publish = page.getByRole("button", { name: "Publish as revision 2" });
  await expect(publish).toBeDisabled();
  await page.getByLabel("Publish although 1 number is never answered").check();
  await publish.click();
  await expect(page.getByText("Published as revision 2")).toBeVisible();
  await expect(page.getByText("The draft changes nothing yet")).toBeVisible();
  await saved(page);
});

test("what cannot be made is told with its reason, and is not published", async ({ page }) => {
  await openDraft(page, [{ assign: { number: "+13125550104", owner: { agent: felix } } }]);
  await go(page, "Review & publish");
  await expect(page.getByRole("region", { name: "Changes" })).toContainText("belongs to agent Tessa Okafor");
  await expect(plan(page)).toContainText("No number changes in the coming year");
  await expect(page.getByRole("button", { name: /^Publish as/ })).toHaveCount(0);
  await expect(page.getByText("1 change still needs an answer")).toBeVisible();
  // It can be dropped or set aside, and either can be undone.
  await page.getByRole("radio", { name: /^Drop mine/ }).check();
  await page.getByRole("button", { name: "Keep these answers" }).click();
  await expect(page.getByText("The draft changes nothing yet")).toBeVisible();
  await page.getByRole("button", { name: "Undo: settle 1 conflict" }).click();
  await expect(page.getByRole("heading", { name: "1 change needs you" })).toBeVisible();
});

test.describe("without the worker", () => {
  test.use({ expectedNoise: /engine_worker/ });

  test("publishing stays possible, and Retry brings the effect", async ({ page }) => {
    await page.route("**/engine_worker*", (route) => route.abort());
    await startWithSample(page);
    await expect(page.getByText("What needs attention cannot be shown.")).toBeVisible();
    await page.getByRole("button", { name: "Retry" }).click();
    await go(page, "Phone number management");
    await addNumber(page, "+442079460999", "Kept");
    await go(page, "Review & publish");
    await expect(plan(page)).toContainText("could not be loaded");
    await expect(page.getByRole("region", { name: "Changes" })).toContainText("Add direct number +44 20 7946 0999");
    const publish = page.getByRole("button", { name: "Publish as revision 2" });
    await expect(publish).toBeDisabled();
    await page.getByLabel("Publish without knowing what changes").check();
    await expect(publish).toBeEnabled();
    await expectNoAxeViolations(page);

    await page.unroute("**/engine_worker*");
    await page.getByRole("button", { name: "Retry" }).click();
    await expect(plan(page)).toContainText("1 number changes");
    await expect(publish).toBeDisabled();
  });
});
