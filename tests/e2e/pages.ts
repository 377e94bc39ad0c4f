// Every page of the app and what can be opened over it, for the tests that walk through all of them.
import { expect, type Page } from "@playwright/test";

export interface Sight {
  /** What it is, as a file's name. */
  name: string;
  address: string;
  /** Opens a dialog or a menu once the page is there. */
  open?: (page: Page) => Promise<unknown>;
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();

const editUser = async (page: Page) => {
  await press(/^Options for/)(page);
  await page.getByRole("menuitem", { name: "Edit user" }).click();
};

export const sights: Sight[] = [
  { name: "home", address: "/" },
  { name: "sms", address: "/settings/chat/sms" },
  { name: "sms-off", address: "/settings/chat/sms", open: (page) => page.getByRole("switch", { name: "Use SMS Chat" }).click() },
  { name: "numbers", address: "/settings/chat/phone-numbers" },
  { name: "numbers-none", address: "/settings/chat/phone-numbers?q=nobody" },
  { name: "numbers-add", address: "/settings/chat/phone-numbers", open: press("+ Add Number") },
  { name: "numbers-edit", address: "/settings/chat/phone-numbers", open: press(/^Edit \+/) },
  { name: "users", address: "/settings/users" },
  { name: "users-options", address: "/settings/users", open: press(/^Options for/) },
  { name: "users-edit", address: "/settings/users?q=Ana", open: editUser },
  { name: "teams", address: "/settings/teams" },
  { name: "teams-none", address: "/settings/teams?q=nobody" },
  { name: "teams-edit", address: "/settings/teams", open: press("Edit Europe") },
  { name: "global-settings", address: "/settings/chat/direct-numbers" },
  { name: "direct-inbound", address: "/settings/chat/direct-inbound" },
  { name: "preview", address: "/preview" },
  { name: "preview-text", address: "/preview?to=%2B13125550100&at=2026-10-15%2022:00" },
  { name: "review", address: "/review" },
  { name: "not-found", address: "/no/such/page" },
];

/** Opens the sample company from the first-start page. */
export async function startWithSample(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
}

/** Goes there and opens what is to be seen. */
export async function see(page: Page, sight: Sight): Promise<void> {
  await page.goto(sight.address);
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
  await sight.open?.(page);
}
