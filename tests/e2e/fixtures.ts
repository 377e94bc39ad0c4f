// Pages with a fixed clock that fail their test on any console message, error or failed request.
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

export { expect };

export const test = base.extend<{ expectedNoise: RegExp | undefined }>({
  // What a test brings about on purpose, such as a file that cannot be loaded.
  expectedNoise: [undefined, { option: true }],
  // Of all its pages: a second tab may say nothing either.
  context: async ({ context, expectedNoise }, use) => {
    const heard: string[] = [];
    context.on("console", (message) => heard.push(`${message.type()}: ${message.text()}`));
    context.on("weberror", (webError) => heard.push(`error: ${webError.error().message}`));
    context.on("requestfailed", (request) => {
      // Leaving a page ends what is still on its way, such as the icon.
      if (request.failure()?.errorText !== "net::ERR_ABORTED") heard.push(`failed: ${request.url()}`);
    });
    // Thursday 15 October 2026, 14:32 in Chicago.
    await context.clock.setFixedTime(new Date("2026-10-15T19:32:00Z"));
    await use(context);
    expect(heard.filter((line) => !expectedNoise?.test(line))).toEqual([]);
  },
});

/**
 * What axe finds in one scheme. A page under a dialog was looked at before the dialog came, and a row of a list is like
 * the six above it.
 */
export async function axeViolations(page: Page, colorScheme: "light" | "dark", only: "colours" | "everything"): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  // Without frames there is nothing to put together in a page of its own.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"], preload: false });
  if ((await page.locator("dialog[open]").count()) > 0) axe.include("dialog[open]");
  else axe.exclude("tbody tr:nth-child(n + 7)");
  if (only === "colours") axe.withRules("color-contrast");
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`);
}

/** The dark scheme changes nothing but colours. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  expect([...(await axeViolations(page, "light", "everything")), ...(await axeViolations(page, "dark", "colours"))]).toEqual([]);
}
