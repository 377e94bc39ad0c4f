//! Schedules and holidays in words.

use std::fmt;

use chrono::{NaiveDate, Weekday};

use super::{DayMode, HolidayKind, Schedule};

/// How long a schedule is open in a week without holidays and clock changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpenWeek {
    /// Up to 10,080.
    pub minutes: u32,
}

/// A schedule that is legal, but seldom meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScheduleHint {
    /// No day has hours (A46).
    NeverOpen,
    /// No minute is closed: 24 hour operation, and no holiday is observed (A45).
    NeverClosed,
}

impl Schedule {
    /// How long it is open in a week: `open 41 h 30 min a week`.
    pub fn open_week(&self) -> OpenWeek {
        OpenWeek {
            minutes: self.open_minutes_a_week(),
        }
    }

    /// What to say of it when it is saved, if anything.
    pub fn hint(&self) -> Option<ScheduleHint> {
        if self.open_minutes_a_week() == 0 {
            Some(ScheduleHint::NeverOpen)
        } else if self.days == DayMode::AllDay && self.observed.is_empty() {
            Some(ScheduleHint::NeverClosed)
        } else {
            None
        }
    }
}

impl fmt::Display for OpenWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.minutes / 60, self.minutes % 60) {
            (0, 0) => f.write_str("never open"),
            (168, 0) => f.write_str("open round the clock"),
            (0, minutes) => write!(f, "open {minutes} min a week"),
            (hours, 0) => write!(f, "open {hours} h a week"),
            (hours, minutes) => write!(f, "open {hours} h {minutes} min a week"),
        }
    }
}

impl fmt::Display for ScheduleHint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NeverOpen => "all days are closed: every text gets the after-hours reply",
            Self::NeverClosed => {
                "open round the clock with no holiday observed: no text gets the after-hours reply"
            }
        })
    }
}

/// `12/24–01/02 every year`, `Thursday, Week 4 of November`, `Fri 4 Dec 2026`.
impl fmt::Display for HolidayKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Yearly { from, to } if from == to => write!(f, "{from} every year"),
            Self::Yearly { from, to } => write!(f, "{from}–{to} every year"),
            Self::Conditional {
                weekday,
                occurrence,
                month,
            } => write!(f, "{}, {occurrence} of {}", weekday_name(*weekday), month.name()),
            Self::Once(range) => f.write_str(&dates((range.from(), range.to()))),
        }
    }
}

/// `Fri 25 Dec 2026`, `Thu 24 Dec 2026 – Sat 2 Jan 2027`.
pub fn dates((from, to): (NaiveDate, NaiveDate)) -> String {
    let day = |date: NaiveDate| date.format("%a %-d %b %Y").to_string();
    if from == to {
        day(from)
    } else {
        format!("{} – {}", day(from), day(to))
    }
}

/// `Monday`.
pub fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
