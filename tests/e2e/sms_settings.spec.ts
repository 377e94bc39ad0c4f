// Settings, Chat, SMS: what holds for all SMS chats, under the switch.
import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go, openSample, tabTo } from "./helpers.ts";

const PAGE = "SMS";
const panel = (page: Page) => page.getByRole("complementary", { name: "What this does" });
const save = (page: Page) => page.getByRole("button", { name: "Save SMS" });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

test("R77 S182 the reply to HELP is seen before it is saved, and after it in the preview", async ({ page }) => {
  await openSample(page, PAGE);
  await panel(page).getByRole("button", { name: "HELP", exact: true }).click();
  await expect(panel(page).getByRole("region", { name: /^Live/ })).toContainText("command.help");
  await field(page, "Support contact").fill("Larkspur Home: 800-555-0100, help@larkspur.example");
  await expect(panel(page)).toContainText("Before saving");
  await expect(panel(page).getByRole("region", { name: "With this change" })).toContainText("800-555-0100");
  await expect(panel(page).getByRole("region", { name: /^Live/ })).not.toContainText("800-555-0100");
  await changes(page, 0);
  await save(page).click();
  await changes(page, 1);
  await expect(page.getByText("All saved in the draft.")).toBeVisible();
  await page.goto("/preview?to=%2B13125550100&text=info&at=2026-10-15%2022:00");
  await expect(page.getByRole("region", { name: "Draft" })).toContainText("help@larkspur.example");
  await expect(page.getByRole("region", { name: /^Live/ })).not.toContainText("help@larkspur.example");
});

test("D9 an answer to a dismissed chat gets the product's text until another one is written", async ({ page }) => {
  await openSample(page, PAGE);
  await panel(page).getByRole("button", { name: "An answer to a dismissed chat" }).click();
  const live = panel(page).getByRole("region", { name: /^Live/ });
  await expect(live).toContainText("Your chat was set aside. We are taking it up again.");
  await field(page, "Dismissed chat auto-response").fill("Welcome back 🌷");
  await expect(page.getByText("1 segment, Unicode")).toBeVisible();
  await expect(panel(page).getByRole("region", { name: "With this change" })).toContainText("Welcome back 🌷");
  await expectNoAxeViolations(page);
});

test("dismissal is within 1 to 10080 minutes and not above the chat timeout; what is saved lasts and is undone", async ({ page }) => {
  await openSample(page, PAGE);
  const timeout = field(page, "Chat timeout, in minutes");
  const dismissal = field(page, "Dismissal timing, in minutes");
  await timeout.fill("30");
  for (const wrong of ["0", "31", "10081"]) {
    await dismissal.fill(wrong);
    await expect(dismissal).toHaveAccessibleDescription(/enter a whole number from 1 to 30/);
  }
  await expect(panel(page)).toContainText("Mend the form to see what it does.");
  await save(page).click();
  await expect(dismissal).toBeFocused();
  await changes(page, 0);
  for (const wrong of ["0", "10081"]) {
    await timeout.fill(wrong);
    await expect(timeout).toHaveAccessibleDescription(/enter a whole number from 1 to 10080/);
  }
  await timeout.fill("60");
  await dismissal.fill("45");
  await field(page, "Chat expiration, in minutes").fill("1440");
  await page.getByRole("switch", { name: "Outbound SMS" }).check();
  await save(page).click();
  await changes(page, 1);
  // Both lower at once: neither is held against the other's old value.
  await timeout.fill("20");
  await dismissal.fill("10");
  await save(page).click();
  await changes(page, 2);
  await expect(page.getByRole("group", { name: "Open draft" }).getByRole("status")).toHaveText(/^Saved /);
  await page.reload();
  await expect(dismissal).toHaveValue("10");
  await expect(page.getByRole("switch", { name: "Outbound SMS" })).toBeChecked();
  await page.getByRole("button", { name: /^Undo: change the SMS settings/ }).click();
  await expect(dismissal).toHaveValue("45");
  await expect(timeout).toHaveValue("60");
});

test("R34 S053 a word of the menu is one word, no command and no queue; then no queue can be named so", async ({ page }) => {
  await openSample(page, PAGE);
  await expect(page.getByText("STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT")).toBeVisible();
  await expect(page.getByText("START, YES, UNSTOP")).toBeVisible();
  await expect(page.getByText("HELP, INFO", { exact: true })).toBeVisible();
  const back = field(page, "One level back in the menu");
  for (const wrong of ["BACK, ", "go back", "stop"]) {
    await back.fill(wrong);
    await expect(back).toHaveAccessibleDescription(/cannot lead through the menu: choose one word that is no command and stands once/);
  }
  await back.fill("Billing");
  await expect(back).toHaveAccessibleDescription(/ueue Billing goes by “Billing”/);
  await back.fill("RETURN");
  await save(page).click();
  await changes(page, 1);
  await go(page, "Queue");
  const item = page.getByLabel("New Item");
  await item.fill("return");
  await item.press("Enter");
  await expect(item).toHaveAccessibleDescription(/is a command that people text: choose another name/);
  await item.fill("back");
  await item.press("Enter");
  await expect(page.getByRole("row", { name: /^back / })).toBeVisible();
});

test("leaving with unsaved changes asks, and Discard brings back what is saved", async ({ page }) => {
  await openSample(page, PAGE);
  const exit = field(page, "Out of the menu");
  await exit.fill("LEAVE");
  await go(page, "Queue");
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await expect(question).toContainText("SMS has changes that are not saved.");
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(exit).toHaveValue("LEAVE");
  await page.getByRole("button", { name: "Discard changes" }).click();
  await expect(exit).toHaveValue("EXIT");
  await expect(page.getByText("All saved in the draft.")).toBeVisible();
  await changes(page, 0);
});

test("by keyboard alone, on a phone's width", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.goto("/settings/chat/sms");
  const expiration = field(page, "Chat expiration, in minutes");
  await tabTo(page, expiration);
  await page.keyboard.type("90");
  await tabTo(page, field(page, "Support contact"));
  await page.keyboard.type("Call 800-555-0100");
  await tabTo(page, save(page));
  await page.keyboard.press("Enter");
  await changes(page, 1);
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
});
