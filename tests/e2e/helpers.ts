// Steps that many flows begin with, in the user's words.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

export const go = (page: Page, name: string): Promise<void> =>
  page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }).click();

/** The sample company on one of its pages. */
export async function openSample(page: Page, name: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await go(page, name);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** A company without numbers on one of its pages. */
export async function openEmpty(page: Page, name: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Start empty" }).click();
  await go(page, name);
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
