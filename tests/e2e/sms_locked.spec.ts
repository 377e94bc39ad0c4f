// With SMS off the direct screens are there to read, and each says where SMS is turned on.
import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, go, openSample } from "./helpers.ts";
import { editUser, turnSmsOff } from "./pages.ts";

const REASON = "SMS is off: turn on Use SMS Chat in Settings, Chat, SMS";

async function turnedOff(page: Page, next: string): Promise<void> {
  await openSample(page, "SMS");
  await turnSmsOff(page);
  await changes(page, 1);
  await go(page, next);
}

test("S004 R3 the numbers are shown, what writes to them is locked, and the page says where SMS is turned on", async ({ page }) => {
  await turnedOff(page, "Phone number management");
  await expect(page.getByRole("row", { name: /312-555-0100/ })).toContainText("Agent: Ana Ruiz");
  await expect(page.getByText(REASON)).toBeVisible();
  await expect(page.getByRole("button", { name: "+ Add Number" })).toHaveCount(0);
  const pencil = page.getByRole("button", { name: "Edit +13125550100" });
  await expect(pencil).toBeDisabled();
  await page.getByRole("checkbox", { name: "Select +13125550100" }).check();
  const bar = page.getByRole("group", { name: "1 number selected" });
  for (const name of ["Set as direct", "Remove the direct mark", "Unassign", "Remove"]) {
    await expect(bar.getByRole("button", { name, exact: true })).toBeDisabled();
  }
  await expectNoAxeViolations(page);

  // An address still opens the record, to read.
  await page.goto("/settings/chat/phone-numbers?edit=%2B13125550100");
  const dialog = page.getByRole("dialog", { name: /^Edit / });
  await expect(dialog.getByText(REASON)).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  await dialog.getByLabel("Label", { exact: true }).fill("Another");
  await dialog.getByLabel("Label", { exact: true }).press("Enter");
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText(REASON)).toHaveCount(1);
  await changes(page, 1);
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await dialog.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("main").getByRole("link", { name: "SMS", exact: true }).click();
  await page.getByRole("switch", { name: "Use SMS Chat" }).check();
  await go(page, "Phone number management");
  await expect(pencil).toBeEnabled();
});

test("S004 R3 neither a queue nor an agent is given a number, and none is taken away", async ({ page }) => {
  await turnedOff(page, "Queue");
  await page.getByRole("button", { name: "Edit/View Billing" }).click();
  const queue = page.getByRole("dialog", { name: "Queue: Billing" });
  await queue.getByRole("button", { name: "Configure Inbound Phone Numbers" }).click();
  await expect(queue.getByRole("button", { name: "+ Assign Number" })).toBeDisabled();
  await expect(queue.getByRole("button", { name: /^Remove \+/ })).toBeDisabled();
  await expect(queue.getByText(REASON)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");

  await go(page, "Users");
  await page.getByRole("searchbox").fill("Ana");
  await editUser(page, "Ana Ruiz");
  const user = page.getByRole("dialog", { name: /Ana Ruiz/ });
  await expect(user.getByRole("button", { name: "+ Assign number" })).toBeDisabled();
  await expect(user.getByText(REASON)).toBeVisible();
});

test("R3 Assign a number, from the home page, leads to the switch", async ({ page }) => {
  await turnedOff(page, "Home");
  await page.getByRole("button", { name: "Assign a number" }).click();
  const palette = page.getByRole("dialog", { name: /^Assign/ });
  await expect(palette.getByRole("option")).toHaveCount(1);
  await expect(palette.getByRole("option")).toContainText(REASON);
  await expectNoAxeViolations(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("switch", { name: "Use SMS Chat" })).toBeVisible();
  await changes(page, 1);
});

test("the question before SMS is turned off is answered with no, and SMS stays on", async ({ page }) => {
  await openSample(page, "SMS");
  const toggle = page.getByRole("switch", { name: "Use SMS Chat" });
  for (const leave of ["Cancel", "Escape"]) {
    await toggle.click();
    const question = page.getByRole("dialog", { name: "Turn Use SMS Chat off?" });
    await expect(question).toContainText(/\d+ direct numbers stop working/);
    if (leave === "Cancel") await question.getByRole("button", { name: "Cancel" }).click();
    else await page.keyboard.press("Escape");
    await expect(question).toHaveCount(0);
    await expect(toggle).toBeChecked();
  }
  await changes(page, 0);
});
