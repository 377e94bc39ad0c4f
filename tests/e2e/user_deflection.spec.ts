// Edit user, Agent SMS Deflections: permission, own settings, the way back.
import type { Locator, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, openSample, tabTo } from "./helpers.ts";

const PAGE = "Users";
const SWITCH = "Agent after-hours deflection";
const PERMISSION = "Allow agent to configure their own deflection options";

async function edit(page: Page, user: string): Promise<Locator> {
  await page.getByRole("searchbox").fill(user);
  await page.getByRole("button", { name: `Options for ${user}` }).click();
  await page.getByRole("menuitem", { name: "Edit user" }).click();
  const drawer = page.getByRole("dialog", { name: `Edit user: ${user}` });
  await expect(drawer).toBeVisible();
  return drawer;
}

const section = (drawer: Locator) => drawer.locator("summary", { hasText: /Agent SMS Deflections/ });
const update = (drawer: Locator) => drawer.getByRole("button", { name: "Update" }).click();

test("F11 A7 A50 R55 S115 a user's own hours and message win over the team's, and say what they replace", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Mateus Lima");
  await expect(section(drawer)).toContainText("Team");
  await expect(drawer).toContainText("The settings of Team: Europe apply to this user.");
  await drawer.getByRole("switch", { name: SWITCH }).check();
  await expect(section(drawer)).toContainText("User");
  await expect(section(drawer)).toContainText("Instead of Team: Europe, Global");
  await expect(drawer.getByLabel("After-hours deflection message")).toHaveValue("We are back on the next working day at 8:30 London time.");
  await drawer.getByLabel("Weekdays, opening 1, to").fill("22:00");
  const panel = drawer.getByRole("complementary", { name: "What this does" });
  await expect(panel.getByRole("region", { name: /^Live/ })).toContainText("deflected.after_hours");
  await expect(panel.getByRole("region", { name: "With this change" })).toContainText("offered.agent");
  await drawer.getByLabel(PERMISSION).check();
  await update(drawer);
  // Permission and settings are one change.
  await changes(page, 1);
  await expect(page.getByRole("row", { name: /^Mateus Lima/ })).toContainText("User ON");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByRole("row", { name: /^Mateus Lima/ })).toContainText("Team ON");
});

test("Reset to Global and Reset to Team drop the user's settings once updated", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Ana Ruiz");
  await expect(section(drawer)).toContainText("User");
  await drawer.getByRole("button", { name: "Reset to Global" }).click();
  await expect(section(drawer)).toContainText("Global");
  await expect(drawer).toContainText("Global settings apply to this user.");
  await update(drawer);
  await expect(page.getByRole("row", { name: /^Ana Ruiz/ })).toContainText("Global ON");
  await changes(page, 1);
  const other = await edit(page, "Ivy Chen");
  await other.getByRole("switch", { name: SWITCH }).check();
  await other.getByRole("button", { name: "Reset to Team" }).click();
  await expect(section(other)).toContainText("Team");
  await update(other);
  await changes(page, 1);
});

test("S126 S145 what cannot be is refused and nothing is stored", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Ana Ruiz");
  await drawer.getByLabel("After-hours deflection message").fill(" ");
  await update(drawer);
  await expect(drawer).toContainText("Enter the message that the sender gets");
  await expect(drawer.getByLabel("After-hours deflection message")).toBeFocused();
  await drawer.getByLabel("After-hours deflection message").fill("Back soon");
  await drawer.getByLabel("Weekdays, opening 1, from").fill("15:00");
  await update(drawer);
  await expect(drawer).toContainText("Opening and closing at “15:00” leaves no hours: for a whole day choose 24 hour operation");
  await changes(page, 0);
  await expectNoAxeViolations(page);
});

test("R32 a number and settings are updated together", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Ana Ruiz");
  const numbers = drawer.getByRole("list", { name: "Direct numbers" });
  await numbers.getByRole("button", { name: /^Remove \+/ }).first().click();
  await drawer.getByRole("switch", { name: SWITCH }).uncheck();
  await expect(drawer).toContainText("Nothing is deflected for this user, whatever Global says.");
  await update(drawer);
  await changes(page, 1);
  await expect(page.getByRole("button", { name: "Undo: update user Ana Ruiz" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Ana Ruiz/ })).toContainText("User OFF");
});

test("S113 Cancel stores nothing; Escape asks first", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Ana Ruiz");
  await drawer.getByRole("button", { name: "Reset to Global" }).click();
  await page.keyboard.press("Escape");
  await expect(drawer.getByRole("alert")).toContainText("Discard the changes made here?");
  await drawer.getByRole("button", { name: "Keep editing" }).click();
  await drawer.getByRole("button", { name: "Cancel" }).click();
  await expect(drawer).toHaveCount(0);
  await changes(page, 0);
  await expect(page.getByRole("row", { name: /^Ana Ruiz/ })).toContainText("User ON");
});

test("S061 a number that was assigned without Update is stored nowhere", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Dana Kessler");
  await drawer.getByRole("button", { name: "+ Assign number" }).click();
  await drawer.getByRole("combobox", { name: "Number" }).press("ArrowDown");
  await drawer.getByRole("option").first().click();
  await drawer.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(drawer.getByRole("list", { name: "Direct numbers" }).getByRole("listitem")).toHaveCount(2);
  await drawer.getByRole("button", { name: "Cancel" }).click();
  await expect(drawer).toHaveCount(0);
  await changes(page, 0);
  await page.reload();
  await edit(page, "Dana Kessler");
  await expect(drawer.getByRole("list", { name: "Direct numbers" }).getByRole("listitem")).toHaveCount(1);
});

test("a user's deflection is set by keyboard alone, on a phone's width", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.goto("/settings/users?q=Tessa");
  await page.getByRole("button", { name: "Options for Tessa Okafor" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Edit user" })).toBeFocused();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Edit user: Tessa Okafor" });
  const deflection = drawer.getByRole("switch", { name: SWITCH });
  await tabTo(page, deflection);
  await page.keyboard.press("Space");
  await expect(deflection).toBeChecked();
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
  await tabTo(page, drawer.getByRole("button", { name: "What this does" }));
  await page.keyboard.press("Enter");
  await expect(drawer.getByRole("region", { name: /^Live/ })).toBeVisible();
  await expectNoAxeViolations(page);
  await tabTo(page, drawer.getByRole("button", { name: "Update" }));
  await page.keyboard.press("Enter");
  await expect(drawer).toHaveCount(0);
  await changes(page, 1);
});
