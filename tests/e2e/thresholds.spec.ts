// Direct Inbound SMS: the two thresholds.
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go, openEmpty, openSample, tabTo } from "./helpers.ts";

const PAGE = "Direct Inbound SMS";

test("F9 R47 S107 S108 both thresholds show 2; others hold once they are saved, and last", async ({ page }) => {
  await openSample(page, PAGE);
  const missed = page.getByLabel("Missed Chat Threshold");
  const unresponsive = page.getByLabel("Unresponsive Threshold");
  await expect(missed).toHaveValue("2");
  await expect(unresponsive).toHaveValue("2");
  await missed.fill("3");
  await unresponsive.fill("4");
  // Nothing holds before it is saved.
  await changes(page, 0);
  await page.getByRole("button", { name: "Save Direct Inbound" }).click();
  await changes(page, 1);
  await expect(page.getByText("All saved in the draft.")).toBeVisible();
  await expect(page.getByRole("group", { name: "Open draft" }).getByRole("status")).toHaveText(/^Saved /);
  await page.reload();
  await expect(missed).toHaveValue("3");
  await expect(unresponsive).toHaveValue("4");
  await page.getByRole("button", { name: "Undo: set the thresholds to 3 and 4" }).click();
  await expect(missed).toHaveValue("2");
  await expectNoAxeViolations(page);
});

test("S109 what is no whole number from 1 to 99 is refused", async ({ page }) => {
  await openSample(page, PAGE);
  const missed = page.getByLabel("Missed Chat Threshold");
  for (const text of ["0", "-1", "2.5", "100", "two"]) {
    await missed.fill(text);
    await page.getByRole("button", { name: "Save Direct Inbound" }).click();
    await expect(page.getByText(`“${text}” is not a whole number from 1 to 99: enter one, such as 2`)).toBeVisible();
    await expect(missed).toBeFocused();
  }
  await missed.fill("");
  await page.getByRole("button", { name: "Save Direct Inbound" }).click();
  await expect(page.getByText("Enter a whole number from 1 to 99.", { exact: true })).toBeVisible();
  await changes(page, 0);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Discard changes" }).click();
  await expect(missed).toHaveValue("2");
});

test("S100 the panel is locked, with the reason, until a direct number is assigned", async ({ page }) => {
  await openEmpty(page, PAGE);
  await expect(page.getByText("SMS is off: turn on Use SMS Chat in Settings, Chat, SMS")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save Direct Inbound" })).toHaveCount(0);
  await go(page, "SMS");
  await page.getByRole("switch", { name: "Use SMS Chat" }).check();
  await go(page, PAGE);
  await expect(page.getByText("assign a direct number to an agent or a queue first")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save Direct Inbound" })).toHaveCount(0);
  await expectNoAxeViolations(page);
});

test("the thresholds are set by keyboard alone, on a phone's width", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.goto("/settings/chat/direct-inbound");
  const missed = page.getByLabel("Missed Chat Threshold");
  await tabTo(page, missed);
  await page.keyboard.press("ArrowUp");
  await expect(missed).toHaveValue("3");
  await page.keyboard.press("Enter");
  await changes(page, 1);
  await expectNoSidewaysScroll(page);
});
