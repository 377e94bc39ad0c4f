// The files that the page exports, and what a draft's file makes of a workspace: carried out by hand, without the engine.

type Span = [string, string];
type Id = string;

export interface Schedule {
  days: { weekdays_weekends: { weekdays: Span[]; weekends: Span[] } };
  observed_holidays: Id[];
  time_zone: string;
}
export type Deflection = { on: { message: string; schedule: Schedule } } | null;
type Owner = { agent: Id } | { queue: Id } | null;
type Role = { direct: { owner: Owner } } | { normal: { inbound: Id | null } };
interface MonthDay {
  month: number;
  day: number;
}
export interface Holiday {
  id: Id;
  kind: { yearly: { from: MonthDay; to: MonthDay } } | { conditional: { weekday: string; occurrence: string; month: string } } | { once: { from: string; to: string } };
  times: Span | null;
  message: string | null;
}
interface User {
  id: Id;
  active: boolean;
  roles: string[];
  teams: Id[];
  deflection: Deflection;
  own_deflection: Deflection;
}
interface Queue {
  id: Id;
  name: string;
  agents: Id[];
  teams: Id[];
  after_hour: unknown;
  greeting: unknown;
}
export interface Workspace {
  settings: { sms_chat: boolean; deflection: Deflection };
  numbers: { number: string; role: Role }[];
  users: User[];
  teams: { id: Id; parent: Id | null; deflection: Deflection }[];
  queues: Queue[];
  holidays: { folders: object[]; holidays: Holiday[] };
}

type Change =
  | { add_holiday: { holiday: Holiday } }
  | { set_global_deflection: { deflection: Deflection } }
  | { set_team_deflection: { team: Id; deflection: Deflection } }
  | { set_user_deflection: { user: Id; deflection: Deflection } }
  | { unassign: { number: string } }
  | { assign: { number: string; owner: Owner } };
export interface DraftFile {
  name: string;
  base: { revision: number };
  intents: Change[];
}

function found<T>(list: T[], is: (one: T) => boolean, what: string): T {
  const one = list.find(is);
  if (one === undefined) throw new Error(`the file has no ${what}`);
  return one;
}

/** The head with the draft's changes. */
export function carriedOut(head: Workspace, draft: DraftFile): Workspace {
  const after = structuredClone(head);
  const give = (number: string, owner: Owner) => {
    found(after.numbers, (one) => one.number === number, number).role = { direct: { owner } };
  };
  for (const change of draft.intents) {
    if ("add_holiday" in change) after.holidays.holidays.push(change.add_holiday.holiday);
    else if ("set_global_deflection" in change) after.settings.deflection = change.set_global_deflection.deflection;
    else if ("set_team_deflection" in change) {
      const { team, deflection } = change.set_team_deflection;
      found(after.teams, (one) => one.id === team, team).deflection = deflection;
    } else if ("set_user_deflection" in change) {
      const { user, deflection } = change.set_user_deflection;
      found(after.users, (one) => one.id === user, user).deflection = deflection;
    } else if ("unassign" in change) give(change.unassign.number, null);
    else if ("assign" in change) give(change.assign.number, change.assign.owner);
    else throw new Error(`nobody wrote by hand what this does: ${JSON.stringify(change)}`);
  }
  return after;
}

/** The agents that a queue reaches through its agents, its teams and the teams under them (R72). */
export function reached(workspace: Workspace, id: Id): Id[] {
  const queue = found(workspace.queues, (one) => one.id === id, id);
  const teams = new Set(queue.teams);
  for (const { id: team, parent } of [...workspace.teams, ...workspace.teams]) if (parent !== null && teams.has(parent)) teams.add(team);
  const is = (user: User) => queue.agents.includes(user.id) || user.teams.some((team) => teams.has(team));
  return workspace.users.filter((user) => user.active && user.roles.includes("Agent") && is(user)).map((user) => user.id);
}

/** The agent's setting, the nearest team's or the global one, with whose it is (R50, R54, R58). */
export function settingOf(workspace: Workspace, agent: Id): [string, Deflection] {
  const user = found(workspace.users, (one) => one.id === agent, agent);
  if (user.own_deflection !== null || user.teams.length > 1) throw new Error(`nobody wrote by hand what applies to ${agent}`);
  if (user.deflection !== null) return ["User", user.deflection];
  let team = workspace.teams.find((one) => one.id === user.teams[0]);
  while (team !== undefined) {
    if (team.deflection !== null) return [`Team ${team.id}`, team.deflection];
    const around = team.parent;
    team = workspace.teams.find((one) => one.id === around);
  }
  return ["Global", workspace.settings.deflection];
}
