import { test, type Page } from "@playwright/test";
import { publish, see, sights, startWithSample } from "../pages.ts";

// A screen of 1440 px at 200 % zoom shows 720 px of the page.
const screens = [
  { name: "1440", viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
  { name: "390", viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 },
  { name: "1440-zoom", viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
];
const widgets = { name: "widgets", address: "/widgets" };

async function shoot(page: Page, name: string): Promise<void> {
  // What is worked out shows itself; some pictures are of the time before.
  const there = () => document.querySelector("main :is([aria-busy=true], .skeleton, [role=progressbar])") === null;
  await page.waitForFunction(there, undefined, { timeout: 3000 }).catch(() => undefined);
  await page.screenshot({ path: `pictures/${name}.png`, fullPage: true, animations: "disabled" });
}

for (const { name, ...shape } of screens) {
  for (const colorScheme of ["light", "dark"] as const) {
    const screen = `${name}-${colorScheme}`;
    test(screen, async ({ browser }) => {
      const context = await browser.newContext({ ...shape, colorScheme, reducedMotion: "reduce" });
      const page = await context.newPage();
      await page.clock.setFixedTime(new Date("2026-10-15T19:32:00Z"));
      await page.goto("/");
      await page.getByRole("heading", { level: 1 }).waitFor();
      await shoot(page, `first-start-${screen}`);
      await startWithSample(page);
      for (const sight of [...sights, widgets]) {
        await see(page, sight);
        await shoot(page, `${sight.name}-${screen}`);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto("/drafts");
      await publish(page, "All that was tried");
      await page.setViewportSize(shape.viewport);
      for (const [name, address] of [["published-home", "/"], ["published-history", "/history"], ["publication", "/history?revision=2"]] as const) {
        await see(page, { name, address });
        await shoot(page, `${name}-${screen}`);
      }
      await context.close();
    });
  }
}
