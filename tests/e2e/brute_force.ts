// A year of every number, half hour by half hour, from two exported files alone: what the review is compared with.
import { reached, settingOf, type Deflection, type Holiday, type Schedule, type Workspace } from "./exported.ts";

const FROM = Date.parse("2026-10-15T19:32:00Z");
const TO = Date.parse("2027-10-15T19:32:00Z");
const STEP = 30 * 60 * 1000;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

interface Moment {
  date: string;
  weekday: string;
  time: string;
}
/** The review's words for what becomes of a text, and everything else by which two answers are told apart. */
interface Answer {
  outcome: string;
  key: string;
}

/** What the wall clock of a zone shows, asked once for each half hour. */
const walls = new Map<string, Map<number, Moment>>();
function wall(zone: string, at: number): Moment {
  const known = walls.get(zone) ?? new Map<number, Moment>();
  walls.set(zone, known);
  const half = Math.floor(at / STEP) * STEP;
  const shown = known.get(half) ?? shows(zone)(half);
  known.set(half, shown);
  return shown;
}

const formats = new Map<string, Intl.DateTimeFormat>();
function shows(zone: string): (at: number) => Moment {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", weekday: "short", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" });
  formats.set(zone, format);
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return { date: `${parts["year"]}-${parts["month"]}-${parts["day"]}`, weekday: parts["weekday"]!, time: `${parts["hour"]}:${parts["minute"]}` };
  };
}

/** Every time of day in the files lies on a half hour, or half hours would not be enough. */
function within([from, to]: [string, string], time: string): boolean {
  if (![from, to].every((one) => /:[03]0$/.test(one))) throw new Error(`${from}–${to} does not begin and end on half hours`);
  return from <= time && time < to;
}

function fallsOn({ kind, times }: Holiday, { date, weekday, time }: Moment): boolean {
  if (times !== null && !within(times, time)) return false;
  if ("once" in kind) return kind.once.from <= date && date <= kind.once.to;
  const two = (value: number) => String(value).padStart(2, "0");
  if ("yearly" in kind) {
    const [from, to] = [kind.yearly.from, kind.yearly.to].map(({ month, day }) => `${two(month)}-${two(day)}`) as [string, string];
    return from <= date.slice(5) && date.slice(5) <= to;
  }
  const { weekday: which, occurrence, month } = kind.conditional;
  const week = Math.ceil(Number(date.slice(8)) / 7);
  return weekday === which && MONTHS[Number(date.slice(5, 7)) - 1] === month && occurrence === `week${week}`;
}

/** Open, outside the hours, or the holiday that takes the moment. */
function state(workspace: Workspace, { days, observed_holidays, time_zone }: Schedule, at: number): "open" | "outside" | Holiday {
  const moment = wall(time_zone, at);
  const holiday = workspace.holidays.holidays.find((one) => observed_holidays.includes(one.id) && fallsOn(one, moment));
  if (holiday !== undefined) return holiday;
  const { weekdays, weekends } = days.weekdays_weekends;
  const spans = ["Sat", "Sun"].includes(moment.weekday) ? weekends : weekdays;
  return spans.some((span) => within(span, moment.time)) ? "open" : "outside";
}

/** What a plain text to a number meets while everybody is Available (D11 to D15, D21, D24 to D26). */
function answers(workspace: Workspace, number: string): (at: number) => Answer {
  const record = workspace.numbers.find((one) => one.number === number);
  const always = (outcome: string) => () => ({ outcome, key: outcome });
  if (!workspace.settings.sms_chat) return always("Dropped, SMS is off");
  if (record === undefined) return always("Dropped, not a number of yours");
  const owner = "direct" in record.role ? record.role.direct.owner : null;
  if ("normal" in record.role && record.role.normal.inbound !== null) throw new Error(`nobody counts ${number}`);
  if (owner === null) return always("Nobody answers");
  const [open, who, [level, setting]] = "agent" in owner ? ofAgent(workspace, owner.agent) : ofQueue(workspace, owner.queue);
  const by = `${JSON.stringify(owner)} ${level}`;
  return (at) => {
    const now = setting === null ? "open" : state(workspace, setting.on.schedule, at);
    if (now === "open") return { outcome: open, key: `${by} ${open} ${who}` };
    const outcome = now === "outside" ? "Deflected, outside hours" : "Deflected, holiday";
    const reply = now === "outside" ? setting?.on.message : (now.message ?? setting?.on.message);
    return { outcome, key: `${by} ${outcome} ${reply}` };
  };
}

type Ways = [open: string, recipients: string, setting: [level: string, Deflection]];

function ofAgent(workspace: Workspace, id: string): Ways {
  const agent = workspace.users.find((user) => user.id === id);
  const open = agent?.active === true ? "Offered to the agent" : "Waits, the agent is inactive";
  return [open, "", settingOf(workspace, id)];
}

function ofQueue(workspace: Workspace, id: string): Ways {
  const queue = workspace.queues.find((one) => one.id === id);
  if (queue?.after_hour !== null || queue.greeting !== null) throw new Error(`nobody counts the texts of queue ${id}`);
  const agents = reached(workspace, id);
  const open = agents.length > 0 ? "Offered to the queue" : "Waits, the queue has no agents";
  return [open, agents.join(" "), ["Global", workspace.settings.deflection]];
}

/** For each number that changes, the stretches in which it does: `from to live → draft`, no two neighbours alike. */
export function differences(before: Workspace, after: Workspace): Map<string, string[]> {
  const numbers = new Set([...before.numbers, ...after.numbers].map(({ number }) => number));
  const found = new Map<string, string[]>();
  for (const number of numbers) {
    const stretches = differencesOf(answers(before, number), answers(after, number));
    if (stretches.length > 0) found.set(number, stretches);
  }
  return found;
}

function differencesOf(before: (at: number) => Answer, after: (at: number) => Answer): string[] {
  const found: { from: number; to: number; key: string; words: string }[] = [];
  for (let at = FROM; at < TO; at = Math.min(Math.floor(at / STEP) * STEP + STEP, TO)) {
    const to = Math.min(Math.floor(at / STEP) * STEP + STEP, TO);
    const [live, draft] = [before(at), after(at)];
    if (live.key === draft.key) continue;
    const last = found.at(-1);
    const key = `${live.key} → ${draft.key}`;
    if (last?.to === at && last.key === key) last.to = to;
    else found.push({ from: at, to, key, words: `${live.outcome} → ${draft.outcome}` });
  }
  return found.map(({ from, to, words }) => `${new Date(from).toISOString()} ${new Date(to).toISOString()} ${words}`);
}
