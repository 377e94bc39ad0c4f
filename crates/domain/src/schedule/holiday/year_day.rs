//! A day of the year.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::error::HolidayError;

/// Some leap year: it has every day there is.
const LEAP_YEAR: i32 = 2000;

/// A day of every year; 29 February comes in leap years only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Fields", into = "Fields")]
// INVARIANT: a day that leap years have.
pub struct YearDay {
    month: u8,
    day: u8,
}

/// The stored form.
#[derive(Serialize, Deserialize)]
struct Fields {
    month: u8,
    day: u8,
}

impl YearDay {
    /// A day of a month, both counted from 1.
    ///
    /// # Errors
    /// `NotADay` for one that no year has, such as 30 February.
    pub fn new(month: u8, day: u8) -> Result<Self, HolidayError> {
        match NaiveDate::from_ymd_opt(LEAP_YEAR, month.into(), day.into()) {
            Some(_) => Ok(Self { month, day }),
            None => Err(HolidayError::NotADay {
                given: format!("{month:02}/{day:02}"),
            }),
        }
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day in a year; none for 29 February in most years.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month.into(), self.day.into())
    }
}

impl FromStr for YearDay {
    type Err = HolidayError;

    /// Reads `MM/DD`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let not_a_day = || HolidayError::NotADay {
            given: text.to_owned(),
        };
        let (month, day) = text.trim().split_once('/').ok_or_else(not_a_day)?;
        let number = |digits: &str| {
            let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| digits.parse().ok()).flatten().ok_or_else(not_a_day)
        };
        Self::new(number(month)?, number(day)?).map_err(|_| not_a_day())
    }
}

impl fmt::Display for YearDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}/{:02}", self.month, self.day)
    }
}

impl TryFrom<Fields> for YearDay {
    type Error = HolidayError;

    fn try_from(fields: Fields) -> Result<Self, Self::Error> {
        Self::new(fields.month, fields.day)
    }
}

impl From<YearDay> for Fields {
    fn from(day: YearDay) -> Self {
        Self {
            month: day.month,
            day: day.day,
        }
    }
}
