// Every page, dialog and menu: no violation of WCAG that axe can find, and nothing outside the window or cut off.
import { axeViolations, expect, test } from "./fixtures.ts";
import { see, sights, startWithSample, type Sight } from "./pages.ts";
import type { Page } from "@playwright/test";

// Wide and narrow, one scheme each, as the colours are the same at either; and what 1440 × 900 px at 200 % leave of a page.
const looks = [
  { width: 1440, height: 900, axe: "light" },
  { width: 390, height: 900, axe: "dark" },
  { width: 720, height: 450, axe: undefined },
] as const;
const PARTS = 4;

/** What a person could not see whole: outside the window sideways, or shortened inside its own box. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null && (["auto", "scroll"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const named = (element: Element) => `${element.tagName.toLowerCase()} ${element.getAttribute("aria-label") ?? element.textContent?.trim().slice(0, 40)}`;
    const cut: string[] = [];
    for (const element of document.querySelectorAll("h1, h2, h3, a, button, input, select, textarea, summary, [role=tab], [role=option], [role=menuitem]")) {
      const { left, right, width, height } = element.getBoundingClientRect();
      const hidden = !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || width <= 1 || height <= 1;
      if (hidden || element.closest(".visually-hidden, .skip, [inert]") !== null) continue;
      if ((left < -1 || right > innerWidth + 1) && !scrolls(element.parentElement)) cut.push(`outside: ${named(element)}`);
      const { overflowX } = getComputedStyle(element);
      if (overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1) cut.push(`shortened: ${named(element)}`);
    }
    // A dialog ends within the window: its foot can be pressed, and what does not fit is scrolled to.
    for (const dialog of document.querySelectorAll("dialog[open]")) {
      const { top, bottom } = dialog.getBoundingClientRect();
      if (top < -1 || bottom > innerHeight + 1) cut.push(`below the window: ${named(dialog)}`);
    }
    return cut;
  });

const over = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** What lies over the page. */
const opened = (page: Page) => page.locator("dialog[open], [role=menu], [role=listbox]").count();

/** What is amiss with it, at every width. */
async function faults(page: Page, sight: Sight): Promise<string[]> {
  const found: string[] = [];
  await page.setViewportSize(looks[0]);
  await see(page, sight);
  const before = await opened(page);
  for (const { axe, ...size } of looks) {
    await page.setViewportSize(size);
    // A menu may close when its page becomes narrower.
    if ((await opened(page)) !== before) await see(page, sight);
    const amiss = axe ? await axeViolations(page, axe) : await cutOff(page);
    if ((await over(page)) > 0) amiss.push("too wide");
    found.push(...amiss.map((what) => `${sight.name} at ${size.width} px: ${what}`));
  }
  return found;
}

for (let part = 0; part < PARTS; part += 1) {
  // In their order: the last ones need what those before them did.
  const size = Math.ceil(sights.length / PARTS);
  const some = sights.slice(part * size, (part + 1) * size);
  test(`pages and dialogs from ${some[0]?.name} to ${some.at(-1)?.name} are accessible and whole at every width`, async ({ page }) => {
    // Many pages, and axe takes its time on a busy machine.
    test.slow();
    await startWithSample(page);
    const found: string[] = [];
    for (const sight of some) found.push(...(await faults(page, sight)));
    expect(found).toEqual([]);
  });
}

test("the navigation of a narrow page is accessible", async ({ page }) => {
  await page.setViewportSize(looks[1]);
  await startWithSample(page);
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  expect(await axeViolations(page, "dark")).toEqual([]);
  expect(await over(page)).toBeLessThanOrEqual(0);
});
