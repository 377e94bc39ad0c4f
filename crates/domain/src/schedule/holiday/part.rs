//! Part of a day.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::error::HolidayError;
use crate::schedule::TimeOfDay;

/// From a time, included, to a later one of the same day, excluded; `24:00` is the day's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(TimeOfDay, TimeOfDay)", into = "(TimeOfDay, TimeOfDay)")]
// INVARIANT: `from` is before `to`.
pub struct PartOfDay {
    from: TimeOfDay,
    to: TimeOfDay,
}

impl PartOfDay {
    /// The part between two times.
    ///
    /// # Errors
    /// `NoTimes` when the second is not the later: nights are made of two holidays (specification 5.2).
    pub fn new(from: TimeOfDay, to: TimeOfDay) -> Result<Self, HolidayError> {
        if from < to {
            Ok(Self { from, to })
        } else {
            Err(HolidayError::NoTimes { from, to })
        }
    }

    /// Its first minute.
    pub fn from(self) -> TimeOfDay {
        self.from
    }

    /// The minute after its last.
    pub fn to(self) -> TimeOfDay {
        self.to
    }

    /// Whether a minute lies inside.
    pub(super) fn holds(self, minute: TimeOfDay) -> bool {
        self.from <= minute && minute < self.to
    }
}

impl TryFrom<(TimeOfDay, TimeOfDay)> for PartOfDay {
    type Error = HolidayError;

    fn try_from((from, to): (TimeOfDay, TimeOfDay)) -> Result<Self, Self::Error> {
        Self::new(from, to)
    }
}

impl From<PartOfDay> for (TimeOfDay, TimeOfDay) {
    fn from(part: PartOfDay) -> Self {
        (part.from, part.to)
    }
}

impl fmt::Display for PartOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{}", self.from, self.to)
    }
}
