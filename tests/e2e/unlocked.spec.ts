// The direct settings from the first number on: locked, unlocked, locked again with what was saved.
import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { go, openEmpty } from "./helpers.ts";
import { addNumber, assignToQueue } from "./pages.ts";

const NUMBER = "+1 312-555-0177";
const PANELS = [
  ["Direct Numbers Global Settings", "Save Direct Numbers Global Settings"],
  ["Direct Inbound SMS", "Save Direct Inbound"],
] as const;

async function expectLocked(page: Page): Promise<void> {
  for (const [name, save] of PANELS) {
    await go(page, name);
    await expect(page.getByText("assign a direct number to an agent or a queue first")).toBeVisible();
    await expect(page.getByRole("button", { name: save })).toHaveCount(0);
    await expectNoAxeViolations(page);
  }
}

test("S101 S102 R43 R48 a free direct number leaves both panels locked, on a queue it unlocks them, and what was saved stays to read", async ({ page }) => {
  await openEmpty(page, "SMS");
  await page.getByRole("switch", { name: "Use SMS Chat" }).check();
  await go(page, "Phone number management");
  await addNumber(page, NUMBER, "Desk");
  await expect(page.getByRole("row", { name: /312-555-0177/ })).toContainText("Unassigned");
  await expectLocked(page);

  await go(page, "Queue");
  await page.getByLabel("New Item").fill("Billing");
  await page.getByLabel("New Item").press("Enter");
  await assignToQueue(page, "Billing", NUMBER);
  await go(page, "Direct Numbers Global Settings");
  await page.getByRole("switch", { name: "Global SMS after-hours deflection" }).check();
  await page.getByLabel("After-hours deflection message").fill("We read this in the morning.");
  await page.getByRole("button", { name: "Save Direct Numbers Global Settings" }).click();
  await expect(page.getByText("All saved in the draft.")).toBeVisible();
  await go(page, "Direct Inbound SMS");
  await page.getByLabel("Missed Chat Threshold").fill("7");
  await page.getByRole("button", { name: "Save Direct Inbound" }).click();
  await expect(page.getByText("All saved in the draft.")).toBeVisible();

  await go(page, "Phone number management");
  await page.getByRole("checkbox", { name: "Select +13125550177" }).check();
  await page.getByRole("button", { name: "Unassign", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Proceed" }).click();
  await expect(page.getByRole("row", { name: /312-555-0177/ })).toContainText("Unassigned");
  await expectLocked(page);
  await expect(page.getByRole("main")).toContainText("Missed Chat Threshold7");
  await go(page, "Direct Numbers Global Settings");
  await expect(page.getByText("We read this in the morning.")).toBeVisible();
});
