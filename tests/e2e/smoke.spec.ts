import { expect, expectNoAxeViolations, test } from "./fixtures.ts";

test("the app starts without a word on the console", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNoAxeViolations(page);
});

test("a missing file is a 404, an address is the app", async ({ request }) => {
  expect((await request.get("/no-such-file.js")).status()).toBe(404);
  expect((await request.get("/no/such/address")).status()).toBe(200);
});
