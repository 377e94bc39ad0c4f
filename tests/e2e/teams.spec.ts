// Users & Teams, Teams: a team's own deflection, and the way back to Global.
import type { Locator, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go, openSample, tabTo } from "./helpers.ts";

const PAGE = "Teams";
const SWITCH = "Agent After Hours Deflection";

async function edit(page: Page, team: string): Promise<Locator> {
  await page.getByRole("button", { name: `Edit ${team}`, exact: true }).click();
  const drawer = page.getByRole("dialog", { name: `Edit team: ${team}` });
  await expect(drawer).toBeVisible();
  return drawer;
}

/** The section's badge says where the setting comes from. */
const expectBadge = (drawer: Locator, level: "Global" | "Team") =>
  expect(drawer.locator("summary", { hasText: /Agent SMS deflections/ })).toContainText(level);

const update = (drawer: Locator) => drawer.getByRole("button", { name: "Update" }).click();

test("F10 A50 R53 S110 S111 a team shows what it inherits; turned ON it starts as a copy and its badge says Team", async ({ page }) => {
  await openSample(page, PAGE);
  await expect(page.getByRole("row", { name: /^Americas Support/ })).toContainText("Global ON, 50 h a week");
  const drawer = await edit(page, "Americas Support");
  await expectBadge(drawer, "Global");
  await expect(drawer).toContainText("Global settings apply to this team.");
  await expect(drawer).toContainText("Mon–Fri 08:00–18:00");
  await expect(drawer.getByLabel("Weekdays, opening 1, from")).toHaveCount(0);
  // Ana has settings of her own and keeps them.
  const affected = drawer.getByRole("list", { name: "Agents who follow this team" });
  await expect(affected).toContainText("Marcus Bell");
  await expect(affected).not.toContainText("Ana Ruiz");

  await drawer.getByRole("switch", { name: SWITCH }).check();
  await expectBadge(drawer, "Team");
  await expect(drawer.getByLabel("After-hours deflection message")).toHaveValue(/^Larkspur Home is closed now/);
  await drawer.getByLabel("Weekdays, opening 1, to").fill("14:00");
  const panel = drawer.getByRole("complementary", { name: "What this does" });
  await expect(panel.getByRole("region", { name: /^Live/ })).toContainText("offered.agent");
  await expect(panel.getByRole("region", { name: "With this change" })).toContainText("deflected.after_hours");
  await update(drawer);
  await changes(page, 1);
  await expect(page.getByRole("row", { name: /^Americas Support/ })).toContainText("Team ON, 30 h a week");
  await expect(page.getByRole("button", { name: "Undo: change the deflection of team Americas Support" })).toBeVisible();
});

test("F10b A28 S112 S113 Reset to Global needs Update; Cancel keeps the team's settings", async ({ page }) => {
  await openSample(page, PAGE);
  const row = page.getByRole("row", { name: /^Europe \d/ });
  let drawer = await edit(page, "Europe");
  await expectBadge(drawer, "Team");
  await drawer.getByRole("button", { name: "Reset to Global" }).click();
  await expectBadge(drawer, "Global");
  await drawer.getByRole("button", { name: "Cancel" }).click();
  await changes(page, 0);
  await expect(row).toContainText("Team ON");

  drawer = await edit(page, "Europe");
  await drawer.getByRole("button", { name: "Reset to Global" }).click();
  await expect(drawer).toContainText("Larkspur Home is closed now.");
  await update(drawer);
  await expect(row).toContainText("Global ON");
  await changes(page, 1);
});

test("S114 turned ON and OFF again a team deflects nothing, and says so", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Americas Support");
  await drawer.getByRole("switch", { name: SWITCH }).check();
  await drawer.getByRole("switch", { name: SWITCH }).uncheck();
  await expectBadge(drawer, "Team");
  await expect(drawer).toContainText("Nothing is deflected for this team, whatever Global says.");
  await update(drawer);
  await expect(page.getByRole("row", { name: /^Americas Support/ })).toContainText("Team OFF");
});

test("a sub-team takes the settings of the team around it", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Europe Support");
  await expect(drawer).toContainText("The settings of Team: Europe apply to this team.");
  await drawer.getByRole("switch", { name: SWITCH }).check();
  await expect(drawer.getByRole("combobox", { name: "Time zone" })).toHaveValue(/^Europe\/London/);
  await expect(drawer.getByRole("button", { name: "Reset to Team" })).toBeVisible();
});

test("R32 name and settings are updated together or not at all", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Americas Billing");
  await drawer.locator("summary", { hasText: /^Team/ }).click();
  await drawer.getByLabel("Name").fill("Billing: Americas");
  await drawer.getByRole("switch", { name: SWITCH }).check();
  await update(drawer);
  await expect(drawer.getByRole("alert")).toContainText("“Billing: Americas” has a colon: a team's name has none");
  await changes(page, 0);
  await drawer.getByLabel("Name").fill("Money");
  await drawer.getByLabel("After-hours deflection message").fill("");
  await update(drawer);
  await expect(drawer).toContainText("Enter the message that the sender gets");
  await expect(drawer.getByLabel("After-hours deflection message")).toBeFocused();
  await expectNoAxeViolations(page);
  await drawer.getByLabel("After-hours deflection message").fill("Back soon");
  await update(drawer);
  await changes(page, 1);
  await expect(page.getByRole("row", { name: /^Money/ })).toContainText("Team ON");
});

test("Escape asks before changes are dropped, and the address holds the open team", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Pacific");
  await expect(page).toHaveURL(/edit=/);
  await page.reload();
  await expect(drawer).toBeVisible();
  await drawer.getByRole("switch", { name: SWITCH }).uncheck();
  await page.keyboard.press("Escape");
  await expect(drawer.getByRole("alert")).toContainText("Discard the changes made here?");
  // Asked again and again, the browser would close without a word.
  for (let times = 0; times < 3; times += 1) {
    await page.keyboard.press("Escape");
    await expect(drawer.getByRole("alert")).toContainText("Discard the changes made here?");
  }
  await drawer.getByRole("button", { name: "Keep editing" }).click();
  await expect(drawer.getByRole("switch", { name: SWITCH })).not.toBeChecked();
  await expect(drawer.getByRole("switch", { name: SWITCH })).toBeFocused();
  await page.keyboard.press("Escape");
  await drawer.getByRole("button", { name: "Discard" }).click();
  await expect(drawer).toHaveCount(0);
  await changes(page, 0);
  await page.getByRole("searchbox", { name: "Filter by name" }).fill("support");
  await expect(page.getByText("3 of 7")).toBeVisible();
  // The teams around stay, to show where they lie.
  await expect(page.getByRole("row", { name: /^Pacific \d/ })).toBeVisible();
  await page.getByRole("searchbox", { name: "Filter by name" }).fill("nobody");
  await expect(page.getByText("No team or user matches")).toBeVisible();
});

test("going back asks before the changes of an open team are dropped", async ({ page }) => {
  await openSample(page, "Home");
  await go(page, PAGE);
  const drawer = await edit(page, "Pacific");
  await expect(page).toHaveURL(/edit=/);
  const address = page.url();
  const deflection = drawer.getByRole("switch", { name: SWITCH });
  await deflection.uncheck();
  await page.goBack();
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await expect(question).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await expect(deflection).not.toBeChecked();
  await expect(deflection).toBeFocused();
  expect(page.url()).toBe(address);
  await page.goBack();
  await question.getByRole("button", { name: "Leave" }).click();
  await expect(drawer).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await changes(page, 0);
});

test("a team is edited by keyboard alone, on a phone's width", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.goto("/settings/teams");
  await expect(page.getByRole("heading", { level: 1, name: PAGE })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
  const pencil = page.getByRole("button", { name: "Edit Americas Support" });
  await pencil.focus();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Edit team: Americas Support" });
  const deflection = drawer.getByRole("switch", { name: SWITCH });
  await tabTo(page, deflection);
  await page.keyboard.press("Space");
  await expect(deflection).toBeChecked();
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
  await tabTo(page, drawer.getByRole("button", { name: "Update" }));
  await page.keyboard.press("Enter");
  await expect(drawer).toHaveCount(0);
  await changes(page, 1);
  await expect(pencil).toBeFocused();
});
