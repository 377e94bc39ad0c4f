//! What follows from the records together: owners, trees, members, what is in force.

use std::collections::HashSet;
use std::sync::Arc;

use super::Workspace;
use super::index::{Relation, fingerprint, owns, sends};
use crate::deflection::Deflection;
use crate::ids::{HolidayId, HoursId, Key, QueueId, TeamId, UserId};
use crate::intent::Intent;
use crate::message::MessageText;
use crate::number::{Label, Owner, SmsNumber};
use crate::people::{Team, User, in_small_letters};
use crate::phone::PhoneNumber;
use crate::queue::SmsQueue;
use crate::schedule::Schedule;
use crate::zone::Zone;

/// Who observes a holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Observer {
    /// The general hours.
    GeneralHours,
    /// The global deflection.
    GlobalDeflection,
    /// Custom hours.
    Hours(HoursId),
    /// The deflection of a team.
    Team(TeamId),
    /// The deflection of a user.
    User(UserId),
}

impl Workspace {
    /// The global deflection setting, if it was ever saved.
    pub fn global_deflection(&self) -> Option<&Deflection> {
        self.settings.deflection.as_ref()
    }

    /// A number as it is written; its digits alone where it is not in the list.
    pub fn printed(&self, number: PhoneNumber) -> String {
        self.number(number)
            .map_or_else(|| number.to_string(), |record| record.printed())
    }

    /// The direct numbers of an agent or queue, in the order of their digits (R27).
    pub fn numbers_of(&self, owner: Owner) -> impl Iterator<Item = &Arc<SmsNumber>> {
        let (relation, from) = owns(owner);
        self.numbers_linked(relation, from)
    }

    /// The digits alone of the direct numbers of an agent or queue.
    pub(crate) fn owned_by(&self, owner: Owner) -> impl Iterator<Item = PhoneNumber> {
        let (relation, from) = owns(owner);
        self.index.of(relation, from)
    }

    /// Direct numbers that nobody has: what the lists of **+ Assign number** offer (R31).
    pub fn free_numbers(&self) -> impl Iterator<Item = &Arc<SmsNumber>> {
        self.numbers_linked(Relation::Free, 0)
    }

    /// Ordinary numbers whose texts land in a queue (R36).
    pub fn inbound_of(&self, queue: QueueId) -> impl Iterator<Item = &Arc<SmsNumber>> {
        self.numbers_linked(Relation::Inbound, queue.bits())
    }

    /// Ordinary numbers that an agent or queue may send from (specification 2.4).
    pub fn outbound_of(&self, target: Owner) -> impl Iterator<Item = &Arc<SmsNumber>> {
        let (relation, from) = sends(target);
        self.numbers_linked(relation, from)
    }

    /// Numbers that carry a label.
    pub fn numbers_labelled(&self, label: &Label) -> impl Iterator<Item = &Arc<SmsNumber>> {
        self.numbers_linked(Relation::Label, fingerprint(label.as_str()))
            .filter(move |number| number.label == *label)
    }

    /// How many numbers are direct.
    pub fn direct_numbers(&self) -> usize {
        self.index.direct()
    }

    /// Whether the direct settings can be configured: some direct number is assigned (R43, A8).
    pub fn has_assigned_number(&self) -> bool {
        self.index.any(Relation::AgentOwns) || self.index.any(Relation::QueueOwns)
    }

    /// The user with that address, whatever its capitals.
    pub fn user_by_email(&self, email: &str) -> Option<&Arc<User>> {
        let same = in_small_letters(email);
        let print = fingerprint(&same);
        let is_same = |user: &&Arc<User>| in_small_letters(&user.email) == same;
        let first = self.user(self.index.first(Relation::Email, print)?);
        // Another address of the same fingerprint may come before it.
        let all = || {
            self.index
                .of(Relation::Email, print)
                .filter_map(|id| self.user(id))
        };
        first.filter(is_same).or_else(|| all().find(is_same))
    }

    /// The team, then the team around it, and so on outwards.
    pub fn ancestry(&self, team: TeamId) -> impl Iterator<Item = &Arc<Team>> {
        std::iter::successors(self.team(team), |team| {
            team.parent.and_then(|parent| self.team(parent))
        })
    }

    /// Teams directly inside a team.
    pub fn sub_teams(&self, team: TeamId) -> impl Iterator<Item = &Arc<Team>> {
        self.index
            .of(Relation::SubTeam, team.bits())
            .filter_map(|id| self.team(id))
    }

    /// Direct members of a team.
    pub fn members(&self, team: TeamId) -> impl Iterator<Item = &Arc<User>> {
        self.index
            .of(Relation::Member, team.bits())
            .filter_map(|id| self.user(id))
    }

    /// The team and all teams inside it, at any depth.
    pub fn team_with_sub_teams(&self, team: TeamId) -> Vec<TeamId> {
        self.with_all_inside(Relation::SubTeam, team)
    }

    /// Whether a queue has no queues under it (R28).
    pub fn is_leaf(&self, queue: QueueId) -> bool {
        !self.index.has(Relation::SubQueue, queue.bits())
    }

    /// The queues under a queue, or the top-level queues, in the order of the menu.
    pub fn queues_under(&self, parent: Option<QueueId>) -> Vec<&Arc<SmsQueue>> {
        let (relation, from) = parent.map_or((Relation::TopQueue, 0), |parent| {
            (Relation::SubQueue, parent.bits())
        });
        let mut found: Vec<_> = self
            .index
            .of(relation, from)
            .filter_map(|id| self.queue(id))
            .collect();
        found.sort_by_key(|queue| (queue.position, queue.id));
        found
    }

    /// The queues under a queue, in the order of the menu, without one of them.
    pub(super) fn queues_beside(&self, queue: QueueId, parent: Option<QueueId>) -> Vec<QueueId> {
        let under = self.queues_under(parent).into_iter();
        under
            .map(|other| other.id)
            .filter(|other| *other != queue)
            .collect()
    }

    /// What puts a queue at a place under another, counted without the queue itself; none puts it last. It names the
    /// queue right before that place, so that it means the same when others come and go.
    pub fn moving(&self, queue: QueueId, parent: Option<QueueId>, position: Option<u32>) -> Intent {
        let before = position.and_then(|position| usize::try_from(position.checked_sub(1)?).ok());
        Intent::MoveQueue {
            queue,
            parent,
            position,
            after: before.and_then(|before| self.queues_beside(queue, parent).get(before).copied()),
        }
    }

    /// The queue, then the queue above it, and so on to the top.
    pub fn queue_ancestry(&self, queue: QueueId) -> impl Iterator<Item = &Arc<SmsQueue>> {
        std::iter::successors(self.queue(queue), |queue| {
            queue.parent.and_then(|parent| self.queue(parent))
        })
    }

    /// The hours of a queue: its custom hours, else the general ones (specification 5.5).
    pub fn hours_of(&self, queue: &SmsQueue) -> &Schedule {
        queue
            .hours
            .and_then(|id| self.hours.get(&id))
            .map_or(&self.settings.hours, |hours| &hours.schedule)
    }

    /// The queues that use custom hours.
    pub fn queues_with_hours(&self, hours: HoursId) -> impl Iterator<Item = &Arc<SmsQueue>> {
        self.index
            .of(Relation::Hours, hours.bits())
            .filter_map(|id| self.queue(id))
    }

    /// The zones of all hours there are, each once: of the company, of custom hours and of what any level has set.
    pub fn zones(&self) -> HashSet<Zone> {
        let kept = |setting: &Option<Deflection>| setting.as_ref()?.kept().map(|reply| reply.schedule.zone());
        let teams = self.teams().filter_map(|team| kept(&team.deflection));
        let users = self
            .users()
            .flat_map(|user| [kept(&user.deflection), kept(&user.own_deflection)])
            .flatten();
        let global = self.global_deflection().and_then(Deflection::kept);
        let custom = self.all_custom_hours().map(|hours| hours.schedule.zone());
        [self.settings.hours.zone()]
            .into_iter()
            .chain(global.map(|reply| reply.schedule.zone()))
            .chain(custom)
            .chain(teams)
            .chain(users)
            .collect()
    }

    /// Who observes a holiday, as people say it; what its deletion takes it out of (specification 5.2).
    pub fn observers(&self, holiday: HolidayId) -> Vec<String> {
        let name = |observer| match observer {
            Observer::GeneralHours => Some("the general hours".to_owned()),
            Observer::GlobalDeflection => Some("the global deflection".to_owned()),
            Observer::Hours(id) => self
                .hours
                .get(&id)
                .map(|hours| format!("custom hours {}", hours.name)),
            Observer::Team(id) => self.team(id).map(|team| format!("team {}", team.name)),
            Observer::User(id) => self.user(id).map(|user| user.name()),
        };
        self.observed_by(holiday).filter_map(name).collect()
    }

    /// The same, whatever they are called.
    pub(crate) fn observed_by(&self, holiday: HolidayId) -> impl Iterator<Item = Observer> {
        let bits = holiday.bits();
        let hours = self.index.of(Relation::HoursObserve, bits).map(Observer::Hours);
        let teams = self.index.of(Relation::TeamObserves, bits).map(Observer::Team);
        let users = self.index.of(Relation::UserObserves, bits).map(Observer::User);
        let company = self.company_observers(holiday);
        company.chain(hours).chain(teams).chain(users)
    }

    /// How many of them there are.
    pub fn observer_count(&self, holiday: HolidayId) -> usize {
        let linked = [
            Relation::HoursObserve,
            Relation::TeamObserves,
            Relation::UserObserves,
        ];
        let linked = linked.map(|relation| self.index.of::<HoursId>(relation, holiday.bits()).count());
        self.company_observers(holiday).count() + linked.iter().sum::<usize>()
    }

    fn company_observers(&self, holiday: HolidayId) -> impl Iterator<Item = Observer> + use<> {
        let observes = |schedule: &Schedule| schedule.observed().contains(&holiday);
        let general = observes(&self.settings.hours);
        let kept = self.global_deflection().and_then(Deflection::kept);
        let global = kept.is_some_and(|reply| observes(&reply.schedule));
        let general = general.then_some(Observer::GeneralHours);
        let global = global.then_some(Observer::GlobalDeflection);
        general.into_iter().chain(global)
    }

    /// The queues an agent is assigned to by name.
    pub fn queues_of_agent(&self, agent: UserId) -> impl Iterator<Item = &Arc<SmsQueue>> {
        self.index
            .of(Relation::AgentServes, agent.bits())
            .filter_map(|id| self.queue(id))
    }

    /// The queues a team is assigned to, without those of the teams around it.
    pub fn queues_of_team(&self, team: TeamId) -> impl Iterator<Item = &Arc<SmsQueue>> {
        self.index
            .of(Relation::TeamServes, team.bits())
            .filter_map(|id| self.queue(id))
    }

    /// The queue and all queues under it, at any depth.
    pub fn queue_with_those_under(&self, queue: QueueId) -> Vec<QueueId> {
        self.with_all_inside(Relation::SubQueue, queue)
    }

    /// The text a queue sends while closed: its own, else that of the nearest queue above which has one; none
    /// when that one is switched off (specification 2.5).
    pub fn after_hour_message(&self, queue: QueueId) -> Option<&MessageText> {
        self.queue_ancestry(queue)
            .find_map(|queue| queue.after_hour.as_ref())
            .and_then(|setting| setting.message())
    }

    /// The first text of a queue: its own, else that of the nearest queue above which has one.
    pub fn greeting(&self, queue: QueueId) -> Option<&MessageText> {
        self.queue_ancestry(queue)
            .find_map(|queue| queue.greeting.as_ref())
    }

    /// Agents who get the texts of a queue: its own, and those of its teams and their sub-teams (R42, R72).
    pub fn agents_of(&self, queue: &SmsQueue) -> Vec<&Arc<User>> {
        let teams = queue
            .teams
            .iter()
            .flat_map(|&team| self.team_with_sub_teams(team));
        let through_teams = teams.flat_map(|team| self.members(team)).map(|user| user.id);
        let mut reached: Vec<_> = queue.agents.iter().copied().chain(through_teams).collect();
        reached.sort_unstable();
        reached.dedup();
        reached
            .into_iter()
            .filter_map(|id| self.user(id))
            .filter(|user| user.is_agent())
            .collect()
    }

    /// The leaf queue that belongs to this agent alone (R71, A21).
    pub fn personal_queue(&self, agent: UserId) -> Option<&Arc<SmsQueue>> {
        self.queues_of_agent(agent).find(|queue| self.is_personal(queue))
    }

    fn is_personal(&self, queue: &SmsQueue) -> bool {
        queue.teams.is_empty() && queue.agents.len() == 1 && self.is_leaf(queue.id)
    }

    /// All agents who have a personal queue.
    pub(crate) fn agents_with_personal_queue(&self) -> impl Iterator<Item = UserId> {
        let personal = self.queues().filter(|queue| self.is_personal(queue));
        personal.flat_map(|queue| queue.agents.iter().copied())
    }

    /// Whether some leaf queue belongs to this agent alone (R71, A21).
    pub fn has_personal_queue(&self, agent: UserId) -> bool {
        self.personal_queue(agent).is_some()
    }

    /// The name of an owner, as people say it: `agent Ana Ruiz`, `queue Billing`.
    pub fn owner_name(&self, owner: Owner) -> String {
        match owner {
            Owner::Agent(id) => {
                let name = self
                    .user(id)
                    .map_or_else(|| "(deleted)".to_owned(), |user| user.name());
                format!("agent {name}")
            }
            Owner::Queue(id) => format!(
                "queue {}",
                self.queue(id).map_or("(deleted)", |queue| &queue.name)
            ),
        }
    }

    fn with_all_inside<T: Key>(&self, relation: Relation, from: T) -> Vec<T> {
        let mut found = vec![from];
        let mut next = 0;
        while let Some(at) = found.get(next).copied() {
            found.extend(self.index.of::<T>(relation, at.bits()));
            next += 1;
        }
        found
    }

    fn numbers_linked(&self, relation: Relation, from: u128) -> impl Iterator<Item = &Arc<SmsNumber>> {
        self.index
            .of::<PhoneNumber>(relation, from)
            .filter_map(|number| self.number(number))
    }
}
