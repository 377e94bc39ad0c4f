// Settings, Chat, SMS: what stops with the switch, what stays, and what the panel beside it keeps.
import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { go, openSample } from "./helpers.ts";

const toggle = (page: Page) => page.getByRole("switch", { name: "Use SMS Chat" });
const panel = (page: Page) => page.getByRole("complementary", { name: "What this does" });

async function turnOff(page: Page): Promise<void> {
  await toggle(page).click();
  await page.getByRole("dialog").getByRole("button", { name: "Proceed" }).click();
  await expect(toggle(page)).not.toBeChecked();
}

test("F1 S002 with SMS off a text to an agent's number is dropped", async ({ page }) => {
  await openSample(page, "SMS");
  await turnOff(page);
  await page.goto("/preview?to=%2B13125550100&at=2026-10-15%2010:00");
  await expect(page.getByRole("region", { name: /^Live/ })).toContainText("offered.agent");
  await expect(page.getByRole("region", { name: "Draft" })).toContainText("dropped.sms_disabled");
});

test("F1 S003 R2 turned off and on again, marks, owners and settings are as before", async ({ page }) => {
  await openSample(page, "SMS");
  await turnOff(page);
  // R3: the list is there to read, and says where SMS is turned on.
  await go(page, "Phone number management");
  await expect(page.getByText("SMS is off: turn on Use SMS Chat in Settings, Chat, SMS")).toBeVisible();
  await expect(page.getByRole("row", { name: /312-555-0100/ })).toContainText("Agent: Ana Ruiz");
  await go(page, "SMS");
  await toggle(page).check();
  await go(page, "Phone number management");
  await expect(page.getByRole("row", { name: /312-555-0100/ })).toContainText("DirectVerified");
  await expect(page.getByRole("row", { name: /312-555-0100/ })).toContainText("Agent: Ana Ruiz");
  await page.getByRole("link", { name: /^Review & publish \(/ }).click();
  await expect(page.getByRole("region", { name: "What this publishes" })).toContainText("No number changes");
});

test("what is picked beside the switch, and the focus, stay as it is pressed", async ({ page }) => {
  await openSample(page, "SMS");
  await turnOff(page);
  const custom = panel(page).getByRole("button", { name: "Other…" });
  await custom.click();
  await panel(page).getByLabel("Date and time").fill("2026-10-16 09:00");
  await toggle(page).focus();
  await page.keyboard.press("Space");
  await expect(toggle(page)).toBeChecked();
  await expect(toggle(page)).toBeFocused();
  await expect(panel(page)).toContainText("Before turning it off");
  await expect(custom).toHaveAttribute("aria-pressed", "true");
  await expect(panel(page).getByLabel("Date and time")).toHaveValue("2026-10-16 09:00");
  await expectNoAxeViolations(page);
});
