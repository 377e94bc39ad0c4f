//! The stretches of time behind one square of a coverage drawing.

use std::sync::Arc;

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveTime, Utc, Weekday};
use serde::{Deserialize, Serialize};

use super::{Answer, Impact, Range};
use crate::phone::PhoneNumber;
use crate::zone::Zone;

const HALF_HOUR: Duration = Duration::minutes(30);
/// Half hours of a day.
const SLOTS: u32 = 48;

/// A square of a drawing, on the wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Square {
    /// A half hour of every week.
    HalfHour {
        /// The day of the week.
        weekday: Weekday,
        /// Half hours since midnight, 0 to 47.
        slot: u32,
    },
    /// A date.
    Day(NaiveDate),
}

impl Square {
    /// Whether a stretch of time has a minute in it, on the wall clock of a zone.
    pub fn touches(self, from: DateTime<Utc>, to: DateTime<Utc>, zone: Zone) -> bool {
        self.first_in(from, to, zone).is_some()
    }

    /// The first minute of a stretch of time that is in it, on the wall clock of a zone.
    pub fn first_in(self, from: DateTime<Utc>, to: DateTime<Utc>, zone: Zone) -> Option<DateTime<Utc>> {
        let (first, last) = (
            zone.to_local(from).date(),
            zone.to_local(to - Duration::minutes(1)).date(),
        );
        match self {
            Self::Day(date) if date == first => Some(from),
            // Midnight may be skipped.
            Self::Day(date) if first < date && date <= last => (0..SLOTS)
                .flat_map(|slot| begins(date, slot, zone))
                .find(|begins| from <= *begins && *begins < to),
            Self::Day(_) => None,
            Self::HalfHour { weekday, slot } => {
                let dates = std::iter::successors(Some(first), |date| date.checked_add_days(Days::new(1)));
                dates
                    .take_while(|date| *date <= last)
                    .filter(|date| date.weekday() == weekday)
                    .flat_map(|date| begins(date, slot, zone))
                    .find(|begins| *begins < to && from < *begins + HALF_HOUR)
                    .map(|begins| begins.max(from))
            }
        }
    }
}

/// The moments at which a half hour of a date begins: none where the clock skips it, two where it shows it twice.
fn begins(date: NaiveDate, slot: u32, zone: Zone) -> Vec<DateTime<Utc>> {
    let time = NaiveTime::from_hms_opt(slot / 2, slot % 2 * 30, 0);
    time.map(|time| zone.moments_of(date.and_time(time)))
        .unwrap_or_default()
}

/// What a number answers at one minute, on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traced {
    /// The minute.
    pub at: DateTime<Utc>,
    /// The answer before.
    pub before: Arc<Answer>,
    /// The answer after.
    pub after: Arc<Answer>,
}

impl Impact {
    /// The stretches in which a number's answer differs and that have a minute in a square, in the order of time.
    pub fn behind(&self, number: PhoneNumber, square: Square, zone: Zone) -> Vec<Range> {
        let mut ranges = self.differences(number);
        ranges.retain(|range| square.touches(range.from, range.to, zone));
        ranges
    }

    /// The first minute of a square in which a number's answer differs, or else the first minute of the square; none
    /// where the horizon has no minute of it.
    pub fn trace(&self, number: PhoneNumber, square: Square, zone: Zone) -> Option<Traced> {
        let ranges = self.ranges(number);
        let traced = |range: &Range| {
            Some(Traced {
                at: square.first_in(range.from, range.to, zone)?,
                before: Arc::clone(&range.before),
                after: Arc::clone(&range.after),
            })
        };
        let differing = ranges.iter().filter(|range| range.differs()).find_map(traced);
        differing.or_else(|| ranges.iter().find_map(traced))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(square: Square, [from, to]: [&str; 2], expected: bool) {
        let zone: Zone = "America/Chicago".parse().unwrap();
        let touches = square.touches(from.parse().unwrap(), to.parse().unwrap(), zone);
        assert_eq!(touches, expected, "{square:?} {from} {to}");
    }

    #[track_caller]
    fn check_first(square: Square, [from, to]: [&str; 2], expected: &str) {
        let zone: Zone = "America/Chicago".parse().unwrap();
        let found = square.first_in(from.parse().unwrap(), to.parse().unwrap(), zone);
        assert_eq!(found, Some(expected.parse().unwrap()), "{square:?} {from} {to}");
    }

    #[test]
    fn the_first_minute_in_a_square_is_that_of_the_stretch_or_of_the_square() {
        let evening = half_hour(Weekday::Thu, 36);
        let year = ["2026-10-15T23:10:00Z", "2027-10-15T23:10:00Z"];
        check_first(evening, year, "2026-10-15T23:10:00Z");
        check_first(half_hour(Weekday::Thu, 35), year, "2026-10-22T22:30:00Z");
        // In winter the same half hour is an hour later.
        let winter = ["2026-11-01T00:00:00Z", "2027-10-15T23:10:00Z"];
        check_first(evening, winter, "2026-11-06T00:00:00Z");
        check_first(Square::Day("2026-10-15".parse().unwrap()), year, year[0]);
        check_first(
            Square::Day("2026-12-24".parse().unwrap()),
            year,
            "2026-12-24T06:00:00Z",
        );
        // Of two stretches of a day the second begins within it.
        let noon = ["2026-12-24T18:00:00Z", "2026-12-24T19:00:00Z"];
        check_first(Square::Day("2026-12-24".parse().unwrap()), noon, noon[0]);
    }

    fn half_hour(weekday: Weekday, slot: u32) -> Square {
        Square::HalfHour { weekday, slot }
    }

    #[test]
    fn a_half_hour_of_the_week_is_touched_by_a_minute_of_it() {
        // Thursday 15 October, 18:00 to 18:30 in Chicago, is 23:00 to 23:30 of UTC.
        let evening = half_hour(Weekday::Thu, 36);
        check(evening, ["2026-10-15T23:29:00Z", "2026-10-15T23:30:00Z"], true);
        check(evening, ["2026-10-15T23:30:00Z", "2026-10-16T00:30:00Z"], false);
        check(evening, ["2026-10-15T22:00:00Z", "2026-10-15T23:00:00Z"], false);
        check(evening, ["2026-10-15T22:00:00Z", "2026-10-15T23:01:00Z"], true);
        check(evening, ["2026-10-16T00:00:00Z", "2026-10-22T23:00:00Z"], false);
        check(evening, ["2026-10-16T00:00:00Z", "2026-10-22T23:01:00Z"], true);
        check(evening, ["2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"], true);
        check(
            half_hour(Weekday::Thu, 48),
            ["2026-10-15T00:00:00Z", "2026-10-17T00:00:00Z"],
            false,
        );
    }

    #[test]
    fn a_half_hour_that_the_clock_shows_twice_is_touched_twice_and_a_skipped_one_not() {
        let night = half_hour(Weekday::Sun, 2);
        // On 1 November the clock shows 01:00 to 02:00 twice.
        check(night, ["2026-11-01T06:10:00Z", "2026-11-01T06:11:00Z"], true);
        check(night, ["2026-11-01T07:10:00Z", "2026-11-01T07:11:00Z"], true);
        check(night, ["2026-11-01T08:10:00Z", "2026-11-01T08:11:00Z"], false);
        // On 14 March it shows no time between 02:00 and 03:00.
        check(
            half_hour(Weekday::Sun, 4),
            ["2027-03-14T07:30:00Z", "2027-03-14T09:30:00Z"],
            false,
        );
    }

    #[test]
    fn a_day_is_touched_from_midnight_to_midnight_of_the_wall_clock() {
        let day = Square::Day("2026-10-15".parse().unwrap());
        check(day, ["2026-10-15T04:00:00Z", "2026-10-15T05:00:00Z"], false);
        check(day, ["2026-10-15T04:00:00Z", "2026-10-15T05:01:00Z"], true);
        check(day, ["2026-10-16T04:59:00Z", "2026-10-17T00:00:00Z"], true);
        check(day, ["2026-10-16T05:00:00Z", "2026-10-17T00:00:00Z"], false);
        check(day, ["2026-10-01T05:00:00Z", "2026-11-17T00:00:00Z"], true);
    }
}
