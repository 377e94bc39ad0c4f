//! Records of every kind, and which of them differ between two configurations.

use std::collections::BTreeSet;

use domain::ids::{FolderId, HolidayId, HoursId, PinId, QueueId, TeamId, UserId};
use domain::schedule::HolidayBook;
use domain::{PhoneNumber, Workspace};

/// A record of the configuration; the settings of the instance are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Record {
    /// The settings of the instance, with the general hours.
    Settings,
    /// A number of the inventory.
    Number(PhoneNumber),
    /// What the voice side has of a number.
    Ivr(PhoneNumber),
    /// A user.
    User(UserId),
    /// A team.
    Team(TeamId),
    /// An SMS queue.
    Queue(QueueId),
    /// Custom hours of operation.
    Hours(HoursId),
    /// A holiday folder.
    Folder(FolderId),
    /// A holiday.
    Holiday(HolidayId),
    /// An entry of the blocklist.
    Blocked(PhoneNumber),
    /// A pinned text.
    Pin(PinId),
}

impl Record {
    /// The kind of record, as the screens call it.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Settings => "Settings",
            Self::Number(_) => "Number",
            Self::Ivr(_) => "IVR number",
            Self::User(_) => "User",
            Self::Team(_) => "Team",
            Self::Queue(_) => "Queue",
            Self::Hours(_) => "Custom hours",
            Self::Folder(_) => "Holiday folder",
            Self::Holiday(_) => "Holiday",
            Self::Blocked(_) => "Blocked number",
            Self::Pin(_) => "Pinned text",
        }
    }

    /// Its name in a configuration; a dash where it is not there.
    pub fn name(self, workspace: &Workspace) -> String {
        let name = match self {
            Self::Settings => Some("Instance".to_owned()),
            Self::Number(number) | Self::Ivr(number) | Self::Blocked(number) => {
                let known = workspace.number(number);
                Some(known.map_or_else(|| number.to_string(), |known| known.printed()))
            }
            Self::User(id) => workspace.user(id).map(|user| user.name()),
            Self::Team(id) => workspace.team(id).map(|team| team.name.clone()),
            Self::Queue(id) => workspace.queue(id).map(|queue| queue.name.clone()),
            Self::Hours(id) => workspace.custom_hours(id).map(|hours| hours.name.clone()),
            Self::Pin(id) => workspace.pin(id).map(|pin| pin.name.clone()),
            Self::Folder(id) => workspace
                .holidays()
                .folder(id)
                .map(|folder| folder.name.to_string()),
            Self::Holiday(id) => workspace
                .holidays()
                .holiday(id)
                .map(|holiday| holiday.name().to_owned()),
        };
        name.unwrap_or_else(|| "–".to_owned())
    }
}

/// The records that are not the same in both, by kind and then by key.
pub(crate) fn differing(one: &Workspace, other: &Workspace) -> BTreeSet<Record> {
    let difference = one.difference(other);
    let mut found = BTreeSet::new();
    found.extend(difference.settings.then_some(Record::Settings));
    found.extend(difference.numbers.into_iter().map(Record::Number));
    found.extend(difference.users.into_iter().map(Record::User));
    found.extend(difference.teams.into_iter().map(Record::Team));
    found.extend(difference.queues.into_iter().map(Record::Queue));
    found.extend(difference.hours.into_iter().map(Record::Hours));
    if difference.holidays {
        let mine = (one.holidays(), other.holidays());
        found.extend(of_book(mine.0, mine.1));
        found.extend(of_book(mine.1, mine.0));
    }
    let voice = |one: &Workspace, other: &Workspace| -> Vec<Record> {
        let otherwise = one
            .ivr()
            .filter(|(number, queue)| other.ivr_queue(*number) != Some(*queue));
        otherwise.map(|(number, _)| Record::Ivr(number)).collect()
    };
    found.extend(voice(one, other));
    found.extend(voice(other, one));
    let blocked = |one: &Workspace, other: &Workspace| -> Vec<Record> {
        let only = one.blocklist().filter(|&sender| !other.is_blocked(sender));
        only.map(Record::Blocked).collect()
    };
    found.extend(blocked(one, other));
    found.extend(blocked(other, one));
    let pinned = |one: &Workspace, other: &Workspace| -> Vec<Record> {
        let otherwise = one.pins().filter(|pin| other.pin(pin.id) != Some(*pin));
        otherwise.map(|pin| Record::Pin(pin.id)).collect()
    };
    found.extend(pinned(one, other));
    found.extend(pinned(other, one));
    found
}

/// Folders and holidays of one book that the other does not have in the same way.
fn of_book(one: &HolidayBook, other: &HolidayBook) -> Vec<Record> {
    let folders = one
        .folders()
        .filter(|folder| other.folder(folder.id) != Some(*folder));
    let holidays = one
        .holidays()
        .filter(|holiday| other.holiday(holiday.id) != Some(*holiday));
    let folders = folders.map(|folder| Record::Folder(folder.id));
    folders
        .chain(holidays.map(|holiday| Record::Holiday(holiday.id)))
        .collect()
}
