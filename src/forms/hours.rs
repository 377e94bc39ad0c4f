//! The inputs of the hours of operation: the general ones, or custom ones with the queues that use them (S4).

use std::collections::BTreeSet;
use std::str::FromStr;

use domain::ids::{HoursId, QueueId};
use domain::number::Owner;
use domain::queue::CustomHours;
use domain::schedule::Schedule;
use domain::{Intent, PhoneNumber, Workspace};
use leptos::prelude::*;

use super::deflection::Faulty;
use crate::parts::schedule::ScheduleInputs;

/// Which hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those of every queue without its own.
    General,
    /// Custom ones that are to be added.
    New(HoursId),
    /// Custom ones that are there.
    Custom(HoursId),
}

impl Which {
    /// Them in a configuration; none while they are to be added, or where they are not.
    pub fn schedule(self, workspace: &Workspace) -> Option<Schedule> {
        match self {
            Self::General => Some(workspace.settings().hours.clone()),
            Self::New(_) => None,
            Self::Custom(id) => workspace.custom_hours(id).map(|hours| hours.schedule.clone()),
        }
    }
}

/// The inputs as they stand.
#[derive(Clone, Copy)]
pub struct HoursInputs {
    /// Which hours.
    pub which: Which,
    /// The name of custom ones.
    pub name: RwSignal<String>,
    /// Zone, days, holidays.
    pub schedule: RwSignal<ScheduleInputs>,
    /// The keys of the queues that use them.
    pub queues: RwSignal<BTreeSet<String>>,
    /// Whether it was tried to save them: then what is missing is an error.
    pub tried: RwSignal<bool>,
    stored: StoredValue<Stored>,
    /// Zone, days and holidays as the form begins with them.
    begun: StoredValue<ScheduleInputs>,
}

/// The hours as the draft has them.
#[derive(Clone, Default)]
struct Stored {
    name: String,
    schedule: Option<Schedule>,
    queues: BTreeSet<String>,
}

impl HoursInputs {
    /// The form as the draft has the hours; new ones begin with office hours in the zone of the general ones.
    pub fn new(workspace: &Workspace, which: Which) -> Self {
        let general = &workspace.settings().hours;
        let schedule = which.schedule(workspace);
        let stored = match which {
            Which::General | Which::New(_) => Stored {
                schedule,
                ..Stored::default()
            },
            Which::Custom(id) => Stored {
                name: workspace
                    .custom_hours(id)
                    .map(|hours| hours.name.clone())
                    .unwrap_or_default(),
                schedule,
                queues: workspace
                    .queues_with_hours(id)
                    .map(|queue| queue.id.to_string())
                    .collect(),
            },
        };
        let schedule = stored
            .schedule
            .as_ref()
            .map_or_else(|| ScheduleInputs::office(general.zone()), ScheduleInputs::of);
        Self {
            which,
            name: RwSignal::new(stored.name.clone()),
            schedule: RwSignal::new(schedule.clone()),
            queues: RwSignal::new(stored.queues.clone()),
            tried: RwSignal::new(false),
            stored: StoredValue::new(stored),
            begun: StoredValue::new(schedule),
        }
    }

    /// What **Apply** or **Finish** does.
    ///
    /// # Errors
    /// Hours that cannot be, or custom ones without a name.
    pub fn intents(self) -> Result<Vec<Intent>, Faulty> {
        let schedule = self.schedule.read().schedule().map_err(|_| Faulty)?;
        let stored = self.stored.get_value();
        let name = self.name.read().trim().to_owned();
        let same = stored.schedule.as_ref() == Some(&schedule);
        let (id, new) = match self.which {
            Which::General if same => return Ok(Vec::new()),
            Which::General => return Ok(vec![Intent::SetHours { schedule }]),
            Which::New(id) => (id, true),
            Which::Custom(id) => (id, false),
        };
        if name.is_empty() {
            return Err(Faulty);
        }
        let written = !same || name != stored.name;
        let hours = CustomHours { id, name, schedule };
        let mut intents = Vec::new();
        if new {
            intents.push(Intent::AddHours { hours });
        } else if written {
            intents.push(Intent::EditHours { hours });
        }
        let chosen = self.queues.read();
        intents.extend(queues(chosen.difference(&stored.queues), Some(id)));
        intents.extend(queues(stored.queues.difference(&chosen), None));
        Ok(intents)
    }

    /// Whether a person has changed something.
    pub fn is_changed(self) -> bool {
        match self.which {
            Which::New(_) => {
                let is_named = !self.name.read().trim().is_empty();
                let is_used = !self.queues.read().is_empty();
                is_named || is_used || self.begun.with_value(|begun| *self.schedule.read() != *begun)
            }
            _ => self.intents().map_or(true, |intents| !intents.is_empty()),
        }
    }

    /// The numbers whose texts these hours govern, before or after.
    pub fn numbers(self, workspace: &Workspace) -> Vec<PhoneNumber> {
        let queues: Vec<QueueId> = if self.which == Which::General {
            let general = workspace.queues().filter(|queue| queue.hours.is_none());
            general.map(|queue| queue.id).collect()
        } else {
            let before = self.stored.with_value(|stored| stored.queues.clone());
            let keys: BTreeSet<String> = before.union(&self.queues.read()).cloned().collect();
            keys.iter().filter_map(|key| key.parse().ok()).collect()
        };
        let numbers = queues.into_iter().flat_map(|queue| {
            let direct = workspace.numbers_of(Owner::Queue(queue));
            direct.chain(workspace.inbound_of(queue))
        });
        numbers.map(|number| number.number).collect()
    }
}

fn queues<'a>(
    keys: impl Iterator<Item = &'a String>,
    hours: Option<HoursId>,
) -> impl Iterator<Item = Intent> {
    keys.filter_map(|key| QueueId::from_str(key).ok())
        .map(move |queue| Intent::SetQueueHours { queue, hours })
}

#[cfg(test)]
mod tests {
    use domain::Zone;

    use super::*;

    const HOURS: &str = "00000000-0000-0000-0000-0000000000a1";
    const BILLING: &str = "00000000-0000-0000-0000-0000000000b1";
    const SALES: &str = "00000000-0000-0000-0000-0000000000b2";

    fn company() -> Workspace {
        let mut workspace = Workspace::empty("Test", Zone::UTC);
        for (queue, name) in [(BILLING, "Billing"), (SALES, "Sales")] {
            let add = Intent::AddQueue {
                queue: queue.parse().unwrap(),
                name: name.into(),
                parent: None,
                position: None,
            };
            workspace.apply(&add).unwrap();
        }
        workspace
    }

    #[test]
    fn new_hours_need_a_name_and_come_with_their_queues() {
        leptos::prelude::Owner::new().with(|| {
            let id: HoursId = HOURS.parse().unwrap();
            let mut workspace = company();
            let inputs = HoursInputs::new(&workspace, Which::New(id));
            assert!(!inputs.is_changed());
            inputs
                .schedule
                .update(|schedule| schedule.zone = "Europe/London".parse().unwrap());
            assert!(inputs.is_changed());
            assert_eq!(inputs.intents(), Err(Faulty));
            inputs.name.set(" Weekend ".into());
            inputs.queues.set(BTreeSet::from([BILLING.to_owned()]));
            for intent in inputs.intents().unwrap() {
                workspace.apply(&intent).unwrap();
            }
            assert_eq!(workspace.custom_hours(id).unwrap().name, "Weekend");
            assert_eq!(workspace.queues_with_hours(id).count(), 1);

            let inputs = HoursInputs::new(&workspace, Which::Custom(id));
            assert_eq!(inputs.intents(), Ok(Vec::new()));
            inputs.queues.set(BTreeSet::from([SALES.to_owned()]));
            for intent in inputs.intents().unwrap() {
                workspace.apply(&intent).unwrap();
            }
            let using: Vec<_> = workspace
                .queues_with_hours(id)
                .map(|queue| queue.name.as_str())
                .collect();
            assert_eq!(using, ["Sales"]);
        });
    }

    #[test]
    fn general_hours_that_are_the_same_are_nothing_to_apply() {
        leptos::prelude::Owner::new().with(|| {
            let inputs = HoursInputs::new(&company(), Which::General);
            assert_eq!(inputs.intents(), Ok(Vec::new()));
            let london = "Europe/London".parse().unwrap();
            inputs.schedule.update(|schedule| schedule.zone = london);
            let schedule = Schedule::always(london);
            assert_eq!(inputs.intents(), Ok(vec![Intent::SetHours { schedule }]));
        });
    }
}
