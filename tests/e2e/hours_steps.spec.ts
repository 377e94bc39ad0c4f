// Support Center Details: custom operation hours are added step by step, name, hours and holidays, queues.
import type { Locator, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, openSample, tabTo } from "./helpers.ts";
import { startWithSample } from "./pages.ts";

const PAGE = "Support Center Details";
const TITLE = "Add Custom Operation Hours";

async function open(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: TITLE, exact: true }).click();
  const drawer = page.getByRole("dialog", { name: TITLE });
  await expect(drawer).toBeVisible();
  return drawer;
}

const verb = (dialog: Locator, name: string) => dialog.getByRole("button", { name, exact: true }).click();

test("S4 custom hours are added in steps: what is missing is said where it is asked for, Back keeps what was entered", async ({ page }) => {
  await openSample(page, PAGE);
  const drawer = await open(page);
  const step = (name: string) => expect(drawer.getByRole("heading", { level: 3, name, exact: true })).toBeVisible();
  const name = drawer.getByLabel("Name", { exact: true });
  await step("Name");
  await expect(drawer.getByRole("button", { name: "Back" })).toHaveCount(0);
  await verb(drawer, "Next");
  await expect(name).toHaveAccessibleDescription(/^Enter a name for the hours/);
  await expect(name).toBeFocused();
  await expectNoAxeViolations(page);
  await name.fill("Weekend desk");
  await page.keyboard.press("Enter");

  await step("Hours and holidays");
  await expect(drawer.getByRole("heading", { name: "Hours and holidays" })).toBeFocused();
  await expect(drawer.getByRole("list").filter({ hasText: "Queues" }).getByRole("listitem").nth(1)).toHaveAttribute("aria-current", "step");
  await drawer.getByRole("radio", { name: "Each day" }).check();
  const to = drawer.getByLabel("Monday, opening 1, to");
  await to.fill("25:00");
  await verb(drawer, "Next");
  await step("Hours and holidays");
  await expect(to).toHaveAttribute("aria-invalid", "true");
  await expect(to).toBeFocused();
  await to.fill("13:00");
  await drawer.getByRole("checkbox", { name: "Observe all of Larkspur" }).check();
  await expectNoAxeViolations(page);
  await verb(drawer, "Next");

  await step("Languages and queues");
  const english = drawer.getByRole("checkbox", { name: /^English/ });
  const billing = drawer.getByRole("checkbox", { name: "Billing" });
  await english.check();
  await expect(billing, "a language picks all of its queues").toBeChecked();
  await billing.uncheck();
  await expect(english).toBeChecked({ indeterminate: true });
  await english.check();
  await english.uncheck();
  await billing.check();
  await expectNoAxeViolations(page);
  await verb(drawer, "Back");
  await expect(to).toHaveValue("13:00");
  await expect(drawer.getByRole("checkbox", { name: "Observe all of Larkspur" })).toBeChecked();
  await verb(drawer, "Back");
  await expect(name).toHaveValue("Weekend desk");
  await verb(drawer, "Next");
  await verb(drawer, "Next");
  await expect(drawer.getByRole("checkbox", { name: "Billing" })).toBeChecked();
  const panel = drawer.getByRole("complementary", { name: "What this does" });
  await expect(panel).toContainText("Before Finish");
  await expect(panel).toContainText("+1 312-555-0132");
  await changes(page, 0);
  await verb(drawer, "Finish");
  await expect(drawer).toHaveCount(0);
  await changes(page, 1);
  const row = page.getByRole("row", { name: /^Weekend desk/ });
  await expect(row).toContainText("Mon 09:00–13:00");
  await expect(page.getByRole("button", { name: TITLE, exact: true })).toBeFocused();
});

test("S4 Escape leaves the steps at once while nothing is entered, and asks otherwise", async ({ page }) => {
  await openSample(page, PAGE);
  let drawer = await open(page);
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
  drawer = await open(page);
  await drawer.getByLabel("Name", { exact: true }).fill("Weekend desk");
  await verb(drawer, "Next");
  await page.keyboard.press("Escape");
  await expect(drawer.getByRole("alert")).toContainText("Discard the changes made here?");
  await verb(drawer, "Keep editing");
  await verb(drawer, "Back");
  await expect(drawer.getByLabel("Name", { exact: true })).toHaveValue("Weekend desk");
  await page.keyboard.press("Escape");
  await verb(drawer, "Discard");
  await expect(drawer).toHaveCount(0);
  await changes(page, 0);
});

test("S4 custom hours are added by keyboard alone, on a phone's width", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await startWithSample(page);
  await page.goto("/settings/support-center");
  const add = page.getByRole("button", { name: TITLE, exact: true });
  await tabTo(page, add);
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: TITLE });
  await tabTo(page, drawer.getByLabel("Name", { exact: true }));
  await page.keyboard.type("Night desk");
  await expectNoSidewaysScroll(page);
  await page.keyboard.press("Enter");
  await tabTo(page, drawer.getByRole("radio", { name: /^24 hours|^Weekdays/ }).and(drawer.locator(":checked")));
  await expectNoSidewaysScroll(page);
  await tabTo(page, drawer.getByRole("button", { name: "Next" }));
  await page.keyboard.press("Enter");
  await tabTo(page, drawer.getByRole("checkbox", { name: "Billing" }));
  await page.keyboard.press("Space");
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
  await tabTo(page, drawer.getByRole("button", { name: "Finish" }));
  await page.keyboard.press("Enter");
  await expect(drawer).toHaveCount(0);
  await expect(page.getByRole("row", { name: /^Night desk/ })).toBeVisible();
  await changes(page, 1);
  await expect(add).toBeFocused();
});
