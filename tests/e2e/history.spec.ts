// What was published, and every revision as it was.
import type { Page } from "@playwright/test";
import { on, openRescued, sample } from "./clashes.ts";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { expectNoSidewaysScroll, go } from "./helpers.ts";
import { addNumber, option, publish, saved, startWithSample } from "./pages.ts";

test("every publication stands in the history, and its revision answers texts as it did", async ({ page }) => {
  await startWithSample(page);
  await go(page, "History");
  await expect(page.getByText("Nothing was published yet")).toBeVisible();
  for (const [number, note] of [["+13125550177", "For the night"], ["+13125550178", ""]] as const) {
    await go(page, "Phone number management");
    await addNumber(page, number, "Desk");
    await publish(page, note, note === "" ? undefined : "Grace Hollis");
    await saved(page);
  }
  await page.reload();
  await go(page, "History");
  await expect(page.getByText("2 publications so far. Live is revision 3.")).toBeVisible();
  await expect(page.getByRole("row", { name: /2 New changes .*For the night 1 Thu 15 Oct 2026, 14:32 Chicago Grace Hollis/ })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Open revision 2" }).click();
  const dialog = page.getByRole("dialog", { name: "Revision 2" });
  await expect(dialog.getByRole("region", { name: "What was done" })).toContainText("Add direct number +1 312-555-0177");
  await expect(dialog.getByText("Grace Hollis")).toBeVisible();
  await expect(dialog.getByRole("row", { name: "Number +1 312-555-0177 Added" })).toBeVisible();
  await expect(dialog.getByRole("row", { name: "Label None Desk" })).toBeVisible();
  await expect(page).toHaveURL("/history?revision=2");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.goto("/history?revision=2");
  await dialog.getByRole("link", { name: "Try a text on revision 1" }).click();
  await expect(page.getByRole("region", { name: "Revision 1" })).toBeVisible();
  await page.getByRole("button", { name: "Back to the live revision" }).click();
  await expect(page.getByRole("region", { name: "Live, revision 3" })).toBeVisible();
  await page.goto("/preview?revision=9");
  await expect(page.getByText("there is no revision 9 yet", { exact: false })).toBeVisible();
});

test("what a text at 23:59 on 31 December got is asked of the revision of that night", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2027-02-01T16:00:00Z"));
  // The whole evening open on revision 2; on revision 1 New Year's Eve was a holiday, and on 3 only mornings are open.
  const hours = [on("Closed until eight.", "08:00", "24:00"), on("We are here in the morning.", "08:00", "12:00")];
  const commits = hours.map((deflection, place) => ({
    revision: place + 2,
    at: `2026-1${place + 1}-20T15:00:00Z`,
    draft: "Hours",
    note: "",
    intents: [{ set_global_deflection: { deflection } }],
  }));
  await openRescued(page, {
    meta: [["revision", "1"]],
    snapshot: [["000000", JSON.stringify(sample)]],
    commits: commits.map((commit) => [`000000000${commit.revision}`, JSON.stringify(commit)]),
  });
  await go(page, "History");
  await page.getByRole("button", { name: "Open revision 2" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Try a text on revision 2" }).click();
  const number = page.getByRole("combobox", { name: "Receiving number" });
  await number.fill("0103");
  await page.getByRole("option", { name: /0103/ }).click();
  const at = page.getByLabel("Received at");
  const side = (name: string) => page.getByRole("region", { name, exact: true });
  const fares = async (name: string, moment: string, code: string, reply?: string) => {
    await at.fill(moment);
    await expect(side(name).locator("code")).toHaveText(code);
    if (reply !== undefined) await expect(side(name)).toContainText(reply);
  };
  await fares("Revision 2", "2026-12-31 23:59", "offered.agent");
  await expect(page.getByText("Thu 31 Dec 2026, 23:59 Chicago", { exact: true })).toBeVisible();
  await fares("Draft", "2026-12-31 23:59", "deflected.after_hours", "We are here in the morning.");
  await expect(page.getByText("Revision 2 gave another answer than the draft.")).toBeVisible();
  await expectNoAxeViolations(page);
  await fares("Revision 2", "2027-01-01 00:00", "deflected.after_hours", "Closed until eight.");
  await at.fill("2026-12-31 23:59");
  // The address asks the same of another revision.
  await expect(page).toHaveURL(/at=2026-12-31/);
  await page.goto(page.url().replace("revision=2", "revision=1"));
  await fares("Revision 1", "2026-12-31 23:59", "deflected.holiday", "Larkspur Home is closed now.");
  await fares("Revision 1", "2026-12-31 12:59", "offered.agent");
});

test("a publication is told with the effect that its review had", async ({ page }) => {
  await startWithSample(page);
  await page.goto("/settings/users?q=Ana");
  await option(page, "Ana Ruiz", "Delete…");
  await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await go(page, "Review & publish");
  const reviewed = page.getByRole("region", { name: "What this publishes" }).getByRole("paragraph");
  await expect(reviewed).toHaveText([/numbers? changes?: .*never answered/, /^Worked out for a plain text from an unknown sender/]);
  const [plan, standing] = await reviewed.allTextContents();
  await publish(page, "Ana leaves");
  // What is published later changes nothing of it.
  await go(page, "Phone number management");
  await addNumber(page, "+13125550177", "Desk");
  await publish(page, "");
  await saved(page);
  await page.goto("/history?revision=2");
  const told = page.getByRole("dialog", { name: "Revision 2" }).getByRole("region", { name: "What it did" });
  await expect(told.getByRole("paragraph")).toHaveText([plan!.replace("the coming year", "the year after it"), standing!]);
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test.describe("without the worker", () => {
  test.use({ expectedNoise: /engine_worker/ });

  test("the history says that the effect is not known, and Retry brings it", async ({ page }) => {
    await startWithSample(page);
    await go(page, "Phone number management");
    await addNumber(page, "+13125550177", "Desk");
    await publish(page, "");
    await saved(page);
    await page.route("**/engine_worker*", (route) => route.abort());
    await go(page, "History");
    await page.getByRole("button", { name: "Open revision 2" }).click();
    const told = page.getByRole("region", { name: "What it did" });
    await expect(told).toContainText("could not be loaded");
    await page.unroute("**/engine_worker*");
    await told.getByRole("button", { name: "Retry" }).click();
    await expect(told).toContainText("1 number changes: +0 open hours, −0 in the year after it.");
  });
});

/** Revision 2 of the sample company no longer has Ana Ruiz. */
async function publishWithoutAna(page: Page): Promise<void> {
  await startWithSample(page);
  await page.goto("/settings/users?q=Ana");
  await option(page, "Ana Ruiz", "Delete…");
  await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await publish(page, "Ana leaves");
  await saved(page);
}

test("S202 what went along with a change is told and marked", async ({ page }) => {
  await publishWithoutAna(page);
  await page.goto("/history?revision=2");
  const dialog = page.getByRole("dialog", { name: "Revision 2" });
  await expect(dialog.getByRole("region", { name: "What was done" })).toContainText("Went along: +1 312-555-0100 is taken from agent Ana Ruiz.");
  await expect(dialog.getByRole("row", { name: "User Ana Ruiz Removed", exact: true })).toBeVisible();
  await expect(dialog.getByRole("row", { name: "Number +1 312-555-0100 Went along" })).toBeVisible();
  await expect(dialog.getByRole("row", { name: "Owner agent Ana Ruiz None" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test("any past revision is read as it was, and nothing in it writes", async ({ page }) => {
  await publishWithoutAna(page);
  await page.goto("/history?revision=2");
  await page.getByRole("dialog").getByRole("link", { name: "See all of revision 1" }).click();
  await expect(page.getByText("This is revision 1, as it was published.")).toBeVisible();
  const records = page.getByRole("list", { name: "Records" });
  const line = (name: string) => records.getByRole("listitem").filter({ hasText: name });
  await expect(page.getByRole("tab", { name: "Numbers 44" })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("searchbox", { name: "Filter by name" }).fill("312-555-0100");
  await expect(records.getByRole("listitem")).toHaveText([/^\+1 312-555-0100Label: Direct line Ana Ruiz · Direct: Yes · Owner: agent Ana Ruiz/]);
  await line("+1 312-555-0100").locator("summary").click();
  await expect(line("+1 312-555-0100").getByRole("definition").first()).toHaveText("Direct line Ana Ruiz");
  await expectNoAxeViolations(page);
  await page.getByRole("searchbox", { name: "Filter by name" }).press("Escape");
  await page.getByRole("tab", { name: "Users 26" }).click();
  await expect(line("Ana Ruiz")).toBeVisible();
  await expect(page).toHaveURL(/revision=1&show=records&kind=users|show=records&revision=1&kind=users/);
  for (const [tab, name] of [["Teams", "Americas Support"], ["Queues", "Billing"], ["Hours and holidays", "Holiday"], ["Settings", "Settings of the instance"]] as const) {
    await page.getByRole("tab", { name: new RegExp(`^${tab} `) }).click();
    await expect(line(name).first()).toBeVisible();
  }
  await expect(line("Settings of the instance").first()).toContainText("Use SMS Chat");
  // No field and no button that changes anything: only what filters, unfolds and leads on.
  const main = page.getByRole("main");
  await expect(main.getByRole("button")).toHaveCount(0);
  await expect(main.locator("input:not([role=searchbox]), select, textarea")).toHaveCount(0);
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);

  // The next revision no longer has her.
  await page.goto("/history?revision=2&show=records&kind=users");
  await expect(page.getByRole("tab", { name: "Users 25" })).toBeVisible();
  await expect(line("Ana Ruiz")).toHaveCount(0);
  await page.goto("/history?revision=9&show=records");
  await expect(page.getByText("here is no revision 9", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Back to the history" }).click();
  await expect(page.getByRole("button", { name: "Open revision 2" })).toBeVisible();
});

test("the history fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await startWithSample(page);
  await page.goto("/history");
  await expectNoSidewaysScroll(page);
});
