// Pages with a fixed clock that fail their test on any console message, error or failed request.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base, expect, type Page } from "@playwright/test";
import type axe from "axe-core";

export { expect };

interface Options {
  expectedNoise: RegExp | undefined;
  savesData: boolean;
}

export const test = base.extend<Options>({
  // What a test brings about on purpose, such as a file that cannot be loaded.
  expectedNoise: [undefined, { option: true }],
  // Then no page's code is fetched before it is opened: hardly a test opens all pages, and fetching them costs a fourth of it.
  savesData: [true, { option: true }],
  // Of all its pages: a second tab may say nothing either.
  context: async ({ context, expectedNoise, savesData }, use) => {
    const heard: string[] = [];
    context.on("console", (message) => heard.push(`${message.type()}: ${message.text()}`));
    context.on("weberror", (webError) => heard.push(`error: ${webError.error().message}`));
    context.on("requestfailed", (request) => {
      // Leaving a page ends what is still on its way, such as the icon.
      if (request.failure()?.errorText !== "net::ERR_ABORTED") heard.push(`failed: ${request.url()}`);
    });
    if (savesData) await context.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
    // Thursday 15 October 2026, 14:32 in Chicago.
    await context.clock.setFixedTime(new Date("2026-10-15T19:32:00Z"));
    await use(context);
    expect(heard.filter((line) => !expectedNoise?.test(line))).toEqual([]);
  },
});

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds in one scheme. A page under a dialog was looked at before the dialog came, and a row of a list is like
 * the six above it.
 */
export async function axeViolations(page: Page, colorScheme: "light" | "dark", only?: "colours"): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  // Once in each document: it is long.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  const found = await page.evaluate(async (rules) => {
    const context = document.querySelector("dialog[open]") ? { include: ["dialog[open]"] } : { exclude: ["tbody tr:nth-child(n + 7)"] };
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const { violations } = await run(context, { reporter: "no-passes", resultTypes: ["violations"], preload: false, ...rules });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, only === "colours" ? { runOnly: ["color-contrast"] } : {});
  return found.map((what) => `${colorScheme} ${what}`);
}

/** The dark scheme changes nothing but colours. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  expect([...(await axeViolations(page, "light")), ...(await axeViolations(page, "dark", "colours"))]).toEqual([]);
}
