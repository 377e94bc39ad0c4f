// A window of 1440 × 900 at 200 %: every page and what opens over it, without sideways scrolling and with nothing cut off.
// And what stands at the foot of a telephone's screen.
import { expect, test } from "./fixtures.ts";
import { expectNoSidewaysScroll } from "./helpers.ts";
import { see, sights, startWithSample } from "./pages.ts";
import type { Page } from "@playwright/test";

test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });

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

test("at 390 px what can be done with a selection is in sight, and a message hides nothing of a form's foot", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await startWithSample(page);
  await page.goto("/settings/chat/phone-numbers");
  await page.getByRole("checkbox").nth(1).check();
  const bar = page.getByRole("group", { name: /selected$/ });
  for (const button of await bar.getByRole("button").all()) await expect(button).toBeInViewport({ ratio: 1 });
  await expectNoSidewaysScroll(page);

  await page.goto("/settings/chat/direct-inbound");
  await page.getByLabel("Missed Chat Threshold").fill("7");
  const save = page.getByRole("button", { name: "Save Direct Inbound" });
  await save.click();
  const toast = page.getByText("Saved in the draft", { exact: true });
  await expect(toast).toBeVisible();
  const [message, foot] = await Promise.all([toast.boundingBox(), save.boundingBox()]);
  expect((message?.y ?? 0) + (message?.height ?? 0)).toBeLessThan(foot?.y ?? 0);
});

test("at 200 % no page scrolls sideways, and nothing is cut off", async ({ page }) => {
  test.slow();
  await startWithSample(page);
  const found: string[] = [];
  for (const sight of sights) {
    await see(page, sight);
    found.push(...(await cutOff(page)).map((what) => `${sight.name}: ${what}`));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) found.push(`${sight.name}: ${overflow} px too wide`);
  }
  expect(found).toEqual([]);
});
