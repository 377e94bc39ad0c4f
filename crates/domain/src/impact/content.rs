//! Hashes of schedules with the holidays they observe, remembered as long as a run lasts.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::Datelike;

use super::digest::{self, Hasher};
use super::horizon::Horizon;
use super::policy::{Faces, Policy};
use crate::ids::{HolidayId, Key, QueueId, UserId};
use crate::number::Owner;
use crate::routing::recipients;
use crate::schedule::{Almanac, DayHours, DayMode, HolidayBook, HolidayKind, PartOfDay, Schedule, TimeOfDay};
use crate::workspace::Workspace;

/// What was worked out once for one workspace, which must be the same in every call.
#[derive(Debug)]
pub(super) struct Memo {
    pub(super) almanac: Almanac,
    /// By address: the settings of a team or the instance serve many numbers.
    schedules: HashMap<usize, u128>,
    /// What [`closures`] says of the holidays observed; few sets of them are in use.
    observed: BTreeMap<BTreeSet<HolidayId>, u128>,
    queues: HashMap<QueueId, Recipients>,
}

/// The agents of a queue.
#[derive(Clone, Debug, Default)]
pub(super) struct Recipients {
    pub(super) ids: Arc<[UserId]>,
    /// Of the ids.
    pub(super) hash: u128,
}

impl Memo {
    pub(super) fn new(workspace: &Workspace, horizon: Horizon) -> Self {
        Self {
            almanac: Almanac::new(workspace.holidays().clone(), horizon.from(), horizon.to()),
            schedules: HashMap::new(),
            observed: BTreeMap::new(),
            queues: HashMap::new(),
        }
    }

    /// The hash of everything that decides when the schedule is in which state.
    pub(super) fn schedule(&mut self, schedule: &Schedule, holidays: &HolidayBook) -> u128 {
        let address = std::ptr::from_ref(schedule).addr();
        if let Some(&known) = self.schedules.get(&address) {
            return known;
        }
        let closed = self.observed.get(schedule.observed()).copied();
        let closed = closed.unwrap_or_else(|| {
            let closed = closures(schedule.observed(), holidays);
            self.observed.insert(schedule.observed().clone(), closed);
            closed
        });
        let content = content(schedule, closed);
        self.schedules.insert(address, content);
        content
    }

    /// The agents whom the owner's texts are for; none when an agent has the number, who is the owner.
    pub(super) fn recipients(&mut self, workspace: &Workspace, owner: Option<Owner>) -> Recipients {
        let Some(Owner::Queue(queue)) = owner else {
            return Recipients::default();
        };
        let gather = || {
            let ids: Arc<[UserId]> = recipients(workspace, Owner::Queue(queue)).into();
            let hash = digest::of(|hasher| ids.iter().for_each(|id| hasher.wide(id.bits())));
            Recipients { ids, hash }
        };
        self.queues.entry(queue).or_insert_with(gather).clone()
    }

    /// The hash of what the policy answers in which state, and when it is in which.
    pub(super) fn policy(&mut self, policy: &Policy<'_>, faces: &Faces, holidays: &HolidayBook) -> u128 {
        let hours = policy.standing.hours.as_ref();
        let schedule = hours.map_or(0, |hours| self.schedule(hours.schedule, holidays));
        digest::of(|hasher| {
            hasher.wide(schedule);
            hasher.word(policy.place as u64);
            for &place in &faces.of_state {
                hasher.word(place as u64);
            }
            for face in &faces.distinct {
                hasher.wide(face.digest);
            }
        })
    }
}

/// The hash of everything that decides when a schedule is in which state, given that of the holidays it observes.
pub(super) fn content(schedule: &Schedule, closed: u128) -> u128 {
    let mut hasher = Hasher::new();
    hasher.text(schedule.zone().name());
    let day = |hasher: &mut Hasher, hours: &DayHours| {
        hasher.word(hours.intervals().len() as u64);
        for &interval in hours.intervals() {
            let (start, end) = interval.into();
            hasher.word(u64::from(start.minutes()) << 32 | u64::from(end.minutes()));
        }
    };
    match schedule.days() {
        DayMode::AllDay => hasher.word(0),
        DayMode::WeekdaysWeekends { weekdays, weekends } => {
            hasher.word(1);
            day(&mut hasher, weekdays);
            day(&mut hasher, weekends);
        }
        DayMode::PerDay { days } => {
            hasher.word(2);
            for hours in days {
                day(&mut hasher, hours);
            }
        }
    }
    hasher.wide(closed);
    hasher.finish()
}

/// The hash of which holidays close when.
pub(super) fn closures(observed: &BTreeSet<HolidayId>, holidays: &HolidayBook) -> u128 {
    let mut hasher = Hasher::new();
    for &id in observed {
        hasher.wide(id.bits());
        match holidays.holiday(id) {
            None => hasher.word(0),
            Some(holiday) => {
                hasher.word(1);
                dates(&mut hasher, &holiday.kind);
                let whole_day = (TimeOfDay::of(0, 0), TimeOfDay::MIDNIGHT);
                let times = holiday.times.map_or(whole_day, PartOfDay::into);
                hasher.word(u64::from(times.0.minutes()) << 32 | u64::from(times.1.minutes()));
            }
        }
    }
    hasher.finish()
}

fn dates(hasher: &mut Hasher, kind: &HolidayKind) {
    let signed = |days: i32| u64::from(days.cast_unsigned());
    match kind {
        HolidayKind::Yearly { from, to } => {
            hasher.word(1);
            for part in [from.month(), from.day(), to.month(), to.day()] {
                hasher.word(part.into());
            }
        }
        HolidayKind::Conditional {
            weekday,
            occurrence,
            month,
        } => {
            hasher.word(2);
            hasher.word(weekday.num_days_from_monday().into());
            hasher.word(occurrence.week().map_or(u64::MAX, u64::from));
            hasher.word(month.number_from_month().into());
        }
        HolidayKind::Once(range) => {
            hasher.word(3);
            hasher.word(signed(range.from().num_days_from_ce()));
            hasher.word(signed(range.to().num_days_from_ce()));
        }
    }
}
