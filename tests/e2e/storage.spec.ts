// Storage that is missing, too new or suddenly gone, and the workspace as a file.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { chromium, type Download, type Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { go } from "./helpers.ts";
import { addNumber, saved, startWithSample } from "./pages.ts";

const contents = async (download: Download) => readFile(await download.path(), "utf8");

/** Presses a button that offers a file. */
async function downloaded(page: Page, press: () => Promise<unknown>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return download;
}

async function pick(page: Page, open: () => Promise<unknown>, name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), open()]);
  await chooser.setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

const draftMenu = async (page: Page, item: string) => {
  await page.getByRole("button", { name: /^Draft / }).click();
  await page.getByRole("menuitem", { name: item }).click();
};

for (const [how, script] of [
  ["absent", () => Object.defineProperty(window, "indexedDB", { value: undefined })],
  ["forbidden", () => (IDBFactory.prototype.open = () => { throw new DOMException("not here", "SecurityError"); })],
] as const) {
  test(`with storage ${how} the app runs in memory and says so before the first edit`, async ({ page }) => {
    await page.addInitScript(script);
    await page.goto("/");
    await expect(page.getByText("This browser stores nothing for the app.")).toBeVisible();
    await expectNoAxeViolations(page);
    await startWithSample(page);
    await expect(page.getByText("This browser stores nothing for the app.")).toBeVisible();
    await go(page, "Phone number management");
    await addNumber(page, "+13125550177", "Night desk");
    await page.getByRole("searchbox").fill("Night desk");
    await expect(page.getByRole("row", { name: /Night desk/ })).toBeVisible();
    await expect(page.getByRole("group", { name: "Open draft" }).getByRole("status")).toHaveText("In memory only");
    const file = await downloaded(page, () => page.getByRole("button", { name: "Export workspace" }).first().click());
    expect(await contents(file)).toContain("Night desk");
  });
}

test("data of a newer version is not touched, and can be exported", async ({ page }) => {
  // An address of the app without the app.
  await page.route("/empty", (route) => route.fulfill({ contentType: "text/html", body: "<link rel=icon href=data:,>" }));
  await page.goto("/empty");
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open("direct-sms", 99);
        opening.onupgradeneeded = () => opening.result.createObjectStore("future").put("kept", "key");
        opening.onsuccess = () => {
          opening.result.close();
          done();
        };
      }),
  );
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "The stored data cannot be opened" })).toBeVisible();
  await expect(page.getByText("The stored data was written by a newer version of the app: reload to get that version.")).toBeVisible();
  await expectNoAxeViolations(page);
  const file = await downloaded(page, () => page.getByRole("button", { name: "Export what is stored" }).click());
  expect(JSON.parse(await contents(file)).tables).toEqual({ future: [["key", "kept"]] });
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ version }) => version))).toEqual([99]);
});

test("a tab that holds an older version's data is named, and closing it lets the app go on", async ({ page, context }) => {
  // A tab of the older version, which lets go of nothing.
  const older = await context.newPage();
  await older.route("/empty", (route) => route.fulfill({ contentType: "text/html", body: "<link rel=icon href=data:,>" }));
  await older.goto("/empty");
  await older.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open("direct-sms", 1);
        opening.onsuccess = () => done();
      }),
  );
  await page.goto("/");
  await expect(page.getByText("Another tab has an older version of the app open: close it, or reload it")).toBeVisible();
  await expectNoAxeViolations(page);
  await older.close();
  await startWithSample(page);
  await go(page, "Phone number management");
  await addNumber(page, "+13125550177", "Night desk");
  await saved(page);
});

test("a browser killed right after Saved loses nothing", async ({ baseURL, launchOptions }, info) => {
  const open = () => chromium.launchPersistentContext(info.outputPath("profile"), { ...launchOptions, baseURL: baseURL ?? "" });
  const first = await open();
  const page = await first.newPage();
  await startWithSample(page);
  await go(page, "Phone number management");
  await addNumber(page, "+442079460999", "Kept");
  await saved(page);
  // Chromium ends without a chance to write anything more: every process that works on this profile is killed.
  const closed = first.waitForEvent("close");
  execFileSync("pkill", ["-KILL", "-f", info.outputPath("profile")]);
  await closed;
  const second = await open();
  const again = await second.newPage();
  await again.goto("/settings/chat/phone-numbers?q=Kept");
  await expect(again.getByRole("row", { name: /Kept/ })).toBeVisible();
  await expect(again.getByRole("link", { name: "Review & publish (1)" })).toBeVisible();
  await second.close();
});

test.describe("a panic", () => {
  test.use({ expectedNoise: /panicked at|provoked|unreachable/ });
  test("the screen of a stopped app exports the draft, and the file brings it back", async ({ page, browser, baseURL }) => {
    await startWithSample(page);
    await go(page, "Phone number management");
    await addNumber(page, "+442079460999", "Kept");
    await saved(page);
    // A browser that makes no elements any more stops the app for real.
    await page.evaluate(() => {
      const make = document.createElement.bind(document);
      document.createElement = ((name: string) => {
        if (name !== "a") throw new Error("provoked");
        return make(name);
      }) as typeof document.createElement;
    });
    await go(page, "Teams");
    const screen = page.getByRole("alertdialog", { name: "The app has stopped" });
    await expect(screen).toContainText("panicked at");
    await expect(screen).toContainText("provoked");
    await page.evaluate(() => Reflect.deleteProperty(document, "createElement"));
    await expect(screen.getByRole("button", { name: "Reload" })).toBeFocused();
    await expectNoAxeViolations(page);
    await page.keyboard.press("Escape");
    await expect(screen).toBeVisible();
    const file = await downloaded(page, () => screen.getByRole("button", { name: "Export my draft" }).click());
    await expect(screen.getByRole("status")).toContainText("Exported.");
    await screen.getByRole("button", { name: "Reload" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Teams" })).toBeVisible();
    await go(page, "Phone number management");
    await page.getByRole("searchbox").fill("Kept");
    await expect(page.getByRole("row", { name: /Kept/ })).toBeVisible();

    const elsewhere = await browser.newPage({ baseURL: baseURL ?? "" });
    await elsewhere.goto("/");
    await pick(elsewhere, () => elsewhere.getByRole("button", { name: "Open a file" }).click(), "rescue.json", await contents(file));
    await expect(elsewhere.getByRole("link", { name: "Review & publish (1)" })).toBeVisible();
    await go(elsewhere, "Review & publish");
    await expect(elsewhere.getByRole("region", { name: "Changes" })).toContainText("+44 20 7946 0999");
    await elsewhere.close();
  });
});

test("a workspace file is looked into before it replaces anything, and Undo brings back what was", async ({ page }) => {
  await startWithSample(page);
  const file = await downloaded(page, () => draftMenu(page, "Export workspace"));
  expect(file.suggestedFilename()).toBe("direct-sms-workspace.json");
  await go(page, "Phone number management");
  await addNumber(page, "+442079460999", "After the export");
  await saved(page);

  await pick(page, () => draftMenu(page, "Open a file…"), "workspace.json", await contents(file));
  const dialog = page.getByRole("dialog", { name: "Open Larkspur Home in place of Larkspur Home?" });
  await expect(dialog.getByRole("row", { name: "Numbers" })).toHaveText(/Numbers4[0-9]44/);
  await expect(dialog).toContainText("0 numbers in the file only, 1 here only, 0 with another label, mark or owner.");
  await expect(dialog).toContainText("the open draft with its 1 change");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("link", { name: "Review & publish (1)" })).toBeVisible();

  await pick(page, () => draftMenu(page, "Open a file…"), "workspace.json", await contents(file));
  await dialog.getByRole("button", { name: "Open the file" }).click();
  await expect(page.getByRole("link", { name: "Review & publish (0)" })).toBeVisible();
  await saved(page);
  await page.getByText("Opened the file").locator("..").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "Review & publish (1)" })).toBeVisible();
  await saved(page);
  await page.reload();
  await page.getByRole("searchbox").fill("After the export");
  await expect(page.getByRole("row", { name: /After the export/ })).toBeVisible();
});

test("a file that is none of ours is refused with a sentence", async ({ page }) => {
  await page.goto("/");
  const refused = "his is not a workspace file: choose a file that was exported here";
  await pick(page, () => page.getByRole("button", { name: "Open a file" }).click(), "numbers.csv", "number,label\n");
  await expect(page.getByRole("alert").filter({ hasText: refused })).toBeVisible();
  await startWithSample(page);
  await pick(page, () => page.getByRole("button", { name: "Open a file…" }).click(), "numbers.csv", "number,label\n");
  await expect(page.getByRole("alert").filter({ hasText: refused })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
