// Steps that many flows begin with, in the user's words.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

export const go = (page: Page, name: string): Promise<void> =>
  page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }).click();

const ADDRESSES = {
  Home: "/",
  SMS: "/settings/chat/sms",
  "Phone number management": "/settings/chat/phone-numbers",
  "Direct Numbers Global Settings": "/settings/chat/direct-numbers",
  "Direct Inbound SMS": "/settings/chat/direct-inbound",
  Queue: "/settings/queue",
  Users: "/settings/users",
  Teams: "/settings/teams",
  "Agent's own settings": "/settings/own",
  "Support Center Details": "/settings/support-center",
  "Bulk user management": "/settings/bulk",
  "Phone Number Blocklist": "/settings/consumers/blocklist",
  "Routing preview": "/preview",
};

/** The sample company on one of its pages. */
export const openSample = (page: Page, name: keyof typeof ADDRESSES): Promise<void> => begin(page, "Try the sample company", name);

/** A company without numbers on one of its pages. */
export const openEmpty = (page: Page, name: keyof typeof ADDRESSES): Promise<void> => begin(page, "Start empty", name);

/** By the page's address: whoever begins at the home page has the year looked at there, which hardly a test is about. */
async function begin(page: Page, way: string, name: keyof typeof ADDRESSES): Promise<void> {
  await page.goto(ADDRESSES[name]);
  await page.getByRole("button", { name: way }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

export const changes = (page: Page, count: number): Promise<void> =>
  expect(page.getByRole("link", { name: `Review & publish (${count})` })).toBeVisible();

/** Presses Tab until the element has the focus: it can be reached without a mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${target}`);
}

/** The page is no wider than its window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
}
