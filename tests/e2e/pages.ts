// Every page of the app and what can be opened over it, for the tests that walk through all of them.
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import type { Workspace } from "./exported.ts";
import { csv, table, template, upload } from "./bulk_files.ts";
import { go } from "./helpers.ts";

export interface Sight {
  /** What it is, as a file's name. */
  name: string;
  address: string;
  /** Opens a dialog or a menu once the page is there. */
  open?: (page: Page) => Promise<unknown>;
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();

async function removeTwo(page: Page): Promise<void> {
  for (const place of [1, 2]) await page.getByRole("checkbox").nth(place).check();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
}

export const sights: Sight[] = [
  { name: "home", address: "/" },
  { name: "palette", address: "/", open: press("Jump to… Ctrl K") },
  { name: "palette-assign", address: "/", open: press("Assign a number") },
  { name: "palette-owner", address: "/", open: async (page) => {
    await press("Assign a number")(page);
    await page.getByRole("dialog").getByRole("option").first().click();
    await expect(page.getByRole("dialog").getByRole("status").filter({ hasText: "Texts to it now" })).toBeVisible();
  } },
  { name: "shortcuts", address: "/", open: (page) => page.keyboard.press("?") },
  { name: "draft-menu", address: "/", open: press(/^Draft /) },
  { name: "sms", address: "/settings/chat/sms" },
  { name: "sms-off", address: "/settings/chat/sms", open: (page) => page.getByRole("switch", { name: "Use SMS Chat" }).click() },
  { name: "sms-trying", address: "/settings/chat/sms", open: async (page) => {
    await page.getByLabel("Support contact", { exact: true }).fill("Call 800-555-0100");
    await press("HELP")(page);
  } },
  { name: "numbers", address: "/settings/chat/phone-numbers" },
  { name: "numbers-none", address: "/settings/chat/phone-numbers?q=nobody" },
  { name: "numbers-add", address: "/settings/chat/phone-numbers", open: press("+ Add Number") },
  { name: "numbers-add-many", address: "/settings/chat/phone-numbers?add=many", open: (page) => page.getByLabel("Numbers", { exact: true }).fill("+1 415 555 0100, Ann\n12") },
  { name: "numbers-selected", address: "/settings/chat/phone-numbers", open: (page) => page.getByRole("checkbox").nth(1).check() },
  { name: "numbers-assign", address: "/settings/chat/phone-numbers?owner=unassigned", open: async (page) => {
    await page.getByRole("checkbox", { name: /^Select all/ }).check();
    await press("Assign to…")(page);
    await page.getByRole("combobox", { name: "Agent or queue" }).fill("Dana");
    await page.getByRole("option", { name: "Agent: Dana Kessler" }).click();
  } },
  { name: "numbers-remove", address: "/settings/chat/phone-numbers", open: removeTwo },
  { name: "numbers-edit", address: "/settings/chat/phone-numbers", open: press(/^Edit \+/) },
  { name: "numbers-edit-ordinary", address: "/settings/chat/phone-numbers?tag=other", open: press(/^Edit \+/) },
  { name: "users", address: "/settings/users" },
  { name: "users-options", address: "/settings/users", open: press(/^Options for/) },
  { name: "users-edit", address: "/settings/users?q=Ana", open: (page) => editUser(page, "Ana Ruiz") },
  { name: "users-add", address: "/settings/users", open: press("Add users") },
  { name: "users-delete", address: "/settings/users?q=Ana", open: (page) => option(page, "Ana Ruiz", "Delete…") },
  { name: "users-profile", address: "/settings/users?q=Marcus", open: openProfile },
  { name: "teams", address: "/settings/teams" },
  { name: "teams-none", address: "/settings/teams?q=nobody" },
  { name: "teams-agent", address: "/settings/teams?q=dana" },
  { name: "teams-edit", address: "/settings/teams", open: press("Edit Europe") },
  { name: "queue", address: "/settings/queue" },
  { name: "queue-none", address: "/settings/queue?q=nobody" },
  { name: "queue-edit", address: "/settings/queue", open: press("Edit/View Billing") },
  { name: "queue-configure", address: "/settings/queue", open: async (page) => {
    await press("Edit/View Billing")(page);
    await press("Configure Inbound Phone Numbers")(page);
    await press("+ Assign Number")(page);
  } },
  { name: "queue-messages", address: "/settings/queue", open: async (page) => {
    await press("Edit/View Billing")(page);
    const drawer = page.getByRole("dialog");
    await drawer.locator("summary", { hasText: "SMS Chat System Messages" }).click();
    await drawer.getByRole("switch", { name: "Enable after hour message" }).check();
  } },
  { name: "queue-options", address: "/settings/queue", open: press("Options for Billing") },
  { name: "queue-move", address: "/settings/queue", open: (page) => option(page, "Billing", "Move…") },
  { name: "queue-copy", address: "/settings/queue", open: async (page) => {
    await press("Copy structure")(page);
    await page.getByLabel("Queues of the other channel").fill("Sales\n  Partners");
  } },
  { name: "queue-delete", address: "/settings/queue", open: (page) => option(page, "Billing", "Delete…") },
  { name: "blocklist", address: "/settings/consumers/blocklist" },
  { name: "blocklist-add", address: "/settings/consumers/blocklist", open: async (page) => {
    await press("+ Add Phone Number")(page);
    await page.getByRole("textbox", { name: "Phone number", exact: true }).fill("+14155550199");
  } },
  { name: "blocklist-remove", address: "/settings/consumers/blocklist", open: unblock },
  { name: "global-settings", address: "/settings/chat/direct-numbers" },
  { name: "direct-inbound", address: "/settings/chat/direct-inbound" },
  { name: "own-settings", address: "/settings/own" },
  { name: "own-settings-form", address: "/settings/own", open: ownSettings },
  { name: "support-center-import", address: "/settings/support-center?edit=import" },
  { name: "support-center", address: "/settings/support-center" },
  { name: "support-center-hours", address: "/settings/support-center?edit=general" },
  { name: "support-center-custom", address: "/settings/support-center?edit=new-hours" },
  { name: "support-center-custom-hours", address: "/settings/support-center?edit=new-hours", open: async (page) => {
    await page.getByLabel("Name", { exact: true }).fill("Weekend desk");
    await press("Next")(page);
  } },
  { name: "support-center-custom-queues", address: "/settings/support-center?edit=new-hours", open: async (page) => {
    await page.getByLabel("Name", { exact: true }).fill("Weekend desk");
    await press("Next")(page);
    await press("Next")(page);
    await page.getByRole("checkbox", { name: "Billing" }).check();
  } },
  { name: "support-center-holiday", address: "/settings/support-center?edit=new-holiday" },
  { name: "support-center-delete", address: "/settings/support-center", open: press("Delete Larkspur") },
  { name: "bulk", address: "/settings/bulk" },
  { name: "bulk-tried", address: "/settings/bulk", open: tryFile },
  { name: "preview", address: "/preview" },
  { name: "preview-text", address: "/preview?to=%2B13125550100&at=2026-10-15%2022:00" },
  { name: "drafts", address: "/drafts" },
  { name: "drafts-new", address: "/drafts", open: press("New draft") },
  { name: "history", address: "/history" },
  { name: "review", address: "/review" },
  { name: "not-found", address: "/no/such/page" },
  // The last ones: SMS is off from here on.
  { name: "locked-numbers", address: "/settings/chat/sms", open: turnOffAndSee },
  { name: "locked-number", address: "/settings/chat/phone-numbers?edit=%2B13125550100" },
  { name: "locked-queue", address: "/settings/queue", open: async (page) => {
    await press("Edit/View Billing")(page);
    await press("Configure Inbound Phone Numbers")(page);
  } },
  { name: "locked-palette", address: "/", open: press("Assign a number") },
  { name: "locked-global-settings", address: "/settings/chat/direct-numbers" },
  { name: "locked-direct-inbound", address: "/settings/chat/direct-inbound" },
];

/** A file with a change, a number that is taken, and one that is none. */
async function tryFile(page: Page): Promise<void> {
  const rows = [["marcus.bell", { "2": "+442079460140" }], ["priya.nair", { "1": "+13125550100" }], ["noor.aziz", { "1": "20 7946 0140" }]];
  await upload(page, csv(table(await template(page), rows as Parameters<typeof table>[1])));
  await expect(page.getByRole("button", { name: "Proceed" })).toBeVisible();
}

/** On the page SMS: turns it off, and confirms. */
export async function turnSmsOff(page: Page): Promise<void> {
  await page.getByRole("switch", { name: "Use SMS Chat" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Proceed" }).click();
}

/** Turns Use SMS Chat off, then shows what that locks. */
async function turnOffAndSee(page: Page): Promise<void> {
  await turnSmsOff(page);
  await savedAtAnyWidth(page);
  await page.goto("/settings/chat/phone-numbers");
  await page.getByRole("checkbox").nth(1).check();
}

/** Blocks a number where none is blocked yet, and asks to take it off the list. */
async function unblock(page: Page): Promise<void> {
  const remove = page.getByRole("button", { name: "Remove +14155550199" });
  if (!(await remove.isVisible())) {
    await press("+ Add Phone Number")(page);
    await page.getByRole("textbox", { name: "Phone number", exact: true }).fill("+14155550199");
    await page.keyboard.press("Enter");
  }
  await remove.click();
}

/** A narrow bar has no room to say it. */
async function savedAtAnyWidth(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1440, height: 900 });
  await saved(page);
  if (size) await page.setViewportSize(size);
}

/** The form of an agent who may use it. */
async function ownSettings(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "Look as" }).fill("Marcus Bell");
  await page.getByRole("option", { name: "Marcus Bell" }).click();
  const form = page.getByRole("switch", { name: "After hours deflection" });
  if (!(await form.isVisible())) {
    await page.getByRole("link", { name: "Edit user" }).click();
    const drawer = page.getByRole("dialog", { name: /^Edit user/ });
    await drawer.getByLabel("Allow agent to configure their own deflection options").check();
    await drawer.getByRole("button", { name: "Update" }).click();
    await savedAtAnyWidth(page);
    await page.goto("/settings/own");
    await page.getByRole("combobox", { name: "Look as" }).fill("Marcus Bell");
    await page.getByRole("option", { name: "Marcus Bell" }).click();
  }
  await form.check();
}

/** Opens the sample company from the first-start page. */
export async function startWithSample(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
}

/** Publishes the open draft; what the review asks to confirm is confirmed. */
export async function publish(page: Page, note: string, author?: string): Promise<void> {
  await go(page, "Review & publish");
  await expect(page.getByRole("region", { name: "What this publishes" })).toContainText(/ numbers? changes?\b/);
  await page.getByLabel("Note").fill(note);
  if (author !== undefined) await page.getByLabel("Your name").fill(author);
  const confirm = page.getByRole("checkbox", { name: /^Publish although/ });
  if (await confirm.isVisible()) await confirm.check();
  const button = page.getByRole("button", { name: /^Publish as revision/ });
  const words = await button.innerText();
  await button.click();
  await expect(page.getByText(words.replace("Publish", "Published"), { exact: true })).toBeVisible();
}

/** Adds a number on its page. */
export async function addNumber(page: Page, number: string, label: string, direct = true): Promise<void> {
  await page.getByRole("button", { name: "+ Add Number" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Add Number" });
  await dialog.getByLabel("Phone number").fill(number);
  await expect(dialog.getByRole("status")).toContainText(number.startsWith("+1") ? "United States" : "United Kingdom");
  if (direct) await dialog.getByLabel("Set as the direct number").check();
  await dialog.getByLabel("Label", { exact: true }).fill(label);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
}

/** F5: a free direct number for a leaf queue, on the page of the queues. */
export async function assignToQueue(page: Page, queue: string, number: string): Promise<void> {
  await page.getByRole("button", { name: `Edit/View ${queue}`, exact: true }).click();
  const drawer = page.getByRole("dialog", { name: `Queue: ${queue}` });
  await drawer.getByRole("button", { name: "Configure Inbound Phone Numbers" }).click();
  await drawer.getByRole("button", { name: "+ Assign Number" }).click();
  await drawer.getByRole("combobox", { name: "Number" }).fill(number);
  await drawer.getByRole("option", { name: number }).click();
  await drawer.getByRole("button", { name: "Assign", exact: true }).click();
  await drawer.getByRole("button", { name: "Save", exact: true }).click();
  await expect(drawer).toHaveCount(0);
}

/** Options (three dots) of a row. */
export async function option(page: Page, row: string, name: string): Promise<void> {
  await page.getByRole("button", { name: `Options for ${row}`, exact: true }).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

/** Options (three dots) → Edit user. */
export const editUser = (page: Page, name: string): Promise<void> => option(page, name, "Edit user");

/** The whole profile of a user. */
async function openProfile(page: Page): Promise<void> {
  await editUser(page, "Marcus Bell");
  await page.getByRole("dialog").locator("summary", { hasText: "Profile" }).click();
}

/** What the export of the workspace says, the draft included. */
export async function exported(page: Page): Promise<{ workspace: Workspace }> {
  const [download] = await Promise.all([page.waitForEvent("download"), (async () => {
    await page.getByRole("button", { name: /^Draft / }).click();
    await page.getByRole("menuitem", { name: "Export workspace" }).click();
  })()]);
  return JSON.parse(readFileSync(await download.path(), "utf8"));
}

/** Waits until the draft is on the disk. */
export const saved = (page: Page) => expect(page.getByRole("group", { name: "Open draft" }).getByRole("status")).toHaveText(/^Saved /);

/** Goes there and opens what is to be seen. */
export async function see(page: Page, sight: Sight): Promise<void> {
  await page.goto(sight.address);
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
  await sight.open?.(page);
}
