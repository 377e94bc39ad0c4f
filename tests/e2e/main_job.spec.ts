// The main job: from first start to publish, through a reload, with the real engine and the real IndexedDB.
import { expect, test } from "./fixtures.ts";
import { go, openEmpty } from "./helpers.ts";
import { addNumber, editUser, saved, startWithSample } from "./pages.ts";

test("F6 S060 an admin adds a number, gives it to an agent, tries a text, reloads and publishes", async ({ page }) => {
  await startWithSample(page);
  await go(page, "Phone number management");
  await addNumber(page, "+1 (312) 555.0177", "Night desk");
  await page.getByRole("searchbox").fill("0177");
  const row = page.getByRole("row", { name: /\+1 312-555-0177/ });
  await expect(row).toContainText("Direct");
  await expect(row).toContainText("Verified");
  await expect(row).toContainText("Unassigned");

  await go(page, "Users");
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await editUser(page, "Dana Kessler");
  const dialog = page.getByRole("dialog", { name: "Edit user: Dana Kessler" });
  await dialog.getByRole("button", { name: "+ Assign number" }).click();
  await dialog.getByRole("combobox", { name: "Number" }).pressSequentially("0177");
  await dialog.getByRole("option", { name: /\+1 312-555-0177/ }).click();
  await dialog.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(dialog.getByRole("list", { name: "Direct numbers" })).toContainText("+1 312-555-0177");
  await dialog.getByRole("button", { name: "Update" }).click();
  await expect(page.getByRole("row", { name: /Dana Kessler/ })).toContainText("+1 312-555-0177");
  await saved(page);

  await page.goto("/preview?to=%2B13125550177&at=2026-10-15%2022:00");
  await expect(page.getByRole("region", { name: /^Live/ })).toContainText("dropped.unknown_number");
  const draft = page.getByRole("region", { name: "Draft" });
  await expect(draft).toContainText("deflected.after_hours");
  await expect(draft).toContainText("Larkspur Home is closed now.");
  await expect(draft).toContainText("Messaging Inbound (SMS Direct)");

  await page.reload();
  await expect(page.getByRole("link", { name: "Review & publish (2)" })).toBeVisible();
  await page.getByRole("link", { name: "Review & publish (2)" }).click();
  const changes = page.getByRole("region", { name: "Changes" });
  await expect(changes).toContainText("Add direct number +1 312-555-0177");
  await expect(changes).toContainText("Assign +1 312-555-0177 to agent Dana Kessler.");
  await page.getByLabel("Note").fill("Night desk for Dana");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("2 changes on revision")).toHaveCount(0);
  await saved(page);
  await page.reload();
  await expect(page.getByText("0 changes on revision 2.")).toBeVisible();
  await go(page, "Phone number management");
  await page.getByRole("searchbox").fill("night desk");
  await expect(page.getByRole("row", { name: /\+1 312-555-0177/ })).toContainText("Agent: Dana Kessler");
});

test("what was saved is there after a reload; undo takes it back", async ({ page }) => {
  await startWithSample(page);
  await go(page, "Phone number management");
  await addNumber(page, "+442079460999", "Kept");
  await saved(page);
  await page.reload();
  await page.getByRole("searchbox").fill("Kept");
  await expect(page.getByRole("row", { name: /\+44 20 7946 0999/ })).toBeVisible();
  await page.getByRole("button", { name: "Undo: add direct number +44 20 7946 0999" }).click();
  await expect(page.getByText("No number matches")).toBeVisible();
  await page.getByRole("button", { name: "Redo: add direct number +44 20 7946 0999" }).click();
  await expect(page.getByRole("row", { name: /\+44 20 7946 0999/ })).toBeVisible();
});

test("bad input is refused with a sentence and nothing is stored", async ({ page }) => {
  await startWithSample(page);
  await go(page, "Phone number management");
  await page.getByRole("button", { name: "+ Add Number" }).click();
  const dialog = page.getByRole("dialog", { name: "Add Number" });
  const number = dialog.getByLabel("Phone number");
  const label = dialog.getByLabel("Label", { exact: true });
  const add = dialog.getByRole("button", { name: "Add", exact: true });
  await label.fill("Desk");
  const refusals: [string, string][] = [
    ["415-555-0100", "he country code is missing"],
    ["00 1 415 555 0100", "rite “+” instead of “00”"],
    ["+1415555010012345", "too many"],
    ["+1 800 FLOWERS", "rite digits instead of letters"],
    ["+1 415 555 0100 ext 5", "eave out the extension"],
    ["+1\u200b (312) 555.0100", "is already in the list, as Direct line Ana Ruiz"],
  ];
  for (const [text, sentence] of refusals) {
    await number.fill(text);
    await add.click();
    await expect(dialog).toContainText(sentence);
  }
  await number.fill("72345");
  await dialog.getByLabel("Set as the direct number").check();
  await add.click();
  await expect(dialog).toContainText("is a short code and cannot be direct");
  await number.fill("+14155550100");
  await label.fill("  ");
  await add.click();
  await expect(dialog).toContainText("Enter a label");
  await label.fill("x".repeat(51));
  await expect(dialog).toContainText("Shorten the label to 50 characters: it has 51");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("link", { name: "Review & publish (0)" })).toBeVisible();
});

test("marking and un-marking asks, lists what goes, and Cancel keeps everything", async ({ page }) => {
  await startWithSample(page);
  await page.goto("/settings/chat/phone-numbers?q=Ana%20Ruiz");
  await page.getByRole("button", { name: "Edit +13125550100" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit +1 312-555-0100" });
  await dialog.getByLabel("Set as a direct number").uncheck();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("+1 312-555-0100 is taken from agent Ana Ruiz.");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("link", { name: "Review & publish (0)" })).toBeVisible();
  await page.getByRole("button", { name: "Edit +13125550100" }).click();
  await dialog.getByLabel("Set as a direct number").uncheck();
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByRole("button", { name: "Proceed" }).click();
  await expect(page.getByRole("row", { name: /312-555-0100/ })).not.toContainText("Unassigned");
  await expect(page.getByRole("link", { name: "Review & publish (1)" })).toBeVisible();
});

test("F1 S001 S004 turned ON, SMS stays ON after a reload, and the direct screens unlock", async ({ page }) => {
  await openEmpty(page, "Phone number management");
  const locked = page.getByText("SMS is off: turn on Use SMS Chat in Settings, Chat, SMS");
  await expect(locked).toBeVisible();
  await expect(page.getByRole("button", { name: "+ Add Number" })).toHaveCount(0);
  await page.getByRole("main").getByRole("link", { name: "SMS" }).click();
  const sms = page.getByRole("switch", { name: "Use SMS Chat" });
  await sms.check();
  await saved(page);
  await page.reload();
  await expect(sms).toBeChecked();
  await go(page, "Phone number management");
  await expect(page.getByRole("button", { name: "+ Add Number" }).first()).toBeEnabled();
  await expect(locked).toHaveCount(0);
});

test("F1 switching SMS off names how many numbers stop", async ({ page }) => {
  await startWithSample(page);
  await go(page, "SMS");
  await page.getByRole("switch", { name: "Use SMS Chat" }).click();
  await expect(page.getByRole("dialog")).toContainText("34 direct numbers stop working.");
  await page.getByRole("button", { name: "Proceed" }).click();
  await expect(page.getByRole("switch", { name: "Use SMS Chat" })).not.toBeChecked();
});
