// What was published, and every revision as it was.
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { expectNoSidewaysScroll, go } from "./helpers.ts";
import { addNumber, option, publish, saved, startWithSample } from "./pages.ts";

test("every publication stands in the history, and its revision answers texts as it did", async ({ page }) => {
  await startWithSample(page);
  await go(page, "History");
  await expect(page.getByText("Nothing was published yet")).toBeVisible();
  for (const [number, note] of [["+13125550177", "For the night"], ["+13125550178", ""]] as const) {
    await go(page, "Phone number management");
    await addNumber(page, number, "Desk");
    await publish(page, note, note === "" ? undefined : "Grace Hollis");
    await saved(page);
  }
  await page.reload();
  await go(page, "History");
  await expect(page.getByText("2 publications so far. Live is revision 3.")).toBeVisible();
  await expect(page.getByRole("row", { name: /2 New changes .*For the night 1 Thu 15 Oct 2026, 14:32 Chicago Grace Hollis/ })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Open revision 2" }).click();
  const dialog = page.getByRole("dialog", { name: "Revision 2" });
  await expect(dialog.getByRole("region", { name: "What was done" })).toContainText("Add direct number +1 312-555-0177");
  await expect(dialog.getByText("Grace Hollis")).toBeVisible();
  await expect(dialog.getByRole("row", { name: "Number +1 312-555-0177 Added" })).toBeVisible();
  await expect(dialog.getByRole("row", { name: "Label None Desk" })).toBeVisible();
  await expect(page).toHaveURL("/history?revision=2");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.goto("/history?revision=2");
  await dialog.getByRole("link", { name: "Try a text on revision 1" }).click();
  await expect(page.getByRole("region", { name: "Revision 1" })).toBeVisible();
  await page.getByRole("button", { name: "Back to the live revision" }).click();
  await expect(page.getByRole("region", { name: "Live, revision 3" })).toBeVisible();
  await page.goto("/preview?revision=9");
  await expect(page.getByText("there is no revision 9 yet", { exact: false })).toBeVisible();
});

test("S202 what went along with a change is told and marked", async ({ page }) => {
  await startWithSample(page);
  await page.goto("/settings/users?q=Ana");
  await option(page, "Ana Ruiz", "Delete…");
  await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await publish(page, "Ana leaves");
  await saved(page);
  await page.goto("/history?revision=2");
  const dialog = page.getByRole("dialog", { name: "Revision 2" });
  await expect(dialog.getByRole("region", { name: "What was done" })).toContainText("Went along: +13125550100 is taken from agent Ana Ruiz.");
  await expect(dialog.getByRole("row", { name: "User Ana Ruiz Removed", exact: true })).toBeVisible();
  await expect(dialog.getByRole("row", { name: "Number +1 312-555-0100 Went along" })).toBeVisible();
  await expect(dialog.getByRole("row", { name: "Owner agent Ana Ruiz None" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test("the history fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await startWithSample(page);
  await page.goto("/history");
  await expectNoSidewaysScroll(page);
});
