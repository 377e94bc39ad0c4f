// What each level says to the others: Global, Team, User, the agent's own.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { changes, go, openEmpty, openSample } from "./helpers.ts";
import { editUser, saved } from "./pages.ts";

const message = "After-hours deflection message";
const draft = (page: Page) => page.getByRole("region", { name: "Draft" });
const atNight = (number: string) => `/preview?to=%2B${number}&at=2026-10-15%2022:00`;

test("S117 R58 another global message reaches those who inherit it, and no team with a text of its own", async ({ page }) => {
  await openSample(page, "Direct Numbers Global Settings");
  await page.getByLabel(message).fill("New words for all.");
  await page.getByRole("button", { name: "Save Direct Numbers Global Settings" }).click();
  await changes(page, 1);
  await saved(page);
  await page.goto(atNight("13125550101"));
  await expect(draft(page)).toContainText("New words for all.");
  await page.goto(atNight("442079460112"));
  await expect(draft(page)).toContainText("We are back on the next working day at 8:30 London time.");
});

test("S120 an agent who changes teams follows the new team from the Update on", async ({ page }) => {
  await openSample(page, "Users");
  await page.getByRole("searchbox").fill("Marcus");
  await expect(page.getByRole("row", { name: /^Marcus Bell/ })).toContainText("Global ON");
  await editUser(page, "Marcus Bell");
  const drawer = page.getByRole("dialog", { name: "Edit user: Marcus Bell" });
  await drawer.locator("summary", { hasText: /^Profile/ }).click();
  const teams = drawer.getByRole("group", { name: "Teams" });
  await teams.getByRole("checkbox", { checked: true }).uncheck();
  await teams.getByRole("checkbox", { name: "Europe", exact: true }).check();
  await expect(drawer).toContainText("The settings of Team: Europe apply to this user.");
  await drawer.getByRole("button", { name: "Update" }).click();
  await expect(page.getByRole("row", { name: /^Marcus Bell/ })).toContainText("Team ON");
  await saved(page);
  await page.goto(atNight("13125550101"));
  await expect(draft(page)).toContainText("We are back on the next working day at 8:30 London time.");
});

test("S124 where Global was never saved nothing is deflected, and every level says so", async ({ page }) => {
  await openEmpty(page, "Teams");
  await page.getByRole("button", { name: "Add a team" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Add a team" });
  await dialog.getByLabel("Name").fill("Support");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: /^Support/ })).toContainText("Global OFF");
});

test("R62 an admin's settings replace the agent's own, and Revert to agent settings brings those back", async ({ page }) => {
  await openSample(page, "Users");
  await page.getByRole("searchbox").fill("Marcus");
  const drawer = page.getByRole("dialog", { name: "Edit user: Marcus Bell" });
  const revert = drawer.getByRole("button", { name: "Revert to agent settings" });
  await editUser(page, "Marcus Bell");
  await expect(revert).toHaveCount(0);
  await drawer.getByLabel("Allow agent to configure their own deflection options").check();
  await drawer.getByRole("button", { name: "Update" }).click();

  await go(page, "Agent's own settings");
  await page.getByRole("combobox", { name: "Look as" }).fill("Marcus Bell");
  await page.getByRole("option", { name: "Marcus Bell" }).click();
  await page.getByRole("switch", { name: "After hours deflection" }).check();
  await page.getByLabel(message).fill("Marcus is back at 8.");
  await page.getByRole("button", { name: "Save chat availability hours" }).click();
  await changes(page, 2);

  await go(page, "Users");
  await page.getByRole("searchbox").fill("Marcus");
  await editUser(page, "Marcus Bell");
  await drawer.getByRole("switch", { name: "Agent after-hours deflection" }).check();
  await drawer.getByLabel(message).fill("The admin's words.");
  await drawer.getByRole("button", { name: "Update" }).click();
  await expect(drawer).toHaveCount(0);
  await saved(page);
  await page.goto(atNight("13125550101"));
  await expect(draft(page)).toContainText("The admin's words.");

  await page.goto("/settings/users?q=Marcus");
  await editUser(page, "Marcus Bell");
  await revert.click();
  await expect(drawer).toContainText("The agent's own choice applies.");
  await drawer.getByRole("button", { name: "Update" }).click();
  await expect(drawer).toHaveCount(0);
  await saved(page);
  await page.goto(atNight("13125550101"));
  await expect(draft(page)).toContainText("Marcus is back at 8.");
});
