//! The stretches of time behind one square of a coverage drawing.

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveTime, Utc, Weekday};
use serde::{Deserialize, Serialize};

use super::{Impact, Range};
use crate::phone::PhoneNumber;
use crate::zone::Zone;

const HALF_HOUR: Duration = Duration::minutes(30);
/// Longer than that a stretch has every half hour of the week, whatever the clock skips.
const CERTAIN: Duration = Duration::days(15);

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
        let (first, last) = (
            zone.to_local(from).date(),
            zone.to_local(to - Duration::minutes(1)).date(),
        );
        match self {
            Self::Day(date) => first <= date && date <= last,
            Self::HalfHour { .. } if to - from >= CERTAIN => true,
            Self::HalfHour { weekday, slot } => {
                let Some(time) = NaiveTime::from_hms_opt(slot / 2, slot % 2 * 30, 0) else {
                    return false;
                };
                let dates = std::iter::successors(Some(first), |date| date.checked_add_days(Days::new(1)));
                dates
                    .take_while(|date| *date <= last)
                    .filter(|date| date.weekday() == weekday)
                    .flat_map(|date| zone.moments_of(date.and_time(time)))
                    .any(|begins| begins < to && from < begins + HALF_HOUR)
            }
        }
    }
}

impl Impact {
    /// The stretches in which a number's answer differs and that have a minute in a square, in the order of time.
    pub fn behind(&self, number: PhoneNumber, square: Square, zone: Zone) -> Vec<Range> {
        let mut ranges = self.differences(number);
        ranges.retain(|range| square.touches(range.from, range.to, zone));
        ranges
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
