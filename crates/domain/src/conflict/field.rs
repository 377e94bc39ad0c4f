//! The fields in which two drafts can meet.

use crate::ids::{FolderId, HolidayId, HoursId, PinId, QueueId, TeamId, UserId};
use crate::number::Owner;
use crate::phone::PhoneNumber;

/// One field of one record, or a record as a whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are those of the records")]
pub enum Field {
    Setting(Setting),
    Number(PhoneNumber, NumberField),
    /// The IVR queue that has a number; in the list or not.
    Ivr(PhoneNumber),
    User(UserId, UserField),
    Team(TeamId, TeamField),
    Queue(QueueId, QueueField),
    /// All queues together.
    Queues,
    Hours(HoursId),
    /// Custom hours with the queues that use them.
    WholeHours(HoursId),
    FolderName(FolderId),
    /// A folder with its holidays.
    WholeFolder(FolderId),
    Holiday(HolidayId),
    /// A holiday with those who observe it.
    WholeHoliday(HolidayId),
    Blocked(PhoneNumber),
    Pin(PinId, PinField),
}

/// A setting of the instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are those of the settings")]
pub enum Setting {
    SmsChat,
    OutboundSms,
    Timeouts,
    Dismissal,
    DismissedResponse,
    SupportContact,
    MenuWords,
    Deflection,
    ReplyLimit,
    Thresholds,
    Hours,
}

/// A field of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberField {
    /// All of it.
    Whole,
    /// Its label.
    Label,
    /// Direct or ordinary, with the owner or the links that go with each.
    Use,
    /// Verified or not.
    Verified,
    /// Who has it.
    Owner,
    /// In which of the agent's columns it stands.
    Slot,
    /// The queue its texts land in.
    Inbound,
    /// Whether somebody may send from it.
    Outbound(Owner),
}

/// A field of a user.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are those of the fields")]
pub enum UserField {
    /// All of it, with the numbers.
    Whole,
    Email,
    FirstName,
    LastName,
    Alias,
    AgentNumber,
    Location,
    Concurrency,
    /// A column of the bulk template, by its header.
    Extra(String),
    Roles,
    Teams,
    Active,
    Deflection,
    Permission,
    OwnDeflection,
    /// Whose deflection setting was written last (R62).
    Writer,
}

/// A field of a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are those of the fields")]
pub enum TeamField {
    /// All of it, with the members and the teams inside.
    Whole,
    Name,
    Parent,
    Deflection,
}

/// A field of a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are those of the fields")]
pub enum QueueField {
    /// All of it, with the queues under it and their numbers.
    Whole,
    Name,
    Place,
    Hidden,
    Keywords,
    Language,
    Greeting,
    Timeouts,
    Members,
    Hours,
    AfterHour,
}

/// A field of a pinned text; the text itself stays what it was pinned as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PinField {
    /// All of it.
    Whole,
    /// Its name.
    Name,
    /// What is to become of it.
    Expected,
}

impl Field {
    /// The record to which it belongs, as a whole.
    #[must_use]
    pub fn record(&self) -> Self {
        match self {
            Self::Number(number, _) => Self::Number(*number, NumberField::Whole),
            Self::User(user, _) => Self::User(*user, UserField::Whole),
            Self::Team(team, _) => Self::Team(*team, TeamField::Whole),
            Self::Queue(queue, _) => Self::Queue(*queue, QueueField::Whole),
            Self::Hours(hours) => Self::WholeHours(*hours),
            Self::Pin(pin, _) => Self::Pin(*pin, PinField::Whole),
            Self::FolderName(folder) => Self::WholeFolder(*folder),
            Self::Holiday(holiday) => Self::WholeHoliday(*holiday),
            other => other.clone(),
        }
    }
}
