//! What the rehearsal and the findings answer.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::ids::HolidayId;
use domain::impact::Finding;
use domain::{PhoneNumber, Zone};
use serde::{Deserialize, Serialize};

use super::FindingSort;

/// What clock changes and holidays do, with counts for the numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rehearsed {
    /// In the order of time.
    pub clocks: Vec<RehearsedClock>,
    /// In the order of the dates.
    pub holidays: Vec<RehearsedHoliday>,
}

/// One clock change; a line for each schedule it touches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RehearsedClock {
    /// The first moment of the new time.
    pub at: DateTime<Utc>,
    /// Whose clock.
    pub zone: Zone,
    /// What it would have shown.
    pub from: NaiveDateTime,
    /// What it shows.
    pub to: NaiveDateTime,
    /// Numbers that have something open in the time that is skipped or doubled, or open or close in it.
    pub numbers: usize,
    /// The first of them.
    pub example: Option<PhoneNumber>,
    /// Open minutes of all of them that are skipped or doubled.
    pub open_min: i64,
    /// The times of the wall clock at which they open or close in it.
    pub boundaries: Vec<NaiveDateTime>,
}

/// A holiday on one date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RehearsedHoliday {
    /// Which.
    pub holiday: HolidayId,
    /// When.
    pub date: NaiveDate,
    /// Numbers it takes open minutes from.
    pub numbers: usize,
    /// How many, all together.
    pub closed_min: i64,
}

/// What to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingsPage {
    /// Every sort that occurs, the most pressing first.
    pub sorts: Vec<SortCount>,
    /// How many the draft settles.
    pub solved: usize,
    /// Those asked for, the most pressing first.
    pub items: Vec<Found>,
}

/// How often a sort of finding occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SortCount {
    /// The sort.
    pub sort: FindingSort,
    /// How many.
    pub total: usize,
    /// How many of them the draft brings.
    pub new: usize,
}

/// A finding, and whether the draft brings it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// What.
    pub finding: Finding,
    /// Whether it is not there as long as the draft is not published.
    pub new: bool,
}
