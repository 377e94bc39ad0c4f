// Files of users as a person makes them: the template downloaded from the page, filled in.
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

export interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Cells by header; the direct numbers by 1 to 5. The address is `name@larkspur.example` unless it has an @. */
export type Cells = Record<string, string>;

const mail = (name: string) => (name.includes("@") || name === "" ? name : `${name}@larkspur.example`);
const quoted = (cell: string) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The text that a button of the page hands out. */
export async function downloaded(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent("download");
  await button.click();
  const file = await download;
  return { name: file.suggestedFilename(), text: (await readFile(await file.path(), "utf8")).replace(/^\uFEFF/, "") };
}

export const template = async (page: Page): Promise<string[]> =>
  (await downloaded(page, page.getByRole("button", { name: "Download template" }))).text.trim().split(",");

/** A table under a header, one row for each user named. */
export function table(header: string[], rows: [string, Cells][], separator = ","): string {
  const line = ([user, cells]: [string, Cells]) =>
    header.map((name) => quoted(name === "Email" ? mail(user) : (cells[name] ?? cells[name.replace("Direct Inbound Number: ", "")] ?? ""))).join(separator);
  return `${[header.join(separator), ...rows.map(line)].join("\r\n")}\r\n`;
}

export const csv = (content: string | Buffer, name = "agents.csv"): Upload => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) });

/** Picks a file. */
export const upload = (page: Page, file: Upload): Promise<void> => page.getByLabel("File of users").setInputFiles(file);

/** The figure under a word. */
export const figure = (page: Page, name: string): Locator => page.locator(".counters > div").filter({ has: page.getByText(name, { exact: true }) }).locator("dd");

/** The figures: rows, will change, no change, skipped, with errors. */
export async function expectFigures(page: Page, figures: [number, number, number, number, number]): Promise<void> {
  const names = ["Rows", "Will change", "No change", "Skipped", "With errors"];
  for (const [index, name] of names.entries()) await expect(figure(page, name)).toHaveText(new RegExp(`^${figures[index]?.toLocaleString("en-US")} `));
}
