// A draft that was begun before others published, as the app's own rescue file brings it.
import { readFileSync } from "node:fs";
import { expect } from "./fixtures.ts";
import type { Page } from "@playwright/test";

/** The published configuration of the sample company. */
export const sample = JSON.parse(readFileSync(new URL("../../public/sample-company.json", import.meta.url), "utf8")).workspace;

/** The id of a record of the sample company: 1 team, 2 user, 3 queue, 5 holiday. */
export const id = (kind: number, place: number): string =>
  `01900000-0000-7000-8000-000${kind}000000${place.toString(16).padStart(2, "0")}`;

/** Hours on weekdays and a text outside them. */
export const on = (message: string, from: string, to: string) => ({
  on: {
    message,
    schedule: {
      days: { weekdays_weekends: { weekdays: [[from, to]], weekends: [] } },
      observed_holidays: [],
      time_zone: "America/Chicago",
    },
  },
});

/** Published is the sample company as revision 1 and, as revision 2, what others did; open is a draft begun on 1. */
export async function openClash(page: Page, theirs: object[], mine: object[]): Promise<void> {
  const own = "01900000-0000-7000-8000-000900000001";
  const commit = { revision: 2, at: "2026-10-15T19:11:00Z", draft: "Autumn hours", note: "", intents: theirs };
  const tables = {
    meta: [["revision", "1"]],
    snapshot: [["000000", JSON.stringify(sample)]],
    commits: [["0000000002", JSON.stringify(commit)]],
    drafts: [[own, JSON.stringify({ name: "Winter hours", base: 1, published: false })]],
    log: mine.map((intent, place) => [`${own}/${String(place).padStart(8, "0")}`, JSON.stringify({ do: { intent } })]),
  };
  await openRescued(page, tables);
  await page.getByRole("link", { name: /^Review & publish \(/ }).click();
}

/** Opens what the app's own rescue file holds, table by table. */
export async function openRescued(page: Page, tables: Record<string, string[][]>): Promise<void> {
  const buffer = Buffer.from(JSON.stringify({ format: "direct-sms rescue", version: 1, tables }));
  await page.goto("/");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file" }).click();
  await (await chooser).setFiles({ name: "rescue.json", mimeType: "application/json", buffer });
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
}
