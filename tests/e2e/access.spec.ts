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
    const look = async (name: string) => {
      found.push(...(await axeViolations(page, scheme)).map((what) => `${name} ${what}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) found.push(`${name}: ${overflow} px too wide`);
    };
    for (const sight of sights) {
      await see(page, sight);
      await look(sight.name);
    }
    // On a narrow page the navigation lies behind a button.
    const menu = page.getByRole("button", { name: "Menu", exact: true });
    if (await menu.isVisible()) {
      await menu.click();
      await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
      await look("navigation");
    }
    expect(found).toEqual([]);
  });
}
