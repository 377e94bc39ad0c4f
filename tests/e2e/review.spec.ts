// Review & publish: the sample company is reorganised in a draft, and the review is compared with a count by brute force.
import { readFileSync } from "node:fs";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { addNumber, go, publish, saved, startWithSample } from "./pages.ts";
import { differences, type Hours, type Policy } from "./brute_force.ts";
import type { Page } from "@playwright/test";

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
const group = (page: Page, name: string | RegExp) => page.getByRole("listitem").filter({ has: page.locator("summary", { hasText: name }) }).first();

/** The stretches of time in the table of a number, all of them. */
async function shownRanges(page: Page, number: string): Promise<string[]> {
  const table = page.getByRole("group", { name: `When ${number} changes` });
  const more = table.locator("..").getByRole("button", { name: /stretch/ });
  await expect(table).toBeVisible();
  while (await more.isVisible()) {
    const before = await table.getByRole("row").count();
    await more.click();
    await expect.poll(() => table.getByRole("row").count()).toBeGreaterThan(before);
  }
  const times = await table.locator("time").evaluateAll((all) => all.map((one) => new Date(one.getAttribute("datetime")!).toISOString()));
  return times.flatMap((from, place) => (place % 2 === 0 ? [`${from} ${times[place + 1]}`] : []));
}

const standard: Hours = { zone: "America/Chicago", spans: [["08:00", "18:00"]], holidays: ["thanksgiving", "12-25", "2026-12-04", "new year's eve"] };
const global: Policy = { owner: "", reply: "Larkspur Home is closed now.", hours: standard };
const europe: Policy = { owner: "", reply: "London", hours: { ...standard, zone: "Europe/London", spans: [["08:30", "17:30"]] } };
const support: Policy = {
  owner: "",
  reply: "Support is closed.",
  hours: { ...standard, spans: [["08:00", "20:00"]], holidays: [...standard.holidays, "2026-12-24"] },
};

test("the review shows exactly the ranges that a count by brute force finds", async ({ page }) => {
  test.slow();
  await openDraft(page, draft);
  await expect(page.getByText(/^\d+ numbers change$/).first()).toBeVisible();
  await go(page, "Review & publish");
  await expect(plan(page)).toContainText(/^\d+ numbers change: \+[\d,.]+ open hours, −[\d,.]+ in the coming year\. First difference/);

  // The override of the team: eight agents less the one who has hours of her own and the one who swaps.
  const later = group(page, /6 numbers, each/);
  await expect(later).toContainText("Answered at other times");
  await later.locator("summary").first().click();
  await expect(page).toHaveURL(/show=\d+/);
  await later.getByText("+1 312-555-0104").click();
  const team = differences({ ...global, level: "global" }, { ...support, level: "team" });
  expect(await shownRanges(page, "+13125550104")).toEqual(team);

  // Hours of his own with a break, in London.
  const own = page.locator(".changes > li", { has: page.locator("summary .count", { hasText: "1 number" }) });
  await own.filter({ hasText: "Answered at other times" }).locator("summary").first().click();
  const alone: Policy = { owner: "", reply: "Henry is out.", hours: { ...europe.hours, spans: [["07:00", "12:00"], ["13:00", "16:30"]] } };
  expect(await shownRanges(page, "+442079460115")).toEqual(differences({ ...europe, level: "team" }, { ...alone, level: "user" }));

  // The swap: every minute is another owner's.
  const swapped = page.getByRole("listitem").filter({ has: page.locator("summary", { hasText: "Gets another owner" }) });
  await expect(swapped.first()).toBeVisible();
  await swapped.filter({ has: page.locator("summary .count", { hasText: "1 number" }) }).first().locator("summary").first().click();
  const number = page.getByRole("group", { name: /^When \+(13125550107|442079460117) changes$/ });
  await expect(number).toBeVisible();
  const name = (await number.getAttribute("aria-label"))!;
  const felixBefore: Policy = { ...global, owner: "felix", level: "global" };
  const tomBefore: Policy = { ...europe, owner: "tom", level: "team" };
  const expected = name.includes("+1312")
    ? differences(felixBefore, { ...europe, owner: "tom", level: "team" })
    : differences(tomBefore, { ...support, owner: "felix", level: "team" });
  expect(await shownRanges(page, name.split(" ")[1]!)).toEqual(expected);
});

/** What the export of the workspace says, the draft included. */
async function exported(page: Page): Promise<unknown> {
  const [download] = await Promise.all([page.waitForEvent("download"), (async () => {
    await page.getByRole("button", { name: /^Draft / }).click();
    await page.getByRole("menuitem", { name: "Export workspace" }).click();
  })()]);
  return JSON.parse(readFileSync(await download.path(), "utf8"));
}

test("a published reorganisation is reverted, and the configuration is what it was", async ({ page }) => {
  test.slow();
  await startWithSample(page);
  const before = await exported(page);
  await page.getByRole("button", { name: /^Draft / }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: "Open a file…" }).click();
  await (await chooser).setFiles({ name: "rescue.json", mimeType: "application/json", buffer: Buffer.from(rescue(draft)) });
  await page.getByRole("dialog").getByRole("button", { name: "Open the file" }).click();
  await publish(page, "Winter", "Grace Hollis");
  await saved(page);
  expect(await exported(page)).not.toEqual(before);
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
  expect(await exported(page)).toEqual(before);
});

test("clock changes, holidays, findings and coverage are rehearsed before publishing", async ({ page }) => {
  await openDraft(page, draft);
  await page.goto("/review?show=1");
  await expect(plan(page)).toContainText("numbers change");
  await expect(page.getByRole("group", { name: "Holidays" }).getByRole("row", { name: /Winter closing/ })).toContainText("Thu 24 Dec 2026");
  await expect(page.getByRole("group", { name: "Clock changes" }).getByRole("row")).toHaveCount(7);
  await expect(page.getByText("No owner").first()).toBeVisible();
  const coverage = page.locator("section", { has: page.getByRole("heading", { name: "Coverage" }) });
  await expect(coverage.getByRole("img", { name: /^Every day of the coming year/ })).toBeVisible();
  await coverage.getByText("Same facts as a table").click();
  await expect(coverage.getByRole("rowheader", { name: "Monday" })).toBeVisible();
  await expect(coverage.getByRole("rowheader", { name: "December 2026" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
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
