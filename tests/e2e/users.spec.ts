// Users & Teams, Users: new users, their profile, what the three dots offer, and the personal queue.
import type { Locator, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go, openEmpty, openSample, tabTo } from "./helpers.ts";
import { editUser, option } from "./pages.ts";

const PAGE = "Users";
const FREE = ["+1 312-555-0142", "+1 312-555-0145", "+44 20 7946 0140", "+44 20 7946 0143"];

async function edit(page: Page, name: string): Promise<Locator> {
  await page.getByRole("searchbox").fill(name);
  await editUser(page, name);
  const drawer = page.getByRole("dialog", { name: `Edit user: ${name}` });
  await expect(drawer).toBeVisible();
  return drawer;
}

async function assign(drawer: Locator, number: string): Promise<void> {
  await drawer.getByRole("button", { name: "+ Assign number" }).click();
  await drawer.getByRole("combobox", { name: "Number", exact: true }).fill(number.slice(-4));
  await drawer.getByRole("option", { name: number }).click();
  await drawer.getByRole("button", { name: "Assign", exact: true }).click();
}

test("a number is found and picked by typing and Enter alone, however fast", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Dana Kessler");
  await drawer.getByRole("button", { name: "+ Assign number" }).click();
  const field = drawer.getByRole("combobox", { name: "Number", exact: true });
  // One input event for the whole text, as a paste is.
  await field.fill("0142");
  await field.press("Enter");
  await expect(field).toHaveValue(/\+1 312-555-0142/);
  await expect(field).toHaveAttribute("aria-expanded", "false");
});

const update = (drawer: Locator) => drawer.getByRole("button", { name: "Update" }).click();
const profile = (drawer: Locator) => drawer.locator("summary", { hasText: "Profile" }).click();
const numbers = (drawer: Locator) => drawer.getByRole("list", { name: "Direct numbers" });
const row = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(`^${name}`) });

test("S7 Add users: what is missing is said beside its field, then the user is there", async ({ page }) => {
  await openSample(page, PAGE);
  await page.getByRole("button", { name: "Add users" }).click();
  const dialog = page.getByRole("dialog", { name: "Add users" });
  const save = dialog.getByRole("button", { name: "Save" });
  const first = dialog.getByLabel("First name");
  await expect(first).toBeFocused();
  await save.click();
  const email = dialog.getByLabel("E-mail");
  await expect(email).toHaveAccessibleDescription("Enter an e-mail address.");
  await expect(email).toBeFocused();
  await email.fill("Ana.Ruiz@larkspur.example");
  await expect(email).toHaveAccessibleDescription("“Ana.Ruiz@larkspur.example” belongs to Ana Ruiz already.");
  await email.fill("noa.berg@larkspur.example");
  await expect(first).toHaveAccessibleDescription("Enter a name for the user.");
  await first.fill("Noa");
  await dialog.getByLabel("Last name").fill("Berg");
  const roles = dialog.getByRole("group", { name: "Roles" });
  await roles.getByLabel("Agent", { exact: true }).uncheck();
  await expect(roles.getByRole("alert")).toHaveText("Give the user at least one role.");
  await roles.getByLabel("Agent", { exact: true }).check();
  await dialog.getByLabel("Chat concurrency").fill("many");
  await expect(dialog.getByLabel("Chat concurrency")).toHaveAccessibleDescription("Enter a whole number from 1 on, or leave it empty.");
  await expectNoAxeViolations(page);
  await dialog.getByLabel("Chat concurrency").fill("3");
  await dialog.getByRole("group", { name: "Teams" }).getByLabel("Pacific Support").check();
  await changes(page, 0);
  await save.click();
  await expect(dialog).toHaveCount(0);
  await changes(page, 1);
  await page.getByRole("searchbox").fill("berg");
  await expect(row(page, "Noa Berg")).toContainText("Pacific Support");
  await page.getByRole("button", { name: "Undo: add user Noa Berg" }).click();
  await expect(page.getByText("No user matches")).toBeVisible();
});

test("the first user of an empty company is added by keyboard alone", async ({ page }) => {
  await openEmpty(page, PAGE);
  await tabTo(page, page.getByRole("main").getByRole("button", { name: "Add users" }).last());
  await page.keyboard.press("Enter");
  await page.keyboard.type("Noa");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("noa@example.com");
  await page.keyboard.press("Enter");
  await expect(row(page, "Noa")).toBeVisible();
  await changes(page, 1);
});

test("name, address, roles and teams are one change an Update", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Marcus Bell");
  await profile(drawer);
  await drawer.getByLabel("Last name").fill("Bell-Ortiz");
  await drawer.getByLabel("E-mail").fill("grace.hollis@larkspur.example");
  await drawer.getByRole("group", { name: "Roles" }).getByLabel("Manager Teams").check();
  await drawer.getByRole("group", { name: "Teams" }).getByLabel("Europe Support").check();
  await profile(drawer);
  await update(drawer);
  // The closed section opens for its error.
  await expect(drawer.getByLabel("E-mail")).toBeFocused();
  await expect(drawer.getByLabel("E-mail")).toHaveAccessibleDescription("“grace.hollis@larkspur.example” belongs to Grace Hollis already.");
  await changes(page, 0);
  await drawer.getByLabel("E-mail").fill("marcus@larkspur.example");
  await update(drawer);
  await changes(page, 1);
  await page.getByRole("searchbox").fill("marcus");
  await expect(row(page, "Marcus Bell-Ortiz")).toContainText("marcus@larkspur.example");
  await expect(row(page, "Marcus Bell-Ortiz")).toContainText("Europe Support");
});

test("S064 without the Agent role there are no direct numbers; the role opens them", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Victor Stahl");
  await expect(drawer).toContainText("Only users with the Agent role have direct numbers.");
  await expect(drawer.getByRole("button", { name: "+ Assign number" })).toHaveCount(0);
  await profile(drawer);
  await drawer.getByRole("group", { name: "Roles" }).getByLabel("Agent", { exact: true }).check();
  await assign(drawer, FREE[0] ?? "");
  await update(drawer);
  await changes(page, 1);
  await expect(row(page, "Victor Stahl")).toContainText(FREE[0] ?? "");
});

test("A31 taking the Agent role is refused while there are numbers, unless they are released too", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Ana Ruiz");
  await profile(drawer);
  const roles = drawer.getByRole("group", { name: "Roles" });
  await roles.getByLabel("Agent", { exact: true }).uncheck();
  await roles.getByLabel("Manager", { exact: true }).check();
  await update(drawer);
  await expect(drawer.getByRole("alert")).toContainText("Ana Ruiz has direct numbers, which need the Agent role: release the numbers too");
  await changes(page, 0);
  await drawer.getByLabel("Release 1 number too").check();
  await update(drawer);
  await changes(page, 1);
  await expect(row(page, "Ana Ruiz")).not.toContainText("+1 312-555-0100");
});

test("S066 S067 R71 an agent without a personal queue gets one with a click, in the same change", async ({ page }) => {
  await openSample(page, PAGE);
  let drawer = await edit(page, "Ana Ruiz");
  await expect(drawer).not.toContainText("has no personal queue");
  await drawer.getByRole("button", { name: "Cancel" }).click();

  drawer = await edit(page, "Dana Kessler");
  await assign(drawer, FREE[0] ?? "");
  await expect(drawer).toContainText("Dana Kessler has no personal queue.");
  await drawer.getByRole("button", { name: "Create personal queue" }).click();
  await expect(drawer).toContainText("Update creates the queue Dana Kessler's chats.");
  await expect(drawer.getByRole("button", { name: "Leave it out" })).toBeFocused();
  await expectNoAxeViolations(page);
  await update(drawer);
  await changes(page, 1);
  await go(page, "Queue");
  await expect(page.getByRole("row", { name: /^Dana Kessler's chats/ })).toContainText("1");
  await page.getByRole("button", { name: "Undo: update user Dana Kessler" }).click();
  await expect(page.getByRole("row", { name: /^Dana Kessler's chats/ })).toHaveCount(0);

  await go(page, PAGE);
  await page.getByRole("searchbox").fill("Omar");
  await option(page, "Omar Haddad", "Create personal queue");
  await expect(page.getByText("Queue Omar Haddad's chats created")).toBeVisible();
  await page.getByRole("button", { name: "Options for Omar Haddad" }).click();
  await expect(page.getByRole("menuitem", { name: "Create personal queue" })).toHaveCount(0);
});

test("R30 an agent with five numbers gets no sixth, and is told why", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Ana Ruiz");
  for (const number of FREE) await assign(drawer, number);
  await expect(numbers(drawer).getByRole("listitem")).toHaveCount(5);
  await expect(drawer).toContainText("5 of 5 numbers");
  await expect(drawer.getByRole("button", { name: "+ Assign number" })).toBeDisabled();
  await expect(drawer).toContainText("5 are the most an agent has: take one away before another one.");
  await drawer.getByRole("button", { name: "Remove +13125550100" }).click();
  await expect(drawer.getByRole("button", { name: "+ Assign number" })).toBeEnabled();
  await update(drawer);
  await changes(page, 1);
});

test("S061 S070 a removed number is free after Update, not before", async ({ page }) => {
  await openSample(page, PAGE);
  let drawer = await edit(page, "Ana Ruiz");
  await drawer.getByRole("button", { name: "Remove +13125550100" }).click();
  await drawer.getByRole("button", { name: "Cancel" }).click();
  await expect(row(page, "Ana Ruiz")).toContainText("+1 312-555-0100");
  drawer = await edit(page, "Ana Ruiz");
  await drawer.getByRole("button", { name: "Remove +13125550100" }).click();
  await update(drawer);
  await go(page, "Phone number management");
  await page.getByRole("searchbox").fill("0100");
  const number = page.getByRole("row", { name: /\+1 312-555-0100/ });
  await expect(number).toContainText("Unassigned");
  await expect(number).toContainText("Direct");
});

test("S068 an inactive user keeps the numbers with a warning, or gives them back", async ({ page }) => {
  await openSample(page, PAGE);
  let drawer = await edit(page, "Marcus Bell");
  await profile(drawer);
  await drawer.getByRole("switch", { name: "Active" }).uncheck();
  await expect(drawer).toContainText("Marcus Bell keeps 1 number, which nobody answers.");
  await drawer.getByRole("button", { name: "Cancel" }).click();

  await option(page, "Marcus Bell", "Make inactive…");
  const dialog = page.getByRole("dialog", { name: "Make Marcus Bell inactive?" });
  await expect(dialog.getByRole("list", { name: "Direct numbers" })).toContainText("+1 312-555-0101");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Make inactive" }).click();
  await expect(row(page, "Marcus Bell")).toContainText("Inactive");
  await expect(row(page, "Marcus Bell")).toContainText("+1 312-555-0101");
  await option(page, "Marcus Bell", "Release numbers…");
  await page.getByRole("dialog").getByRole("button", { name: "Release numbers" }).click();
  await expect(row(page, "Marcus Bell")).not.toContainText("+1 312-555-0101");
  await option(page, "Marcus Bell", "Make active");
  await expect(row(page, "Marcus Bell")).not.toContainText("Inactive");
  await changes(page, 3);
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(row(page, "Marcus Bell")).toContainText("Inactive");
});

test("deleting a user lists what goes along; the dots lead to a try of a text", async ({ page }) => {
  await openSample(page, PAGE);
  await page.getByRole("searchbox").fill("Ana");
  await option(page, "Ana Ruiz", "Delete…");
  const dialog = page.getByRole("dialog", { name: "Delete user Ana Ruiz?" });
  const along = dialog.getByRole("list", { name: "What goes along" });
  await expect(along).toContainText("+1 312-555-0100 is taken from agent Ana Ruiz.");
  await expect(along).toContainText(/Ana Ruiz leaves queue Ana's chats\./i);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Options for Ana Ruiz" })).toBeFocused();
  await option(page, "Ana Ruiz", "Delete…");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(row(page, "Ana Ruiz")).toHaveCount(0);
  await changes(page, 1);
  await page.getByRole("button", { name: "Undo: delete Ana Ruiz" }).click();
  await option(page, "Ana Ruiz", "Try a text");
  await expect(page.getByRole("heading", { level: 1, name: "Routing preview" })).toBeVisible();
  await expect(page).toHaveURL(/to=%2B13125550100/);
});

test("a user is added on a phone's width", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.goto("/settings/users");
  await page.getByRole("button", { name: "Add users" }).click();
  await expectNoSidewaysScroll(page);
  await page.getByLabel("First name").fill("Noa");
  await page.getByRole("textbox", { name: "E-mail" }).fill("noa@example.com");
  await page.getByRole("button", { name: "Save" }).click();
  await changes(page, 1);
});

test("S062 S048 a drop-down offers neither what is taken nor what is not direct", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await edit(page, "Dana Kessler");
  await drawer.getByRole("button", { name: "+ Assign number" }).click();
  const field = drawer.getByRole("combobox", { name: "Number", exact: true });
  await field.fill("0142");
  await expect(drawer.getByRole("option", { name: "+1 312-555-0142" })).toBeVisible();
  // Billing's, Ana's, and an ordinary one.
  for (const digits of ["312-555-0132", "312-555-0100", "312-555-0151"]) {
    await field.fill(digits);
    await expect(drawer.getByRole("option", { name: "No free direct number matches" })).toBeVisible();
  }
});

test("S7 Escape asks before a new user's fields are dropped; an empty form closes at once", async ({ page }) => {
  await openSample(page, PAGE);
  await page.getByRole("button", { name: "Add users" }).click();
  const dialog = page.getByRole("dialog", { name: "Add users" });
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "Add users" }).click();
  await dialog.getByLabel("First name").fill("Nia");
  await page.keyboard.press("Escape");
  await expect(dialog.getByRole("alert")).toHaveText("Discard the changes made here?");
  await dialog.getByRole("button", { name: "Discard" }).click();
  await expect(dialog).toHaveCount(0);
  await changes(page, 0);
});

test("a menu closes when its row comes to show somebody else", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 320 });
  await openSample(page, "Users");
  await page.getByRole("button", { name: "Options for Aisha Bello" }).click();
  const menu = page.getByRole("menu");
  await expect(menu).toHaveAccessibleName("Options for Aisha Bello");
  await page.mouse.wheel(0, 5000);
  await expect(page.getByRole("button", { name: "Options for Aisha Bello" })).toHaveCount(0);
  await expect(menu).toHaveCount(0);
});
