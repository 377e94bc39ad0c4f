//! The rule of a zone that holds in every year to come.

use super::offset;

const DAY: i64 = 24 * 60 * 60;

/// The offsets of a year, and when summer time begins and ends.
#[derive(Default)]
pub(super) struct Lasting {
    standard: i32,
    summer: i32,
    /// Where there is summer time: its beginning and its end.
    edges: Option<[Edge; 2]>,
}

/// A moment of every year, by the wall clock that is about to change.
struct Edge {
    month: u8,
    /// Which of the month's weeks: 5 is the last.
    week: u8,
    /// 0 is Sunday.
    weekday: u8,
    /// Minutes after midnight: it may be on another day.
    minute: i16,
}

impl Lasting {
    /// As `build.rs` writes it.
    pub(super) fn read(bytes: &mut impl Iterator<Item = u8>) -> Option<Self> {
        let (standard, summer) = (offset(bytes)?, offset(bytes)?);
        let edges = if standard == summer {
            None
        } else {
            Some([Edge::read(bytes)?, Edge::read(bytes)?])
        };
        Some(Self {
            standard,
            summer,
            edges,
        })
    }

    /// The offset at a second of UTC.
    pub(super) fn offset_at(&self, at: i64) -> i32 {
        let Some([begins, ends]) = &self.edges else {
            return self.standard;
        };
        // No summer time begins or ends within a day of the new year.
        let (standard, summer) = (i64::from(self.standard), i64::from(self.summer));
        let year = year_of((at + standard).div_euclid(DAY));
        let begins = begins.second_of(year) - standard;
        let ends = ends.second_of(year) - summer;
        let is_summer = if begins < ends {
            begins <= at && at < ends
        } else {
            at < ends || begins <= at
        };
        if is_summer { self.summer } else { self.standard }
    }
}

impl Edge {
    fn read(bytes: &mut impl Iterator<Item = u8>) -> Option<Self> {
        Some(Self {
            month: bytes.next()?,
            week: bytes.next()?,
            weekday: bytes.next()?,
            minute: i16::from_le_bytes([bytes.next()?, bytes.next()?]),
        })
    }

    /// The second of a year, as if its clock were UTC.
    fn second_of(&self, year: i64) -> i64 {
        let month = i64::from(self.month);
        let first = day_of(year, month);
        // Day 0, the first of 1970, was a Thursday.
        let weekday = (first + 4).rem_euclid(7);
        let mut day =
            first + (i64::from(self.weekday) - weekday).rem_euclid(7) + 7 * (i64::from(self.week) - 1);
        if day >= day_of(year, month + 1) {
            day -= 7;
        }
        day * DAY + i64::from(self.minute) * 60
    }
}

/// The first day of a month, counted from 1970; month 13 is the next year's first.
fn day_of(year: i64, month: i64) -> i64 {
    // Years that begin in March have their leap day at the end.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5
        - 719_468
}

/// The year of a day counted from 1970.
fn year_of(day: i64) -> i64 {
    // A year too few at most: 400 years have 146 097 days.
    let year = 1970 + (day * 400).div_euclid(146_097);
    let late = day >= day_of(year + 1, 1);
    let early = day < day_of(year, 1);
    year + i64::from(late) - i64::from(early)
}
