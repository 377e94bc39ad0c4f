// A page with a fixed clock that fails its test on any console message, error or failed request.
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

export { expect };

export const test = base.extend<{ expectedNoise: RegExp | undefined }>({
  // What a test brings about on purpose, such as a file that cannot be loaded.
  expectedNoise: [undefined, { option: true }],
  page: async ({ page, expectedNoise }, use) => {
    const heard: string[] = [];
    page.on("console", (message) => heard.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
    page.on("requestfailed", (request) => {
      // Leaving a page ends what is still on its way, such as the icon.
      if (request.failure()?.errorText !== "net::ERR_ABORTED") heard.push(`failed: ${request.url()}`);
    });
    // Thursday 15 October 2026, 14:32 in Chicago.
    await page.clock.setFixedTime(new Date("2026-10-15T19:32:00Z"));
    await use(page);
    expect(heard.filter((line) => !expectedNoise?.test(line))).toEqual([]);
  },
});

/** Both schemes, since contrast differs. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((violation) => `${colorScheme} ${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
  }
}
