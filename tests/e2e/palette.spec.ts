// Ctrl K reaches everything by name and assigns a number; ? lists the keys.
import type { Locator, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go, openSample } from "./helpers.ts";
import { addNumber } from "./pages.ts";

const FREE = "+44 20 7946 0999";

const palette = (page: Page): Locator => page.getByRole("dialog", { name: /^(Jump to|Assign)/ });
const field = (page: Page): Locator => palette(page).getByRole("combobox");
const option = (page: Page, name: string | RegExp): Locator => palette(page).getByRole("option", { name });

async function open(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
}

async function jump(page: Page, typed: string, name: string | RegExp): Promise<void> {
  await open(page);
  await field(page).fill(typed);
  await expect(option(page, name).first()).toBeVisible();
}

test("a page, an agent, a queue and a number are reached by what is typed", async ({ page }) => {
  await openSample(page, "Home");
  await jump(page, "direct inb", "Direct Inbound SMS");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Direct Inbound SMS" })).toBeVisible();
  await expect(palette(page)).toBeHidden();

  await jump(page, "ruiz", /^Ana Ruiz/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: /Ana Ruiz/ })).toBeVisible();
  await page.keyboard.press("Escape");

  await jump(page, "billing", /^Billing/);
  await option(page, /^Billing/).first().click();
  await expect(page.getByRole("dialog", { name: /Billing/ })).toBeVisible();
  await page.keyboard.press("Escape");

  await jump(page, "(312) 555 0100", /^\+1 312.?555.?0100/);
  await page.keyboard.press("Enter");
  const edit = page.getByRole("dialog", { name: /^Edit \+1/ });
  await expect(edit).toBeVisible();
  await expect(page).toHaveURL(/edit=%2B13125550100/);
  await page.keyboard.press("Escape");
  await expect(edit).toBeHidden();
  await expect(page.getByRole("main"), "not nowhere: the next Tab goes on from the page").toBeFocused();
});

test("the field keeps the focus, the arrows move, Escape gives the focus back", async ({ page }) => {
  await openSample(page, "Home");
  const button = page.getByRole("button", { name: "Jump to… Ctrl K" });
  await button.click();
  await expect(field(page)).toBeFocused();
  const first = option(page, "Add number");
  await expect(first).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(first).toHaveAttribute("aria-selected", "false");
  await expect(field(page)).toBeFocused();
  const active = await field(page).getAttribute("aria-activedescendant");
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await expectNoAxeViolations(page);
  await field(page).fill("zzz");
  await expect(palette(page).getByRole("listbox")).toContainText("matches “zzz”");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  await expect(button).toBeFocused();
});

test("from the home page a number is an agent's in three actions", async ({ page }) => {
  await openSample(page, "Phone number management");
  await addNumber(page, FREE, "London");
  await go(page, "Home");
  // One, two, three.
  await page.getByRole("button", { name: "Assign a number" }).click();
  await option(page, /London/).click();
  await option(page, /^Marcus Bell/).click();
  await expect(palette(page)).toBeHidden();
  await changes(page, 2);
  await expect(page.getByText(/assigned to agent Marcus Bell in the draft/).first()).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await changes(page, 1);
});

test("S066 S067 R71 what an assignment does is said before it is made, and a personal queue that is missing is made with one press", async ({ page }) => {
  await openSample(page, "Home");
  await page.getByRole("button", { name: "Assign a number" }).click();
  await option(page, /0142/).click();
  await field(page).fill("Marcus");
  const about = palette(page).getByRole("status").filter({ hasText: "Texts to it now" });
  await expect(about).toContainText("Marcus Bell has no personal queue where these chats can wait.");
  await expectNoAxeViolations(page);
  // Ana has one.
  await field(page).fill("Ana Ruiz");
  await expect(about).toContainText("Texts to it now");
  await expect(about).not.toContainText("personal queue");
  await changes(page, 0);
  await field(page).fill("Marcus");
  await page.keyboard.press("Enter");
  await changes(page, 1);
  await expect(page.getByText("Marcus Bell has no personal queue where these chats can wait.")).toBeVisible();
  await page.getByRole("button", { name: "Create personal queue" }).click();
  await changes(page, 2);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Queue", exact: true }).click();
  await expect(page.getByRole("row", { name: /^Marcus Bell's chats/ })).toBeVisible();
});

test("by keyboard alone a found number is assigned; a sixth one is refused in place", async ({ page }) => {
  await openSample(page, "Phone number management");
  for (let last = 0; last < 6; last++) await addNumber(page, `+44207946090${last}`, `London ${last}`);
  const assign = async (last: number): Promise<void> => {
    await jump(page, `London ${last}`, /^Assign/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(field(page)).toHaveAccessibleName(/^Assign \+44 .* to which agent or queue\?$/);
    await page.keyboard.type("Marcus");
    await page.keyboard.press("Enter");
  };
  await page.keyboard.press("Escape");
  let given = 0;
  for (; given < 6; given++) {
    await assign(given);
    if (await palette(page).getByRole("alert").isVisible()) break;
    await expect(palette(page)).toBeHidden();
  }
  expect(given).toBeLessThan(6);
  await expect(palette(page).getByRole("alert")).toContainText("5");
  await changes(page, 6 + given);
  await expectNoAxeViolations(page);
  await page.keyboard.type(" B");
  await expect(palette(page).getByRole("alert")).toBeHidden();
});

test("? lists the keys, but is a letter in a field; nothing opens over a question", async ({ page }) => {
  await openSample(page, "Phone number management");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(keys).toContainText("Jump to a page, number, agent or queue");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("?");
  await expect(keys).toBeHidden();
  await expect(page.getByRole("searchbox")).toHaveValue("?");
});

test("at 390 px it fits", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await page.getByRole("button", { name: "Jump to… Ctrl K" }).click();
  await field(page).fill("a");
  await expect(option(page, /./).first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
});
