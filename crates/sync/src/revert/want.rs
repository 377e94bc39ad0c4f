//! What each record is to be after the revert: that of before, with what later publications wrote.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::{FolderId, HolidayId, HoursId, PinId, QueueId, TeamId, UserId};
use domain::number::SmsNumber;
use domain::people::{Team, User};
use domain::pin::Pin;
use domain::queue::{CustomHours, IvrQueueName, SmsQueue};
use domain::schedule::{Holiday, HolidayFolder};
use domain::workspace::Settings;
use domain::{PhoneNumber, Workspace};

use super::merge::{Merge, wanted};
use crate::audit::{Record, differing_records};

/// The records that the publication wrote, each as it is to be; none for one that is to go.
pub(super) struct Want {
    pub(super) settings: Option<Settings>,
    pub(super) numbers: BTreeMap<PhoneNumber, Option<SmsNumber>>,
    pub(super) ivr: BTreeMap<PhoneNumber, Option<IvrQueueName>>,
    pub(super) users: BTreeMap<UserId, Option<User>>,
    pub(super) teams: BTreeMap<TeamId, Option<Team>>,
    pub(super) queues: BTreeMap<QueueId, Option<SmsQueue>>,
    pub(super) hours: BTreeMap<HoursId, Option<CustomHours>>,
    pub(super) folders: BTreeMap<FolderId, Option<HolidayFolder>>,
    pub(super) holidays: BTreeMap<HolidayId, Option<Holiday>>,
    pub(super) blocked: BTreeMap<PhoneNumber, bool>,
    pub(super) pins: BTreeMap<PinId, Option<Pin>>,
    /// Queues that are to stand elsewhere than on the head; the others only make room.
    pub(super) misplaced: BTreeSet<QueueId>,
    /// Numbers that stay with whom they are, as those who had them cannot have them back.
    pub(super) staying: BTreeSet<PhoneNumber>,
}

impl Want {
    pub(super) fn of(before: &Workspace, after: &Workspace, head: &Workspace) -> Self {
        let mut want = Self {
            settings: None,
            numbers: BTreeMap::new(),
            ivr: BTreeMap::new(),
            users: BTreeMap::new(),
            teams: BTreeMap::new(),
            queues: BTreeMap::new(),
            hours: BTreeMap::new(),
            folders: BTreeMap::new(),
            holidays: BTreeMap::new(),
            blocked: BTreeMap::new(),
            pins: BTreeMap::new(),
            misplaced: BTreeSet::new(),
            staying: BTreeSet::new(),
        };
        let sides = [before, after, head];
        for record in differing_records(before, after) {
            want.add(record, sides);
        }
        want
    }

    fn add(&mut self, record: Record, sides: [&Workspace; 3]) {
        match record {
            Record::Settings => {
                let [before, after, head] = sides.map(Workspace::settings);
                self.settings = Some(Settings::merged(before, after, head));
            }
            Record::Number(id) => {
                let sides = sides.map(|side| side.number(id).map(AsRef::as_ref));
                wanted(&mut self.numbers, id, sides);
            }
            Record::Ivr(id) => wanted(&mut self.ivr, id, sides.map(|side| side.ivr_queue(id))),
            Record::User(id) => {
                let sides = sides.map(|side| side.user(id).map(AsRef::as_ref));
                wanted(&mut self.users, id, sides);
            }
            Record::Team(id) => {
                let sides = sides.map(|side| side.team(id).map(AsRef::as_ref));
                wanted(&mut self.teams, id, sides);
            }
            Record::Queue(id) => {
                let sides = sides.map(|side| side.queue(id).map(AsRef::as_ref));
                wanted(&mut self.queues, id, sides);
                // The same figure under another queue is another place.
                if let [_, Some(after), Some(head)] = sides
                    && after.parent != head.parent
                    && let Some(Some(queue)) = self.queues.get_mut(&id)
                {
                    queue.position = head.position;
                }
                let position = self
                    .queues
                    .get(&id)
                    .and_then(|queue| Some(queue.as_ref()?.position));
                let [.., head] = sides;
                if position.is_some() && position != head.map(|head| head.position) {
                    self.misplaced.insert(id);
                }
            }
            Record::Hours(id) => {
                let sides = sides.map(|side| side.custom_hours(id).map(AsRef::as_ref));
                wanted(&mut self.hours, id, sides);
            }
            Record::Folder(id) => {
                let sides = sides.map(|side| side.holidays().folder(id).map(AsRef::as_ref));
                wanted(&mut self.folders, id, sides);
            }
            Record::Holiday(id) => {
                let sides = sides.map(|side| side.holidays().holiday(id).map(AsRef::as_ref));
                wanted(&mut self.holidays, id, sides);
            }
            Record::Pin(id) => {
                let sides = sides.map(|side| side.pin(id).map(AsRef::as_ref));
                wanted(&mut self.pins, id, sides);
            }
            Record::Blocked(id) => {
                let [before, ..] = sides.map(|side| side.is_blocked(id));
                self.blocked.insert(id, before);
            }
        }
    }
}
