import { expect, expectNoAxeViolations, test } from "./fixtures.ts";

test("first start offers three ways in", async ({ page }) => {
  await page.goto("/");
  for (const way of ["Try the sample company", "Start empty", "Open a file"]) {
    await expect(page.getByRole("button", { name: way })).toBeVisible();
  }
  await expectNoAxeViolations(page);
});

test("a missing file is a 404, an address is the app", async ({ request }) => {
  expect((await request.get("/no-such-file.js")).status()).toBe(404);
  expect((await request.get("/no/such/address")).status()).toBe(200);
});
