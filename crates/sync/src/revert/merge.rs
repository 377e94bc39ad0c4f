//! Three sides of a record made one: the value from before, where the head still has the one of the publication.

use std::collections::{BTreeMap, BTreeSet};

use domain::number::{NumberRole, SmsNumber};
use domain::people::{Team, User};
use domain::pin::Pin;
use domain::queue::{CustomHours, IvrQueueName, SmsQueue, Timeouts};
use domain::schedule::{Holiday, HolidayFolder};
use domain::workspace::{MenuWords, Settings, Thresholds};

/// A record whose fields are taken back one by one.
pub(super) trait Merge: Clone + PartialEq {
    /// The head's record with the fields of before that nobody wrote later.
    fn merged(before: &Self, after: &Self, head: &Self) -> Self;

    /// Whether nobody wrote to it since; a place that only shifted is not written.
    fn is_untouched(&self, head: &Self) -> bool {
        self == head
    }
}

/// Writes down what a record is to be, unless it stays as the head has it.
pub(super) fn wanted<K: Ord, R: Merge>(into: &mut BTreeMap<K, Option<R>>, id: K, sides: [Option<&R>; 3]) {
    let record = match sides {
        [Some(before), Some(after), Some(head)] => Some(R::merged(before, after, head)),
        [Some(before), None, None] => Some(before.clone()),
        [None, Some(after), Some(head)] if after.is_untouched(head) => None,
        _ => return,
    };
    into.insert(id, record);
}

fn field<T: Clone + PartialEq>(before: &T, after: &T, head: &T) -> T {
    if head == after { before } else { head }.clone()
}

/// Members that the publication added go, those it took come back; later ones stay.
fn set<T: Clone + Ord>(before: &BTreeSet<T>, after: &BTreeSet<T>, head: &BTreeSet<T>) -> BTreeSet<T> {
    let stay = head
        .iter()
        .filter(|one| before.contains(*one) || !after.contains(*one));
    let back = before.iter().filter(|one| !after.contains(*one));
    stay.chain(back).cloned().collect()
}

/// A record whose named fields are merged by a function each, those with parts of their own part by part; the rest is the
/// head's.
macro_rules! merge {
    ($record:ident: $($field:ident)*; sets: $($set:ident)*; parted: $($parted:ident)*) => {
        #[allow(clippy::needless_update, reason = "some records have no other fields")]
        fn merged(before: &Self, after: &Self, head: &Self) -> Self {
            $record {
                $($field: field(&before.$field, &after.$field, &head.$field),)*
                $($set: set(&before.$set, &after.$set, &head.$set),)*
                $($parted: Merge::merged(&before.$parted, &after.$parted, &head.$parted),)*
                ..head.clone()
            }
        }
    };
}

impl Merge for Settings {
    merge! { Settings: sms_chat outbound_sms dismissal_min dismissed_response support_contact deflection reply_limit_min
    hours; sets: ; parted: timeouts words thresholds }
}

impl Merge for Timeouts {
    merge! { Timeouts: expiration_min timeout_min; sets: ; parted: }
}

impl Merge for MenuWords {
    merge! { MenuWords: ; sets: back exit; parted: }
}

impl Merge for Thresholds {
    merge! { Thresholds: missed_chat unresponsive; sets: ; parted: }
}

/// Columns of the bulk template, by their headers.
impl Merge for BTreeMap<String, String> {
    fn merged(before: &Self, after: &Self, head: &Self) -> Self {
        let headers: BTreeSet<&String> = before.keys().chain(head.keys()).collect();
        let merged = headers.into_iter().filter_map(|header| {
            let [before, after, head] = [before, after, head].map(|side| side.get(header));
            Some((header.clone(), field(&before, &after, &head)?.clone()))
        });
        merged.collect()
    }
}

impl Merge for User {
    merge! { User: email first_name last_name alias agent_number location chat_concurrency active deflection
    may_configure_own own_deflection last_writer; sets: roles teams; parted: extra }
}

impl Merge for Team {
    merge! { Team: name parent deflection; sets: ; parted: }
}

impl Merge for SmsQueue {
    merge! { SmsQueue: name parent position language hidden greeting after_hour hours; sets: keywords agents teams;
    parted: timeouts }

    fn is_untouched(&self, head: &Self) -> bool {
        let place = head.position;
        *head
            == Self {
                position: place,
                ..self.clone()
            }
    }
}

impl Merge for CustomHours {
    merge! { CustomHours: name schedule; sets: ; parted: }
}

impl Merge for HolidayFolder {
    merge! { HolidayFolder: name; sets: ; parted: }
}

impl Merge for Holiday {
    merge! { Holiday: folder name kind times message; sets: ; parted: }
}

impl Merge for Pin {
    merge! { Pin: name expected; sets: ; parted: }
}

impl Merge for IvrQueueName {
    fn merged(before: &Self, after: &Self, head: &Self) -> Self {
        field(before, after, head)
    }
}

impl Merge for SmsNumber {
    fn merged(before: &Self, after: &Self, head: &Self) -> Self {
        // An owner goes with the column.
        let seat = |number: &Self| (number.role.clone(), number.slot);
        let (role, slot) = match (&before.role, &after.role, &head.role) {
            (NumberRole::Normal { .. }, NumberRole::Normal { .. }, NumberRole::Normal { .. }) => {
                (ordinary(&before.role, &after.role, &head.role), head.slot)
            }
            _ => field(&seat(before), &seat(after), &seat(head)),
        };
        Self {
            label: field(&before.label, &after.label, &head.label),
            role,
            slot,
            ..head.clone()
        }
    }

    fn is_untouched(&self, head: &Self) -> bool {
        let slot = head.slot;
        *head == Self { slot, ..self.clone() }
    }
}

fn ordinary(before: &NumberRole, after: &NumberRole, head: &NumberRole) -> NumberRole {
    let parts = |role: &NumberRole| match role {
        NumberRole::Normal {
            verified,
            inbound,
            outbound,
        } => (*verified, *inbound, outbound.clone()),
        NumberRole::Direct { .. } => (true, None, BTreeSet::new()),
    };
    let (before, after, head) = (parts(before), parts(after), parts(head));
    NumberRole::Normal {
        verified: field(&before.0, &after.0, &head.0),
        inbound: field(&before.1, &after.1, &head.1),
        outbound: set(&before.2, &after.2, &head.2),
    }
}
