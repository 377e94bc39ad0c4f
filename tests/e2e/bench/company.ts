// A generated company, opened as a file.
import { execFileSync } from "node:child_process";
import { expect, type Page } from "@playwright/test";

const ROOT = new URL("../../../", import.meta.url).pathname;

/** What an example of the domain crate writes. */
export function generated(example: string, ...args: string[]): Buffer {
  const run = ["run", "--locked", "--quiet", "--release", "-p", "direct-sms-domain", "--example", example, "--", ...args];
  return execFileSync("cargo", run, { cwd: ROOT, maxBuffer: 1 << 30 });
}

export async function openCompany(page: Page, file: Buffer): Promise<void> {
  await page.goto("/");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open a file" }).click()]);
  // A file of this size is handed over by the page itself.
  await chooser.setFiles({ name: "company.json", mimeType: "application/json", buffer: file });
  await expect(page.getByRole("link", { name: /^Review & publish/ }).first()).toBeVisible({ timeout: 120_000 });
  const saved = page.getByRole("group", { name: "Open draft" }).getByRole("status");
  await expect(saved).toHaveText(/^Saved /, { timeout: 120_000 });
}
