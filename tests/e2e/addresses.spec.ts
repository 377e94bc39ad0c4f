// Addresses as people paste them: to what is gone, was never there, or was cut off.
import { expect, test } from "./fixtures.ts";
import { go } from "./helpers.ts";
import { addNumber, startWithSample } from "./pages.ts";

test("an address to a record that does not exist shows the page, and says so", async ({ page }) => {
  await startWithSample(page);
  for (const edit of ["00000000-0000-0000-0000-000000000000", "nonsense", "%F0%9F%92%A9"]) {
    await page.goto(`/settings/users?edit=${edit}`);
    await expect(page.getByText("There is no such user any more.")).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("row", { name: /Ana Ruiz/ })).toBeVisible();
  }
  for (const edit of ["%2B4930123456", "nonsense"]) {
    await page.goto(`/settings/chat/phone-numbers?edit=${edit}`);
    await expect(page.getByText("There is no such number any more.")).toBeVisible();
    await expect(page.getByRole("row", { name: /312-555-0100/ })).toBeVisible();
  }
  await page.getByRole("button", { name: "Show the list" }).click();
  await expect(page).toHaveURL(/\/settings\/chat\/phone-numbers$/);
});

test("an address opens the very record, and Back closes it", async ({ page }) => {
  await startWithSample(page);
  await page.goto("/settings/chat/phone-numbers?q=Ana%20Ruiz&edit=%2B13125550100");
  const dialog = page.getByRole("dialog", { name: "Edit +1 312-555-0100" });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/phone-numbers\?q=Ana(%20|\+)Ruiz$/);
  await expect(page.getByRole("searchbox")).toHaveValue("Ana Ruiz");
});

test("parts of an address that mean nothing change nothing", async ({ page }) => {
  await startWithSample(page);
  for (const query of ["?tab=nowhere", "?q=", "?&&&", "?show=nothing&sort=up", "#nowhere"]) {
    await page.goto(`/settings/chat/phone-numbers${query}`);
    await expect(page.getByText("44 of 44")).toBeVisible();
  }
  await page.goto("/preview?to=nonsense&at=yesterday&agent=asleep");
  await expect(page.getByText("write it as “2026-10-15 14:30”")).toBeVisible();
});

test("filter and order stand in the address, and the filter is cleared as one", async ({ page }) => {
  await startWithSample(page);
  await page.goto("/settings/chat/phone-numbers?owner=unassigned&q=nobody&sort=-label");
  await expect(page.getByRole("combobox", { name: "Owner" })).toHaveValue("unassigned");
  await page.getByRole("button", { name: "Clear the filter" }).click();
  await expect(page).toHaveURL(/phone-numbers\?sort=-label$/);
  await expect(page.getByRole("columnheader", { name: "Label" })).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByText("44 of 44")).toBeVisible();
  await page.getByRole("columnheader", { name: "Owner" }).getByRole("button").click();
  await expect(page).toHaveURL(/phone-numbers\?sort=owner$/);
});

test("an unknown address says so and leads home", async ({ page }) => {
  await startWithSample(page);
  for (const address of ["/no/such/page", "/settings", "/settings/chat/sms/more", "/%E2%98%83"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "There is no page at this address" })).toBeVisible();
  }
  await page.getByRole("link", { name: "Go to Home" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
});

test("S205 a label with HTML is shown as text", async ({ page }) => {
  await startWithSample(page);
  await go(page, "Phone number management");
  await addNumber(page, "+442079460999", "<b onclick=alert(1)>Bold</b>");
  await page.getByRole("searchbox").fill("<b");
  await expect(page.getByRole("row", { name: /7946 ?0999/ })).toContainText("<b onclick=alert(1)>Bold</b>");
});
