//! Holidays: which dates they fall on, and which part of the day they take.

mod book;
mod dates;
mod error;
mod kind;
mod name;
mod part;
mod year_day;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::hours::TimeOfDay;
use crate::ids::{FolderId, HolidayId};
use crate::message::MessageText;

pub use book::{HolidayBook, HolidayFolder};
pub use error::HolidayError;
pub use kind::{DateRange, HolidayKind, Occurrence};
pub use name::{FolderName, HolidayName, MAX_HOLIDAY_NAME};
pub use part::PartOfDay;
pub use year_day::YearDay;

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
    /// Which part of those dates; none takes the whole day (R66).
    pub times: Option<PartOfDay>,
    /// The text sent on it, instead of the deflection message (specification 5.3).
    pub message: Option<MessageText>,
}

impl Holiday {
    /// The name, as shown.
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// Whether a minute of a date falls on it.
    pub(super) fn covers(&self, date: NaiveDate, minute: TimeOfDay) -> bool {
        self.times.is_none_or(|part| part.holds(minute)) && self.kind.falls_on(date)
    }
}
