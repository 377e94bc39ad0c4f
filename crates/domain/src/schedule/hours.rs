//! The open hours of one day.

use std::fmt;
use std::str::FromStr;

use chrono::Weekday;
use serde::{Deserialize, Serialize};

/// A time on the wall clock, `00:00` to `24:00`, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
// INVARIANT: at most 1,440.
pub struct TimeOfDay(u16);

/// Why hours cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScheduleError {
    /// Not a time.
    #[error("`{given}` is not a time: write it as `09:00`")]
    NotATime {
        /// What was given.
        given: String,
    },
    /// Start and end are the same (S145).
    #[error("opening and closing at `{at}` leaves no hours: for a whole day choose 24 hour operation")]
    NoHours {
        /// Both.
        at: TimeOfDay,
    },
    /// An opening at the end of a day.
    #[error("opening at `24:00` is opening at `00:00` of the day after: choose that day")]
    OpensAtEnd,
    /// A closing at the beginning of a day.
    #[error("closing at `00:00` is the end of a day: write `24:00`")]
    ClosesAtStart,
    /// Two intervals of a day touch or overlap.
    #[error("`{second}` begins before `{first}` has ended: leave a gap between them, or make them one")]
    Overlap {
        /// The earlier.
        first: Interval,
        /// The later.
        second: Interval,
    },
    /// A day begins before the night before has ended.
    #[error("{day} begins at `{start}`, while the night before lasts until `{tail}`: begin later")]
    RunsIntoNight {
        /// The day.
        day: Weekday,
        /// Its first opening.
        start: TimeOfDay,
        /// The end of the night's hours.
        tail: TimeOfDay,
    },
}

impl TimeOfDay {
    /// The end of the day.
    pub const MIDNIGHT: Self = Self(24 * 60);

    /// An hour and minute of the clock; later than the day's end is its end.
    pub fn of(hour: u32, minute: u32) -> Self {
        u16::try_from(hour * 60 + minute)
            .map_or(Self::MIDNIGHT, |minutes| Self(minutes.min(Self::MIDNIGHT.0)))
    }

    /// Minutes since the day began.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl FromStr for TimeOfDay {
    type Err = ScheduleError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || ScheduleError::NotATime {
            given: text.to_owned(),
        };
        let (hour, minute) = text.trim().split_once(':').ok_or_else(wrong)?;
        let number = |digits: &str| {
            let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            plain
                .then(|| digits.parse::<u16>().ok())
                .flatten()
                .ok_or_else(wrong)
        };
        let (hour, minute) = (number(hour)?, number(minute)?);
        let minutes = hour * 60 + minute;
        if minute < 60 && minutes <= Self::MIDNIGHT.0 {
            Ok(Self(minutes))
        } else {
            Err(wrong())
        }
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = ScheduleError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.to_string()
    }
}

/// From a start, included, to an end, excluded; an end before the start lies on the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(TimeOfDay, TimeOfDay)", into = "(TimeOfDay, TimeOfDay)")]
// INVARIANT: start and end differ, the start is before 24:00, the end is after 00:00.
pub struct Interval {
    start: TimeOfDay,
    end: TimeOfDay,
}

impl Interval {
    /// An interval of two times.
    ///
    /// # Errors
    /// `NoHours` when they are the same, `OpensAtEnd` for a start of `24:00`, `ClosesAtStart` for an end of
    /// `00:00` (specification 2.8).
    pub fn new(start: TimeOfDay, end: TimeOfDay) -> Result<Self, ScheduleError> {
        if start == end {
            Err(ScheduleError::NoHours { at: start })
        } else if start == TimeOfDay::MIDNIGHT {
            Err(ScheduleError::OpensAtEnd)
        } else if end == TimeOfDay(0) {
            Err(ScheduleError::ClosesAtStart)
        } else {
            Ok(Self { start, end })
        }
    }

    /// Whether it runs past midnight.
    pub fn is_overnight(self) -> bool {
        self.start > self.end
    }

    fn holds(self, at: TimeOfDay) -> bool {
        self.start <= at && (self.is_overnight() || at < self.end)
    }
}

impl FromStr for Interval {
    type Err = ScheduleError;

    /// Reads `09:00-17:00`, with a hyphen or a dash.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (start, end) = text
            .split_once(['-', '–'])
            .ok_or_else(|| ScheduleError::NotATime {
                given: text.to_owned(),
            })?;
        Self::new(start.parse()?, end.parse()?)
    }
}

impl TryFrom<(TimeOfDay, TimeOfDay)> for Interval {
    type Error = ScheduleError;

    fn try_from((start, end): (TimeOfDay, TimeOfDay)) -> Result<Self, Self::Error> {
        Self::new(start, end)
    }
}

impl From<Interval> for (TimeOfDay, TimeOfDay) {
    fn from(interval: Interval) -> Self {
        (interval.start, interval.end)
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{}", self.start, self.end)
    }
}

/// The intervals that begin on one day; none means closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Interval>", into = "Vec<Interval>")]
// INVARIANT: sorted, apart from each other, at most the last one overnight.
pub struct DayHours(Vec<Interval>);

impl DayHours {
    /// Closed all day.
    pub const CLOSED: Self = Self(Vec::new());

    /// A day of these intervals, in any order.
    ///
    /// # Errors
    /// `Overlap` when two of them touch.
    pub fn new(mut intervals: Vec<Interval>) -> Result<Self, ScheduleError> {
        intervals.sort_unstable_by_key(|interval| interval.start);
        for (&first, &second) in intervals.iter().zip(intervals.iter().skip(1)) {
            if first.is_overnight() || second.start <= first.end {
                return Err(ScheduleError::Overlap { first, second });
            }
        }
        Ok(Self(intervals))
    }

    /// The intervals, earliest first.
    pub fn intervals(&self) -> &[Interval] {
        &self.0
    }

    /// How many minutes they last together.
    pub fn minutes(&self) -> u32 {
        let length = |interval: &Interval| {
            let whole = if interval.is_overnight() {
                TimeOfDay::MIDNIGHT.0
            } else {
                0
            };
            u32::from(whole + interval.end.0 - interval.start.0)
        };
        self.0.iter().map(length).sum()
    }

    /// Whether a time of the same day lies inside.
    pub(super) fn holds(&self, at: TimeOfDay) -> bool {
        self.0.iter().any(|interval| interval.holds(at))
    }

    /// Whether a time of the day after lies inside.
    pub(super) fn tail_holds(&self, at: TimeOfDay) -> bool {
        self.tail().is_some_and(|end| at < end)
    }

    fn tail(&self) -> Option<TimeOfDay> {
        self.0
            .last()
            .filter(|last| last.is_overnight())
            .map(|last| last.end)
    }

    /// Refuses hours that begin before the night before has ended.
    pub(super) fn check_after(&self, night: &Self, day: Weekday) -> Result<(), ScheduleError> {
        match (night.tail(), self.0.first()) {
            (Some(tail), Some(first)) if first.start <= tail => Err(ScheduleError::RunsIntoNight {
                day,
                start: first.start,
                tail,
            }),
            _ => Ok(()),
        }
    }
}

impl TryFrom<Vec<Interval>> for DayHours {
    type Error = ScheduleError;

    fn try_from(intervals: Vec<Interval>) -> Result<Self, Self::Error> {
        Self::new(intervals)
    }
}

impl From<DayHours> for Vec<Interval> {
    fn from(hours: DayHours) -> Self {
        hours.0
    }
}
