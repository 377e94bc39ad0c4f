//! What stands in a field of a workspace.

mod records;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::field::{Field, PinField};
use crate::deflection::Deflection;
use crate::ids::{HoursId, QueueId, TeamId, UserId};
use crate::number::{NumberRole, Owner, Slot, SmsNumber};
use crate::people::{Role, Team, User, Writer};
use crate::phone::PhoneNumber;
use crate::pin::Pin;
use crate::queue::{AfterHour, CustomHours, SmsQueue, Timeouts};
use crate::routing::Outcome;
use crate::schedule::{Holiday, HolidayFolder, Schedule};
use crate::workspace::{MenuWords, Observer, Thresholds, Workspace};
use records::{observed, queues, written};

/// What stands in a field; two values are equal when nobody could tell them apart.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of the fields")]
pub enum Value {
    /// There is no such record.
    Missing,
    Flag(bool),
    Minutes(Option<u16>),
    Text(Option<String>),
    Keywords(BTreeSet<String>),
    MenuWords(MenuWords),
    Timeouts(Timeouts),
    Thresholds(Thresholds),
    Schedule(Schedule),
    Deflection(Option<Deflection>),
    AfterHour(Option<AfterHour>),
    Writer(Writer),
    Owner(Option<Owner>),
    Slot(Slot),
    /// A number's use, whether it is verified aside.
    Use(NumberRole),
    Queue(Option<QueueId>),
    Team(Option<TeamId>),
    Place {
        parent: Option<QueueId>,
        position: u32,
        /// The queue right before it.
        after: Option<QueueId>,
    },
    Hours(Option<HoursId>),
    Roles(BTreeSet<Role>),
    Teams(BTreeSet<TeamId>),
    Members {
        agents: BTreeSet<UserId>,
        teams: BTreeSet<TeamId>,
    },
    WholeNumber(Arc<SmsNumber>),
    WholeUser {
        user: Arc<User>,
        numbers: Vec<PhoneNumber>,
        sends_from: Vec<PhoneNumber>,
        queues: Vec<QueueId>,
    },
    WholeTeam {
        team: Arc<Team>,
        members: Vec<UserId>,
        inside: Vec<TeamId>,
        queues: Vec<QueueId>,
    },
    /// The queue itself is the first.
    WholeQueues {
        queues: Vec<SmsQueue>,
        numbers: Vec<PhoneNumber>,
        /// Those that lead into one of them, and those from which one of them can send.
        links: Vec<PhoneNumber>,
    },
    CustomHours(Arc<CustomHours>),
    WholeHours {
        hours: Arc<CustomHours>,
        queues: Vec<QueueId>,
    },
    WholeFolder {
        folder: Arc<HolidayFolder>,
        holidays: Vec<Value>,
    },
    WholePin(Arc<Pin>),
    Outcome(Outcome),
    Holiday(Arc<Holiday>),
    WholeHoliday {
        holiday: Arc<Holiday>,
        observers: Vec<Observer>,
    },
}

impl Field {
    /// What stands in it.
    pub fn value(&self, workspace: &Workspace) -> Value {
        let book = workspace.holidays();
        let found = match self {
            Self::Setting(setting) => Some(setting.value(workspace)),
            Self::Number(number, field) => workspace.number(*number).map(|number| field.value(number)),
            Self::Ivr(number) => {
                let queue = workspace.ivr_queue(*number);
                Some(Value::Text(queue.map(ToString::to_string)))
            }
            Self::User(user, field) => workspace.user(*user).map(|user| field.value(workspace, user)),
            Self::Team(team, field) => workspace.team(*team).map(|team| field.value(workspace, team)),
            Self::Queue(queue, field) => workspace.queue(*queue).map(|queue| field.value(workspace, queue)),
            Self::Queues => {
                let all: Vec<QueueId> = workspace.queues().map(|queue| queue.id).collect();
                Some(queues(workspace, &all))
            }
            Self::Hours(hours) => workspace.custom_hours(*hours).cloned().map(Value::CustomHours),
            Self::WholeHours(id) => workspace.custom_hours(*id).map(|hours| Value::WholeHours {
                hours: hours.clone(),
                queues: workspace.queues_with_hours(*id).map(|queue| queue.id).collect(),
            }),
            Self::FolderName(id) => book
                .folder(*id)
                .map(|folder| Value::Text(Some(folder.name.to_string()))),
            Self::WholeFolder(id) => book.folder(*id).map(|folder| Value::WholeFolder {
                folder: folder.clone(),
                holidays: book
                    .in_folder(*id)
                    .map(|holiday| observed(workspace, holiday))
                    .collect(),
            }),
            Self::Holiday(holiday) => book.holiday(*holiday).cloned().map(Value::Holiday),
            Self::WholeHoliday(id) => book.holiday(*id).map(|holiday| observed(workspace, holiday)),
            Self::Pin(pin, field) => workspace.pin(*pin).map(|pin| match field {
                PinField::Whole => Value::WholePin(pin.clone()),
                PinField::Name => written(&pin.name),
                PinField::Expected => Value::Outcome(pin.expected),
            }),
            Self::Blocked(sender) => Some(Value::Flag(workspace.is_blocked(*sender))),
        };
        found.unwrap_or(Value::Missing)
    }
}

impl Value {
    /// The hours in force in it, where it has any.
    pub fn schedule(&self) -> Option<&Schedule> {
        match self {
            Self::Schedule(schedule) => Some(schedule),
            Self::Deflection(Some(deflection)) => deflection.reply().map(|reply| &reply.schedule),
            Self::CustomHours(hours) => Some(&hours.schedule),
            _ => None,
        }
    }
}
