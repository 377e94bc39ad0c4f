//! Going through numbers, users, teams, queues and holidays, in steps.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};

use super::{Example, Finding, FindingKind, TextOf};
use crate::deflection::{Level, effective};
use crate::ids::{HolidayId, QueueId, TeamId, UserId};
use crate::impact::change::Theme;
use crate::impact::comparison::Comparison;
use crate::impact::content::Memo;
use crate::impact::horizon::Horizon;
use crate::impact::policy::Policy;
use crate::impact::run::Progress;
use crate::intent::Intent;
use crate::number::Owner;
use crate::phone::PhoneNumber;
use crate::routing::Outcome;
use crate::schedule::Schedule;
use crate::workspace::Workspace;

/// Findings being gathered; dropping it cancels.
#[derive(Debug)]
pub struct FindingsRun {
    pub(super) workspace: Workspace,
    pub(super) horizon: Horizon,
    memo: Memo,
    /// By the hash of a schedule: whether it has an open minute.
    opens: HashMap<u128, bool>,
    /// Teams whose setting reaches an agent, with a number of such an agent where there is one.
    reaching: BTreeMap<TeamId, Option<PhoneNumber>>,
    work: Vec<Item>,
    done: usize,
    found: Vec<Finding>,
}

/// One thing to look at. Users come before teams, since they tell which settings reach anyone.
#[derive(Clone, Copy, Debug)]
enum Item {
    Number(PhoneNumber),
    User(UserId),
    Team(TeamId),
    Queue(QueueId),
    Holiday(HolidayId),
    Global,
}

impl FindingsRun {
    /// Nothing is looked at yet.
    pub fn new(workspace: &Workspace, horizon: Horizon) -> Self {
        let numbers = workspace.numbers().map(|number| Item::Number(number.number));
        let users = workspace.users().map(|user| Item::User(user.id));
        let teams = workspace.teams().map(|team| Item::Team(team.id));
        let queues = workspace.queues().map(|queue| Item::Queue(queue.id));
        let holidays = workspace
            .holidays()
            .holidays()
            .map(|holiday| Item::Holiday(holiday.id));
        let work = numbers.chain(users).chain(teams).chain(queues).chain(holidays);
        Self {
            work: work.chain([Item::Global]).collect(),
            memo: Memo::new(workspace, horizon),
            workspace: workspace.clone(),
            horizon,
            opens: HashMap::new(),
            reaching: BTreeMap::new(),
            done: 0,
            found: Vec::new(),
        }
    }

    /// Looks at the next records, at most that many.
    pub fn step(&mut self, records: usize) -> Progress {
        let to = self.done.saturating_add(records).min(self.work.len());
        for place in self.done..to {
            match self.work.get(place) {
                Some(&Item::Number(number)) => self.number(number),
                Some(&Item::User(user)) => self.user(user),
                Some(&Item::Team(team)) => self.team(team),
                Some(&Item::Queue(queue)) => self.queue(queue),
                Some(&Item::Holiday(holiday)) => self.holiday(holiday),
                Some(Item::Global) => self.global(),
                None => {}
            }
        }
        self.done = to;
        Progress {
            done: self.done,
            total: self.work.len(),
        }
    }

    /// Whether every record was looked at.
    pub fn is_done(&self) -> bool {
        self.done == self.work.len()
    }

    /// Does what is left, all at once.
    pub fn finish(mut self) -> Vec<Finding> {
        self.step(usize::MAX);
        self.found.sort_by_key(|finding| finding.kind);
        self.found
    }

    pub(super) fn add(&mut self, kind: FindingKind, example: Option<(PhoneNumber, DateTime<Utc>)>) {
        let example = example.map(|(number, at)| Example { number, at });
        self.found.push(Finding { kind, example });
    }

    fn number(&mut self, number: PhoneNumber) {
        let workspace = self.workspace.clone();
        let policy = Policy::of(&workspace, number);
        let kind = match (policy.standing.open.outcome, policy.standing.owner) {
            (Outcome::DroppedDirectUnassigned, _) => FindingKind::NoOwner { number },
            (Outcome::WaitingAgentMissing, Some(Owner::Agent(user))) => {
                FindingKind::AgentMissing { number, user }
            }
            (Outcome::WaitingQueueNoAgents, Some(Owner::Queue(queue))) => {
                FindingKind::QueueWithoutAgents { number, queue }
            }
            _ => match &policy.standing.hours {
                Some(hours) if !self.opens(hours.schedule) => FindingKind::NeverOpen { number },
                _ => return,
            },
        };
        // Outside the hours the text would be deflected, and show nothing of an owner who is missing.
        let open = policy.standing.hours.as_ref().and_then(|hours| {
            hours
                .schedule
                .next_open(workspace.holidays(), self.horizon.from())
        });
        let open = open.filter(|at| *at < self.horizon.to());
        self.add(kind, Some((number, open.unwrap_or(self.horizon.from()))));
    }

    fn opens(&mut self, schedule: &Schedule) -> bool {
        let content = self.memo.schedule(schedule, self.workspace.holidays());
        if let Some(&known) = self.opens.get(&content) {
            return known;
        }
        let mut breaks = Vec::new();
        self.memo.almanac.breaks(schedule, &mut breaks);
        let opens = breaks.iter().any(|&(_, state)| state == 0);
        self.opens.insert(content, opens);
        opens
    }

    fn user(&mut self, id: UserId) {
        let workspace = self.workspace.clone();
        let Some(user) = workspace.user(id) else {
            return;
        };
        let number = workspace
            .numbers_of(Owner::Agent(id))
            .next()
            .map(|number| number.number);
        let applies = effective(&workspace, id);
        if let Level::Team(team) = applies.level
            && user.is_agent()
        {
            let reached = self.reaching.entry(team).or_insert(None);
            *reached = reached.or(number);
        }
        if let Some(number) = number
            && !workspace.has_personal_queue(id)
        {
            self.add(
                FindingKind::NoPersonalQueue { user: id },
                Some((number, self.horizon.from())),
            );
        }
        let without = match applies.level {
            Level::User(_) => Intent::SetUserDeflection {
                user: id,
                deflection: None,
            },
            Level::Agent(_) => Intent::SetAgentPermission {
                user: id,
                allowed: false,
            },
            Level::Global | Level::Team(_) => return,
        };
        if let Some(reply) = applies.reply() {
            self.text(TextOf::Deflection(applies.level), reply, number);
        }
        self.override_of(applies.level, number, &without);
    }

    fn team(&mut self, id: TeamId) {
        let workspace = self.workspace.clone();
        let Some(setting) = workspace.team(id).and_then(|team| team.deflection.as_ref()) else {
            return;
        };
        let Some(&number) = self.reaching.get(&id) else {
            return self.add(FindingKind::UnusedTeamSetting { team: id }, None);
        };
        if let Some(reply) = setting.reply() {
            self.text(TextOf::Deflection(Level::Team(id)), reply, number);
        }
        let without = Intent::SetTeamDeflection {
            team: id,
            deflection: None,
        };
        self.override_of(Level::Team(id), number, &without);
    }

    /// Whether a number does just the same without the setting.
    fn override_of(&mut self, level: Level, number: Option<PhoneNumber>, without: &Intent) {
        let Some(number) = number else {
            return;
        };
        let mut bare = self.workspace.clone();
        if bare.apply(without).is_err() {
            return;
        }
        let entry =
            Comparison::new(&self.workspace, &bare, self.horizon).compare(&self.workspace, &bare, number);
        if entry.is_none_or(|entry| entry.change.theme == Theme::Level) {
            self.add(
                FindingKind::IdleOverride { level },
                Some((number, self.horizon.from())),
            );
        }
    }

    fn queue(&mut self, id: QueueId) {
        let workspace = self.workspace.clone();
        let Some(queue) = workspace.queue(id) else {
            return;
        };
        let number = workspace
            .numbers_of(Owner::Queue(id))
            .next()
            .map(|number| number.number);
        let hours = workspace.hours_of(queue);
        if let Some(message) = workspace.after_hour_message(id) {
            // An inherited text is the business of the queue that has it.
            let own = queue.after_hour.is_some();
            if own || number.is_some() {
                self.message(TextOf::Queue(id), message.as_str(), own, hours, number);
            }
        } else if workspace
            .global_deflection()
            .is_none_or(|global| global.reply().is_none())
            && let Some(number) = number
        {
            let spans = hours.timeline(workspace.holidays(), self.horizon.from(), self.horizon.to());
            let closed = spans
                .iter()
                .find(|span| span.state != crate::schedule::State::Open);
            if let Some(closed) = closed {
                self.add(
                    FindingKind::SilentQueue { queue: id },
                    Some((number, closed.from)),
                );
            }
        }
    }
}
