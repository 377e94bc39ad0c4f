// No violation of WCAG that axe can find: every page, dialog and menu, both schemes, wide and narrow.
import type { Page } from "@playwright/test";
import { axeViolations, expect, test } from "./fixtures.ts";
import { see, sights, startWithSample } from "./pages.ts";

/** Everything once at each width; the other scheme is only other colours, at either. */
const looks: { width: number; look: (page: Page) => Promise<string[]> }[] = [
  { width: 1440, look: async (page) => [...(await axeViolations(page, "light", "everything")), ...(await axeViolations(page, "dark", "colours"))] },
  { width: 390, look: (page) => axeViolations(page, "dark", "everything") },
];

for (const { width, look } of looks) {
  test(`every page and dialog is accessible at ${width} px`, async ({ page }) => {
    // Many pages, and axe takes its time on a busy machine.
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    await startWithSample(page);
    const found: string[] = [];
    for (const sight of sights) {
      await see(page, sight);
      found.push(...(await look(page)).map((what) => `${sight.name} ${what}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) found.push(`${sight.name}: ${overflow} px too wide`);
    }
    expect(found).toEqual([]);
  });
}
