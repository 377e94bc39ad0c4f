// Users & Teams, Teams: new teams, their place and members, and what goes when one is deleted.
import type { Locator, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, go, openEmpty, openSample, tabTo } from "./helpers.ts";
import { option } from "./pages.ts";

const PAGE = "Teams";

const row = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(`^${name} \\d`) });

async function edit(page: Page, team: string): Promise<Locator> {
  await page.getByRole("button", { name: `Edit ${team}`, exact: true }).click();
  const drawer = page.getByRole("dialog", { name: `Edit team: ${team}` });
  await expect(drawer).toBeVisible();
  return drawer;
}

const open = (drawer: Locator, section: string) => drawer.locator("summary", { hasText: new RegExp(`^${section}`) }).click();
const update = (drawer: Locator) => drawer.getByRole("button", { name: "Update" }).click();

test("S6 Add a team: its name is checked beside the field, and it lies where it was put", async ({ page }) => {
  await openSample(page, PAGE);
  await page.getByRole("button", { name: "Add a team" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a team" });
  const name = dialog.getByLabel("Name");
  await expect(name).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(name).toHaveAccessibleDescription("Enter a name for the team.");
  await name.fill("Night: shift");
  await expect(name).toHaveAccessibleDescription("“Night: shift” has a colon: a team's name has none.");
  await expectNoAxeViolations(page);
  await name.fill("Night shift");
  await dialog.getByRole("combobox", { name: "Inside" }).fill("Pacific");
  await dialog.getByRole("option", { name: "Pacific", exact: true }).click();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await changes(page, 1);
  const rows = page.getByRole("rowheader");
  await expect(rows.nth(6)).toHaveText("Night shift");
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(row(page, "Night shift")).toHaveCount(0);
});

test("the first team of an empty company, and one inside it, by keyboard alone", async ({ page }) => {
  await openEmpty(page, PAGE);
  await expect(page.getByRole("heading", { name: "No teams yet" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Add a team" }));
  await page.keyboard.press("Enter");
  await page.keyboard.type("Support");
  await page.keyboard.press("Enter");
  await expect(row(page, "Support")).toBeVisible();
  await page.getByRole("button", { name: "Options for Support" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Inside" })).toHaveValue("Support");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Level 1");
  await page.keyboard.press("Enter");
  await expect(row(page, "Level 1")).toBeVisible();
  await changes(page, 2);
});

test("name, place and members are one change an Update; a team cannot go into its own sub-team", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Pacific");
  await open(drawer, "Team");
  await open(drawer, "Members");
  await drawer.getByLabel("Name").fill("Asia Pacific");
  const inside = drawer.getByRole("combobox", { name: "Inside" });
  await inside.fill("Pacific");
  await expect(drawer.getByRole("option", { name: "No team matches" })).toBeVisible();
  await inside.fill("Europe");
  await drawer.getByRole("option", { name: "Europe", exact: true }).click();
  const users = drawer.getByRole("group", { name: "Users" });
  await users.getByRole("searchbox").fill("dana");
  await users.getByLabel("Dana Kessler").check();
  await update(drawer);
  await changes(page, 1);
  await expect(row(page, "Asia Pacific")).toContainText("1");
  // Europe has settings of its own, which apply to what lies in it now.
  await expect(row(page, "Asia Pacific")).toContainText("Team ON");
  await go(page, "Users");
  await page.getByRole("searchbox").fill("dana");
  await expect(page.getByRole("row", { name: /^Dana Kessler/ })).toContainText("Americas Billing, Asia Pacific");
  await go(page, PAGE);
  const again = await edit(page, "Asia Pacific");
  await open(again, "Members");
  await again.getByRole("group", { name: "Users" }).getByLabel("Dana Kessler").uncheck();
  await update(again);
  await expect(row(page, "Asia Pacific")).toContainText("0");
});

test("deleting a team lists members, queues and sub-teams that lose it", async ({ page }) => {
  await openSample(page, PAGE);
  await option(page, "Americas", "Delete…");
  let dialog = page.getByRole("dialog", { name: "Delete team Americas?" });
  await expect(dialog.getByRole("list", { name: "What goes along" })).toContainText("Team Americas Billing goes to the top.");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await changes(page, 0);
  await option(page, "Americas Support", "Delete…");
  dialog = page.getByRole("dialog", { name: "Delete team Americas Support?" });
  const along = dialog.getByRole("list", { name: "What goes along" });
  await expect(along).toContainText("Marcus Bell leaves team Americas Support.");
  await expect(along).toContainText("Team Americas Support leaves queue Order status.");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(row(page, "Americas Support")).toHaveCount(0);
  await changes(page, 1);
});
