//! Hours of operation: a zone, the open hours of each day, and the holidays that are observed.

mod almanac;
mod holiday;
mod hours;
mod timeline;
mod week;
mod words;

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc, Weekday};
use serde::{Deserialize, Serialize};

use crate::ids::HolidayId;
use crate::zone::Zone;

pub use almanac::Almanac;
pub(crate) use almanac::{Phase, Rule};
pub use holiday::{
    DateRange, FolderName, Holiday, HolidayBook, HolidayError, HolidayFolder, HolidayKind, HolidayName,
    MAX_HOLIDAY_NAME, Occurrence, PartOfDay, YearDay,
};
pub use hours::{DayHours, Interval, ScheduleError, TimeOfDay};
pub use timeline::Span;
pub(crate) use week::{WEEK, Walk, Week};
pub use words::{OpenWeek, ScheduleHint, dates, weekday_name};

/// The days from Monday on.
pub const WEEKDAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// When an agent, a queue or the company is open. An impossible one cannot be built.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Fields", into = "Fields")]
// INVARIANT: no day's hours overlap or touch the tail of the night before.
pub struct Schedule {
    zone: Zone,
    days: DayMode,
    observed: BTreeSet<HolidayId>,
}

/// The three day modes (R64).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayMode {
    /// 24 hours, every day.
    AllDay,
    /// Monday to Friday alike, Saturday and Sunday alike.
    WeekdaysWeekends {
        /// Monday to Friday.
        weekdays: DayHours,
        /// Saturday and Sunday.
        weekends: DayHours,
    },
    /// Each day for itself.
    PerDay {
        /// Sunday first.
        days: [DayHours; 7],
    },
}

/// Whether texts are offered at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// They are.
    Open,
    /// The day's hours say no.
    OutsideHours,
    /// An observed holiday says no (R65).
    Holiday(HolidayId),
}

/// The stored form.
#[derive(Serialize, Deserialize)]
struct Fields {
    time_zone: Zone,
    days: DayMode,
    observed_holidays: BTreeSet<HolidayId>,
}

impl Schedule {
    /// A schedule of these parts.
    ///
    /// # Errors
    /// A day's hours that overlap or touch the night before (specification 2.8).
    pub fn new(zone: Zone, days: DayMode, observed: BTreeSet<HolidayId>) -> Result<Self, ScheduleError> {
        let schedule = Self { zone, days, observed };
        for day in WEEKDAYS {
            let (Some(night), Some(hours)) = (schedule.hours_of(day.pred()), schedule.hours_of(day)) else {
                continue;
            };
            hours.check_after(night, day)?;
        }
        Ok(schedule)
    }

    /// Open round the clock, no holiday observed.
    pub fn always(zone: Zone) -> Self {
        Self {
            zone,
            days: DayMode::AllDay,
            observed: BTreeSet::new(),
        }
    }

    /// The zone whose wall clock governs it (R63).
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// The hours of the days.
    pub fn days(&self) -> &DayMode {
        &self.days
    }

    /// The holidays on which it is closed.
    pub fn observed(&self) -> &BTreeSet<HolidayId> {
        &self.observed
    }

    /// The same hours in another zone: 09:00 stays 09:00 (S147).
    #[must_use]
    pub fn in_zone(&self, zone: Zone) -> Self {
        Self { zone, ..self.clone() }
    }

    /// The same hours, closed on these holidays.
    #[must_use]
    pub fn observing(&self, observed: BTreeSet<HolidayId>) -> Self {
        Self {
            observed,
            ..self.clone()
        }
    }

    /// The same hours, open on a holiday that is deleted or no longer ticked.
    #[must_use]
    pub fn without_holiday(&self, holiday: HolidayId) -> Self {
        let mut schedule = self.clone();
        schedule.observed.remove(&holiday);
        schedule
    }

    /// Open or not at a moment, and why not (specification 5.1).
    pub fn state_at(&self, holidays: &HolidayBook, at: DateTime<Utc>) -> State {
        let local = self.zone.to_local(at);
        let date = local.date();
        let minute = TimeOfDay::of(local.hour(), local.minute());
        if let Some(holiday) = self.holiday_on(holidays, date, minute) {
            return State::Holiday(holiday);
        }
        let Some(today) = self.hours_of(date.weekday()) else {
            return State::Open;
        };
        let tail = self
            .hours_of(date.weekday().pred())
            .is_some_and(|night| night.tail_holds(minute));
        if today.holds(minute) || tail {
            State::Open
        } else {
            State::OutsideHours
        }
    }

    /// Open or not at a moment.
    pub fn is_open(&self, holidays: &HolidayBook, at: DateTime<Utc>) -> bool {
        self.state_at(holidays, at) == State::Open
    }

    /// Open minutes of a week without holidays and clock changes.
    pub fn open_minutes_a_week(&self) -> u32 {
        WEEKDAYS
            .into_iter()
            .map(|day| self.hours_of(day).map_or(24 * 60, DayHours::minutes))
            .sum()
    }

    /// The hours of a day of the week; none in 24-hour mode.
    fn hours_of(&self, day: Weekday) -> Option<&DayHours> {
        match &self.days {
            DayMode::AllDay => None,
            DayMode::WeekdaysWeekends { weekends, .. } if matches!(day, Weekday::Sat | Weekday::Sun) => {
                Some(weekends)
            }
            DayMode::WeekdaysWeekends { weekdays, .. } => Some(weekdays),
            DayMode::PerDay { days } => days.get(day.num_days_from_sunday() as usize),
        }
    }

    fn holiday_on(&self, holidays: &HolidayBook, date: NaiveDate, minute: TimeOfDay) -> Option<HolidayId> {
        let observed = self.observed.iter().filter_map(|&id| holidays.holiday(id));
        observed
            .filter(|holiday| holiday.covers(date, minute))
            .map(|holiday| holiday.id)
            .next()
    }
}

impl TryFrom<Fields> for Schedule {
    type Error = ScheduleError;

    fn try_from(fields: Fields) -> Result<Self, Self::Error> {
        Self::new(fields.time_zone, fields.days, fields.observed_holidays)
    }
}

impl From<Schedule> for Fields {
    fn from(schedule: Schedule) -> Self {
        Self {
            time_zone: schedule.zone,
            days: schedule.days,
            observed_holidays: schedule.observed,
        }
    }
}
