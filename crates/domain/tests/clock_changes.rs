//! Hours that open and close in the gaps and overlaps of clock changes, of every zone (specification 5.1).
//!
//! Each minute about a change is judged by the five steps, with the wall clock of the second source: what the engine
//! makes of its own tables is not asked.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use domain::Zone;
use domain::schedule::{
    DateRange, DayHours, DayMode, Holiday, HolidayKind, Interval, PartOfDay, Schedule, TimeOfDay,
};

use crate::timeline::state;
use crate::written;
use crate::zones::second::{Change, second};

const MINUTES_A_DAY: i64 = 24 * 60;
/// Looked at on both sides of what is missing or doubled, in minutes.
const ASIDE: i64 = 40;

/// One clock change: the moment in seconds of UTC, and how far the wall clock is ahead before and after.
#[derive(Clone, Copy, Debug)]
struct ClockChange {
    at: i64,
    before: i64,
    after: i64,
}

impl ClockChange {
    /// The minutes of the wall clock, since 1970, that are missing or doubled: the first, and the first after them.
    fn minutes(self) -> (i64, i64) {
        let (one, other) = (self.at + self.before, self.at + self.after);
        (
            one.min(other).div_euclid(60),
            (one.max(other) + 59).div_euclid(60),
        )
    }

    /// Changes of one kind move the clock alike, at the same time of the same day of the week.
    fn kind(self) -> (i64, i64, i64) {
        let week = 7 * MINUTES_A_DAY * 60;
        (self.before, self.after, (self.at + self.before).rem_euclid(week))
    }

    /// The day since 1970, and its minute, that the wall clock shows: seconds are cut off.
    fn wall_clock(self, second: i64) -> (i64, i64) {
        let ahead = if second < self.at { self.before } else { self.after };
        let minute = (second + ahead).div_euclid(60);
        (minute.div_euclid(MINUTES_A_DAY), minute.rem_euclid(MINUTES_A_DAY))
    }
}

fn changes_of(known: &[Change]) -> impl Iterator<Item = ClockChange> {
    let pairs = known.iter().zip(known.iter().skip(1));
    pairs.map(|(&(_, before), &(at, after))| ClockChange { at, before, after })
}

/// Open every day between these minutes of the wall clock; the end may be on another day, an impossible one is none.
fn daily(hours: &[(i64, i64)]) -> Option<DayMode> {
    let of_day = |minute: i64| TimeOfDay::of(0, minute.rem_euclid(MINUTES_A_DAY).try_into().unwrap());
    let interval = |&(from, to): &(i64, i64)| {
        let end = if to.rem_euclid(MINUTES_A_DAY) == 0 {
            TimeOfDay::MIDNIGHT
        } else {
            of_day(to)
        };
        Interval::new(of_day(from), end).ok()
    };
    let intervals = hours.iter().map(interval).collect::<Option<_>>()?;
    let day = DayHours::new(intervals).ok()?;
    Some(DayMode::WeekdaysWeekends {
        weekdays: day.clone(),
        weekends: day,
    })
}

/// Closed for part of one day.
fn holiday(from: i64, to: i64) -> Option<Holiday> {
    let date = NaiveDate::from_epoch_days(from.div_euclid(MINUTES_A_DAY).try_into().unwrap())?;
    let of_day = |minute: i64| TimeOfDay::of(0, minute.try_into().unwrap());
    let start = from.rem_euclid(MINUTES_A_DAY);
    let part = PartOfDay::new(of_day(start), of_day((start + to - from).min(MINUTES_A_DAY))).ok()?;
    Some(written::of_kind(
        0,
        HolidayKind::Once(DateRange::new(date, date).ok()?),
        Some(part),
    ))
}

/// Hours whose limits lie before, in and after what is missing or doubled, and at its edges.
fn hours_about(change: ClockChange) -> Vec<(DayMode, Vec<Holiday>)> {
    let (from, to) = change.minutes();
    let inside = |quarter: i64| from + (to - from) * quarter / 4;
    let (before, after) = (from - 25, to + 25);
    let open = [
        daily(&[(inside(2), after)]),
        daily(&[(before, inside(2))]),
        daily(&[(inside(1), inside(3))]),
        daily(&[(from, to)]),
        daily(&[(before, inside(1)), (inside(3), after)]),
        // Overnight, closed in between.
        daily(&[(inside(3), inside(1))]),
    ];
    let closed = [holiday(inside(1), inside(3)), holiday(from, after)];
    let open = open.into_iter().flatten().map(|mode| (mode, Vec::new()));
    let closed = closed
        .into_iter()
        .flatten()
        .map(|holiday| (DayMode::AllDay, vec![holiday]));
    open.chain(closed).collect()
}

/// The timeline and the state of every minute about a change are what the five steps say.
fn check(zone: Zone, change: ClockChange) -> usize {
    let (first, end) = change.minutes();
    let aside = (end - first + ASIDE) * 60;
    let moment = |second| DateTime::<Utc>::from_timestamp(second, 0).unwrap();
    let (from, to) = (change.at - aside, change.at + aside);
    let cases = hours_about(change);
    for (mode, holidays) in &cases {
        let ids = holidays.iter().map(|holiday| holiday.id).collect();
        let schedule = Schedule::new(zone, mode.clone(), ids).unwrap();
        let book = written::book(holidays.clone());
        let mut spans = schedule.timeline(&book, moment(from), moment(to)).into_iter();
        let mut span = spans.next().unwrap();
        for second in (from..to).step_by(60).chain([to - 1]) {
            let expected = state(mode, holidays, change.wall_clock(second));
            let at = moment(second);
            while span.to <= at {
                span = spans.next().unwrap();
            }
            assert_eq!(
                span.state, expected,
                "timeline of {zone} at {at}: {mode:?} {holidays:?}"
            );
            assert_eq!(
                schedule.state_at(&book, at),
                expected,
                "{zone} at {at}: {mode:?} {holidays:?}"
            );
        }
    }
    cases.len()
}

/// Of every zone the last change of each direction, and every kind of change that any zone had from 1970 to 2100.
#[test]
fn r69_hours_that_open_or_close_in_a_clock_change_are_those_of_the_five_steps() {
    let known = second().zones;
    let mut kinds = BTreeSet::new();
    let mut chosen: BTreeMap<(&str, i64), ClockChange> = BTreeMap::new();
    let mut met = BTreeSet::new();
    for (&name, changes) in &known {
        let mut last = BTreeMap::new();
        for change in changes_of(changes) {
            last.insert(change.after > change.before, change);
            if kinds.insert(change.kind()) {
                chosen.insert((name, change.at), change);
            }
        }
        met.extend(last.keys().map(|_| name));
        chosen.extend(last.into_values().map(|change| ((name, change.at), change)));
    }
    let mut cases = 0;
    for (&(name, _), &change) in &chosen {
        cases += check(name.parse().unwrap(), change);
    }
    let have_changes = known.values().filter(|changes| changes.len() > 1).count();
    assert_eq!(met.len(), have_changes);
    // By half an hour, by a day, by twenty minutes, by some seconds: not only by an hour.
    let moves: BTreeSet<_> = kinds.iter().map(|(before, after, _)| after - before).collect();
    for odd in [1800, -1800, 86_400, 7200, 2670, 900] {
        assert!(moves.contains(&odd), "{odd}: {moves:?}");
    }
    println!(
        "{} changes, {} kinds, {cases} schedules",
        chosen.len(),
        kinds.len()
    );
    assert!(cases > 5_000, "{cases}");
}
