// A year of one number, half hour by half hour, from the written hours alone: what the review is compared with.

export interface Hours {
  zone: string;
  /** Open on weekdays. */
  spans: [string, string][];
  /** `MM-DD`, `YYYY-MM-DD`, or one of the two that need a rule. */
  holidays: string[];
}

export interface Policy {
  owner: string;
  level?: string;
  reply: string;
  hours: Hours;
}

const FROM = Date.parse("2026-10-15T19:32:00Z");
const TO = Date.parse("2027-10-15T19:32:00Z");
const STEP = 30 * 60 * 1000;

function wall(zone: string): (at: number) => { date: string; weekday: string; time: string } {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return { date: `${parts["year"]}-${parts["month"]}-${parts["day"]}`, weekday: parts["weekday"]!, time: `${parts["hour"]}:${parts["minute"]}` };
  };
}

/** Whether a holiday takes the moment. */
function isHoliday(hours: Hours, { date, weekday, time }: { date: string; weekday: string; time: string }): boolean {
  const day = Number(date.slice(8));
  return hours.holidays.some((holiday) => {
    if (holiday === "thanksgiving") return date.slice(5, 7) === "11" && weekday === "Thu" && day > 21 && day <= 28;
    if (holiday === "new year's eve") return date.endsWith("-12-31") && time >= "13:00";
    return holiday.length === 10 ? date === holiday : date.endsWith(`-${holiday}`);
  });
}

/** What a text meets: everything by which two answers can be told apart. */
function answer(policy: Policy): (at: number) => string {
  const clock = wall(policy.hours.zone);
  const shared = `${policy.owner} ${policy.level}`;
  return (at) => {
    const moment = clock(at);
    if (isHoliday(policy.hours, moment)) return `${shared} holiday ${policy.reply}`;
    const isWorkday = !["Sat", "Sun"].includes(moment.weekday);
    const isOpen = isWorkday && policy.hours.spans.some(([from, to]) => from <= moment.time && moment.time < to);
    return isOpen ? `${shared} open` : `${shared} closed ${policy.reply}`;
  };
}

/** The stretches in which both differ, as `from to`; no two neighbours alike. */
export function differences(before: Policy, after: Policy): string[] {
  const [one, other] = [answer(before), answer(after)];
  const found: { from: number; to: number; key: string }[] = [];
  for (let at = FROM; at < TO; at = Math.min(Math.floor(at / STEP) * STEP + STEP, TO)) {
    const to = Math.min(Math.floor(at / STEP) * STEP + STEP, TO);
    const [live, draft] = [one(at), other(at)];
    if (live === draft) continue;
    const last = found.at(-1);
    const key = `${live} → ${draft}`;
    if (last?.to === at && last.key === key) last.to = to;
    else found.push({ from: at, to, key });
  }
  return found.map(({ from, to }) => `${new Date(from).toISOString()} ${new Date(to).toISOString()}`);
}
