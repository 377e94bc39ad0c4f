// The week of the hours by mouse and by finger: drawing opens a day, an end changes it, the middle moves it.
import type { Locator, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, openSample } from "./helpers.ts";
import { saved, startWithSample } from "./pages.ts";

const PAGE = "Direct Numbers Global Settings";
const line = (page: Page, day: string): Locator => page.getByRole("group", { name: day, exact: true });

/** The openings of a day as its fields have them. */
async function openings(page: Page, day: string): Promise<string[]> {
  const fields = line(page, day).getByRole("textbox");
  const times = await fields.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  return times.flatMap((time, place) => (place % 2 === 0 ? [`${time}-${times[place + 1]}`] : []));
}

const expectOpenings = (page: Page, day: string, expected: string[]): Promise<void> =>
  expect.poll(() => openings(page, day), { message: day }).toEqual(expected);

/** Where an hour lies on the bar of a day. */
async function spot(page: Page, day: string, hour: number): Promise<{ x: number; y: number }> {
  const bar = line(page, day).getByRole("img");
  // Away from what lies over the foot of the page.
  await bar.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const box = await bar.boundingBox();
  if (!box) throw new Error(`${day} has no bar`);
  return { x: Math.round(box.x + (box.width * hour) / 24), y: box.y + box.height / 2 };
}

async function hold(page: Page, day: string, from: number, to: number): Promise<void> {
  const [start, end] = [await spot(page, day, from), await spot(page, day, to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 5 });
}

async function draw(page: Page, day: string, from: number, to: number): Promise<void> {
  await hold(page, day, from, to);
  await page.mouse.up();
}

/** A finger set down at an hour, drawn along, and lifted, as the browser itself gets it. */
async function drawByFinger(page: Page, day: string, from: number, to: number, down = 0): Promise<void> {
  const [start, end] = [await spot(page, day, from), await spot(page, day, to)];
  const browser = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
    browser.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", [start]);
  for (let step = 1; step <= 8; step++) {
    const part = step / 8;
    await touch("touchMove", [{ x: start.x + (end.x - start.x) * part, y: start.y + down * part }]);
  }
  await touch("touchEnd", []);
  await browser.detach();
}

async function eachDay(page: Page): Promise<void> {
  await openSample(page, PAGE);
  await page.getByRole("radio", { name: "Each day" }).check();
  await expectOpenings(page, "Monday", ["08:00-18:00"]);
}

test("R64 by mouse a day's opening is drawn, its ends changed and the whole moved, in quarters of an hour", async ({ page }) => {
  await eachDay(page);
  await draw(page, "Saturday", 10, 14);
  await expectOpenings(page, "Saturday", ["10:00-14:00"]);
  await draw(page, "Saturday", 16, 20);
  await expectOpenings(page, "Saturday", ["10:00-14:00", "16:00-20:00"]);
  await draw(page, "Monday", 8, 7);
  await draw(page, "Monday", 18, 21);
  await expectOpenings(page, "Monday", ["07:00-21:00"]);
  await draw(page, "Tuesday", 13, 15);
  await expectOpenings(page, "Tuesday", ["10:00-20:00"]);
  // It stops a step before its neighbour, as openings do not touch.
  await draw(page, "Saturday", 14, 19);
  await expectOpenings(page, "Saturday", ["10:00-15:45", "16:00-20:00"]);
  // A press that goes nowhere changes nothing.
  const still = await spot(page, "Sunday", 12);
  await page.mouse.click(still.x, still.y);
  await expectOpenings(page, "Sunday", []);
  await page.getByRole("button", { name: "Save Direct Numbers Global Settings" }).click();
  await changes(page, 1);
  await saved(page);
  await page.reload();
  await expectOpenings(page, "Tuesday", ["10:00-20:00"]);
  await expectNoAxeViolations(page);
});

test("Escape takes back what is being drawn, and leaves the drawer open", async ({ page }) => {
  await openSample(page, "Support Center Details");
  await page.goto("/settings/support-center?edit=general");
  const drawer = page.getByRole("dialog", { name: "General hours" });
  await drawer.getByRole("radio", { name: "Each day" }).check();
  const before = await openings(page, "Monday");
  await hold(page, "Monday", 12, 13);
  await expect.poll(() => openings(page, "Monday")).not.toEqual(before);
  await page.keyboard.press("Escape");
  await expectOpenings(page, "Monday", before);
  await page.mouse.move(0, 0);
  await page.mouse.up();
  await expectOpenings(page, "Monday", before);
  await expect(drawer).toBeVisible();
});

test("what was drawn goes on by keyboard: arrow keys go by the same quarters", async ({ page }) => {
  await eachDay(page);
  await draw(page, "Sunday", 9, 12);
  const from = page.getByLabel("Sunday, opening 1, from");
  await from.focus();
  await page.keyboard.press("ArrowUp");
  await expectOpenings(page, "Sunday", ["09:15-12:00"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expectOpenings(page, "Sunday", ["08:45-12:00"]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("R64 by finger a day's opening is drawn, changed and moved; a finger that goes down scrolls", async ({ page }) => {
    await startWithSample(page);
    await page.goto("/settings/chat/direct-numbers");
    await page.getByRole("radio", { name: "Each day" }).check();
    await drawByFinger(page, "Saturday", 10, 14);
    await expectOpenings(page, "Saturday", ["10:00-14:00"]);
    await drawByFinger(page, "Saturday", 14, 16);
    await expectOpenings(page, "Saturday", ["10:00-16:00"]);
    await drawByFinger(page, "Saturday", 13, 15);
    await expectOpenings(page, "Saturday", ["12:00-18:00"]);
    const seen = await page.evaluate(() => scrollY);
    await drawByFinger(page, "Sunday", 12, 12, -200);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(seen);
    await expectOpenings(page, "Sunday", []);
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);
  });
});
