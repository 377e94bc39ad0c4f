// Random histories over two tabs and several drafts on one database: what was accepted is never lost, a number never has
// two owners, and both tabs end with the head that carrying out the publications by hand gives.
import type { Page } from "@playwright/test";
import { sample } from "./clashes.ts";
import type { Workspace } from "./exported.ts";
import { expect, test } from "./fixtures.ts";
import { go } from "./helpers.ts";
import { exported, startWithSample } from "./pages.ts";
import { leftBy, published, steps, stored } from "./stored.ts";

const NUMBERS = ["+1 312-555-0142", "+1 312-555-0145"];
const AGENTS = ["Marcus Bell", "Dana Kessler", "Omar Haddad"];
const STEPS = 12;
/** Each gives another history; HISTORIES=20 tries so many. */
const SEEDS = Array.from({ length: Number(process.env.HISTORIES ?? 2) }, (_, place) => place + 1);

/** Numbers below the one that is asked for; the same ones for the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 16) % below;
  };
}

const open = (page: Page) => page.getByRole("group", { name: "Open draft" });

/** S2: an item of the queue tree, which no rule refuses. */
async function addQueue(page: Page, name: string): Promise<void> {
  await go(page, "Queue");
  await page.getByLabel("New Item").fill(name);
  await page.getByLabel("New Item").press("Enter");
  await expect(page.getByRole("row", { name: new RegExp(`^${name}\\b`) })).toBeVisible();
}

/** By the palette; what is somebody's in this tab's draft cannot be chosen there. */
async function assign(page: Page, number: string, agent: string): Promise<void> {
  await go(page, "Home");
  await page.getByRole("button", { name: "Assign a number" }).click();
  const palette = page.getByRole("dialog", { name: /^(Jump to|Assign)/ });
  await palette.getByRole("combobox").fill(number);
  const offered = palette.getByRole("option", { name: number }).first();
  // The other tab may take it at any moment.
  await expect(offered).toBeVisible();
  const chosen = await offered.click({ timeout: 300 }).then(() => true, () => false);
  if (chosen) await palette.getByRole("option", { name: new RegExp(`^${agent}`) }).first().click({ timeout: 2_000 }).catch(() => {});
  while (await palette.isVisible()) await page.keyboard.press("Escape");
}

/** Undo or redo, where there is something to undo or redo. */
async function step(page: Page, name: RegExp): Promise<void> {
  const button = page.getByRole("button", { name });
  if (await button.isEnabled({ timeout: 100 }).catch(() => false)) await button.click();
}

const others = (page: Page) => page.getByRole("table", { name: "Drafts" }).getByRole("button", { name: /^Open / });

/** A new draft, or one of the others. */
async function change(page: Page, name: string, roll: number): Promise<void> {
  await go(page, "Drafts");
  await expect(page.getByRole("heading", { level: 1, name: "Drafts" })).toBeVisible();
  const found = await others(page).all();
  const other = found[roll % (found.length + 1)];
  if (other !== undefined) return other.click();
  await page.getByRole("button", { name: "New draft" }).click();
  const begin = page.getByRole("dialog", { name: "New draft" });
  await begin.getByLabel("Name").fill(name);
  await begin.getByRole("button", { name: "Start" }).click();
  await expect(begin).toBeHidden();
}

/** Publishes the open draft, if there is something to publish; what clashes is set aside first. */
async function publish(page: Page): Promise<void> {
  await go(page, "Review & publish");
  await expect(page.getByRole("heading", { level: 1, name: "Review & publish" })).toBeVisible();
  const button = page.getByRole("button", { name: /^Publish as revision/ });
  const answered = page.getByRole("button", { name: "Keep these answers" });
  const nothing = page.getByText("The draft changes nothing yet");
  await expect(button.or(answered).or(nothing).first()).toBeVisible();
  if (await answered.isVisible()) {
    for (const park of await page.getByRole("radio", { name: /^Park mine/ }).all()) await park.check();
    await answered.click();
    await expect(button.or(nothing).first()).toBeVisible();
  }
  if (await nothing.isVisible()) return;
  // Nothing clashes, but the draft does something else by now.
  const reviewed = page.getByRole("button", { name: /^Reviewed on revision/ });
  const ready = page.getByRole("button", { name: /^Publish as revision/, disabled: false });
  const confirm = page.getByRole("checkbox", { name: /^Publish although/, checked: false });
  while (!(await ready.isVisible())) {
    await expect(ready.or(reviewed).or(confirm).first()).toBeVisible();
    if (await reviewed.isVisible()) await reviewed.click();
    if (await confirm.isVisible()) await confirm.check();
  }
  await ready.click();
  await expect(page.getByText(/^Published as revision \d+$/).last()).toBeVisible();
}

interface Owners {
  queues: string[];
  owners: Record<string, unknown>;
}

const ownersOf = ({ queues, numbers }: Workspace): Owners => ({
  queues: queues.map(({ name }) => name).sort(),
  owners: Object.fromEntries(numbers.map(({ number, role }) => [number, "direct" in role ? role.direct.owner : null])),
});

/** The queues' names and the numbers' owners in the file that a tab exports. */
const ownersIn = async (page: Page): Promise<Owners> => ownersOf((await exported(page)).workspace);

/** What the publications make of the sample company, carried out by hand. */
function carriedOut(changes: Record<string, any>[]): Owners {
  const { queues, owners } = ownersOf(sample);
  for (const { add_queue, assign, ...other } of changes) {
    expect(other).toEqual({});
    if (add_queue) queues.push(add_queue.name);
    if (assign) {
      // Two drafts may both have given it to the same one.
      expect([null, assign.owner], `${assign.number} is given away once`).toContainEqual(owners[assign.number]);
      owners[assign.number] = assign.owner;
    }
  }
  return { queues: queues.sort(), owners };
}

for (const seed of SEEDS) {
  test(`R32 random history ${seed} of two tabs: nothing accepted is lost, no number has two owners, heads are equal`, async ({ page, context }) => {
    test.setTimeout(90_000);
    const roll = dice(seed);
    await startWithSample(page);
    const tabs = [page, await context.newPage()] as const;
    await tabs[1].goto("/");
    const accepted: string[] = [];
    const deed = (tab: Page): (() => Promise<void>) => {
      const [kind, one, two] = [roll(12), roll(1000), roll(1000)];
      if (kind < 4) {
        const name = `Desk ${accepted.length + 1}`;
        accepted.push(name);
        return () => addQueue(tab, name);
      }
      if (kind < 7) return () => assign(tab, NUMBERS[one % 2]!, AGENTS[two % 3]!);
      if (kind === 7) return () => step(tab, /^Undo: /);
      if (kind === 8) return () => step(tab, /^Redo: /);
      if (kind === 9) return () => change(tab, `Draft ${one}`, two);
      if (kind === 10) return () => publish(tab);
      return async () => void (await tab.reload());
    };
    let before = await stored(page);
    for (let turn = 0; turn < STEPS; turn += 1) {
      // Either tab, or both at the same time.
      const acting = roll(2) === 0 ? tabs : [tabs[roll(2) as 0 | 1]];
      const deeds = acting.map(deed);
      await Promise.all(deeds.map((act) => act()));
      for (const tab of tabs) await expect(open(tab).getByRole("status")).toHaveText(/^Saved |^$/);
      const after = await stored(page);
      // What is written stays as it is.
      expect(after.log).toMatchObject(before.log);
      expect(after.commits).toMatchObject(before.commits);
      before = after;
    }
    const done = [...steps(before).values()].flat().flatMap((step) => (typeof step === "object" && "do" in step ? [step.do.intent] : []));
    for (const name of accepted) expect(done.filter((intent) => JSON.stringify(intent).includes(`"${name}"`)), name).toHaveLength(1);

    // What is left in drafts is published as well.
    for (let round = 0; round < 8; round += 1) {
      await publish(page);
      await go(page, "Drafts");
      await expect(page.getByRole("heading", { level: 1, name: "Drafts" })).toBeVisible();
      if ((await others(page).count()) === 0) break;
      await others(page).first().click();
    }
    const end = await stored(page);
    const all = published(end);
    const closed = [...steps(end).values()].filter((of) => of.includes("close")).map(leftBy);
    expect(closed.map((changes) => JSON.stringify(changes)).sort()).toEqual(all.map((changes) => JSON.stringify(changes)).sort());
    const counted = carriedOut(all.flat());
    for (const tab of tabs) {
      expect(await ownersIn(tab)).toEqual(counted);
      await tab.reload();
      expect(await ownersIn(tab)).toEqual(counted);
    }
  });
}
