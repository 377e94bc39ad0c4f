// What stands in the database, read past the app, and what its log and its commits come to, worked out by hand.
import type { Page } from "@playwright/test";

export interface Stored {
  commits: Record<string, string>;
  drafts: Record<string, string>;
  log: Record<string, string>;
}

/** The tables that tell what was done. */
export const stored = (page: Page): Promise<Stored> =>
  page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("direct-sms");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const tables = ["commits", "drafts", "log"] as const;
    const reading = opened.transaction(tables);
    const found = await Promise.all(tables.map((name) => new Promise<Record<string, string>>((resolve) => {
      const records: Record<string, string> = {};
      reading.objectStore(name).openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        if (cursor === null) return resolve(records);
        records[String(cursor.key)] = cursor.value;
        cursor.continue();
      };
    })));
    opened.close();
    const [commits, drafts, log] = found as [Record<string, string>, Record<string, string>, Record<string, string>];
    return { commits, drafts, log };
  });

type Intent = Record<string, unknown>;
type Step = "undo" | "redo" | "close" | { do: { intent: Intent } } | { settle: { content: { intents: Intent[] } } };

/** The changes that a draft is left with by the steps of its log. */
export function leftBy(steps: Step[]): Intent[] {
  const states: Intent[][] = [[]];
  let at = 0;
  const put = (state: Intent[]) => states.splice(++at, states.length, state);
  for (const step of steps) {
    if (step === "undo") at = Math.max(at - 1, 0);
    else if (step === "redo") at = Math.min(at + 1, states.length - 1);
    else if (step === "close") break;
    else if ("do" in step) put([...states[at]!, step.do.intent]);
    else put(step.settle.content.intents);
  }
  return states[at]!;
}

/** The steps of every draft, by its id. */
export function steps({ log }: Stored): Map<string, Step[]> {
  const found = new Map<string, Step[]>();
  for (const key of Object.keys(log).sort()) {
    const draft = key.split("/")[0]!;
    found.set(draft, [...(found.get(draft) ?? []), JSON.parse(log[key]!) as Step]);
  }
  return found;
}

/** The changes of every publication, the oldest first. */
export const published = ({ commits }: Stored): Intent[][] =>
  Object.keys(commits).sort().map((key) => (JSON.parse(commits[key]!) as { intents: Intent[] }).intents);
