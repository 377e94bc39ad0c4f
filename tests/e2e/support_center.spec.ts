// Support Center Details: hours of operation, general and custom, holiday folders and holidays of all three kinds.
import type { Locator, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures.ts";
import { changes, expectNoSidewaysScroll, openSample, tabTo } from "./helpers.ts";
import { saved } from "./pages.ts";

const PAGE = "Support Center Details";

async function press(page: Page, name: string, dialog: string): Promise<Locator> {
  await page.getByRole("button", { name, exact: true }).click();
  const opened = page.getByRole("dialog", { name: dialog });
  await expect(opened).toBeVisible();
  return opened;
}

const verb = (dialog: Locator, name: string) => dialog.getByRole("button", { name, exact: true }).click();

test("S4 general hours are changed with Apply, and what that does is shown before", async ({ page }) => {
  await openSample(page, PAGE);
  const row = page.getByRole("row", { name: /^General hours/ });
  await expect(row).toContainText("Mon–Sun 00:00–24:00");
  const drawer = await press(page, "Edit general hours", "General hours");
  await expect(page).toHaveURL(/edit=general/);
  await drawer.getByRole("radio", { name: "Weekdays, weekends" }).check();
  await drawer.getByRole("checkbox", { name: "Observe all of Larkspur" }).check();
  const panel = drawer.getByRole("complementary", { name: "What this does" });
  await panel.getByRole("button", { name: "Next holiday" }).click();
  await expect(panel.getByRole("region", { name: "With this change" })).toContainText("deflected");
  await verb(drawer, "Apply");
  await changes(page, 1);
  await expect(row).toContainText("Mon–Fri 09:00–17:00");
  await expect(page.getByRole("button", { name: "Undo: change the general hours" })).toBeVisible();
});

test("S4 custom hours name their queues, say who uses them before they are deleted, and can be undone", async ({ page }) => {
  await openSample(page, PAGE);
  let drawer = await press(page, "Add Custom Operation Hours", "Add Custom Operation Hours");
  await drawer.getByLabel("Name", { exact: true }).fill("Weekend desk");
  await verb(drawer, "Next");
  await verb(drawer, "Next");
  await drawer.getByRole("checkbox", { name: "Billing" }).check();
  await drawer.getByRole("checkbox", { name: /Order status$/ }).check();
  await verb(drawer, "Finish");
  const row = page.getByRole("row", { name: /^Weekend desk/ });
  await expect(row).toContainText("Mon–Fri 09:00–17:00");
  await expect(row.getByRole("cell").nth(3)).toHaveText("2");
  await changes(page, 1);

  drawer = await press(page, "Edit Weekend desk", "Custom hours: Weekend desk");
  await drawer.getByRole("checkbox", { name: /Order status$/ }).uncheck();
  await verb(drawer, "Apply");
  await expect(row.getByRole("cell").nth(3)).toHaveText("1");

  const question = await press(page, "Delete Weekend desk", "Delete custom hours Weekend desk?");
  await expect(question.getByRole("list", { name: "What goes along" })).toHaveText("Queue Billing takes the general hours.");
  await expectNoAxeViolations(page);
  await verb(question, "Delete");
  await expect(row).toHaveCount(0);
  await changes(page, 3);
  await page.getByRole("button", { name: /^Undo:/ }).click();
  await expect(row).toBeVisible();
});

test("S5 a folder and holidays of all three kinds are added", async ({ page }) => {
  await openSample(page, PAGE);
  const dialog = await press(page, "Add Folder", "Add Folder");
  await verb(dialog, "Add");
  await expect(dialog).toContainText("Enter a name for the folder");
  await dialog.getByLabel("Name").fill("Canada");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  const folder = page.getByRole("region", { name: "Holiday folder Canada" });
  await expect(folder).toContainText("No holiday yet.");

  // Every year.
  let drawer = await press(page, "Add Holiday to Canada", "Add Holiday");
  await verb(drawer, "Add");
  await expect(drawer).toContainText("Enter a name for the holiday");
  await expect(drawer).toContainText("is not a day of the year: write it as “12/25”");
  await drawer.getByLabel("Name").fill("Canada Day");
  await drawer.getByLabel("First day").fill("07/01");
  await expect(drawer).toContainText(/Next: \w+ 1 Jul 20\d\d/);
  await verb(drawer, "Add");
  await expect(folder.getByRole("row", { name: /^Canada Day/ })).toContainText("07/01 every year");

  // Such a weekday of a month.
  drawer = await press(page, "Add Holiday to Canada", "Add Holiday");
  await drawer.getByLabel("Name").fill("Labour Day");
  await drawer.getByRole("radio", { name: "Conditional" }).check();
  await drawer.getByLabel("Month").selectOption("September");
  await verb(drawer, "Add");
  await expect(folder.getByRole("row", { name: /^Labour Day/ })).toContainText("Monday, Week 1 of September");

  // Once, and for a part of the day (R66).
  drawer = await press(page, "Add Holiday to Canada", "Add Holiday");
  await drawer.getByLabel("Name").fill("Company meeting");
  await drawer.getByRole("radio", { name: "One-off dates" }).check();
  await drawer.getByLabel("First day").fill("2031-03-04");
  await drawer.getByLabel("Last day").fill("2031-03-03");
  await expect(drawer).toContainText("exchange them");
  await drawer.getByLabel("Last day").fill("2031-03-05");
  await drawer.getByRole("checkbox", { name: "All day" }).uncheck();
  await drawer.getByLabel("Closed from").fill("15:00");
  await drawer.getByLabel("Closed until").fill("13:00");
  await expect(drawer).toContainText("for a night make two holidays");
  await drawer.getByLabel("Closed until").fill("24:00");
  await verb(drawer, "Add");
  const meeting = folder.getByRole("row", { name: /^Company meeting/ });
  await expect(meeting).toContainText("Tue 4 Mar 2031 – Wed 5 Mar 2031");
  await expect(meeting).toContainText("15:00–24:00");
  // S144: not ticked anywhere, it has no effect, and the list says so.
  await expect(meeting).toContainText("Nobody");
  await changes(page, 4);
});

test("S148 S149 a folder names its observers before it is deleted, a name over 25 characters is refused", async ({ page }) => {
  await openSample(page, PAGE);
  const row = page.getByRole("row", { name: /^Thanksgiving/ });
  await expect(row).toContainText("4 schedules");
  const drawer = await press(page, "Edit Thanksgiving", "Holiday: Thanksgiving");
  await expect(drawer.getByRole("list", { name: "Who observes it" })).toContainText("Team Europe");
  await drawer.getByLabel("Name").fill("Thanksgiving at Larkspur H");
  await expect(drawer).toContainText("Shorten the name of the holiday to 25 characters: it has 26");
  await verb(drawer, "Apply");
  await expect(drawer.getByLabel("Name")).toBeFocused();
  await drawer.getByLabel("Name").fill("Thanksgiving at Larkspurs");
  await drawer.getByLabel("Text message").fill("Happy Thanksgiving!");
  await verb(drawer, "Apply");
  await expect(page.getByRole("row", { name: /^Thanksgiving at Larkspurs/ })).toBeVisible();
  await changes(page, 1);

  const question = await press(page, "Delete Larkspur", "Delete holiday folder Larkspur?");
  const list = question.getByRole("list", { name: "What goes along" });
  await expect(list.getByRole("listitem")).toHaveCount(20);
  await expect(list).toContainText("Company day is no longer observed by Ana Ruiz.");
  await expect(list).toContainText("Company day is deleted.");
  await verb(question, "Cancel");
  await changes(page, 1);
  await press(page, "Delete Larkspur", "Delete holiday folder Larkspur?");
  await verb(question, "Delete");
  await expect(page.getByText("No holidays yet")).toBeVisible();
  await changes(page, 2);
  await expectNoAxeViolations(page);
});

test("the address holds what is open, and Escape asks before changes are dropped", async ({ page }) => {
  await openSample(page, PAGE);
  const dialog = await press(page, "Rename Larkspur", "Rename holiday folder Larkspur");
  await page.reload();
  await expect(dialog).toBeVisible();
  await dialog.getByLabel("Name").fill("Head office");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Holiday folder Head office" })).toBeVisible();
  await saved(page);
  const drawer = await press(page, "Edit Christmas Day", "Holiday: Christmas Day");
  await page.reload();
  await expect(drawer.getByLabel("First day")).toHaveValue("12/25");
  await drawer.getByLabel("Last day").fill("12/26");
  await page.keyboard.press("Escape");
  await expect(drawer.getByRole("alert")).toContainText("Discard the changes made here?");
  await verb(drawer, "Discard");
  await expect(drawer).toHaveCount(0);
  await changes(page, 1);
});

test("a holiday is added by keyboard alone, on a phone's width", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("button", { name: "Try the sample company" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.goto("/settings/support-center");
  await expect(page.getByRole("heading", { level: 1, name: PAGE })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
  const add = page.getByRole("button", { name: "Add Holiday", exact: true });
  await tabTo(page, add);
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Add Holiday" });
  await tabTo(page, drawer.getByLabel("Name"));
  await page.keyboard.type("Founders day");
  await tabTo(page, drawer.getByLabel("First day"));
  await page.keyboard.type("05/02");
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
  await page.keyboard.press("Enter");
  await expect(drawer).toHaveCount(0);
  await changes(page, 1);
  await expect(page.getByRole("row", { name: /^Founders day/ })).toBeVisible();
  await expect(add).toBeFocused();
});

/** A calendar as a country offers it: dates one by one, rules, and what is no holiday. */
const CALENDAR = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "X-WR-CALNAME:Holidays in Ireland",
  ...event("Christmas Day", "DTSTART;VALUE=DATE:20301225"),
  ...event("Christmas Day", "DTSTART;VALUE=DATE:20311225"),
  ...event("Easter Monday", "DTSTART;VALUE=DATE:20310414"),
  ...event("October Bank Holiday", "DTSTART;VALUE=DATE:20301028", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1MO"),
  ...event("Saint Patrick's Day and the parade", "DTSTART;VALUE=DATE:20310317"),
  ...event("Team lunch", "DTSTART;VALUE=DATE:20310105", "RRULE:FREQ=WEEKLY"),
  "END:VCALENDAR",
].join("\r\n");

function event(name: string, ...lines: string[]): string[] {
  return ["BEGIN:VEVENT", `SUMMARY:${name}`, ...lines, "END:VEVENT"];
}

const file = (text: string, name = "ireland.ics") => ({ name, mimeType: "text/calendar", buffer: Buffer.from(text) });

test("public holidays are imported from a calendar file, seen first, as one change", async ({ page }) => {
  await openSample(page, PAGE);
  let dialog = await press(page, "Import public holidays…", "Import public holidays");
  await dialog.getByLabel("Calendar file").setInputFiles(file("name,date", "list.csv"));
  await expect(dialog.getByRole("alert")).toContainText("“list.csv” was not read: the file is no calendar");
  await dialog.getByLabel("Calendar file").setInputFiles(file(CALENDAR));
  await expect(dialog.getByRole("alert")).toHaveCount(0);
  await expect(dialog.getByRole("status")).toHaveText("ireland.ics: 4 holidays, 1 event left out.");
  await expect(dialog.getByLabel("Name of the folder")).toHaveValue("Holidays in Ireland");
  await expect(dialog.getByRole("row", { name: /Christmas Day/ })).toContainText("12/25 every year from 2 dates");
  await expect(dialog.getByRole("row", { name: /October Bank Holiday/ })).toContainText("Monday, Last of October");
  await expect(dialog.getByRole("row", { name: /parade/ })).toContainText("Saint Patrick's Day and");
  await dialog.locator("summary", { hasText: "Left out" }).click();
  await expect(dialog.getByRole("list", { name: "Events that are left out" })).toContainText(
    "it repeats in a way that no holiday does, “FREQ=WEEKLY”",
  );
  await expectNoAxeViolations(page);
  await dialog.getByRole("checkbox", { name: "Import Easter Monday" }).uncheck();
  await verb(dialog, "Import 3 holidays");
  await expect(dialog).toHaveCount(0);
  await changes(page, 1);
  const folder = page.getByRole("region", { name: "Holiday folder Holidays in Ireland" });
  await expect(folder.getByRole("row")).toHaveCount(4);

  // Once more: what is there already is not added again.
  dialog = await press(page, "Import public holidays…", "Import public holidays");
  await dialog.getByLabel("Calendar file").setInputFiles(file(CALENDAR));
  await dialog.getByLabel("Folder", { exact: true }).selectOption("Holidays in Ireland");
  await expect(dialog.getByRole("row", { name: /Christmas Day/ })).toContainText("in the folder already");
  await verb(dialog, "Import 1 holiday");
  await expect(folder.getByRole("row")).toHaveCount(5);
  await changes(page, 2);
  await page.getByRole("button", { name: /^Undo: import holidays from ireland.ics/ }).click();
  await expect(folder.getByRole("row")).toHaveCount(4);
});
