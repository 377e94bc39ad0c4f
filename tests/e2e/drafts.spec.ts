// Several drafts, their steps, the bin, and two tabs on one of them.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go } from "./helpers.ts";
import { addNumber, publish, saved, startWithSample } from "./pages.ts";

async function startDraft(page: Page, name: string, note = ""): Promise<void> {
  await go(page, "Drafts");
  await page.getByRole("button", { name: "New draft" }).click();
  const dialog = page.getByRole("dialog", { name: "New draft" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Note").fill(note);
  await dialog.getByRole("button", { name: "Start" }).click();
}

const pickOption = async (page: Page, name: string, option: string) => {
  await page.getByRole("button", { name: `Options for ${name}` }).click();
  await page.getByRole("menuitem", { name: option }).click();
};

const row = (page: Page, name: RegExp) => page.getByRole("table", { name: "Drafts" }).getByRole("row", { name });

/** The same number in two drafts, "New changes" and then "Theirs", which is open. */
async function addInBoth(page: Page): Promise<void> {
  await startWithSample(page);
  await go(page, "Phone number management");
  await addNumber(page, "+13125550177", "Mine");
  await startDraft(page, "Theirs");
  await go(page, "Phone number management");
  await addNumber(page, "+13125550177", "Theirs");
  await go(page, "Drafts");
}

test("drafts are named, wait, open again, and survive a reload", async ({ page }) => {
  await startWithSample(page);
  await go(page, "Phone number management");
  await addNumber(page, "+13125550177", "Night desk");
  await startDraft(page, "Winter hours", "For the board");
  await changes(page, 0);
  await go(page, "Phone number management");
  await addNumber(page, "+13125550178", "Winter desk");
  await addNumber(page, "+13125550179", "Snow desk");
  await saved(page);
  await page.reload();
  await expect(page.getByRole("button", { name: "Draft Winter hours" })).toBeVisible();
  await changes(page, 2);

  await go(page, "Drafts");
  await expect(row(page, /Winter hours Open For the board 2 1/)).toBeVisible();
  await expect(row(page, /New changes 1 1/)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Open New changes" }).click();
  await changes(page, 1);
  await go(page, "Phone number management");
  await page.getByRole("searchbox").fill("desk");
  await expect(page.getByRole("row", { name: /Night desk/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Winter desk/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Draft New changes" }).click();
  await page.getByRole("menuitem", { name: "Open Winter hours" }).click();
  await expect(page.getByRole("row", { name: /Winter desk/ })).toBeVisible();
});

test("a name is asked for, and a draft is renamed and duplicated", async ({ page }) => {
  await startWithSample(page);
  await go(page, "Drafts");
  await page.getByRole("button", { name: "New draft" }).click();
  const dialog = page.getByRole("dialog", { name: "New draft" });
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByText(/nter a name for the draft/)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await pickOption(page, "New changes", "Rename and note…");
  const rename = page.getByRole("dialog", { name: "Rename draft" });
  await rename.getByLabel("Name").fill("Spring");
  await rename.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("button", { name: "Draft Spring" })).toBeVisible();
  await pickOption(page, "Spring", "Duplicate");
  await expect(row(page, /Copy of Spring/)).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(row(page, /Copy of Spring/)).toBeVisible();
  await expect(row(page, /Spring Open/)).toBeVisible();
});

async function discard(page: Page, name: string): Promise<void> {
  await pickOption(page, name, "Discard…");
  await page.getByRole("dialog").getByRole("button", { name: "Discard", exact: true }).click();
}

test("the keyboard goes on at the list after each way with a draft", async ({ page }) => {
  await startWithSample(page);
  await startDraft(page, "Autumn");
  await go(page, "Phone number management");
  await addNumber(page, "+13125550178", "Leaf desk");
  await startDraft(page, "Winter");
  const list = page.locator("#drafts");
  const menu = async (name: string, entry: RegExp): Promise<void> => {
    await page.getByRole("button", { name: `Options for ${name}`, exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: entry }).focus();
    await page.keyboard.press("Enter");
  };
  await page.getByRole("button", { name: "Open Autumn" }).focus();
  await page.keyboard.press("Enter");
  await changes(page, 1);
  await expect(list).toBeFocused();
  await menu("Autumn", /^Rename/);
  await page.getByRole("dialog").getByLabel("Name").fill("Spring");
  await page.keyboard.press("Enter");
  await expect(row(page, /Spring Open/)).toBeVisible();
  await expect(list).toBeFocused();
  await menu("Spring", /^Duplicate/);
  await expect(row(page, /Copy of Spring/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Options for Spring", exact: true })).toBeFocused();
  await menu("Spring", /^Discard/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Options for Spring", exact: true })).toBeFocused();
  await menu("Spring", /^Discard/);
  await page.getByRole("dialog").getByRole("button", { name: "Discard", exact: true }).focus();
  await page.keyboard.press("Enter");
  await changes(page, 0);
  await expect(list).toBeFocused();
  await page.getByRole("status").getByRole("button", { name: "Undo", exact: true }).last().focus();
  await page.keyboard.press("Enter");
  await changes(page, 1);
  await expect(list).toBeFocused();
  await discard(page, "Spring");
  await page.getByRole("button", { name: "Restore Spring" }).focus();
  await page.keyboard.press("Enter");
  await expect(row(page, /^Spring 1/)).toBeVisible();
  await expect(list).toBeFocused();
});

test("a discarded draft is restored within 30 days and gone after them", async ({ page }) => {
  await startWithSample(page);
  await startDraft(page, "Autumn");
  await go(page, "Phone number management");
  await addNumber(page, "+13125550178", "Leaf desk");
  await go(page, "Drafts");
  await pickOption(page, "Autumn", "Discard…");
  const dialog = page.getByRole("dialog", { name: "Discard Autumn?" });
  await expect(dialog).toContainText("It has 1 change. It can be restored for 30 days; nothing that is published changes. An empty draft opens in its place.");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await changes(page, 1);
  await discard(page, "Autumn");
  await changes(page, 0);
  await expect(page.getByRole("region", { name: "Discarded" }).or(page.locator(".card", { hasText: "Discarded" }))).toContainText("1 change, 30 days left");
  await saved(page);
  await page.clock.setFixedTime(new Date("2026-11-14T19:00:00Z"));
  await page.reload();
  await expect(page.getByText("1 change, 1 day left")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Restore Autumn" }).click();
  await page.getByRole("button", { name: "Open Autumn" }).click();
  await changes(page, 1);
  await discard(page, "Autumn");
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await changes(page, 1);
  await discard(page, "Autumn");
  await saved(page);
  await page.clock.setFixedTime(new Date("2026-12-15T19:00:00Z"));
  await page.reload();
  await expect(page.getByText("Nothing was discarded")).toBeVisible();
});

test("the steps of a draft lead back and forth", async ({ page }) => {
  await startWithSample(page);
  await go(page, "Phone number management");
  for (const [number, label] of [["+13125550177", "One"], ["+13125550178", "Two"], ["+13125550179", "Three"]] as const) {
    await addNumber(page, number, label);
  }
  await go(page, "Drafts");
  await page.getByRole("button", { name: /^Undo to here: add direct number \+1 312-555-0177/ }).click();
  await changes(page, 1);
  await expect(page.getByText("1 change, 2 undone")).toBeVisible();
  await saved(page);
  await page.reload();
  await page.getByRole("button", { name: /^Redo to here: .*0179/ }).click();
  await changes(page, 3);
  await page.getByRole("button", { name: "Undo all" }).click();
  await changes(page, 0);
});

test("what one tab does in a draft is there in the other, and nothing is lost", async ({ page, context }) => {
  await startWithSample(page);
  await go(page, "Phone number management");
  await addNumber(page, "+13125550177", "First tab");
  await saved(page);
  const other = await context.newPage();
  await other.clock.setFixedTime(new Date("2026-10-15T19:32:00Z"));
  await other.goto("/settings/chat/phone-numbers");
  await changes(other, 1);
  await addNumber(other, "+13125550178", "Second tab");
  await changes(page, 2);
  await addNumber(page, "+13125550179", "First again");
  await changes(other, 3);
  await page.reload();
  await changes(page, 3);
});

test("S049 of two drafts with the same number the first stands, and the second keeps its other changes", async ({ page, context }) => {
  await addInBoth(page);
  await page.getByRole("button", { name: "Open New changes" }).click();
  await go(page, "Phone number management");
  await addNumber(page, "+13125550178", "The rest");
  await saved(page);
  const other = await context.newPage();
  await other.clock.setFixedTime(new Date("2026-10-15T19:32:00Z"));
  await other.goto("/drafts");
  await other.getByRole("button", { name: "Open Theirs" }).click();
  await publish(other, "First come");
  await expect(page.getByRole("alert").filter({ hasText: "Another tab published revision 2. This draft now stands on it: review it again." })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Dismiss" }).first().click();
  await changes(page, 2);
  await go(page, "Review & publish");
  await expect(page.getByText(/is already in the list, as Theirs/).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "1 change needs you" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Keep these answers" })).toBeDisabled();
  await changes(page, 2);
});

test("the store of the first version is taken over without a loss", async ({ page }) => {
  await startWithSample(page);
  await go(page, "Phone number management");
  await addNumber(page, "+13125550177", "Old draft");
  await saved(page);
  // Back to what the first version wrote: no origin, no word on which draft is open, records without note and bin.
  await page.route("/empty", (route) => route.fulfill({ contentType: "text/html", body: "<link rel=icon href=data:,>" }));
  await page.goto("/empty");
  await page.evaluate(async () => {
    const done = (request: IDBRequest) => new Promise<any>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const now = await done(indexedDB.open("direct-sms"));
    const names = ["meta", "snapshot", "commits", "drafts", "log"];
    const reading = now.transaction(names);
    const tables: [string, IDBValidKey[], string[]][] = [];
    for (const name of names) {
      const table = reading.objectStore(name);
      tables.push([name, await done(table.getAllKeys()), await done(table.getAll())]);
    }
    now.close();
    await done(indexedDB.deleteDatabase("direct-sms"));
    const opening = indexedDB.open("direct-sms", 1);
    opening.onupgradeneeded = () => names.forEach((name) => opening.result.createObjectStore(name));
    const old = await done(opening);
    const writing = old.transaction(names, "readwrite");
    for (const [name, keys, texts] of tables) {
      keys.forEach((key, index) => {
        if (name === "meta" && key !== "revision") return;
        const { note, discarded_at, ...record } = name === "drafts" ? JSON.parse(texts[index]!) : ({} as any);
        writing.objectStore(name).put(name === "drafts" ? JSON.stringify(record) : texts[index], key);
      });
    }
    await new Promise((resolve) => (writing.oncomplete = resolve));
    old.close();
  });
  await page.goto("/drafts");
  await changes(page, 1);
  await expect(row(page, /New changes Open 1 1/)).toBeVisible();
  await saved(page);
  await publish(page, "After the change of versions");
  await saved(page);
  await page.goto("/preview?revision=1");
  await expect(page.getByRole("region", { name: "Revision 1" })).toBeVisible();
});

test("a colleague opens a draft from a file and gets the same effect, or is told what is other", async ({ page, browser, baseURL }) => {
  test.slow();
  await startWithSample(page);
  await startDraft(page, "Winter hours", "For the board");
  await go(page, "Phone number management");
  await addNumber(page, "+13125550177", "Night desk");
  await addNumber(page, "+13125550178", "Snow desk");
  await go(page, "Drafts");
  const [download] = await Promise.all([page.waitForEvent("download"), pickOption(page, "Winter hours", "Export as a file")]);
  expect(download.suggestedFilename()).toBe("direct-sms-draft-winter-hours.json");
  const text = readFileSync(await download.path(), "utf8");

  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), timezoneId: "Europe/London" });
  const theirs = await context.newPage();
  await theirs.clock.setFixedTime(new Date("2026-10-16T08:00:00Z"));
  await startWithSample(theirs);
  await go(theirs, "Drafts");
  const pick = async (content: string) => {
    await theirs.getByLabel("Draft file").setInputFiles({ name: "draft.json", mimeType: "application/json", buffer: Buffer.from(content) });
  };
  await pick(text.slice(0, 200));
  const refused = theirs.getByRole("dialog", { name: "The draft is not opened" });
  await expect(refused).toContainText("This draft's file is damaged");
  await refused.getByRole("button", { name: "Close" }).last().click();
  await pick(text.replaceAll("Larkspur Home", "Acme"));
  await expect(refused).toContainText("This draft belongs to the workspace of Acme, and open is that of Larkspur Home");
  await refused.getByRole("button", { name: "Close" }).last().click();

  const dialog = theirs.getByRole("dialog", { name: "Open Winter hours?" });
  const zones = text.match(/"zones": "(.*)"/)![1]!;
  await pick(text.replace(zones, "1999a"));
  await expect(dialog).toContainText("It was written with time-zone data 1999a");
  await theirs.keyboard.press("Escape");
  await pick(text);
  await expect(dialog).toContainText("It was made on exactly what is live here.");
  await expect(dialog).toContainText("Its effect is the same, minute for minute: 2 numbers change.");
  await expectNoAxeViolations(theirs);
  await dialog.getByRole("button", { name: "Open as a draft" }).click();
  await expect(theirs.getByRole("button", { name: "Draft Winter hours" })).toBeVisible();
  await expect(theirs.getByRole("region", { name: "What this publishes" })).toContainText("2 numbers change");

  // On another base, with one of its numbers taken: the same file says so.
  await publish(theirs, "Published over there");
  await saved(theirs);
  await go(theirs, "Drafts");
  await pick(text);
  await expect(dialog).toContainText("It was last looked at on revision 1, and live here is 2");
  await expect(dialog).toContainText("2 changes cannot be made here");
  await expect(dialog).toContainText("Its effect is another one here");
  // It stands on what it was made on, so the review knows what was published since.
  await dialog.getByRole("button", { name: "Open as a draft" }).click();
  await expect(theirs.getByRole("heading", { name: "2 changes are there already" })).toBeVisible();
  await context.close();
});

test("two drafts are held beside each other", async ({ page }) => {
  await addInBoth(page);
  await pickOption(page, "New changes", "Compare with the open draft");
  const dialog = page.getByRole("dialog", { name: "Theirs beside New changes" });
  await expect(dialog.getByRole("row", { name: "Label Theirs Mine" })).toBeVisible();
  await expect(dialog.getByRole("region", { name: "Only in New changes" })).toContainText("Add direct number +1 312-555-0177");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("the page of drafts fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await startWithSample(page);
  await page.goto("/drafts");
  await page.getByRole("button", { name: "New draft" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("A long name of a draft that somebody has written to the end");
  await page.getByRole("button", { name: "Start" }).click();
  await expectNoSidewaysScroll(page);
});
