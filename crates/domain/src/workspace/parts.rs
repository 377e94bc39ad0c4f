//! A workspace on its way, some records at a time: what has come is understood while more is being written.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Plain, Settings, Unsound, Workspace};
use crate::number::SmsNumber;
use crate::people::{Team, User};
use crate::phone::PhoneNumber;
use crate::pin::Pin;
use crate::queue::{CustomHours, IvrAssignment, SmsQueue};
use crate::schedule::HolidayBook;

/// Some of a workspace, or all of it.
///
/// ```
/// use domain::workspace::Parts;
/// use domain::{Workspace, Zone};
///
/// let workspace = Workspace::empty("Larkspur Home", Zone::UTC);
/// let mut come = Parts::default();
/// workspace.parts(200).for_each(|part| come.add(part));
/// assert_eq!(come.whole()?, workspace);
/// # Ok::<(), domain::workspace::Unsound>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Parts {
    #[serde(skip_serializing_if = "Option::is_none")]
    settings: Option<Settings>,
    #[serde(skip_serializing_if = "Option::is_none")]
    holidays: Option<HolidayBook>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    numbers: Vec<Arc<SmsNumber>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ivr: Vec<IvrAssignment>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    users: Vec<Arc<User>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    teams: Vec<Arc<Team>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    queues: Vec<Arc<SmsQueue>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hours: Vec<Arc<CustomHours>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    blocklist: Vec<PhoneNumber>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pins: Vec<Arc<Pin>>,
}

impl Parts {
    /// Takes more records in. Of settings and holidays the later ones count.
    pub fn add(&mut self, more: Self) {
        self.settings = more.settings.or(self.settings.take());
        self.holidays = more.holidays.or(self.holidays.take());
        self.numbers.extend(more.numbers);
        self.ivr.extend(more.ivr);
        self.users.extend(more.users);
        self.teams.extend(more.teams);
        self.queues.extend(more.queues);
        self.hours.extend(more.hours);
        self.blocklist.extend(more.blocklist);
        self.pins.extend(more.pins);
    }

    /// The workspace that all records together make.
    ///
    /// # Errors
    /// `Unsound` when one of them is missing, or they contradict one another.
    pub fn whole(self) -> Result<Workspace, Unsound> {
        let (Some(settings), Some(holidays)) = (self.settings, self.holidays) else {
            return Err(Unsound::Missing {
                what: "what all settings say".to_owned(),
            });
        };
        Workspace::try_from(Plain {
            settings,
            holidays,
            numbers: self.numbers,
            ivr: self.ivr,
            users: self.users,
            teams: self.teams,
            queues: self.queues,
            hours: self.hours,
            blocklist: self.blocklist,
            pins: self.pins,
        })
    }
}

impl From<&Workspace> for Parts {
    fn from(workspace: &Workspace) -> Self {
        let mut all = Self::default();
        workspace.parts(usize::MAX).for_each(|part| all.add(part));
        all
    }
}

impl Workspace {
    /// All of it, so many records in a part at the most; settings and holidays come last.
    pub fn parts(&self, most: usize) -> impl Iterator<Item = Parts> {
        let ivr = self.ivr().map(|(number, queue)| IvrAssignment {
            number,
            queue: queue.clone(),
        });
        let last = std::iter::once_with(|| Parts {
            settings: Some(self.settings.clone()),
            holidays: Some(self.holidays.clone()),
            ..Parts::default()
        });
        cut(self.numbers().cloned(), most, |numbers| Parts {
            numbers,
            ..Parts::default()
        })
        .chain(cut(ivr, most, |ivr| Parts {
            ivr,
            ..Parts::default()
        }))
        .chain(cut(self.users().cloned(), most, |users| Parts {
            users,
            ..Parts::default()
        }))
        .chain(cut(self.teams().cloned(), most, |teams| Parts {
            teams,
            ..Parts::default()
        }))
        .chain(cut(self.queues().cloned(), most, |queues| Parts {
            queues,
            ..Parts::default()
        }))
        .chain(cut(self.all_custom_hours().cloned(), most, |hours| Parts {
            hours,
            ..Parts::default()
        }))
        .chain(cut(self.blocklist(), most, |blocklist| Parts {
            blocklist,
            ..Parts::default()
        }))
        .chain(cut(self.pins().cloned(), most, |pins| Parts {
            pins,
            ..Parts::default()
        }))
        .chain(last)
    }
}

/// Records in parts.
fn cut<T>(
    mut records: impl Iterator<Item = T>,
    most: usize,
    part: impl Fn(Vec<T>) -> Parts,
) -> impl Iterator<Item = Parts> {
    std::iter::from_fn(move || {
        let some: Vec<T> = records.by_ref().take(most).collect();
        (!some.is_empty()).then(|| part(some))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::Zone;

    #[test]
    fn parts_make_the_whole_in_any_order_and_not_without_one() {
        let sample = include_bytes!("../../../../public/sample-company.json");
        let envelope: serde_json::Value = serde_json::from_slice(sample).unwrap();
        let workspace: Workspace = serde_json::from_value(envelope["workspace"].clone()).unwrap();
        for most in [1, 3, usize::MAX] {
            let parts: Vec<Parts> = workspace.parts(most).collect();
            let mut all = Parts::default();
            parts.iter().rev().cloned().for_each(|part| all.add(part));
            assert_eq!(all.whole().unwrap(), workspace, "{most}");
            let mut some = Parts::default();
            parts
                .iter()
                .rev()
                .skip(1)
                .cloned()
                .for_each(|part| some.add(part));
            assert!(matches!(some.whole(), Err(Unsound::Missing { .. })), "{most}");
        }
        let two = Parts::from(&Workspace::empty("Larkspur", Zone::UTC));
        let mut all = Parts::from(&Workspace::empty("Larkspur Home", Zone::UTC));
        all.add(two);
        assert_eq!(all.whole().unwrap().settings().company, "Larkspur");
    }
}
