// Users & Teams, Teams: an agent is searched there and given a number by Options, Edit user, as on the page of the users.
import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, openSample, tabTo } from "./helpers.ts";
import { option, startWithSample } from "./pages.ts";

const PAGE = "Teams";
const FREE = "+1 312-555-0142";

const users = (page: Page) => page.getByRole("region", { name: "Users who match" });
const row = (page: Page, name: string) => users(page).getByRole("row", { name: new RegExp(`^${name}`) });

test("F6 A5 on the page of the teams an agent is searched, opened by Options, Edit user, and given a number", async ({ page }) => {
  await openSample(page, PAGE);
  await expect(users(page)).toHaveCount(0);
  await page.getByRole("searchbox").fill("dana");
  await expect(row(page, "Dana Kessler")).toContainText("Americas Billing");
  await expect(page.getByText("No team or user matches")).toHaveCount(0);
  await expectNoAxeViolations(page);
  await option(page, "Dana Kessler", "Edit user");
  const drawer = page.getByRole("dialog", { name: "Edit user: Dana Kessler" });
  await expect(page).toHaveURL(/edit=/);
  await page.reload();
  await drawer.locator("summary", { hasText: "Direct Inbound" }).click();
  await expect(drawer.getByRole("button", { name: "+ Assign number" })).toBeHidden();
  await drawer.locator("summary", { hasText: "Direct Inbound" }).click();
  await drawer.getByRole("button", { name: "+ Assign number" }).click();
  await drawer.getByRole("combobox", { name: "Number", exact: true }).fill("0142");
  await drawer.getByRole("option", { name: FREE }).click();
  await drawer.getByRole("button", { name: "Assign", exact: true }).click();
  await changes(page, 0);
  await drawer.getByRole("button", { name: "Update" }).click();
  await expect(drawer).toHaveCount(0);
  await changes(page, 1);
  await expect(row(page, "Dana Kessler")).toContainText(FREE);
});

test("F6 the search finds teams and users beside each other, with all that their menus offer", async ({ page }) => {
  await openSample(page, PAGE);
  await page.getByRole("searchbox").fill("er");
  await expect(page.getByRole("row", { name: /^Americas \d/ })).toBeVisible();
  await expect(row(page, "Dana Kessler")).toBeVisible();
  await expect(row(page, "Omar Haddad")).toHaveCount(0);
  await page.getByRole("searchbox").fill("marcus");
  await option(page, "Marcus Bell", "Release numbers…");
  const release = page.getByRole("dialog", { name: "Release the numbers of Marcus Bell?" });
  await release.getByRole("button", { name: "Release numbers" }).click();
  await expect(row(page, "Marcus Bell")).not.toContainText("+1 312-555-0101");
  await option(page, "Marcus Bell", "Delete…");
  await page.getByRole("dialog", { name: "Delete user Marcus Bell?" }).getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No team or user matches")).toBeVisible();
  await changes(page, 2);
});

test("F6 an agent is found and opened by keyboard alone, on a phone's width", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await startWithSample(page);
  await page.goto("/settings/teams");
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("Dana");
  await expect(row(page, "Dana Kessler")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
  await tabTo(page, page.getByRole("button", { name: "Options for Dana Kessler" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Edit user" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Edit user: Dana Kessler" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Options for Dana Kessler" })).toBeFocused();
});
