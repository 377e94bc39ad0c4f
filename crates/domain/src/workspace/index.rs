//! Who points at whom, kept in step by `apply`, so that no rule has to go through all numbers or users.

use imbl::OrdSet;

use crate::deflection::Deflection;
use crate::ids::{HolidayId, Key};
use crate::number::{NumberRole, Owner, SmsNumber};
use crate::people::{Team, User, in_small_letters};
use crate::queue::{CustomHours, SmsQueue};
use crate::schedule::Schedule;

/// All links of a workspace in one sorted set, ends as plain bits: the links of one thing lie side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    links: OrdSet<Link>,
    direct: usize,
}

/// From one end to the other.
pub(super) type Link = (Relation, u128, u128);

/// What a link says, read from its first end to its second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Relation {
    /// Agent to direct number.
    AgentOwns,
    /// Queue to direct number.
    QueueOwns,
    /// To a direct number that nobody has.
    Free,
    /// Queue to the ordinary number whose texts land in it.
    Inbound,
    /// Agent to a number they may send from.
    AgentSends,
    /// Queue to a number it may send from.
    QueueSends,
    /// Fingerprint of a label to a number that carries it.
    Label,
    /// Fingerprint of an address, capitals aside, to the user.
    Email,
    /// Team to a team inside it.
    SubTeam,
    /// Team to a user in it.
    Member,
    /// To a top-level queue.
    TopQueue,
    /// Queue to a queue under it.
    SubQueue,
    /// Agent to a queue they are assigned to.
    AgentServes,
    /// Team to a queue it is assigned to.
    TeamServes,
    /// Custom hours to a queue that uses them.
    Hours,
    /// Holiday to a user one of whose schedules observes it.
    UserObserves,
    /// Holiday to a team whose schedule observes it.
    TeamObserves,
    /// Holiday to custom hours that observe it.
    HoursObserve,
}

impl Index {
    /// What the links of one thing lead to, in their order. To look for where they end as well would take as long again.
    pub(super) fn of<T: Key>(&self, relation: Relation, from: u128) -> impl Iterator<Item = T> {
        self.links
            .range((relation, from, u128::MIN)..)
            .take_while(move |link| (link.0, link.1) == (relation, from))
            .map(|&(_, _, to)| T::from_bits(to))
    }

    /// What the first link of one thing leads to: sooner found than the first of all.
    pub(super) fn first<T: Key>(&self, relation: Relation, from: u128) -> Option<T> {
        self.next(relation, from).map(|&(_, _, to)| T::from_bits(to))
    }

    /// Whether there is any such link from one thing.
    pub(super) fn has(&self, relation: Relation, from: u128) -> bool {
        self.next(relation, from).is_some()
    }

    /// The first link of one thing.
    fn next(&self, relation: Relation, from: u128) -> Option<&Link> {
        let next = self.links.get_next(&(relation, from, u128::MIN));
        next.filter(|link| (link.0, link.1) == (relation, from))
    }

    /// Whether there is any link of that sort at all.
    pub(super) fn any(&self, relation: Relation) -> bool {
        let next = self.links.get_next(&(relation, u128::MIN, u128::MIN));
        next.is_some_and(|link| link.0 == relation)
    }

    /// Takes the links of a record's old state out and those of its new state in.
    pub(super) fn replace(&mut self, old: &[Link], new: &[Link]) {
        for link in old.iter().filter(|link| !new.contains(link)) {
            self.direct -= usize::from(link.0.marks_direct());
            self.links.remove(link);
        }
        for link in new.iter().filter(|link| !old.contains(link)) {
            self.direct += usize::from(link.0.marks_direct());
            self.links.insert(*link);
        }
    }

    /// How many numbers are direct.
    pub(super) fn direct(&self) -> usize {
        self.direct
    }

    /// An index of these links; in order, which is faster than link by link.
    pub(super) fn of_links(mut links: Vec<Link>) -> Self {
        links.sort_unstable();
        Self {
            direct: links.iter().filter(|link| link.0.marks_direct()).count(),
            links: links.into_iter().collect(),
        }
    }
}

impl Relation {
    /// Every direct number has exactly one such link.
    fn marks_direct(self) -> bool {
        matches!(self, Self::AgentOwns | Self::QueueOwns | Self::Free)
    }
}

/// A record that points at others.
pub(super) trait Linked {
    /// Adds all links it makes; one may come twice.
    fn link(&self, links: &mut Vec<Link>);

    /// All links it makes.
    fn links(&self) -> Vec<Link> {
        let mut links = Vec::with_capacity(USUAL);
        self.link(&mut links);
        links
    }
}

/// As many links as most records make at the most.
const USUAL: usize = 4;

impl Linked for SmsNumber {
    fn link(&self, links: &mut Vec<Link>) {
        let to = self.number.bits();
        links.push((Relation::Label, fingerprint(self.label.as_str()), to));
        match &self.role {
            NumberRole::Direct { owner: None } => links.push((Relation::Free, 0, to)),
            NumberRole::Direct { owner: Some(owner) } => {
                let (relation, from) = owns(*owner);
                links.push((relation, from, to));
            }
            NumberRole::Normal {
                inbound, outbound, ..
            } => {
                links.extend(inbound.map(|queue| (Relation::Inbound, queue.bits(), to)));
                links.extend(outbound.iter().map(|target| {
                    let (relation, from) = sends(*target);
                    (relation, from, to)
                }));
            }
        }
    }
}

impl Linked for User {
    fn link(&self, links: &mut Vec<Link>) {
        let to = self.id.bits();
        links.push((Relation::Email, email_fingerprint(&self.email), to));
        links.extend(self.teams.iter().map(|team| (Relation::Member, team.bits(), to)));
        let settings = [self.deflection.as_ref(), self.own_deflection.as_ref()];
        let observed = settings.into_iter().flat_map(observed_by);
        links.extend(observed.map(|holiday| (Relation::UserObserves, holiday.bits(), to)));
    }
}

impl Linked for Team {
    fn link(&self, links: &mut Vec<Link>) {
        let to = self.id.bits();
        let parent = self.parent.map(|parent| (Relation::SubTeam, parent.bits(), to));
        let observed = observed_by(self.deflection.as_ref());
        let observed = observed.map(|holiday| (Relation::TeamObserves, holiday.bits(), to));
        links.extend(parent.into_iter().chain(observed));
    }
}

impl Linked for SmsQueue {
    fn link(&self, links: &mut Vec<Link>) {
        let to = self.id.bits();
        links.push(self.parent.map_or((Relation::TopQueue, 0, to), |parent| {
            (Relation::SubQueue, parent.bits(), to)
        }));
        links.extend(
            self.agents
                .iter()
                .map(|agent| (Relation::AgentServes, agent.bits(), to)),
        );
        links.extend(
            self.teams
                .iter()
                .map(|team| (Relation::TeamServes, team.bits(), to)),
        );
        links.extend(self.hours.map(|hours| (Relation::Hours, hours.bits(), to)));
    }
}

impl Linked for CustomHours {
    fn link(&self, links: &mut Vec<Link>) {
        let observed = self.schedule.observed().iter();
        links.extend(observed.map(|holiday| (Relation::HoursObserve, holiday.bits(), self.id.bits())));
    }
}

/// The relation of an owner to its direct numbers, and its end.
pub(super) fn owns(owner: Owner) -> (Relation, u128) {
    match owner {
        Owner::Agent(id) => (Relation::AgentOwns, id.bits()),
        Owner::Queue(id) => (Relation::QueueOwns, id.bits()),
    }
}

/// The relation of someone to the numbers they may send from, and its end.
pub(super) fn sends(target: Owner) -> (Relation, u128) {
    match target {
        Owner::Agent(id) => (Relation::AgentSends, id.bits()),
        Owner::Queue(id) => (Relation::QueueSends, id.bits()),
    }
}

/// Holidays in the schedule of a setting, whether it is switched on or kept for later.
fn observed_by(setting: Option<&Deflection>) -> impl Iterator<Item = HolidayId> {
    let schedule = setting.and_then(Deflection::kept).map(|reply| &reply.schedule);
    schedule.into_iter().flat_map(Schedule::observed).copied()
}

/// FNV-1a over 128 bits. Texts of one fingerprint are compared in full where it matters, so a clash costs a look.
pub(super) fn fingerprint(text: &str) -> u128 {
    text.bytes()
        .fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, |hash, byte| {
            (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
        })
}

/// The fingerprint of an address, capitals aside.
fn email_fingerprint(email: &str) -> u128 {
    fingerprint(&in_small_letters(email))
}
