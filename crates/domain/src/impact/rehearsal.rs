//! What clock changes and holidays do to opening times, before they come.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};

use super::content::{closures, content};
use super::horizon::Horizon;
use super::policy::Policy;
use crate::ids::HolidayId;
use crate::phone::PhoneNumber;
use crate::schedule::{HolidayBook, Schedule, State};
use crate::workspace::Workspace;
use crate::zone::Zone;

/// The clock changes and holidays of a horizon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rehearsal {
    /// In the order of time, then by zone.
    pub clock_changes: Vec<ClockChange>,
    /// In the order of the dates, then by holiday.
    pub holidays: Vec<HolidayDate>,
}

/// The clock of one zone is put forward or back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The first moment of the new time.
    pub at: DateTime<Utc>,
    /// Whose clock.
    pub zone: Zone,
    /// What it would have shown at that moment.
    pub from: NaiveDateTime,
    /// What it shows.
    pub to: NaiveDateTime,
    /// The hours that have something open in the time that is skipped or comes twice, or begin or end in it.
    pub touched: Vec<Touched>,
}

/// Hours that a clock change touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// The numbers that follow these hours, in the order of their digits.
    pub numbers: Vec<PhoneNumber>,
    /// Open minutes that are skipped, or come twice.
    pub open_min: i64,
    /// The times of the wall clock in it at which these hours open or close.
    pub boundaries: Vec<NaiveDateTime>,
}

/// A holiday on one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayDate {
    /// Which.
    pub holiday: HolidayId,
    /// When, on the wall clocks of those who observe it.
    pub date: NaiveDate,
    /// Numbers whose hours have open minutes on it that it takes, in the order of their digits.
    pub numbers: Vec<PhoneNumber>,
    /// Open minutes it takes from them, all together.
    pub closed_min: i64,
}

impl ClockChange {
    /// Whether time is skipped; otherwise it comes twice.
    pub fn is_forward(&self) -> bool {
        self.from < self.to
    }

    /// How many minutes of the wall clock are skipped, or come twice.
    pub fn minutes(&self) -> i64 {
        (self.to - self.from).num_minutes().abs()
    }
}

/// One schedule and the numbers that follow it.
struct Followed<'a> {
    schedule: &'a Schedule,
    numbers: Vec<PhoneNumber>,
}

/// What the clock changes and holidays of the horizon do to the hours of these numbers.
pub fn rehearse(
    workspace: &Workspace,
    numbers: impl IntoIterator<Item = PhoneNumber>,
    horizon: Horizon,
) -> Rehearsal {
    let mut followed: BTreeMap<u128, Followed<'_>> = BTreeMap::new();
    for number in numbers {
        if let Some(hours) = Policy::of(workspace, number).standing.hours {
            let closed = closures(hours.schedule.observed(), workspace.holidays());
            let content = content(hours.schedule, closed);
            let entry = followed.entry(content).or_insert(Followed {
                schedule: hours.schedule,
                numbers: Vec::new(),
            });
            entry.numbers.push(number);
        }
    }
    let followed: Vec<_> = followed.into_values().collect();
    Rehearsal {
        clock_changes: clock_changes(&followed, workspace.holidays(), horizon),
        holidays: holidays(&followed, workspace.holidays(), horizon),
    }
}

fn clock_changes(followed: &[Followed<'_>], holidays: &HolidayBook, horizon: Horizon) -> Vec<ClockChange> {
    let zones: BTreeSet<&str> = followed
        .iter()
        .map(|followed| followed.schedule.zone().name())
        .collect();
    let mut changes = Vec::new();
    for zone in zones.into_iter().filter_map(|name| name.parse::<Zone>().ok()) {
        let mut before = horizon.from();
        while let Some(at) = zone.next_transition(before, horizon.to()) {
            let offset_before = zone.offset_at(at - Duration::seconds(1));
            let (from, to) = (at.naive_utc() + offset_before, zone.to_local(at));
            let mut touched: Vec<_> = followed
                .iter()
                .filter(|followed| followed.schedule.zone() == zone)
                .filter_map(|followed| touch(followed, holidays, from.min(to), from.max(to)))
                .collect();
            touched.sort_by(|a, b| a.numbers.cmp(&b.numbers));
            changes.push(ClockChange {
                at,
                zone,
                from,
                to,
                touched,
            });
            before = at;
        }
    }
    changes.sort_by_key(|change| (change.at, change.zone.name()));
    changes
}

/// What the hours have in a stretch of the wall clock; none when they are closed all through it.
fn touch(
    followed: &Followed<'_>,
    holidays: &HolidayBook,
    from: NaiveDateTime,
    to: NaiveDateTime,
) -> Option<Touched> {
    let wall = on_the_wall(followed.schedule, followed.schedule.observed().clone())?;
    // A minute earlier, to see whether the stretch's very beginning is an opening time.
    let spans = wall.timeline(holidays, from.and_utc() - Duration::minutes(1), to.and_utc());
    let is_open = |state| state == State::Open;
    let open = spans.iter().filter(|span| is_open(span.state));
    let open_min = open.map(|span| (span.to - span.from.max(from.and_utc())).num_minutes().max(0));
    let open_min = open_min.sum();
    let turns = spans.iter().zip(spans.iter().skip(1));
    let boundaries: Vec<_> = turns
        .filter(|(one, other)| is_open(one.state) != is_open(other.state))
        .map(|(_, other)| other.from.naive_utc())
        .collect();
    (open_min > 0 || !boundaries.is_empty()).then(|| Touched {
        numbers: followed.numbers.clone(),
        open_min,
        boundaries,
    })
}

/// The same hours on a clock that never changes, so that its moments are the wall clock's times.
fn on_the_wall(schedule: &Schedule, observed: BTreeSet<HolidayId>) -> Option<Schedule> {
    Schedule::new(Zone::UTC, schedule.days().clone(), observed).ok()
}

fn holidays(followed: &[Followed<'_>], book: &HolidayBook, horizon: Horizon) -> Vec<HolidayDate> {
    let mut found: BTreeMap<(NaiveDate, HolidayId), (Vec<PhoneNumber>, i64)> = BTreeMap::new();
    for followed in followed {
        let schedule = followed.schedule;
        let zone = schedule.zone();
        let from = zone.to_local(horizon.from()).date();
        let to = zone.to_local(horizon.to() - Duration::minutes(1)).date();
        let Some(plain) = on_the_wall(schedule, BTreeSet::new()) else {
            continue;
        };
        for holiday in schedule.observed().iter().filter_map(|&id| book.holiday(id)) {
            let Some(with) = on_the_wall(schedule, BTreeSet::from([holiday.id])) else {
                continue;
            };
            let dates = from.iter_days().take_while(|&date| date <= to);
            for date in dates.filter(|&date| holiday.kind.falls_on(date)) {
                let taken = open_minutes(&plain, book, date) - open_minutes(&with, book, date);
                if taken > 0 {
                    let entry = found.entry((date, holiday.id)).or_default();
                    entry.0.extend(&followed.numbers);
                    entry.1 += taken * i64::try_from(followed.numbers.len()).unwrap_or(i64::MAX);
                }
            }
        }
    }
    let dates = found
        .into_iter()
        .map(|((date, holiday), (mut numbers, closed_min))| {
            numbers.sort_unstable();
            HolidayDate {
                holiday,
                date,
                numbers,
                closed_min,
            }
        });
    dates.collect()
}

fn open_minutes(wall: &Schedule, book: &HolidayBook, date: NaiveDate) -> i64 {
    let start = NaiveDateTime::from(date).and_utc();
    let spans = wall.timeline(book, start, start + Duration::days(1));
    let open = spans.iter().filter(|span| span.state == State::Open);
    open.map(|span| (span.to - span.from).num_minutes()).sum()
}
