// Consumer Management, Phone Number Blocklist: whose calls and texts are not handled.
import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go, openSample } from "./helpers.ts";
import { publish, saved } from "./pages.ts";

const PAGE = "Phone Number Blocklist";
const SENDER = "+14155550199";

async function block(page: Page, number: string): Promise<void> {
  await page.getByRole("button", { name: "+ Add Phone Number" }).first().click();
  await page.getByRole("textbox", { name: "Phone number", exact: true }).fill(number);
  await page.keyboard.press("Enter");
}

test("S8 a number is blocked once; a second time, and what is no number, is refused beside the field", async ({ page }) => {
  await openSample(page, PAGE);
  await expect(page.getByRole("heading", { name: "Nobody is blocked" })).toBeVisible();
  await expectNoAxeViolations(page);
  await block(page, "+1 (415) 555-0199");
  await expect(page.getByRole("row", { name: SENDER })).toBeVisible();
  await changes(page, 1);
  await block(page, "+1 415.555.0199");
  const field = page.getByRole("textbox", { name: "Phone number", exact: true });
  await expect(field).toHaveAccessibleDescription(/is on the blocklist already/);
  await expect(field).toBeFocused();
  await field.fill("415-555-0199");
  await expect(field).toHaveAccessibleDescription(/The country code is missing/);
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await changes(page, 1);
});

test("S181 R74 a text from a blocked number is dropped, until the number is taken off the list", async ({ page }) => {
  await openSample(page, PAGE);
  await block(page, SENDER);
  await expect(page.getByRole("row", { name: SENDER })).toBeVisible();
  await saved(page);
  await page.goto(`/preview?to=%2B13125550100&from=%2B${SENDER.slice(1)}&at=2026-10-15%2014:00`);
  await expect(page.getByRole("region", { name: "Draft" })).toContainText("dropped.blocklisted");
  await go(page, PAGE);
  await block(page, "+442079460999");
  await page.getByRole("searchbox").fill("2079");
  await expect(page.getByText("1 of 2")).toBeVisible();
  await page.getByRole("searchbox").fill("");
  await page.getByRole("button", { name: `Remove ${SENDER}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByRole("row", { name: SENDER })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(page.getByRole("row", { name: SENDER })).toBeVisible();
});

test("the blocklist fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.goto("/settings/consumers/blocklist");
  await expectNoSidewaysScroll(page);
  await block(page, SENDER);
  await expect(page.getByRole("row", { name: SENDER })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("what blocking a number does is shown before Save", async ({ page }) => {
  await openSample(page, PAGE);
  await page.getByRole("button", { name: "+ Add Phone Number" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Add Phone Number" });
  await expect(dialog.getByRole("complementary", { name: "What this does" })).toHaveCount(0);
  await dialog.getByRole("textbox", { name: "Phone number", exact: true }).fill(SENDER);
  const panel = dialog.getByRole("complementary", { name: "What this does" });
  await expect(panel).toContainText("Before Save");
  await expect(panel.getByRole("region", { name: /^Live/ })).toContainText("offered.agent");
  await expect(panel.getByRole("region", { name: "With this change" })).toContainText("dropped.blocklisted");
  await expectNoAxeViolations(page);
});

test("taking a number off the list asks first, and shows how its texts fare then", async ({ page }) => {
  await openSample(page, PAGE);
  await block(page, SENDER);
  const remove = page.getByRole("button", { name: `Remove ${SENDER}` });
  await remove.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: `Remove ${SENDER}?` });
  const panel = dialog.getByRole("complementary", { name: "What this does" });
  await expect(panel).toContainText("Before Remove");
  // It is blocked in the draft alone: live and afterwards its texts are offered.
  await expect(panel.getByRole("region", { name: "Live and with this change" })).toContainText("offered.agent");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(remove).toBeFocused();
  await changes(page, 1);
  await publish(page, "Block a number");
  await go(page, PAGE);
  await remove.click();
  await expect(panel.getByRole("region", { name: /^Live, revision/ })).toContainText("dropped.blocklisted");
  await expect(panel.getByRole("region", { name: "With this change" })).toContainText("offered.agent");
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nobody is blocked" })).toBeVisible();
  await changes(page, 1);
});
