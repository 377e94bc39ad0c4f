// Agent's own settings: what an agent with the permission sees, and what becomes of it.
import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go, openSample, tabTo } from "./helpers.ts";

const PAGE = "Agent's own settings";
const SWITCH = "After hours deflection";

async function lookAs(page: Page, agent: string): Promise<void> {
  await page.getByRole("combobox", { name: "Look as" }).fill(agent);
  await page.getByRole("option", { name: agent }).click();
  await expect(page.getByRole("combobox", { name: "Look as" })).toHaveValue(agent);
}

/** Users, Edit user, Agent Permission. */
async function allow(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Edit user" }).click();
  const drawer = page.getByRole("dialog", { name: /^Edit user/ });
  await drawer.getByLabel("Allow agent to configure their own deflection options").check();
  await drawer.getByRole("button", { name: "Update" }).click();
  await expect(drawer).toHaveCount(0);
}

test("S121 R56 without the permission own settings are not available, and it is said where it is given", async ({ page }) => {
  await openSample(page, PAGE);
  await expect(page.getByRole("heading", { name: "Choose an agent" })).toBeVisible();
  await lookAs(page, "Marcus Bell");
  await expect(page.getByText("Own settings are not available:")).toBeVisible();
  await expect(page.getByText("allow it in Agent Permission first")).toBeVisible();
  await expect(page.getByRole("switch", { name: SWITCH })).toHaveCount(0);
  await expect(page.getByText("Mon–Fri 08:00–18:00")).toBeVisible();
  await expect(page).toHaveURL(/\?/);
  await page.reload();
  await expect(page.getByText("Own settings are not available:")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: "Edit user" }).click();
  await expect(page.getByRole("dialog", { name: "Edit user: Marcus Bell" })).toBeVisible();
});

test("F12 S122 R57 R59 an agent sets own hours and message, and the admin sees them in Edit user", async ({ page }) => {
  await openSample(page, PAGE);
  await lookAs(page, "Marcus Bell");
  await allow(page);
  await go(page, PAGE);
  await lookAs(page, "Marcus Bell");
  const form = page.getByRole("form", { name: PAGE });
  await expect(form).toContainText("Global settings apply to you.");
  await form.getByRole("switch", { name: SWITCH }).check();
  // It begins as a copy of what applied.
  await expect(form.getByLabel("After-hours deflection message")).toHaveValue(/^Larkspur Home is closed now/);
  await expect(page.getByRole("combobox", { name: "Look as" })).toBeDisabled();
  await form.getByLabel("After-hours deflection message").fill("");
  await form.getByRole("button", { name: "Save chat availability hours" }).click();
  await expect(form).toContainText("Enter the message that the sender gets");
  await expect(form.getByLabel("After-hours deflection message")).toBeFocused();
  await form.getByLabel("After-hours deflection message").fill("Marcus is back at 8.");
  await form.getByLabel("Weekdays, opening 1, to").fill("12:00");
  const panel = page.getByRole("complementary", { name: "What this does" });
  await expect(panel.getByRole("region", { name: "With this change" })).toContainText("deflected.after_hours");
  await expectNoAxeViolations(page);
  await form.getByRole("button", { name: "Save chat availability hours" }).click();
  await expect(form).toContainText("All saved in the draft.");
  await expect(form).toContainText("Your own hours and message apply.");
  await changes(page, 2);

  // The admin sees it, and may replace it.
  await go(page, "Users");
  await page.getByRole("searchbox").fill("Marcus Bell");
  await page.getByRole("button", { name: "Options for Marcus Bell" }).click();
  await page.getByRole("menuitem", { name: "Edit user" }).click();
  const drawer = page.getByRole("dialog", { name: "Edit user: Marcus Bell" });
  await expect(drawer).toContainText("The agent's own choice applies.");
  await expect(drawer).toContainText("Marcus is back at 8.");
});

test("leaving asks while something is unsaved, and undo takes a saved choice back", async ({ page }) => {
  await openSample(page, PAGE);
  await lookAs(page, "Ana Ruiz");
  await allow(page);
  await go(page, PAGE);
  await lookAs(page, "Ana Ruiz");
  const form = page.getByRole("form", { name: PAGE });
  await expect(form).toContainText("An admin's settings apply to you. What you save here replaces them.");
  await form.getByRole("switch", { name: SWITCH }).check();
  await go(page, "Home");
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Stay" }).click();
  await form.getByRole("switch", { name: SWITCH }).uncheck();
  await expect(form).toContainText("Nothing is deflected for you, whatever others have set.");
  await form.getByRole("button", { name: "Save chat availability hours" }).click();
  await changes(page, 2);
  await page.getByRole("button", { name: /^Undo:/ }).click();
  await expect(form).toContainText("An admin's settings apply to you.");
  await changes(page, 1);
});

test("an agent is chosen by keyboard alone, on a phone's width", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.goto("/settings/own");
  await expect(page.getByRole("heading", { level: 1, name: PAGE })).toBeVisible();
  const box = page.getByRole("combobox", { name: "Look as" });
  await tabTo(page, box);
  await page.keyboard.type("Priya");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Own settings are not available:")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
});
