// A draft of 5,000 changes, each to another number in another way: readable at first sight, all of it reachable.
import { openRescued, sample } from "./clashes.ts";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { expectNoSidewaysScroll, go } from "./helpers.ts";
import type { Page } from "@playwright/test";

const COUNT = 5_000;
const own = "01900000-0000-7000-8000-000900000001";
const user = (place: number) => `01900000-0000-7000-8000-001${place.toString(16).padStart(9, "0")}`;
const number = (place: number) => `+1415${5_000_000 + place}`;
const hours = { days: { weekdays_weekends: { weekdays: [["08:00", "17:00"]], weekends: [] } }, observed_holidays: [], time_zone: "America/Chicago" };
const text = (message: string) => ({ on: { message, schedule: hours } });
const places = Array.from({ length: COUNT }, (_, place) => place);

/** The sample company with 5,000 agents more, each with a number and a text of their own. */
const company = {
  ...sample,
  users: [
    ...sample.users,
    ...places.map((place) => ({
      ...sample.users[3],
      id: user(place),
      email: `agent${place}@larkspur.example`,
      first_name: "Agent",
      last_name: `No${place}`,
      deflection: text(`Closed at desk ${place}.`),
    })),
  ],
  numbers: [
    ...sample.numbers,
    ...places.map((place) => ({
      entered_as: "",
      facts: null,
      label: `Desk ${place}`,
      number: number(place),
      role: { direct: { owner: { agent: user(place) } } },
      slot: 0,
    })),
  ],
};

const change = (place: number) => ({ set_user_deflection: { user: user(place), deflection: text(`Back at eight at desk ${place}.`) } });
const rename = { rename_team: { team: "01900000-0000-7000-8000-000100000003", name: "Europa" } };

async function openDraft(page: Page, intents: object[]): Promise<void> {
  await openRescued(page, {
    meta: [["revision", "1"]],
    snapshot: [["000000", JSON.stringify(company)]],
    drafts: [[own, JSON.stringify({ name: "New texts", base: 1, published: false })]],
    log: intents.map((intent, place) => [`${own}/${String(place).padStart(8, "0")}`, JSON.stringify({ do: { intent } })]),
  });
}

const section = (page: Page) => page.locator("section", { has: page.getByRole("heading", { name: "Same change, together" }) });
const groups = (page: Page) => section(page).locator(".changes > li > details > summary .count", { hasText: "1 number" });

test("the review of 5,000 different numbers begins with the kinds of change, and finds each number", async ({ page }) => {
  test.setTimeout(180_000);
  await openDraft(page, places.map(change));
  await go(page, "Review & publish");
  await expect(page.getByRole("region", { name: "What this publishes" })).toContainText("5,000 numbers change", { timeout: 60_000 });
  const kinds = section(page).getByRole("list", { name: "Kinds of change" });
  await expect(kinds.getByRole("listitem")).toHaveText([/^Another text at the same times5,000 numbers in 5,000 groups/]);
  await expect(groups(page)).toHaveCount(0);
  await expectNoAxeViolations(page);

  await kinds.getByText("Another text at the same times").click();
  await expect(groups(page)).toHaveCount(10);
  await section(page).getByRole("button", { name: "Show 50 more groups of 4,990" }).click();
  await expect(groups(page)).toHaveCount(60);

  const filter = section(page).getByRole("searchbox", { name: "Filter by number, label or owner" });
  await filter.fill("No4321");
  await expect(groups(page)).toHaveCount(1);
  await expect(kinds).toHaveCount(0);
  await section(page).getByText("Another text at the same times").click();
  await expect(section(page).getByRole("list", { name: "Numbers of this group" })).toContainText("Agent No4321");
  await expect(section(page).getByRole("group", { name: "When +14155004321 changes" })).toContainText("Back at eight at desk 4321.");
  await filter.fill("(415) 500-4999");
  await expect(groups(page)).toHaveCount(1);
  await filter.fill("nobody at all");
  await expect(section(page)).toContainText("No number that changes matches.");
  await filter.press("Escape");
  await expect(kinds).toBeVisible();

  // A link to any of the groups opens it and leads there.
  await page.goto("/review?show=4321");
  await expect(section(page).getByText("Group 4,321 of 5,000")).toBeVisible({ timeout: 60_000 });
  const asked = groups(page).locator("..");
  await expect(asked).toBeFocused();
  await expect(asked).toBeInViewport();
  await expect(section(page).getByRole("list", { name: "Numbers of this group" })).toContainText("Agent No");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test("5,000 changes and the parts of a bulk change are all to be read, a part at a time", async ({ page }) => {
  test.setTimeout(180_000);
  const bulk = { bulk: { title: "users.csv", changes: places.slice(0, 250).map(change) } };
  await openDraft(page, [bulk, ...places.slice(1).map(change), rename]);
  await go(page, "Review & publish");
  const changes = page.getByRole("region", { name: "Changes" });
  const lines = changes.locator("> ol > li");
  await expect(lines).toHaveCount(20);
  await expect(lines.first()).toContainText("Users.csv (250 changes).");
  await lines.first().getByText("Its 250 changes").click();
  await expect(lines.first().getByRole("listitem").first()).toContainText("Agent No0");
  await lines.first().getByRole("button", { name: "Show 200 more changes of 230" }).click();
  await expect(lines.first().getByRole("listitem")).toHaveCount(220);
  await changes.getByRole("button", { name: "Show 200 more changes of 4,981" }).click();
  await expect(lines).toHaveCount(220);
  await expectNoAxeViolations(page);

  await go(page, "Drafts");
  const steps = page.getByRole("list", { name: "Steps", exact: true });
  // The last step is the first that one looks for.
  await expect(steps.locator("> li")).toHaveCount(20);
  await expect(steps.locator("> li").last()).toContainText("Rename team Europe to Europa.");
  await page.getByRole("button", { name: "Show 200 steps before these of 4,981" }).click();
  await expect(steps.locator("> li")).toHaveCount(220);
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});
