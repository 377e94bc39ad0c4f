// Home: what needs attention, what the draft holds, who answers.
import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go, openSample } from "./helpers.ts";
import { addNumber, publish, saved, turnSmsOff } from "./pages.ts";

/** Home, once the draft has turned SMS off. */
async function withoutSms(page: Page): Promise<void> {
  await page.goto("/settings/chat/sms");
  await turnSmsOff(page);
  await changes(page, 1);
  await saved(page);
  await page.goto("/");
}

test("the last three changes of the draft are named, the newest first", async ({ page }) => {
  await openSample(page, "Phone number management");
  for (const last of [1, 2, 3, 4]) await addNumber(page, `+4420794609${last}0`, `London ${last}`);
  await go(page, "Home");
  const last = page.getByRole("list", { name: "Last changes" }).getByRole("listitem");
  await expect(last).toHaveCount(3);
  await expect(last.first()).toContainText("0940");
  await expect(last.last()).toContainText("0920");
  await page.getByRole("button", { name: /^Undo:/ }).click();
  await expect(last.first()).toContainText("0930");
});

test("how much of the coming week is answered is told at a glance, and follows the draft", async ({ page }) => {
  await openSample(page, "Home");
  const card = page.getByRole("main");
  await expect(card).toContainText(/Of the coming seven days \d+\.\d % answered, \d+\.\d % deflected, \d+\.\d % nobody\./);
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await withoutSms(page);
  await expect(card).toContainText("0.0 % answered, 0.0 % deflected, 100.0 % nobody.");
});

test("R71 a missing personal queue is made with one press, and the finding is gone", async ({ page }) => {
  await openSample(page, "Home");
  const missing = page.getByRole("listitem").filter({ hasText: "No personal queue" });
  const first = missing.filter({ hasText: "has direct numbers, and no queue of their own" }).first();
  const agent = /(\S+ \S+) has direct numbers/.exec(await first.innerText())?.[1] ?? "";
  expect(agent).not.toBe("");
  await first.getByRole("button", { name: "Create the queue" }).click();
  await changes(page, 1);
  await expect(missing.filter({ hasText: `${agent} has direct numbers` })).toHaveCount(0);
  await go(page, "Queue");
  await expect(page.getByRole("row", { name: new RegExp(`^${agent}'s chats`) })).toBeVisible();
});

test("each team's day stands beside what its numbers do now, live and in the draft", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-10-15T19:32:00Z"));
  await openSample(page, "Home");
  const table = page.getByRole("table", { name: "When the agents of each team answer today, in the open draft" });
  const europe = table.getByRole("row", { name: /^Europe Support/ });
  await expect(europe).toContainText("Deflects until Fri 08:30 London");
  await expect(europe.getByRole("img")).toHaveAccessibleName("Today, Chicago time: answered 9 hours");
  await expect(table.getByRole("row", { name: /^Americas Billing/ })).toContainText("Answers until 18:00 Chicago");
  await expect(table.getByRole("row", { name: /^Europe Support|^Americas \w+|^Pacific Support/ })).toHaveCount(4);
  await expectNoAxeViolations(page);
  await withoutSms(page);
  await expect(europe).toContainText("Dropped, SMS is off");
  await expect(europe.getByRole("img")).toHaveAccessibleName("Today, Chicago time: answered 0 hours, 9 live");
  await europe.getByRole("link", { name: "Europe Support" }).click();
  await expect(page.getByRole("dialog", { name: "Edit team: Europe Support" })).toBeVisible();
});

test("clocks that change and holidays are seen coming, and what was published lately is one press away", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-10-15T19:32:00Z"));
  await openSample(page, "Home");
  const card = (name: string) => page.locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });
  const coming = card("Coming up").getByRole("listitem");
  await expect(coming.first()).toHaveText("London clocks go backSun 25 Oct");
  await expect(coming.filter({ hasText: "Thanksgiving" })).toContainText("Thu 26 Nov");
  await expect(card("Published lately")).toHaveCount(0);
  await go(page, "Phone number management");
  await addNumber(page, "+442079460910", "London");
  await saved(page);
  await publish(page, "A number for London");
  await go(page, "Home");
  await expect(card("Published lately").getByRole("listitem")).toContainText("A number for London");
  await card("Published lately").getByRole("link", { name: "2" }).click();
  await expect(page.getByRole("dialog")).toContainText("A number for London");
});
