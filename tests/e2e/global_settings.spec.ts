// Direct Numbers Global Settings: the deflection of all who have none of their own.
import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go, openEmpty, openSample, tabTo } from "./helpers.ts";

const PAGE = "Direct Numbers Global Settings";
const message = (page: Page) => page.getByLabel("After-hours deflection message");
const save = (page: Page) => page.getByRole("button", { name: "Save Direct Numbers Global Settings" });
const panel = (page: Page) => page.getByRole("complementary", { name: "What this does" });

test("F8 R44 S103 the switch brings hours and message, and takes them away; what is saved lasts", async ({ page }) => {
  await openSample(page, PAGE);
  const deflection = page.getByRole("switch", { name: "Global SMS after-hours deflection" });
  await expect(deflection).toBeChecked();
  await deflection.uncheck();
  await expect(message(page)).toHaveCount(0);
  await deflection.check();
  await message(page).fill("We are closed. Write again tomorrow.");
  await page.getByLabel("Weekdays, opening 1, from").fill("9");
  await page.getByLabel("Weekdays, opening 1, to").fill("5pm");
  await page.getByLabel("Weekdays, opening 1, to").blur();
  await expect(page.getByLabel("Weekdays, opening 1, to")).toHaveValue("17:00");
  await expect(page.getByText("40 h a week, was 50 h. America/Chicago")).toBeVisible();
  await expect(page.getByText("Next clock change: Sun 1 Nov 2026 from 02:00 to 01:00 Chicago.")).toBeVisible();
  await save(page).click();
  await changes(page, 1);
  await expect(page.getByText("All saved in the draft.")).toBeVisible();
  await expect(page.getByRole("group", { name: "Open draft" }).getByRole("status")).toHaveText(/^Saved /);
  await page.reload();
  await expect(message(page)).toHaveValue("We are closed. Write again tomorrow.");
  await page.getByRole("button", { name: "Undo: change Direct Numbers Global Settings" }).click();
  await expect(page.getByLabel("Weekdays, opening 1, from")).toHaveValue("08:00");
});

test("the panel tells what the form does before it is saved", async ({ page }) => {
  await openSample(page, PAGE);
  await expect(panel(page)).toContainText("Live and with this change alike.");
  // Thursday 14:32: live until 18:00, with this change until 12:00.
  await page.getByLabel("Weekdays, opening 1, to").fill("12:00");
  await expect(panel(page).getByRole("region", { name: /^Live/ })).toContainText("offered.agent");
  await expect(panel(page).getByRole("region", { name: "With this change" })).toContainText("deflected.after_hours");
  await panel(page).getByRole("button", { name: "Next holiday" }).click();
  await expect(panel(page)).toContainText("Thu 26 Nov 2026, 12:00 Chicago");
  await expect(panel(page)).toContainText("deflected.holiday");
  await panel(page).getByRole("button", { name: "Other…" }).click();
  await panel(page).getByLabel("Date and time").fill("2026-10-16 09:00");
  await expect(panel(page)).toContainText("offered.agent");
  await changes(page, 0);
  await expectNoAxeViolations(page);
});

test("S104 S145 what cannot be is refused beside its field and nothing is stored", async ({ page }) => {
  await openSample(page, PAGE);
  await message(page).fill("  ");
  await save(page).click();
  await expect(page.getByText("enter the message that the sender gets")).toBeVisible();
  await expect(message(page)).toBeFocused();
  await message(page).fill("x".repeat(1601));
  await expect(page.getByText("shorten the message to 1600 characters: it has 1601")).toBeVisible();
  await message(page).fill("Back soon");
  const from = page.getByLabel("Weekdays, opening 1, from");
  const refusals: [string, string][] = [
    ["18:00", "opening and closing at “18:00” leaves no hours: for a whole day choose 24 hour operation"],
    ["noon", "“noon” is not a time: write it as “09:00”"],
    ["", "enter the opening time, such as “09:00”"],
  ];
  for (const [text, sentence] of refusals) {
    await from.fill(text);
    await save(page).click();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(from).toBeFocused();
    await expect(panel(page)).toContainText("Mend the form to see what it does.");
  }
  await from.fill("08:00");
  await page.getByRole("button", { name: "Add an opening on Weekdays" }).click();
  await expect(page.getByLabel("Weekdays, opening 2, from")).toBeFocused();
  await page.keyboard.type("17");
  await save(page).click();
  await expect(page.getByText(/begins before “08:00–18:00” has ended/)).toBeVisible();
  await expectNoAxeViolations(page);
  await changes(page, 0);
  await page.getByRole("button", { name: "Remove opening 2 on Weekdays" }).click();
  await save(page).click();
  await changes(page, 1);
});

test("A42 the reply limit is 10 minutes at first, and saved with the rest as one change", async ({ page }) => {
  await openSample(page, PAGE);
  const limit = page.getByLabel("Reply limit, in minutes");
  await expect(limit).toHaveValue("10");
  await limit.fill("10081");
  await save(page).click();
  await expect(page.getByText("enter a whole number of minutes from 0 to 10080")).toBeVisible();
  await expect(limit).toBeFocused();
  await changes(page, 0);
  await limit.fill("0");
  await message(page).fill("Back soon");
  await save(page).click();
  await changes(page, 1);
  await page.getByRole("button", { name: "Undo: change Direct Numbers Global Settings" }).click();
  await expect(limit).toHaveValue("10");
  await expect(message(page)).toHaveValue(/^Larkspur Home is closed now/);
});

test("R45 S105 leaving with unsaved changes asks; Stay keeps them, Leave drops them", async ({ page }) => {
  await openSample(page, PAGE);
  await message(page).fill("Half written");
  await go(page, "Users");
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await expect(question).toContainText("Direct Numbers Global Settings has changes that are not saved.");
  await expectNoAxeViolations(page);
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(message(page)).toHaveValue("Half written");
  await page.goBack();
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
  await changes(page, 0);
  await go(page, PAGE);
  await expect(message(page)).toHaveValue(/^Larkspur Home is closed now/);
  // Closing the tab asks by the browser's own question.
  await message(page).fill("Half written");
  let asked = "";
  page.on("dialog", (dialog) => {
    asked = dialog.type();
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toBe("beforeunload");
});

test("S147 zone, days, holidays and segments follow what is chosen", async ({ page }) => {
  await openSample(page, PAGE);
  const zone = page.getByRole("combobox", { name: "Time zone" });
  await zone.fill("UTC-6");
  await expect(page.getByRole("option", { name: /America\/Costa_Rica/ })).toBeVisible();
  await zone.fill("-06:00");
  await expect(page.getByRole("option", { name: /America\/Costa_Rica/ })).toBeVisible();
  await zone.fill("+5:30");
  await expect(page.getByRole("option", { name: /Asia\/Kolkata/ })).toBeVisible();
  await zone.fill("new york");
  await page.getByRole("option", { name: /^America\/New_York/ }).click();
  await expect(page.getByText("50 h a week, was 50 h in America/Chicago. America/New_York")).toBeVisible();

  await page.getByRole("radio", { name: "Each day" }).check();
  await expect(page.getByLabel("Friday, opening 1, to")).toHaveValue("18:00");
  await page.getByRole("button", { name: "Remove opening 1 on Friday" }).click();
  await page.getByRole("button", { name: "Options for Friday" }).click();
  await page.getByRole("menuitem", { name: "Copy to every day" }).click();
  await expect(page.getByText("Closed all week: every text is answered with the message.")).toBeVisible();
  await page.getByRole("radio", { name: "24 hours" }).check();
  await page.getByRole("checkbox", { name: "Observe all of Larkspur" }).uncheck();
  await expect(page.getByText("No holiday is observed.")).toBeVisible();
  await expect(page.getByText("the message is never sent.")).toBeVisible();
  await page.getByRole("button", { name: "Choose the holidays of Larkspur" }).click();
  await page.getByRole("checkbox", { name: /^Thanksgiving/ }).check();
  await expect(page.getByText("Next: Thanksgiving, Thu 26 Nov 2026, all day New York.")).toBeVisible();

  await message(page).fill("We’re closed – back soon");
  await expect(page.getByText("“’” is not in the plain alphabet")).toBeVisible();
  await expect(page.getByText("1 segment, Unicode")).toBeVisible();
  await page.getByRole("button", { name: "Write it in plain characters" }).click();
  await expect(page.getByRole("group", { name: "What the sender sees" })).toContainText("We're closed - back soon");
  await expect(page.getByText("24 of 160 characters")).toBeVisible();
});

test("S100 the panel is locked, with the reason, while SMS is off and while there is no number", async ({ page }) => {
  await openEmpty(page, PAGE);
  await expect(page.getByText("SMS is off: turn on Use SMS Chat in Settings, Chat, SMS")).toBeVisible();
  await expect(save(page)).toHaveCount(0);
  await go(page, "SMS");
  await page.getByRole("switch", { name: "Use SMS Chat" }).check();
  await go(page, PAGE);
  await expect(page.getByText("assign a direct number to an agent or a queue first")).toBeVisible();
  await expect(save(page)).toHaveCount(0);
  await expectNoAxeViolations(page);
});

test("the hours are set by keyboard alone, on a phone's width", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.goto("/settings/chat/direct-numbers");
  const to = page.getByLabel("Weekdays, opening 1, to");
  await tabTo(page, to);
  await page.keyboard.press("ArrowDown");
  await expect(to).toHaveValue("17:45");
  await tabTo(page, save(page));
  await page.keyboard.press("Enter");
  await changes(page, 1);
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
});

test("S151 A46 closed all week is saved with a warning", async ({ page }) => {
  await openSample(page, "Direct Numbers Global Settings");
  await page.getByRole("button", { name: "Options for Weekdays" }).click();
  await page.getByRole("menuitem", { name: "Close all day" }).click();
  await expect(page.getByText("Closed all week: every text is answered with the message.")).toBeVisible();
  await page.getByRole("button", { name: "Save Direct Numbers Global Settings" }).click();
  await expect(page.getByText("All saved in the draft.")).toBeVisible();
});
