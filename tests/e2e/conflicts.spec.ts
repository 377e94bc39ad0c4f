// What others published while a draft was open: base, theirs and mine, each with its effect, and the way back from every answer.
import type { Locator, Page } from "@playwright/test";
import { id, on, openClash, sample } from "./clashes.ts";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, go, tabTo } from "./helpers.ts";
import { option, publish, saved, startWithSample } from "./pages.ts";

const support = id(1, 1);
const spare = "+13125550142";
const rename = (team: string, name: string) => ({ rename_team: { team, name } });

const question = (page: Page, name: string | RegExp): Locator => page.getByRole("region", { name });
const card = (page: Page, name: string): Locator => page.locator("label.version").filter({ has: page.getByText(name, { exact: true }) });
const pick = (page: Page, name: RegExp): Promise<void> => page.getByRole("radio", { name }).check();
const keep = (page: Page): Promise<void> => page.getByRole("button", { name: "Keep these answers" }).click();
const listed = (page: Page): Locator => page.getByRole("region", { name: "Changes" }).getByRole("listitem");

test("R102 S125 the same field with two values shows base, theirs and mine, each with its effect", async ({ page }) => {
  await openClash(
    page,
    [{ set_team_deflection: { team: support, deflection: on("Back at 8 am.", "08:00", "19:00") } }],
    [{ set_team_deflection: { team: support, deflection: on("Here until 8 pm.", "08:00", "20:00") } }, rename(id(1, 3), "Europa")],
  );
  await expect(page.getByRole("heading", { name: "1 change needs you" })).toBeVisible();
  await expect(page.getByText(/Revision 2 was published while you worked\. Of this draft 1 change fits\./)).toBeVisible();
  await expect(question(page, "Deflection of team Americas Support")).toContainText("Same field, other value");
  await expect(card(page, "Base")).toContainText("No setting of its own");
  await expect(card(page, "Theirs")).toContainText("Autumn hours, revision 2, Thu 15 Oct 2026, 14:11 Chicago");
  await expect(card(page, "Theirs")).toContainText("Mon–Fri 08:00–19:00, Sat–Sun closed, Chicago; “Back at 8 am.”");
  await expect(card(page, "Mine")).toContainText("Mon–Fri 08:00–20:00, Sat–Sun closed, Chicago; “Here until 8 pm.”");
  await expect(card(page, "Mine")).toContainText("You, in Winter hours");
  await expect(card(page, "Theirs")).toContainText("No number changes");
  await expect(card(page, "Mine")).toContainText("7 numbers change: +1,827 h, −0 h a year");
  await expect(page.getByRole("button", { name: /^Publish as/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Keep these answers" })).toBeDisabled();
  await expect(page.getByText("1 change still needs an answer")).toBeVisible();
  await expectNoAxeViolations(page);

  await pick(page, /^Mine/);
  await expect(page.getByText(/With these answers: 7 numbers change/)).toBeVisible();
  await keep(page);
  await expect(page.getByText("Settled 1 conflict")).toBeVisible();
  await expect(page.getByRole("heading", { name: "1 change needs you" })).toHaveCount(0);
  await changes(page, 2);
  // One step takes all of it back, and forth again; both survive a reload.
  await page.getByRole("button", { name: "Undo: settle 1 conflict" }).click();
  await expect(page.getByRole("heading", { name: "1 change needs you" })).toBeVisible();
  await saved(page);
  await page.reload();
  await page.getByRole("button", { name: "Redo: settle 1 conflict" }).click();
  await expect(page.getByRole("heading", { name: "1 change needs you" })).toHaveCount(0);
  await publish(page, "Mine stands");
});

test("the effect of each answer is worked out for every conflict that is shown", async ({ page }) => {
  const numbers = sample.numbers.slice(0, 25).map(({ number }: { number: string }) => number);
  const label = (label: string) => numbers.map((number: string) => ({ relabel: { number, label } }));
  await openClash(page, label("Theirs"), label("Mine"));
  await expect(page.getByRole("heading", { name: "25 changes need you" })).toBeVisible();
  const cards = page.locator("label.version", { has: page.getByText("Mine", { exact: true }) });
  await expect(cards).toHaveCount(20);
  await page.getByRole("button", { name: "Show 5 more of 5" }).click();
  await expect(cards).toHaveCount(25);
  await expect(cards.locator(".effect")).toHaveText(Array.from({ length: 25 }, () => "No number changes"));
});

test("R102 base, theirs and park each leave what they say", async ({ page }) => {
  await openClash(page, [rename(support, "Theirs")], [rename(support, "Mine"), rename(id(1, 3), "Europa")]);
  await pick(page, /^Base/);
  await keep(page);
  await expect(listed(page)).toHaveText(["Rename team Europe to Europa.", "Rename team Theirs to Americas Support."]);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await pick(page, /^Theirs/);
  await keep(page);
  await expect(listed(page)).toHaveText(["Rename team Europe to Europa."]);
  await page.getByRole("button", { name: /^Undo: settle/ }).click();
  await pick(page, /^Park mine/);
  await keep(page);
  await expect(listed(page)).toHaveText(["Rename team Europe to Europa."]);

  const parked = page.getByRole("listitem").filter({ hasText: "Name of team Theirs became Theirs." });
  await expect(parked).toContainText("Rename team Theirs to Mine.");
  await expect(page.getByText("1 change set aside, not published with the draft")).toBeVisible();
  await expectNoAxeViolations(page);
  await saved(page);
  await page.reload();
  await parked.getByRole("button", { name: /^Delete/ }).click();
  await expect(parked).toHaveCount(0);
  await page.getByRole("button", { name: "Undo: delete a parked change" }).click();
  await parked.getByRole("button", { name: /^Restore/ }).click();
  await changes(page, 2);
  await expect(parked).toHaveCount(0);
  // Restored with the newer value in sight, it is asked about no more.
  await expect(page.getByRole("button", { name: "Publish as revision 3" })).toBeEnabled();
});

test("R102 what is parked goes along in the draft's file", async ({ page }) => {
  await openClash(page, [rename(support, "Theirs")], [rename(support, "Mine"), rename(id(1, 3), "Europa")]);
  await pick(page, /^Park mine/);
  await keep(page);
  await saved(page);
  await go(page, "Drafts");
  const [download] = await Promise.all([page.waitForEvent("download"), option(page, "Winter hours", "Export as a file")]);
  await page.getByLabel("Draft file").setInputFiles(await download.path());
  const dialog = page.getByRole("dialog", { name: "Open Winter hours?" });
  await expect(dialog.getByRole("definition").filter({ hasText: "Revision 2 of Larkspur Home, begun on revision 1" })).toBeVisible();
  await expect(dialog.getByRole("region", { name: "Set aside in it" })).toContainText("Rename team Theirs to Mine. Name of team Theirs became Theirs.");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Open as a draft" }).click();
  await expect(page.getByText("1 change set aside, not published with the draft")).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.getByText("1 change set aside, not published with the draft")).toBeVisible();
  await expect(listed(page)).toHaveText(["Rename team Europe to Europa."]);
});

test("S049 a number taken meanwhile: the rest stays, and another number can be given", async ({ page }) => {
  await openClash(
    page,
    [{ assign: { number: spare, owner: { queue: id(3, 3) } } }],
    [{ assign: { number: spare, owner: { agent: id(2, 1) } } }, rename(id(1, 3), "Europa")],
  );
  const taken = question(page, /^Assign \+1 312-555-0142 to agent Marcus Bell/);
  await expect(taken).toContainText("Taken meanwhile");
  await expect(taken).toContainText("(R21) It was nobody, is now queue Billing, and you wanted agent Marcus Bell. The first publication stands.");
  await expect(page.getByRole("radio", { name: /^Mine/ })).toHaveCount(0);
  await pick(page, /^Another number/);
  const number = page.getByRole("combobox", { name: "Number instead" });
  await number.fill("0145");
  await page.getByRole("option", { name: /\+1 312-555-0145/ }).click();
  await expect(card(page, "Another number")).toContainText(/1 number changes/);
  await expectNoAxeViolations(page);
  await keep(page);
  await expect(listed(page)).toHaveText(["Assign +1 312-555-0145 to agent Marcus Bell.", "Rename team Europe to Europa."]);
  await publish(page, "With another number");
});

test("an owner who was deleted meanwhile gives way to another, by keyboard alone", async ({ page }) => {
  await openClash(page, [{ remove_user: { user: id(2, 2) } }], [{ assign: { number: spare, owner: { agent: id(2, 2) } } }]);
  await expect(question(page, /^Assign \+1 312-555-0142 to agent Priya Nair/)).toContainText("Edit against delete");
  await tabTo(page, page.getByRole("radio", { name: /^Drop mine/ }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^Another owner/ })).toBeChecked();
  const owner = page.getByRole("combobox", { name: "Owner instead" });
  await tabTo(page, owner);
  await page.keyboard.type("Billing");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Keep these answers" }));
  await page.keyboard.press("Enter");
  await expect(listed(page)).toHaveText(["Assign +1 312-555-0142 to queue Billing."]);
});

test("deleting what others edited asks first", async ({ page }) => {
  await openClash(page, [{ set_queue_members: { queue: id(3, 3), agents: [id(2, 2)], teams: [id(1, 2)] } }], [{ remove_user: { user: id(2, 2) } }]);
  await expect(question(page, "Priya Nair")).toContainText("Edit against delete");
  await expect(card(page, "Mine")).toContainText("Deleted");
  await pick(page, /^Theirs/);
  await keep(page);
  await expect(page.getByText("The draft changes nothing yet")).toBeVisible();
  await changes(page, 0);
});

test("a precondition that is gone names its rule, and the rest can be parked at once", async ({ page }) => {
  const gone = [{ unmark_direct: { number: spare } }, { unmark_direct: { number: "+13125550145" } }];
  const mine = [spare, "+13125550145"].map((number) => ({ assign: { number, owner: { agent: id(2, 1) } } }));
  await openClash(page, gone, [...mine, rename(id(1, 3), "Europa")]);
  await expect(page.getByText("No longer possible")).toHaveCount(2);
  await expect(page.getByText(/is not a direct number: set it as a direct number first\.? \(R26\)/)).toHaveCount(2);
  await expect(page.getByText("2 changes still need an answer")).toBeVisible();
  await page.getByRole("button", { name: "Park the rest" }).click();
  await keep(page);
  await expect(page.getByText("2 changes set aside, not published with the draft")).toBeVisible();
  await expect(listed(page)).toHaveText(["Rename team Europe to Europa."]);
});

test("what fits is said in one line a kind, and what is there already goes only by a press", async ({ page }) => {
  await openClash(
    page,
    [{ relabel: { number: spare, label: "Theirs" } }, { mark_direct: { number: "+13125550151" } }],
    [{ assign: { number: spare, owner: { agent: id(2, 1) } } }, { mark_direct: { number: "+13125550151" } }, rename(id(1, 3), "Europa")],
  );
  const settled = page.locator(".section").filter({ hasText: "Settled without you" });
  await expect(settled).toContainText("Revision 2 was published meanwhile");
  await expect(settled).toContainText("Rebased. Rename team Europe to Europa: nobody else changed these records.");
  await expect(settled).toContainText("Merged. Assign +1 312-555-0142 to agent Marcus Bell: others changed other fields of these records.");
  await expect(settled).toContainText("Already there. Set +1 312-555-0151 as a direct number: others published the same.");
  await expect(page.getByRole("heading", { name: "1 change is there already" })).toBeVisible();
  await page.getByRole("button", { name: "Drop what is there already" }).click();
  await expect(listed(page)).toHaveCount(2);
  await page.getByRole("button", { name: /^Undo: settle/ }).click();
  await expect(listed(page)).toHaveCount(3);
});

test("an effect that moved asks for another look", async ({ page }) => {
  const hours = { set_global_deflection: { deflection: on("Closed.", "08:00", "19:00") } };
  await openClash(page, [hours], [{ set_team_deflection: { team: support, deflection: on("Here until 8 pm.", "08:00", "20:00") } }]);
  const banner = page.getByRole("alert").filter({ hasText: "Effect moved." });
  await expect(banner).toContainText("On revision 1: 7 numbers change: +3,899 h, −0 h a year. On revision 2: 7 numbers change: +1,827 h, −0 h a year. Review it again.");
  await expect(page.getByRole("button", { name: "Publish as revision 3" })).toBeDisabled();
  await expect(page.getByText("Review the draft on the newer revision first")).toBeVisible();
  await expectNoAxeViolations(page);
  await banner.getByRole("button", { name: "Reviewed on revision 2" }).click();
  await expect(banner).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Publish as revision 3" })).toBeEnabled();
  await page.getByRole("button", { name: "Undo: review on the newer revision" }).click();
  await expect(banner).toBeVisible();
});

test("an effect that is the same is said, and the draft is published at once", async ({ page }) => {
  await openClash(page, [rename(id(1, 5), "Pacific desk team")], [{ set_team_deflection: { team: support, deflection: on("Here until 8 pm.", "08:00", "20:00") } }]);
  await expect(page.getByText("The draft does the same as on revision 1.")).toBeVisible();
  await publish(page, "Nothing moved");
});

test("R102 S125 of two tabs that rename one team the second is asked", async ({ page, context }) => {
  await startWithSample(page);
  const renameIn = async (tab: Page, name: string) => {
    await tab.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Teams", exact: true }).click();
    await tab.getByRole("button", { name: "Edit Americas Billing", exact: true }).click();
    const drawer = tab.getByRole("dialog", { name: "Edit team: Americas Billing" });
    await drawer.locator("summary", { hasText: /^Team/ }).click();
    await drawer.getByLabel("Name", { exact: true }).fill(name);
    await drawer.getByRole("button", { name: "Update" }).click();
    await saved(tab);
  };
  await renameIn(page, "Mine");
  const other = await context.newPage();
  await other.clock.setFixedTime(new Date("2026-10-15T19:32:00Z"));
  await other.goto("/drafts");
  await other.getByRole("button", { name: "New draft" }).click();
  await other.getByRole("dialog").getByLabel("Name").fill("Other tab");
  await other.getByRole("dialog").getByRole("button", { name: "Start" }).click();
  await renameIn(other, "Theirs");
  await publish(other, "First come");
  await expect(page.getByRole("alert").filter({ hasText: "Another tab published revision 2" })).toBeVisible();
  await page.getByRole("link", { name: "Review & publish", exact: true }).click();
  await expect(question(page, "Name of team Theirs")).toContainText("Other tab, revision 2");
  await expect(card(page, "Base")).toContainText("Americas Billing");
  await pick(page, /^Mine/);
  await keep(page);
  await publish(page, "Second");
});

test("the questions fit a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openClash(page, [rename(support, "Theirs")], [rename(support, "Mine")]);
  await expect(page.getByRole("heading", { name: "1 change needs you" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await pick(page, /^Park mine/);
  await keep(page);
  await expect(page.getByText("1 change set aside")).toBeVisible();
  await expectNoSidewaysScroll(page);
});
