//! The whole configuration, held in memory; clones share their structure.

mod apply;
mod check;

use std::sync::Arc;

use imbl::{OrdMap, OrdSet};
use serde::{Deserialize, Serialize};

use crate::deflection::Deflection;
use crate::ids::{QueueId, TeamId, UserId};
use crate::number::{Owner, SmsNumber};
use crate::people::{Team, User};
use crate::phone::PhoneNumber;
use crate::queue::SmsQueue;
use crate::schedule::{HolidayBook, Schedule};
use crate::zone::Zone;

pub use check::Unsound;

/// Every number, user, team, queue and setting.
///
/// Changes go through [`Workspace::apply`] alone, which keeps the index in step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Plain", into = "Plain")]
pub struct Workspace {
    settings: Settings,
    numbers: OrdMap<PhoneNumber, Arc<SmsNumber>>,
    users: OrdMap<UserId, Arc<User>>,
    teams: OrdMap<TeamId, Arc<Team>>,
    queues: OrdMap<QueueId, Arc<SmsQueue>>,
    holidays: HolidayBook,
    blocklist: OrdSet<PhoneNumber>,
    // INVARIANT: exactly the owners the numbers name.
    owned: OrdMap<Owner, OrdSet<PhoneNumber>>,
}

/// Settings of the instance as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The company's name, shown in the frame.
    pub company: String,
    /// **Use SMS Chat** (R1).
    pub sms_chat: bool,
    /// **Global SMS after-hours deflection**; none until first saved (S124).
    pub deflection: Option<Deflection>,
    /// **Missed Chat Threshold** and **Unresponsive Threshold** (R46).
    pub thresholds: Thresholds,
    /// General hours of operation: for queues without their own (specification 5.5).
    pub hours: Schedule,
}

/// How many offers in a row may go wrong before the agent's status changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thresholds {
    /// Missed offers; 1 to 99.
    pub missed_chat: u8,
    /// Offers without acknowledgement; 1 to 99.
    pub unresponsive: u8,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            missed_chat: 2,
            unresponsive: 2,
        }
    }
}

/// The stored form: lists, without the index.
#[derive(Serialize, Deserialize)]
struct Plain {
    settings: Settings,
    numbers: Vec<Arc<SmsNumber>>,
    users: Vec<Arc<User>>,
    teams: Vec<Arc<Team>>,
    queues: Vec<Arc<SmsQueue>>,
    holidays: HolidayBook,
    blocklist: Vec<PhoneNumber>,
}

impl From<Workspace> for Plain {
    fn from(workspace: Workspace) -> Self {
        Self {
            settings: workspace.settings,
            numbers: workspace.numbers.values().cloned().collect(),
            users: workspace.users.values().cloned().collect(),
            teams: workspace.teams.values().cloned().collect(),
            queues: workspace.queues.values().cloned().collect(),
            holidays: workspace.holidays,
            blocklist: workspace.blocklist.into_iter().collect(),
        }
    }
}

impl Workspace {
    /// A new company without numbers, SMS switched off, open round the clock.
    pub fn empty(company: &str, zone: Zone) -> Self {
        Self {
            settings: Settings {
                company: company.to_owned(),
                sms_chat: false,
                deflection: None,
                thresholds: Thresholds::default(),
                hours: Schedule::always(zone),
            },
            numbers: OrdMap::new(),
            users: OrdMap::new(),
            teams: OrdMap::new(),
            queues: OrdMap::new(),
            holidays: HolidayBook::default(),
            blocklist: OrdSet::new(),
            owned: OrdMap::new(),
        }
    }

    /// Settings of the instance.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The global deflection setting, if it was ever saved.
    pub fn global_deflection(&self) -> Option<&Deflection> {
        self.settings.deflection.as_ref()
    }

    /// Holidays and their folders.
    pub fn holidays(&self) -> &HolidayBook {
        &self.holidays
    }

    /// One number of the inventory.
    pub fn number(&self, number: PhoneNumber) -> Option<&Arc<SmsNumber>> {
        self.numbers.get(&number)
    }

    /// The inventory, in the order of its digits.
    pub fn numbers(&self) -> impl ExactSizeIterator<Item = &Arc<SmsNumber>> {
        self.numbers.values()
    }

    /// One user.
    pub fn user(&self, id: UserId) -> Option<&Arc<User>> {
        self.users.get(&id)
    }

    /// All users, oldest first.
    pub fn users(&self) -> impl ExactSizeIterator<Item = &Arc<User>> {
        self.users.values()
    }

    /// One team.
    pub fn team(&self, id: TeamId) -> Option<&Arc<Team>> {
        self.teams.get(&id)
    }

    /// All teams, oldest first.
    pub fn teams(&self) -> impl ExactSizeIterator<Item = &Arc<Team>> {
        self.teams.values()
    }

    /// The team, then the team around it, and so on outwards.
    pub fn ancestry(&self, team: TeamId) -> impl Iterator<Item = &Arc<Team>> {
        std::iter::successors(self.team(team), |team| {
            team.parent.and_then(|parent| self.team(parent))
        })
    }

    /// One queue.
    pub fn queue(&self, id: QueueId) -> Option<&Arc<SmsQueue>> {
        self.queues.get(&id)
    }

    /// All queues, oldest first.
    pub fn queues(&self) -> impl ExactSizeIterator<Item = &Arc<SmsQueue>> {
        self.queues.values()
    }

    /// Whether a queue has no queues under it (R28).
    pub fn is_leaf(&self, queue: QueueId) -> bool {
        self.queues.values().all(|other| other.parent != Some(queue))
    }

    /// The direct numbers of an agent or queue, in the order of their digits (R27).
    pub fn numbers_of(&self, owner: Owner) -> impl Iterator<Item = &Arc<SmsNumber>> {
        let numbers = self.owned.get(&owner);
        numbers
            .into_iter()
            .flatten()
            .filter_map(|number| self.number(*number))
    }

    /// Direct numbers that nobody has: what the lists of **+ Assign number** offer (R31).
    pub fn free_numbers(&self) -> impl Iterator<Item = &Arc<SmsNumber>> {
        self.numbers
            .values()
            .filter(|number| number.is_direct() && number.owner().is_none())
    }

    /// Whether the direct settings can be configured: some direct number is assigned (R43, A8).
    pub fn has_assigned_number(&self) -> bool {
        !self.owned.is_empty()
    }

    /// Whether texts from this number are not handled (R74).
    pub fn is_blocked(&self, sender: PhoneNumber) -> bool {
        self.blocklist.contains(&sender)
    }

    /// Agents who get the texts of a queue: its own, and those of its teams and their sub-teams (R42, R72).
    pub fn agents_of(&self, queue: &SmsQueue) -> Vec<&Arc<User>> {
        let reached = |user: &User| {
            queue.agents.contains(&user.id)
                || user
                    .teams
                    .iter()
                    .any(|&team| self.ancestry(team).any(|team| queue.teams.contains(&team.id)))
        };
        self.users
            .values()
            .filter(|user| user.is_agent() && reached(user))
            .collect()
    }

    /// Whether some leaf queue belongs to this agent alone (R71, A21).
    pub fn has_personal_queue(&self, agent: UserId) -> bool {
        self.queues.values().any(|queue| {
            queue.teams.is_empty()
                && queue.agents.len() == 1
                && queue.agents.contains(&agent)
                && self.is_leaf(queue.id)
        })
    }

    /// The name of an owner, as people say it: `agent Ana Ruiz`, `queue Billing`.
    pub fn owner_name(&self, owner: Owner) -> String {
        match owner {
            Owner::Agent(id) => format!("agent {}", self.user(id).map_or("(deleted)", |user| &user.name)),
            Owner::Queue(id) => format!(
                "queue {}",
                self.queue(id).map_or("(deleted)", |queue| &queue.name)
            ),
        }
    }
}
