// S204 in every editor of a text: kept as it is written, and what it costs is counted while it is.
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, openSample } from "./helpers.ts";
import { saved } from "./pages.ts";

const TEXT = "Hallo 👋\nשלום, we are closed.";

test("S204 a queue's greeting and after hour message count their segments and are sent unchanged", async ({ page }) => {
  await openSample(page, "Queue");
  const edit = () => page.getByRole("button", { name: "Edit/View Billing" }).click();
  const drawer = page.getByRole("dialog", { name: "Queue: Billing" });
  await edit();
  await drawer.locator("summary", { hasText: "SMS Chat System Messages" }).click();
  await drawer.getByRole("checkbox", { name: "No greeting" }).uncheck();
  await drawer.getByLabel("Greeting", { exact: true }).fill("Hi, this is Billing");
  await expect(drawer.getByText("19 of 160 characters")).toBeVisible();
  await drawer.getByRole("switch", { name: "Enable after hour message" }).check();
  await drawer.getByLabel("After hour message", { exact: true }).fill(TEXT);
  await expect(drawer.getByText("1 segment, Unicode")).toBeVisible();
  await expect(drawer.getByText("“👋” is not in the plain alphabet")).toBeVisible();
  await expect(drawer.getByRole("group", { name: "What the sender sees, While the queue is closed" })).toContainText("שלום");
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await drawer.getByRole("button", { name: "Save", exact: true }).click();
  await expect(drawer).toHaveCount(0);
  await edit();
  await drawer.locator("summary", { hasText: "SMS Chat System Messages" }).click();
  await expect(drawer.getByLabel("After hour message", { exact: true })).toHaveValue(TEXT);
  await expect(drawer.getByLabel("Greeting", { exact: true })).toHaveValue("Hi, this is Billing");
});

test("S204 S163 a holiday's text counts its segments, is sent unchanged, and may be empty", async ({ page }) => {
  await openSample(page, "Support Center Details");
  await page.getByRole("button", { name: "Edit Thanksgiving", exact: true }).click();
  const drawer = page.getByRole("dialog", { name: "Holiday: Thanksgiving" });
  const text = drawer.getByLabel("Text message", { exact: true });
  await text.fill("");
  await expect(text).not.toHaveAttribute("aria-invalid");
  await text.fill("x".repeat(1601));
  await expect(drawer.getByText("shorten the message to 1600 characters: it has 1601")).toBeVisible();
  await text.fill(TEXT);
  await expect(drawer.getByText("1 segment, Unicode")).toBeVisible();
  await expectNoAxeViolations(page);
  await drawer.getByRole("button", { name: "Apply", exact: true }).click();
  await expect(drawer).toHaveCount(0);
  await changes(page, 1);
  await saved(page);
  await page.goto("/preview?to=%2B13125550101&at=2026-11-26%2010:00");
  await expect(page.getByRole("region", { name: "Draft" }).getByText("שלום, we are closed.")).toBeVisible();
});
