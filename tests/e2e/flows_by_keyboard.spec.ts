// The product's own ways, from the first page to the last button, without a mouse: F3, F4, F6, F12, S3 and S8. The other
// flows have theirs beside what else is said of them.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { changes, tabTo } from "./helpers.ts";
import { startWithSample } from "./pages.ts";

const ORDINARY = "+13125550151";
const FREE = "+1 312-555-0142";

/** Goes to an element by Tab and presses a key there. */
async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Follows a link of the navigation. */
async function follow(page: Page, name: string): Promise<void> {
  await press(page, page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }));
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** Opens the one number that the filter finds by its pencil. */
async function openNumber(page: Page): Promise<Locator> {
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.press("Control+a");
  await page.keyboard.type(ORDINARY);
  const pencil = page.getByRole("button", { name: `Edit ${ORDINARY}`, exact: true });
  await press(page, pencil);
  const dialog = page.getByRole("dialog", { name: /^Edit \+/ });
  await expect(dialog).toBeVisible();
  return dialog;
}

test("F3 F4 a number is marked direct and un-marked by keyboard alone", async ({ page }) => {
  await startWithSample(page);
  await follow(page, "Phone number management");
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader") });

  let dialog = await openNumber(page);
  await press(page, dialog.getByLabel("Set as a direct number"), "Space");
  await press(page, dialog.getByRole("button", { name: "Save", exact: true }));
  await press(page, dialog.getByRole("button", { name: "Proceed" }));
  await expect(dialog).toBeHidden();
  await changes(page, 1);
  await expect(row).toContainText("Direct");
  await expect(page.getByRole("button", { name: `Edit ${ORDINARY}`, exact: true })).toBeFocused();

  dialog = await openNumber(page);
  await press(page, dialog.getByLabel("Set as a direct number"), "Space");
  await press(page, dialog.getByRole("button", { name: "Save", exact: true }));
  await press(page, dialog.getByRole("button", { name: "Proceed" }));
  await expect(dialog).toBeHidden();
  await expect(row).not.toContainText("Unassigned");
  await expect(page.getByRole("button", { name: `Edit ${ORDINARY}`, exact: true })).toBeFocused();
});

test("F6 an agent is given a number in the product's ten steps, by keyboard alone", async ({ page }) => {
  await startWithSample(page);
  await follow(page, "Teams");
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("Dana");
  await press(page, page.getByRole("button", { name: "Options for Dana Kessler" }));
  await expect(page.getByRole("menuitem", { name: "Edit user" })).toBeFocused();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Edit user: Dana Kessler" });
  const direct = drawer.locator("summary", { hasText: "Direct Inbound" });
  const assign = drawer.getByRole("button", { name: "+ Assign number" });
  await tabTo(page, direct);
  // It is open from the start; the arrow closes and opens it.
  await page.keyboard.press("Enter");
  await expect(assign).toBeHidden();
  await page.keyboard.press("Enter");
  await press(page, assign);
  await tabTo(page, drawer.getByRole("combobox", { name: "Number", exact: true }));
  await page.keyboard.type("0142");
  await expect(drawer.getByRole("option", { name: FREE })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await press(page, drawer.getByRole("button", { name: "Assign", exact: true }));
  await changes(page, 0);
  await press(page, drawer.getByRole("button", { name: "Update" }));
  await expect(drawer).toHaveCount(0);
  await changes(page, 1);
  await expect(page.getByRole("row", { name: /^Dana Kessler/ })).toContainText(FREE);
  await expect(page.getByRole("button", { name: "Options for Dana Kessler" })).toBeFocused();
});

test("F12 an agent is allowed own settings, and saves them, by keyboard alone", async ({ page }) => {
  const title = "Agent's own settings";
  const lookAs = async (): Promise<void> => {
    await tabTo(page, page.getByRole("combobox", { name: "Look as" }));
    await page.keyboard.type("Marcus");
    await expect(page.getByRole("option", { name: "Marcus Bell" })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  };
  await startWithSample(page);
  await follow(page, title);
  await lookAs();
  await press(page, page.getByRole("link", { name: "Edit user" }));
  const drawer = page.getByRole("dialog", { name: "Edit user: Marcus Bell" });
  await press(page, drawer.getByLabel("Allow agent to configure their own deflection options"), "Space");
  await press(page, drawer.getByRole("button", { name: "Update" }));
  await expect(drawer).toHaveCount(0);
  await follow(page, title);
  await lookAs();
  const form = page.getByRole("form", { name: title });
  await press(page, form.getByRole("switch", { name: "After hours deflection" }), "Space");
  await tabTo(page, form.getByLabel("After-hours deflection message"));
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Marcus is back at 8.");
  await press(page, form.getByRole("button", { name: "Save chat availability hours" }));
  await expect(form).toContainText("Your own hours and message apply.");
  await changes(page, 2);
});

test("S3 a queue gets its after hour message by keyboard alone", async ({ page }) => {
  await startWithSample(page);
  await follow(page, "Queue");
  // Of a list one row is in the tab order; the arrows go on from it.
  await tabTo(page, page.getByRole("row", { name: /^Support/ }));
  const billing = page.getByRole("row", { name: /^Billing/ });
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press("ArrowDown");
  await expect(billing).toBeFocused();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Queue: Billing" });
  await press(page, drawer.locator("summary", { hasText: "SMS Chat System Messages" }));
  await press(page, drawer.getByRole("switch", { name: "Enable after hour message" }), "Space");
  await tabTo(page, drawer.getByRole("textbox", { name: "After hour message" }));
  await page.keyboard.type("Billing is closed.");
  await press(page, drawer.getByRole("button", { name: "Save", exact: true }));
  await expect(drawer).toHaveCount(0);
  await changes(page, 1);
});

test("S8 a number is blocked and let in again by keyboard alone", async ({ page }) => {
  await startWithSample(page);
  await follow(page, "Phone Number Blocklist");
  await press(page, page.getByRole("button", { name: "+ Add Phone Number" }).first());
  await expect(page.getByRole("textbox", { name: "Phone number", exact: true })).toBeFocused();
  await page.keyboard.type("+1 415 555 0199");
  await page.keyboard.press("Enter");
  await changes(page, 1);
  await press(page, page.getByRole("button", { name: "Remove +14155550199" }));
  await press(page, page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }));
  await expect(page.getByRole("heading", { name: "Nobody is blocked" })).toBeVisible();
});
