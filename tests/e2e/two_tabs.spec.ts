// Two tabs that walk the product's own way with one free number.
import { expect, test } from "./fixtures.ts";
import { changes, go } from "./helpers.ts";
import { assignToQueue, editUser, publish, saved, startWithSample } from "./pages.ts";

const FREE = "+1 312-555-0142";

test("S049 R21 one free number for two queues: the first publishes, the second sees whose it is now and keeps the rest", async ({ page, context }) => {
  await startWithSample(page);
  await go(page, "Queue");
  await page.getByLabel("New Item").fill("Night desk");
  await page.getByLabel("New Item").press("Enter");
  await assignToQueue(page, "Returns", FREE);
  await changes(page, 2);
  await saved(page);

  // The other tab works in a draft of its own.
  const other = await context.newPage();
  await other.clock.setFixedTime(new Date("2026-10-15T19:32:00Z"));
  await other.goto("/drafts");
  await other.getByRole("button", { name: "New draft" }).click();
  const begin = other.getByRole("dialog", { name: "New draft" });
  await begin.getByLabel("Name").fill("Billing first");
  await begin.getByRole("button", { name: "Start" }).click();
  await changes(other, 0);
  await go(other, "Queue");
  await assignToQueue(other, "Billing", FREE);
  await publish(other, "Billing takes it");

  await expect(page.getByRole("alert").filter({ hasText: "Another tab published revision 2." })).toBeVisible();
  await page.getByRole("link", { name: /^Review & publish \(/ }).click();
  await expect(page.getByRole("heading", { name: "1 change needs you" })).toBeVisible();
  await expect(page.getByRole("region", { name: /^Assign \+1 312-555-0142 to queue Returns/ })).toContainText("is now queue Billing, and you wanted queue Returns. The first publication stands.");
  await expect(page.getByText(/Of this draft 1 change fits\./)).toBeVisible();
  await go(page, "Queue");
  await expect(page.getByRole("row", { name: /^Night desk / })).toBeVisible();
});

test("S043 S063 R32 a number that another tab has given away meanwhile is refused, its owner is named, and nothing of that save is written", async ({ page, context }) => {
  await startWithSample(page);
  await go(page, "Queue");
  await page.getByLabel("New Item").fill("Night desk");
  await page.getByLabel("New Item").press("Enter");
  await changes(page, 1);
  await saved(page);
  const other = await context.newPage();
  await other.clock.setFixedTime(new Date("2026-10-15T19:32:00Z"));
  await page.getByRole("button", { name: "Edit/View Billing", exact: true }).click();
  const queue = page.getByRole("dialog", { name: "Queue: Billing" });
  await queue.getByRole("button", { name: "Configure Inbound Phone Numbers" }).click();
  await queue.getByRole("button", { name: "+ Assign Number" }).click();
  await queue.getByRole("combobox", { name: "Number" }).fill(FREE);
  await queue.getByRole("option", { name: FREE }).click();
  await queue.getByRole("button", { name: "Assign", exact: true }).click();
  await queue.locator("summary", { hasText: "Queue" }).first().click();
  await queue.getByLabel("Name", { exact: true }).fill("Invoices");

  await other.goto("/settings/users?q=Dana");
  await editUser(other, "Dana Kessler");
  const user = other.getByRole("dialog", { name: "Edit user: Dana Kessler" });
  await user.getByRole("button", { name: "+ Assign number" }).click();
  await user.getByRole("combobox", { name: "Number" }).fill(FREE);
  await user.getByRole("option", { name: FREE }).click();
  await user.getByRole("button", { name: "Assign", exact: true }).click();
  await user.getByRole("button", { name: "Update" }).click();
  await changes(page, 2);

  await queue.getByRole("button", { name: "Save", exact: true }).click();
  await expect(queue.getByRole("alert")).toContainText("+13125550142 belongs to agent Dana Kessler");
  await changes(page, 2);
  await queue.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Edit/View Billing", exact: true })).toBeVisible();

  // The other way round: an agent's form against another agent.
  await go(page, "Users");
  await page.getByRole("searchbox").fill("Omar");
  await editUser(page, "Omar Haddad");
  const omar = page.getByRole("dialog", { name: "Edit user: Omar Haddad" });
  await omar.getByRole("button", { name: "+ Assign number" }).click();
  await omar.getByRole("combobox", { name: "Number" }).fill("+1 312-555-0145");
  await omar.getByRole("option", { name: "+1 312-555-0145" }).click();
  await omar.getByRole("button", { name: "Assign", exact: true }).click();
  await go(other, "Queue");
  await assignToQueue(other, "Returns", "+1 312-555-0145");
  await changes(page, 3);
  await omar.getByRole("button", { name: "Update" }).click();
  await expect(omar.getByRole("alert")).toContainText("+13125550145 belongs to queue Returns");
  await changes(page, 3);
});
