import { expect, test } from "@playwright/test";
import { median, report } from "./report.ts";

test("the first screen of a first visit", async ({ browser, baseURL }) => {
  const [times, screens]: [number[], number[]] = [[], []];
  for (let visit = 0; visit < 7; visit += 1) {
    // A new context has an empty cache.
    const context = await browser.newContext({ baseURL });
    const page = await context.newPage();
    await page.goto("/");
    await expect(page.getByRole("button", { name: "Try the sample company" })).toBeVisible();
    screens.push(await page.evaluate(() => performance.now()));
    const paints = await page.evaluate(async () => {
      while (performance.getEntriesByName("first-contentful-paint").length === 0) await new Promise(requestAnimationFrame);
      return performance.getEntriesByName("first-contentful-paint").map((entry) => entry.startTime);
    });
    times.push(...paints);
    await context.close();
  }
  report("first_paint_ms", median(times));
  report("first_screen_ms", median(screens));
});
