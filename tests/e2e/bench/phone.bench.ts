import { expect, test } from "@playwright/test";
import { median, report } from "./report.ts";
import { press, typeInto, until, watchTurns } from "./turns.ts";

// The longest time for which the page could do nothing else, from opening the dialog to the first answer about a number.
test("the first answer about a number does not hold up the page", async ({ browser, baseURL }) => {
  const longest: number[] = [];
  for (let visit = 0; visit < 5; visit += 1) {
    // A new context has no worker and an empty cache.
    const context = await browser.newContext({ baseURL });
    const page = await context.newPage();
    await page.goto("/");
    await page.getByRole("button", { name: "Try the sample company" }).click();
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Phone number management" }).click();
    await expect(page.getByRole("row", { name: /Ana Ruiz/ })).toBeVisible();
    await page.evaluate(watchTurns);
    await page.evaluate(press, "^\\+ Add Number$");
    await page.evaluate(until, ["dialog[open] h2", "^Add Number$"] as const);
    await page.evaluate(typeInto, ["dialog[open] input[type=tel]", "+14155550100"] as const);
    await page.evaluate(until, ["dialog[open] [role=status]", "United States"] as const);
    longest.push(await page.evaluate(() => (window as Watched).longestTurn ?? Number.NaN));
    await context.close();
  }
  report("phone_first_answer_longest_task_ms", median(longest));
});

type Watched = Window & { longestTurn?: number };
