//! Holidays: which dates they fall on, and which part of the day they take.

mod dates;

use std::sync::Arc;

use chrono::{Datelike, Month, NaiveDate, Weekday};
use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use super::hours::TimeOfDay;
use crate::ids::{FolderId, HolidayId};
use crate::message::MessageText;

/// The longest name, in characters (specification 2.9).
pub const MAX_HOLIDAY_NAME: usize = 25;

/// A named day, or part of one, on which those who observe it are closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// Identifies the holiday.
    pub id: HolidayId,
    /// The folder it lies in.
    pub folder: FolderId,
    /// 1 to 25 characters.
    pub name: HolidayName,
    /// Which dates.
    pub kind: HolidayKind,
    /// Which part of those dates, from and to; none takes the whole day (R66).
    pub times: Option<(TimeOfDay, TimeOfDay)>,
    /// The text sent on it, instead of the deflection message (specification 5.3).
    pub message: Option<MessageText>,
}

/// Which dates a holiday falls on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "every", rename_all = "snake_case")]
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
    /// Dates that come once, both ends included.
    Once {
        /// The first date.
        from: NaiveDate,
        /// The last date.
        to: NaiveDate,
    },
}

/// A day of the year; 29 February comes in leap years only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct YearDay {
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// Which such weekday of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occurrence {
    /// Week 1 to 5; a month without a fifth has no such holiday.
    Week(u8),
    /// The last of the month.
    Last,
}

/// A name of 1 to 25 characters (S149).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HolidayName(String);

impl HolidayName {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for HolidayName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.trim().chars().count() {
            1..=MAX_HOLIDAY_NAME => Ok(Self(text.trim().to_owned())),
            length => Err(format!(
                "a holiday's name has 1 to {MAX_HOLIDAY_NAME} characters: `{text}` has {length}"
            )),
        }
    }
}

impl From<HolidayName> for String {
    fn from(name: HolidayName) -> Self {
        name.0
    }
}

impl Holiday {
    /// The name, as shown.
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// Whether a minute of a date falls on it.
    pub(super) fn covers(&self, date: NaiveDate, minute: TimeOfDay) -> bool {
        let within = self.times.is_none_or(|(from, to)| from <= minute && minute < to);
        within && self.kind.falls_on(date)
    }
}

impl HolidayKind {
    /// Whether a date is one of its dates (specification 5.2).
    pub fn falls_on(&self, date: NaiveDate) -> bool {
        match self {
            Self::Yearly { from, to } => {
                let day = YearDay {
                    month: small(date.month()),
                    day: small(date.day()),
                };
                if from <= to {
                    *from <= day && day <= *to
                } else {
                    *from <= day || day <= *to
                }
            }
            Self::Conditional {
                weekday,
                occurrence,
                month,
            } => {
                let in_month = date.weekday() == *weekday && date.month() == month.number_from_month();
                in_month
                    && match occurrence {
                        Occurrence::Week(week) => (small(date.day()) - 1) / 7 + 1 == *week,
                        Occurrence::Last => (date + chrono::Days::new(7)).month() != date.month(),
                    }
            }
            Self::Once { from, to } => *from <= date && date <= *to,
        }
    }
}

/// A month's or day's number, which fits a byte.
fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

/// A named group of holidays, such as one a region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidayFolder {
    /// Identifies the folder.
    pub id: FolderId,
    /// Not empty.
    pub name: String,
}

/// All holidays and their folders; cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidayBook {
    folders: OrdMap<FolderId, Arc<HolidayFolder>>,
    holidays: OrdMap<HolidayId, Arc<Holiday>>,
}

impl HolidayBook {
    /// One holiday.
    pub fn holiday(&self, id: HolidayId) -> Option<&Arc<Holiday>> {
        self.holidays.get(&id)
    }

    /// All holidays, oldest first.
    pub fn holidays(&self) -> impl Iterator<Item = &Arc<Holiday>> {
        self.holidays.values()
    }

    /// One folder.
    pub fn folder(&self, id: FolderId) -> Option<&Arc<HolidayFolder>> {
        self.folders.get(&id)
    }

    /// All folders, oldest first.
    pub fn folders(&self) -> impl Iterator<Item = &Arc<HolidayFolder>> {
        self.folders.values()
    }

    /// The holidays of a folder, oldest first.
    pub fn in_folder(&self, folder: FolderId) -> impl Iterator<Item = &Arc<Holiday>> {
        self.holidays
            .values()
            .filter(move |holiday| holiday.folder == folder)
    }

    /// Takes a holiday out.
    pub fn remove(&mut self, id: HolidayId) {
        self.holidays.remove(&id);
    }

    /// Takes a folder out with its holidays.
    pub fn remove_folder(&mut self, id: FolderId) {
        let inside: Vec<_> = self.in_folder(id).map(|holiday| holiday.id).collect();
        for holiday in inside {
            self.remove(holiday);
        }
        self.folders.remove(&id);
    }

    /// Adds a holiday, or writes it anew.
    pub fn add(&mut self, holiday: Holiday) {
        self.holidays.insert(holiday.id, Arc::new(holiday));
    }

    /// Adds a folder, or writes it anew.
    pub fn add_folder(&mut self, folder: HolidayFolder) {
        self.folders.insert(folder.id, Arc::new(folder));
    }
}
