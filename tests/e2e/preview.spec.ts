// Routing preview: every input stands in the address; why a text is not answered, and the change that answers it.
import type { Locator, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, openSample, tabTo } from "./helpers.ts";

const JONAH = "%2B13125550103";
const EVENING = `/preview?to=${JONAH}&at=2026-10-15%2018:40`;

test.beforeEach(async ({ page }) => {
  await openSample(page, "Routing preview");
});

const why = (page: Page): Locator => page.getByRole("region", { name: "Why not?" });
const outcome = (page: Page, code: string): Promise<void> => expect(page.getByRole("region", { name: "Draft", exact: true }).locator("code")).toHaveText(code);
const add = (page: Page, change: string | RegExp): Locator => why(page).getByRole("button", { name: change });

test("a text after hours is answered by longer hours, by keyboard, and undone", async ({ page }) => {
  await page.goto(EVENING);
  await outcome(page, "deflected.after_hours");
  const global = why(page).getByRole("listitem").filter({ hasText: "Global" });
  await expect(global.first()).toContainText("Open Thursdays 08:00–18:45 instead of 08:00–18:00, Chicago time");
  await expect(global.first()).toContainText("Then: Offered to the agent. D21: Offered to this agent only.");
  await expect(global.first()).toContainText("up to 34 numbers");
  await expect(global.first()).toContainText("+45 min a week");
  // Smallest first: what touches Jonah's number alone stands above what touches all.
  await expect(why(page).getByRole("listitem").first()).toContainText("1 number");
  const button = add(page, /^Add to draft: Open Thursdays 08:00–18:45/);
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  await changes(page, 1);
  await outcome(page, "offered.agent");
  await expect(page.getByText("The draft changes the answer.")).toBeVisible();
  await expect(page.getByText("The draft answers this text.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Why not?" })).toBeFocused();
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await changes(page, 0);
  await outcome(page, "deflected.after_hours");
  await expect(button).toBeVisible();
});

test("a holiday is given up, or a number given to a queue", async ({ page }) => {
  await page.goto(`/preview?to=${JONAH}&at=2026-11-26%2014:40`);
  await outcome(page, "deflected.holiday");
  await expect(why(page)).toContainText("Let Thanksgiving end at 14:30");
  await add(page, /^Add to draft: Give Jonah Whitfield settings of their own: stop observing Thanksgiving/).click();
  await outcome(page, "offered.agent");
  await page.goto("/preview?to=%2B13125550142");
  await outcome(page, "dropped.direct_unassigned");
  await add(page, /^Add to draft: Assign \+1 312-555-0142 to queue Order status$/).click();
  await outcome(page, "offered.queue");
  await changes(page, 2);
});

test("what no change can bring about is said in a sentence", async ({ page }) => {
  await page.goto(`/preview?to=${JONAH}&at=2026-10-15%2010:00`);
  await expect(why(page)).toContainText("The draft answers this text.");
  await expect(why(page).getByRole("listitem")).toHaveCount(0);
  await page.getByLabel("Sender is").selectOption("On the Do Not Contact list");
  await outcome(page, "dropped.opted_out");
  await expect(why(page)).toContainText("Only the sender can come off the Do Not Contact list, by texting START, YES or UNSTOP.");
  await page.getByLabel("Sender is").selectOption("Unknown");
  await page.getByLabel("Agent is").selectOption("Missed Chat");
  await outcome(page, "waiting.agent_missed_chat");
  await expect(why(page)).toContainText("The text waits until the agent is Available again");
  await expect(why(page)).toContainText("Give +1 312-555-0103 to queue Order status instead");
});

test("the address shows the same to others, down to the emptied text", async ({ page }) => {
  await page.goto(EVENING);
  await page.getByLabel("Sender", { exact: true }).fill("+44 20 7946 0999");
  await page.getByLabel("Text", { exact: true }).fill("");
  await page.getByLabel("Received at").fill("2026-12-24 09:30");
  await page.getByRole("combobox", { name: "Time zone" }).fill("London");
  await page.getByRole("option", { name: /Europe\/London/ }).click();
  await page.getByLabel("Agent is").selectOption("On a call");
  await page.getByLabel("Chat between the two").selectOption("Dismissed");
  await page.getByLabel("Sender is").selectOption("Got a deflection text a minute ago");
  await expect(page.getByText("Thu 24 Dec 2026, 09:30 London")).toBeVisible();
  await outcome(page, "resumed");
  await expect(page).toHaveURL(/sender=/);
  const other = await page.context().newPage();
  await other.clock.setFixedTime(new Date("2027-03-01T12:00:00Z"));
  await other.goto(page.url());
  await expect(other.getByRole("combobox", { name: "Receiving number" })).toHaveValue("+1 312-555-0103");
  await expect(other.getByLabel("Sender", { exact: true })).toHaveValue("+44 20 7946 0999");
  await expect(other.getByLabel("Text", { exact: true })).toHaveValue("");
  await expect(other.getByLabel("Received at")).toHaveValue("2026-12-24 09:30");
  await expect(other.getByRole("combobox", { name: "Time zone" })).toHaveValue(/Europe\/London/);
  await expect(other.getByLabel("Agent is")).toHaveValue("call");
  await expect(other.getByLabel("Chat between the two")).toHaveValue("dismissed");
  await expect(other.getByLabel("Sender is")).toHaveValue("told");
  await outcome(other, "resumed");
  await other.close();
});

test("an address without a moment gets the present one, which then stands in it", async ({ page }) => {
  await expect(page).toHaveURL(/at=2026-10-15(%20|\+)14(%3A|:)32/);
  await expect(page.getByRole("button", { name: "Now", exact: true })).toHaveAttribute("aria-pressed", "true");
});

test("quick picks lead to the moments people ask about", async ({ page }) => {
  await page.goto(EVENING);
  const at = page.getByLabel("Received at");
  for (const [name, expected] of [["Tonight", "2026-10-15 22:00"], ["Next holiday", "2026-11-26 10:00"], ["Next clock change", "2026-11-01 01:00"], ["Now", "2026-10-15 14:32"]] as const) {
    const pick = page.getByRole("button", { name, exact: true });
    await pick.click();
    await expect(at).toHaveValue(expected);
    await expect(pick).toHaveAttribute("aria-pressed", "true");
  }
  // What the clock does not show, and what it shows twice, is said.
  await at.fill("2027-03-14 02:30");
  await expect(page.getByText("The clock skips that time; read as Sun 14 Mar 2027, 03:00 Chicago")).toBeVisible();
  await at.fill("2026-11-01 01:30");
  await expect(page.getByText("the clock shows that time twice, this is the first")).toBeVisible();
});

test("on a small screen, in both schemes, all of it can be read", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(EVENING);
  await expect(why(page).getByRole("listitem").first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
});

test("a pinned text is checked on every draft, and a broken one is confirmed before Publish", async ({ page }) => {
  await page.goto(`/preview?to=${JONAH}&at=2026-10-15%2010:00`);
  await outcome(page, "offered.agent");
  await page.getByRole("button", { name: "Pin this text" }).click();
  const dialog = page.getByRole("dialog", { name: "Pin this text" });
  await expect(dialog).toContainText("Expected from now on: Offered to the agent.");
  await dialog.getByRole("button", { name: "Pin", exact: true }).click();
  await expect(dialog).toContainText("Enter a name for the pinned text");
  await dialog.getByLabel("Name").fill("Jonah by day");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await changes(page, 1);
  await expect(page.getByText("As expected: Offered to the agent.")).toBeVisible();
  await page.getByRole("button", { name: "Rename Jonah by day" }).click();
  const rename = page.getByRole("dialog", { name: "Rename pinned text" });
  await expect(rename.getByLabel("Name")).toHaveValue("Jonah by day");
  await rename.getByLabel("Name").fill("Jonah at ten");
  await rename.getByRole("button", { name: "Rename", exact: true }).click();
  await page.goto("/review");
  await expect(page.getByText("1 of 1 text as expected.")).toBeVisible();
  // The number goes to a queue by the offer on the page, so the pin is broken.
  await page.goto(EVENING);
  await page.getByLabel("Agent is").selectOption("Missed Chat");
  await page.getByLabel("Received at").fill("2026-10-15 10:00");
  await add(page, /^Add to draft: Give \+1 312-555-0103 to queue Order status/).click();
  await expect(page.getByText("Expected: Offered to the agent. Now: Offered to the queue.")).toBeVisible();
  await page.goto("/review");
  const publish = page.getByRole("button", { name: /^Publish as revision/ });
  await expect(page.getByRole("region", { name: "What this publishes" })).toContainText(/ numbers? changes?\b/);
  await expect(page.getByText("0 of 1 text as expected.")).toBeVisible();
  for (const other of await page.getByRole("checkbox", { name: /^Publish although \d+ number/ }).all()) await other.check();
  await expect(publish).toHaveAttribute("aria-disabled", "true");
  const confirm = page.getByRole("checkbox", { name: "Publish although the pinned text Jonah at ten is broken" });
  await confirm.check();
  await expect(publish).not.toHaveAttribute("aria-disabled", "true");
  await confirm.uncheck();
  await expect(publish).toHaveAttribute("aria-disabled", "true");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Expect this of Jonah at ten" }).click();
  await expect(confirm).toHaveCount(0);
  await expect(publish).not.toHaveAttribute("aria-disabled", "true");
  await publish.click();
  await page.reload();
  await page.goto(EVENING);
  await expect(page.getByText("As expected: Offered to the queue.")).toBeVisible();
  await page.getByRole("button", { name: "Unpin Jonah at ten" }).click();
  await expect(page.getByRole("heading", { name: "Pinned texts" })).toHaveCount(0);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: "Jonah at ten" }).click();
  await expect(page.getByLabel("Received at")).toHaveValue("2026-10-15 10:00");
});
