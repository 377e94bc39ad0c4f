// No violation of WCAG that axe can find: every page, dialog and menu, both schemes, wide and narrow.
import { axeViolations, expect, test } from "./fixtures.ts";
import { see, sights, startWithSample } from "./pages.ts";

// One scheme at each width: the colours of both are the same at either.
const looks = [{ width: 1440, scheme: "light" }, { width: 390, scheme: "dark" }] as const;

for (const { width, scheme } of looks) {
  test(`every page and dialog is accessible in ${scheme} colours at ${width} px`, async ({ page }) => {
    // Many pages, and axe takes its time on a busy machine.
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    await startWithSample(page);
    const found: string[] = [];
    for (const sight of sights) {
      await see(page, sight);
      found.push(...(await axeViolations(page, scheme)).map((what) => `${sight.name} ${what}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) found.push(`${sight.name}: ${overflow} px too wide`);
    }
    expect(found).toEqual([]);
  });
}
