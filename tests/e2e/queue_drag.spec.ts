// Settings, Queue: a queue drawn by its grid icon, by mouse and by finger; where it would go is shown and said on the way.
import type { Locator, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, openSample } from "./helpers.ts";
import { startWithSample } from "./pages.ts";

const PAGE = "Queue";
const BEFORE = ["Support", "Order status", "Returns", "Billing", "Pacific desk", "Ana's chats"];

const names = (page: Page) => page.getByRole("rowheader");
const grip = (page: Page, queue: string) => page.getByRole("button", { name: `Move ${queue}`, exact: true });
const said = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });

const PARTS = { top: 0.1, middle: 0.5, bottom: 0.9 };
type Part = keyof typeof PARTS;
interface Point {
  x: number;
  y: number;
}

async function box(element: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const found = await element.boundingBox();
  if (!found) throw new Error(`${element} is not shown`);
  return found;
}

/** From a queue's grid icon to a part of another one's line; further left by so many levels. */
async function way(page: Page, from: string, part: Part, to: string, levels = 0): Promise<[Point, Point]> {
  const held = await box(grip(page, from));
  const line = await box(page.getByRole("rowheader", { name: to, exact: true }));
  const start = { x: held.x + held.width / 2, y: held.y + held.height / 2 };
  return [start, { x: start.x - 20 * levels, y: line.y + line.height * PARTS[part] }];
}

async function hold(page: Page, from: string, part: Part, to: string, levels = 0): Promise<void> {
  const [start, end] = await way(page, from, part, to, levels);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 5 });
}

async function draw(page: Page, from: string, part: Part, to: string, levels = 0): Promise<void> {
  await hold(page, from, part, to, levels);
  await page.mouse.up();
}

test("S2 a queue is drawn by its grid icon before, after and under another one", async ({ page }) => {
  await openSample(page, PAGE);
  await expect(names(page)).toHaveText(BEFORE);
  await hold(page, "Billing", "top", "Support");
  await expect(said(page, "Billing: Before Support, on the top level")).toBeVisible();
  await changes(page, 0);
  await page.mouse.up();
  await expect(said(page, "Before Support")).toHaveCount(0);
  await expect(names(page)).toHaveText(["Billing", "Support", "Order status", "Returns", "Pacific desk", "Ana's chats"]);
  await changes(page, 1);
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(names(page)).toHaveText(BEFORE);
  await draw(page, "Ana's chats", "middle", "Support");
  await expect(names(page)).toHaveText(["Support", "Order status", "Returns", "Ana's chats", "Billing", "Pacific desk"]);
  await draw(page, "Order status", "bottom", "Returns");
  await expect(names(page)).toHaveText(["Support", "Returns", "Order status", "Ana's chats", "Billing", "Pacific desk"]);
  // Straight down from the top level it passes those under Support.
  await draw(page, "Pacific desk", "bottom", "Ana's chats");
  await expect(names(page)).toHaveText(["Support", "Returns", "Order status", "Ana's chats", "Pacific desk", "Billing"]);
  const depths = await names(page).evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).getPropertyValue("--depth").trim()));
  expect(depths).toEqual(["0", "1", "1", "1", "0", "0"]);
  await changes(page, 3);
  await expectNoAxeViolations(page);
});

test("S2 under another queue its texts may fare otherwise: what they meet is shown before it goes", async ({ page }) => {
  await openSample(page, PAGE);
  await draw(page, "Pacific desk", "top", "Returns", -1);
  const dialog = page.getByRole("dialog", { name: "Move queue Pacific desk" });
  await expect(dialog.getByRole("combobox", { name: "Under" })).toHaveValue("Support");
  await expect(dialog.getByLabel("Place").locator("option:checked")).toHaveText("Before Returns");
  await expect(dialog.getByRole("complementary", { name: "What this does" })).toContainText("Before Move");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await changes(page, 0);
  await draw(page, "Pacific desk", "top", "Returns", -1);
  await dialog.getByRole("button", { name: "Move" }).click();
  await expect(names(page)).toHaveText(["Support", "Order status", "Pacific desk", "Returns", "Billing", "Ana's chats"]);
  await changes(page, 1);
  // Drawn to the left below the last one under Support, it comes out of there.
  await draw(page, "Returns", "bottom", "Returns", 1);
  await expect(page.getByRole("dialog", { name: "Move queue Returns" }).getByLabel("Place").locator("option:checked")).toHaveText("Before Billing");
});

test("R39 S2 a queue that cannot go there says why, and stays", async ({ page }) => {
  await openSample(page, PAGE);
  const why = "Queue Billing has direct numbers: move them before adding a queue under it.";
  await hold(page, "Returns", "middle", "Billing");
  await expect(said(page, why)).toBeVisible();
  await page.mouse.up();
  await expect(page.getByRole("alert").filter({ hasText: "queue Billing has direct numbers" })).toBeVisible();
  await hold(page, "Support", "top", "Returns");
  await expect(said(page, "Support: Stays where it is")).toBeVisible();
  await page.mouse.up();
  await hold(page, "Billing", "bottom", "Returns");
  await expect(said(page, "Billing: Stays where it is")).toBeVisible();
  await page.mouse.up();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(names(page)).toHaveText(BEFORE);
  await changes(page, 0);
});

test("Escape takes back what is being drawn; a press that goes nowhere opens Move…, as Enter does", async ({ page }) => {
  await openSample(page, PAGE);
  await hold(page, "Billing", "top", "Support");
  await expect(said(page, "Before Support")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(said(page, "Before Support")).toHaveCount(0);
  await page.mouse.move(400, 300);
  await page.mouse.up();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(names(page)).toHaveText(BEFORE);
  await changes(page, 0);
  const dialog = page.getByRole("dialog", { name: "Move queue Billing" });
  await grip(page, "Billing").click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(grip(page, "Billing")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
});

test("near the edge of the window a long tree scrolls on", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 480 });
  await openSample(page, PAGE);
  await page.getByRole("button", { name: "Copy structure" }).click();
  const desks = Array.from({ length: 16 }, (_, number) => `Desk ${number + 1}`);
  await page.getByLabel("Queues of the other channel").fill(["Support", "  Returns", ...desks].join("\n"));
  await page.getByRole("button", { name: "Replace queues" }).click();
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", "19");
  await page.evaluate(() => scrollTo(0, 0));
  const held = await box(grip(page, "Support"));
  await page.mouse.move(held.x + 10, held.y + 10);
  await page.mouse.down();
  await page.mouse.move(held.x + 10, 470, { steps: 5 });
  await expect(said(page, "Support: After Desk 16, on the top level")).toBeVisible();
  await page.mouse.up();
  await expect(names(page).last()).toHaveText("Returns");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("S2 by finger a queue is drawn by its icon; elsewhere the finger scrolls", async ({ page }) => {
    await startWithSample(page);
    await page.goto("/settings/queue");
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);
    await page.getByRole("rowheader", { name: "Returns", exact: true }).evaluate((row) => row.scrollIntoView({ block: "center" }));
    const browser = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Point[]) =>
      browser.send("Input.dispatchTouchEvent", { type, touchPoints });
    const [start, end] = await way(page, "Ana's chats", "top", "Billing");
    await touch("touchStart", [start]);
    for (let step = 1; step <= 8; step++) {
      await touch("touchMove", [{ x: start.x, y: start.y + ((end.y - start.y) * step) / 8 }]);
    }
    await expect(said(page, "Ana's chats: Before Billing, on the top level")).toBeVisible();
    await expectNoSidewaysScroll(page);
    await touch("touchEnd", []);
    await expect(names(page)).toHaveText(["Support", "Order status", "Returns", "Ana's chats", "Billing", "Pacific desk"]);
  });
});
