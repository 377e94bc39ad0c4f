//! The three kinds of holidays.

use std::fmt;

use chrono::{Datelike, Month, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::error::HolidayError;
use super::year_day::YearDay;

/// Which dates a holiday falls on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidayKind {
    /// The same days each year, both ends included; wraps over New Year when the first is later.
    Yearly {
        /// The first day.
        from: YearDay,
        /// The last day.
        to: YearDay,
    },
    /// Such as the fourth Thursday of November.
    Conditional {
        /// The day of the week.
        weekday: Weekday,
        /// Which one of the month.
        occurrence: Occurrence,
        /// The month.
        month: Month,
    },
    /// Dates that come once.
    Once(DateRange),
}

/// Which such weekday of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occurrence {
    /// The first.
    Week1,
    /// The second.
    Week2,
    /// The third.
    Week3,
    /// The fourth.
    Week4,
    /// The fifth; a month without one has no such holiday.
    Week5,
    /// The last, be it the fourth or the fifth.
    Last,
}

/// Dates from a first to a last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Fields", into = "Fields")]
// INVARIANT: `from` is not after `to`.
pub struct DateRange {
    from: NaiveDate,
    to: NaiveDate,
}

/// The stored form of a range.
#[derive(Serialize, Deserialize)]
struct Fields {
    from: NaiveDate,
    to: NaiveDate,
}

impl HolidayKind {
    /// Whether a date is one of its dates (specification 5.2).
    pub fn falls_on(&self, date: NaiveDate) -> bool {
        match self {
            Self::Yearly { from, to } => {
                let day = (date.month(), date.day());
                let begun = (from.month().into(), from.day().into()) <= day;
                let lasting = day <= (to.month().into(), to.day().into());
                if from <= to {
                    begun && lasting
                } else {
                    begun || lasting
                }
            }
            Self::Conditional {
                weekday,
                occurrence,
                month,
            } => {
                date.weekday() == *weekday
                    && date.month() == month.number_from_month()
                    && occurrence.is_of(date)
            }
            Self::Once(range) => range.from <= date && date <= range.to,
        }
    }
}

impl Occurrence {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Week1,
        Self::Week2,
        Self::Week3,
        Self::Week4,
        Self::Week5,
        Self::Last,
    ];

    /// Which week it is, 1 to 5; none for the last.
    pub fn week(self) -> Option<u8> {
        match self {
            Self::Week1 => Some(1),
            Self::Week2 => Some(2),
            Self::Week3 => Some(3),
            Self::Week4 => Some(4),
            Self::Week5 => Some(5),
            Self::Last => None,
        }
    }

    fn is_of(self, date: NaiveDate) -> bool {
        match self.week() {
            Some(week) => (date.day() - 1) / 7 + 1 == u32::from(week),
            None => date.day() + 7 > u32::from(date.num_days_in_month()),
        }
    }
}

impl fmt::Display for Occurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.week() {
            Some(week) => write!(f, "Week {week}"),
            None => f.write_str("Last"),
        }
    }
}

impl DateRange {
    /// From a first date to a last one.
    ///
    /// # Errors
    /// `Reversed` when the last comes before the first.
    pub fn new(from: NaiveDate, to: NaiveDate) -> Result<Self, HolidayError> {
        if from <= to {
            Ok(Self { from, to })
        } else {
            Err(HolidayError::Reversed { from, to })
        }
    }

    /// The first date.
    pub fn from(self) -> NaiveDate {
        self.from
    }

    /// The last date.
    pub fn to(self) -> NaiveDate {
        self.to
    }
}

impl TryFrom<Fields> for DateRange {
    type Error = HolidayError;

    fn try_from(fields: Fields) -> Result<Self, Self::Error> {
        Self::new(fields.from, fields.to)
    }
}

impl From<DateRange> for Fields {
    fn from(range: DateRange) -> Self {
        Self {
            from: range.from,
            to: range.to,
        }
    }
}
