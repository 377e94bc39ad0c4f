//! What clock changes and holidays do to opening times, before they come.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};

use super::content::{closures, content};
use super::horizon::Horizon;
use super::policy::Policy;
use super::run::Progress;
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
struct Followed {
    schedule: Schedule,
    numbers: Vec<PhoneNumber>,
}

/// What the clock changes and holidays of the horizon do to the hours of these numbers.
pub fn rehearse(
    workspace: &Workspace,
    numbers: impl IntoIterator<Item = PhoneNumber>,
    horizon: Horizon,
) -> Rehearsal {
    RehearsalRun::new(workspace, numbers, horizon).finish()
}

/// A rehearsal being worked out; dropping it cancels.
pub struct RehearsalRun {
    workspace: Workspace,
    horizon: Horizon,
    /// The numbers whose hours are not known yet, the next one last.
    waiting: Vec<PhoneNumber>,
    /// The hours that are not looked at yet, by what they say.
    hours: BTreeMap<u128, Followed>,
    progress: Progress,
    clocks: BTreeMap<&'static str, Vec<ClockChange>>,
    /// The dates of a holiday between two.
    dates: BTreeMap<(HolidayId, NaiveDate, NaiveDate), Vec<NaiveDate>>,
    taken: BTreeMap<(NaiveDate, HolidayId), (Vec<PhoneNumber>, i64)>,
}

impl RehearsalRun {
    /// Looks at nothing yet.
    pub fn new(
        workspace: &Workspace,
        numbers: impl IntoIterator<Item = PhoneNumber>,
        horizon: Horizon,
    ) -> Self {
        let mut waiting: Vec<_> = numbers.into_iter().collect();
        waiting.reverse();
        Self {
            workspace: workspace.clone(),
            horizon,
            // Each is looked at twice: for its hours, then with all that have the same.
            progress: Progress {
                done: 0,
                total: 2 * waiting.len(),
            },
            waiting,
            hours: BTreeMap::new(),
            clocks: BTreeMap::new(),
            dates: BTreeMap::new(),
            taken: BTreeMap::new(),
        }
    }

    /// Whether all of it was looked at.
    pub fn is_done(&self) -> bool {
        self.waiting.is_empty() && self.hours.is_empty()
    }

    /// Looks at so many numbers, or at so many different hours.
    pub fn step(&mut self, count: usize) -> Progress {
        if self.waiting.is_empty() {
            for _ in 0..count {
                let Some((_, followed)) = self.hours.pop_first() else {
                    break;
                };
                self.look_at(&followed);
                self.progress.done += followed.numbers.len();
            }
        } else {
            let next = self.waiting.len().saturating_sub(count);
            for number in self.waiting.split_off(next).into_iter().rev() {
                self.follow(number);
            }
        }
        self.progress
    }

    /// The rehearsal, once the rest is looked at.
    pub fn finish(mut self) -> Rehearsal {
        while !self.is_done() {
            self.step(usize::MAX);
        }
        let mut clock_changes: Vec<_> = self.clocks.into_values().flatten().collect();
        for change in &mut clock_changes {
            change.touched.sort_by(|a, b| a.numbers.cmp(&b.numbers));
        }
        clock_changes.sort_by_key(|change| (change.at, change.zone.name()));
        let holidays = self.taken.into_iter();
        let holidays = holidays.map(|((date, holiday), (mut numbers, closed_min))| {
            numbers.sort_unstable();
            HolidayDate {
                holiday,
                date,
                numbers,
                closed_min,
            }
        });
        Rehearsal {
            clock_changes,
            holidays: holidays.collect(),
        }
    }

    fn follow(&mut self, number: PhoneNumber) {
        let Some(hours) = Policy::of(&self.workspace, number).standing.hours else {
            self.progress.done += 2;
            return;
        };
        let closed = closures(hours.schedule.observed(), self.workspace.holidays());
        let entry = self.hours.entry(content(hours.schedule, closed));
        let followed = entry.or_insert_with(|| Followed {
            schedule: hours.schedule.clone(),
            numbers: Vec::new(),
        });
        followed.numbers.push(number);
        self.progress.done += 1;
    }

    fn look_at(&mut self, followed: &Followed) {
        let zone = followed.schedule.zone();
        let changes = self.clocks.entry(zone.name());
        let book = self.workspace.holidays();
        for change in changes.or_insert_with(|| clock_changes(zone, self.horizon)) {
            let (from, to) = (change.from.min(change.to), change.from.max(change.to));
            change.touched.extend(touch(followed, book, from, to));
        }
        let wall = on_the_wall(&followed.schedule);
        let plain = wall.observing(BTreeSet::new());
        let first = zone.to_local(self.horizon.from()).date();
        let last = zone.to_local(self.horizon.to() - Duration::minutes(1)).date();
        let observed = followed.schedule.observed().iter();
        for holiday in observed.filter_map(|&id| book.holiday(id)) {
            let with = wall.observing(BTreeSet::from([holiday.id]));
            let dates = self.dates.entry((holiday.id, first, last)).or_insert_with(|| {
                let days = first.iter_days().take_while(|&date| date <= last);
                days.filter(|&date| holiday.kind.falls_on(date)).collect()
            });
            for &date in &*dates {
                let taken = open_minutes(&plain, book, date) - open_minutes(&with, book, date);
                if taken > 0 {
                    let entry = self.taken.entry((date, holiday.id)).or_default();
                    entry.0.extend(&followed.numbers);
                    entry.1 += taken * i64::try_from(followed.numbers.len()).unwrap_or(i64::MAX);
                }
            }
        }
    }
}

/// All that a zone's clock does in the horizon, touching nothing yet.
fn clock_changes(zone: Zone, horizon: Horizon) -> Vec<ClockChange> {
    let mut changes = Vec::new();
    let mut before = horizon.from();
    while let Some(at) = zone.next_transition(before, horizon.to()) {
        let offset_before = zone.offset_at(at - Duration::seconds(1));
        changes.push(ClockChange {
            at,
            zone,
            from: at.naive_utc() + offset_before,
            to: zone.to_local(at),
            touched: Vec::new(),
        });
        before = at;
    }
    changes
}

/// What the hours have in a stretch of the wall clock; none when they are closed all through it.
fn touch(
    followed: &Followed,
    holidays: &HolidayBook,
    from: NaiveDateTime,
    to: NaiveDateTime,
) -> Option<Touched> {
    let wall = on_the_wall(&followed.schedule);
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
fn on_the_wall(schedule: &Schedule) -> Schedule {
    schedule.in_zone(Zone::UTC)
}

fn open_minutes(wall: &Schedule, book: &HolidayBook, date: NaiveDate) -> i64 {
    let start = NaiveDateTime::from(date).and_utc();
    let spans = wall.timeline(book, start, start + Duration::days(1));
    let open = spans.iter().filter(|span| span.state == State::Open);
    open.map(|span| (span.to - span.from).num_minutes()).sum()
}
