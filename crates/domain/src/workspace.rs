//! The whole configuration, held in memory; clones share their structure.

mod apply;
mod check;
mod difference;
mod index;
mod lookup;
mod parts;
mod records;
mod settings;

use std::sync::Arc;

use imbl::{OrdMap, OrdSet};
use serde::{Deserialize, Serialize};

use crate::ids::{HoursId, PinId, QueueId, TeamId, UserId};
use crate::number::SmsNumber;
use crate::people::{Team, User};
use crate::phone::PhoneNumber;
use crate::pin::Pin;
use crate::queue::{CustomHours, IvrAssignment, IvrQueueName, SmsQueue};
use crate::schedule::{HolidayBook, Schedule};
use crate::zone::Zone;
use index::Index;

pub use apply::Together;
pub use check::Unsound;
pub use difference::Difference;
pub use lookup::Observer;
pub use parts::Parts;
pub use settings::{DISMISSED_RESPONSE, MAX_MINUTES, MenuWords, Settings, Thresholds};

/// Every number, user, team, queue and setting.
///
/// Changes go through [`Workspace::apply`] alone, which keeps the index in step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Plain", into = "Plain")]
pub struct Workspace {
    settings: Settings,
    numbers: OrdMap<PhoneNumber, Arc<SmsNumber>>,
    ivr: OrdMap<PhoneNumber, IvrQueueName>,
    users: OrdMap<UserId, Arc<User>>,
    teams: OrdMap<TeamId, Arc<Team>>,
    queues: OrdMap<QueueId, Arc<SmsQueue>>,
    hours: OrdMap<HoursId, Arc<CustomHours>>,
    holidays: HolidayBook,
    blocklist: OrdSet<PhoneNumber>,
    pins: OrdMap<PinId, Arc<Pin>>,
    // INVARIANT: exactly the links of the records above.
    index: Index,
}

/// The stored form: lists, without the index.
#[derive(Serialize, Deserialize)]
struct Plain {
    settings: Settings,
    numbers: Vec<Arc<SmsNumber>>,
    #[serde(default)]
    ivr: Vec<IvrAssignment>,
    users: Vec<Arc<User>>,
    teams: Vec<Arc<Team>>,
    queues: Vec<Arc<SmsQueue>>,
    #[serde(default)]
    hours: Vec<Arc<CustomHours>>,
    holidays: HolidayBook,
    blocklist: Vec<PhoneNumber>,
    // Workspaces stored before there were pins have none.
    #[serde(default)]
    pins: Vec<Arc<Pin>>,
}

impl From<Workspace> for Plain {
    fn from(workspace: Workspace) -> Self {
        let ivr = workspace.ivr.into_iter();
        Self {
            settings: workspace.settings,
            numbers: workspace.numbers.values().cloned().collect(),
            ivr: ivr
                .map(|(number, queue)| IvrAssignment { number, queue })
                .collect(),
            users: workspace.users.values().cloned().collect(),
            teams: workspace.teams.values().cloned().collect(),
            queues: workspace.queues.values().cloned().collect(),
            hours: workspace.hours.values().cloned().collect(),
            holidays: workspace.holidays,
            blocklist: workspace.blocklist.into_iter().collect(),
            pins: workspace.pins.values().cloned().collect(),
        }
    }
}

impl Workspace {
    /// A new company without numbers, SMS switched off, open round the clock.
    pub fn empty(company: &str, zone: Zone) -> Self {
        Self {
            settings: Settings::new(company, Schedule::always(zone)),
            numbers: OrdMap::new(),
            ivr: OrdMap::new(),
            users: OrdMap::new(),
            teams: OrdMap::new(),
            queues: OrdMap::new(),
            hours: OrdMap::new(),
            holidays: HolidayBook::default(),
            blocklist: OrdSet::new(),
            pins: OrdMap::new(),
            index: Index::default(),
        }
    }

    /// Settings of the instance.
    pub fn settings(&self) -> &Settings {
        &self.settings
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

    /// The IVR queue that has a number on the voice side (R24).
    pub fn ivr_queue(&self, number: PhoneNumber) -> Option<&IvrQueueName> {
        self.ivr.get(&number)
    }

    /// All numbers that IVR queues have, in the order of their digits.
    pub fn ivr(&self) -> impl ExactSizeIterator<Item = (PhoneNumber, &IvrQueueName)> {
        self.ivr.iter().map(|(number, queue)| (*number, queue))
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

    /// One queue.
    pub fn queue(&self, id: QueueId) -> Option<&Arc<SmsQueue>> {
        self.queues.get(&id)
    }

    /// All queues, oldest first.
    pub fn queues(&self) -> impl ExactSizeIterator<Item = &Arc<SmsQueue>> {
        self.queues.values()
    }

    /// Custom hours of operation.
    pub fn custom_hours(&self, id: HoursId) -> Option<&Arc<CustomHours>> {
        self.hours.get(&id)
    }

    /// All custom hours, oldest first.
    pub fn all_custom_hours(&self) -> impl ExactSizeIterator<Item = &Arc<CustomHours>> {
        self.hours.values()
    }

    /// Whether texts from this number are not handled (R74).
    pub fn is_blocked(&self, sender: PhoneNumber) -> bool {
        self.blocklist.contains(&sender)
    }

    /// The numbers whose texts are not handled, in the order of their digits.
    pub fn blocklist(&self) -> impl Iterator<Item = PhoneNumber> {
        self.blocklist.iter().copied()
    }

    /// One pinned scenario.
    pub fn pin(&self, id: PinId) -> Option<&Arc<Pin>> {
        self.pins.get(&id)
    }

    /// All pinned scenarios, oldest first.
    pub fn pins(&self) -> impl ExactSizeIterator<Item = &Arc<Pin>> {
        self.pins.values()
    }
}
