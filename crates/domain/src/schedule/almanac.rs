//! The one evaluator: schedules laid out over a stretch of time.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Datelike, Utc};

use super::holiday::Holiday;
use super::week::Week;
use super::{HolidayBook, Schedule};
use crate::ids::HolidayId;
use crate::zone::{Zone, ZoneWindow};

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;

/// Lays schedules out over one stretch of time, and remembers what they share: the clock changes of each zone
/// and the dates of each holiday.
///
/// ```
/// use domain::schedule::{Almanac, HolidayBook, Schedule};
///
/// let (from, to) = ("2026-11-01T00:00:00Z".parse()?, "2026-11-02T00:00:00Z".parse()?);
/// let mut almanac = Almanac::new(HolidayBook::default(), from, to);
/// let mut breaks = Vec::new();
/// almanac.breaks(&Schedule::always(domain::Zone::UTC), &mut breaks);
/// assert_eq!(breaks, [(from.timestamp(), 0)]);
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Debug)]
pub struct Almanac {
    book: HolidayBook,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    zones: HashMap<Zone, ZoneWindow>,
    holidays: HashMap<HolidayId, Vec<(i64, i64)>>,
}

/// A stretch of the wall clock, in seconds, that a holiday takes, and the number of that holiday's state.
type Mask = (i64, i64, u16);

impl Almanac {
    /// An almanac from one moment, included, to another, excluded.
    pub fn new(book: HolidayBook, from: DateTime<Utc>, to: DateTime<Utc>) -> Self {
        Self {
            book,
            from,
            to,
            zones: HashMap::new(),
            holidays: HashMap::new(),
        }
    }

    /// Every change of a schedule's state: the second of UTC and the number of the state from then on.
    ///
    /// The first lies at the almanac's beginning. States are numbered: 0 open, 1 outside the hours, 2 the first
    /// of [`Schedule::observed`], 3 the second, and so on. What `into` held is thrown away; its room is used.
    pub fn breaks(&mut self, schedule: &Schedule, into: &mut Vec<(i64, u16)>) {
        into.clear();
        let masks = self.masks(schedule);
        let zone = schedule.zone();
        let (from, to) = self.seconds();
        let window = self
            .zones
            .entry(zone)
            .or_insert_with(|| ZoneWindow::new(zone, from, to));
        let week = Week::of(schedule);
        for segment in window.segments() {
            let mut give = |local: i64, state: u16| {
                if into.last().is_none_or(|&(_, last)| last != state) {
                    into.push((local - segment.offset, state));
                }
            };
            let mut at = segment.from + segment.offset;
            let end = segment.to + segment.offset;
            let first = masks.partition_point(|&(_, to, _)| to <= at);
            for &(from, to, state) in masks.iter().skip(first).take_while(|&&(from, ..)| from < end) {
                if at < from {
                    week.walk(at, from, &mut give);
                }
                give(from.max(at), state);
                at = to.min(end);
            }
            if at < end {
                week.walk(at, end, &mut give);
            }
        }
    }

    /// The seconds in which the almanac begins and before which it ends.
    fn seconds(&self) -> (i64, i64) {
        let from = self.from.timestamp();
        if self.to <= self.from {
            return (from, from);
        }
        let begun = i64::from(self.to.timestamp_subsec_nanos() > 0);
        (from, self.to.timestamp() + begun)
    }

    /// What the observed holidays take, sorted and apart; where two meet, the first observed has it.
    fn masks(&mut self, schedule: &Schedule) -> Vec<Mask> {
        let mut masks = Vec::new();
        for (state, &id) in (2..).zip(schedule.observed()) {
            let Some(holiday) = self.book.holiday(id) else {
                continue;
            };
            let taken = self
                .holidays
                .entry(id)
                .or_insert_with(|| taken(holiday, self.from, self.to));
            masks.extend(taken.iter().map(|&(from, to)| (from, to, state)));
        }
        masks.sort_unstable();
        let apart = masks
            .iter()
            .zip(masks.iter().skip(1))
            .all(|(first, second)| first.1 <= second.0);
        if apart { masks } else { part(&masks) }
    }
}

/// The stretches of the wall clock that a holiday takes about a stretch of time.
fn taken(holiday: &Holiday, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<(i64, i64)> {
    // No zone is more than a day away from UTC.
    let (first, last) = (
        from.timestamp().div_euclid(DAY) - 1,
        to.timestamp().div_euclid(DAY) + 1,
    );
    let runs = holiday
        .kind
        .runs(from.year() - 1..=to.year() + 1)
        .into_iter()
        .map(|(from, to)| (i64::from(from.to_epoch_days()), i64::from(to.to_epoch_days())))
        .map(|(from, to)| (from.max(first), to.min(last)))
        .filter(|(from, to)| from <= to);
    match holiday.times {
        None => runs.map(|(from, to)| (from * DAY, (to + 1) * DAY)).collect(),
        Some(part) => runs
            .flat_map(|(from, to)| from..=to)
            .map(|day| {
                let at = |minutes: u16| day * DAY + i64::from(minutes) * MINUTE;
                (at(part.from().minutes()), at(part.to().minutes()))
            })
            .collect(),
    }
}

/// Cuts stretches that overlap, so that each moment has the lowest of its states.
fn part(masks: &[Mask]) -> Vec<Mask> {
    let mut turns: Vec<_> = masks
        .iter()
        .flat_map(|&(from, to, state)| [(to, false, state), (from, true, state)])
        .collect();
    // What ends goes before what begins, since a range of whole days may follow itself.
    turns.sort_unstable();
    let mut holding = BTreeSet::new();
    let mut since = i64::MIN;
    let mut apart = Vec::new();
    for (at, begins, state) in turns {
        if let Some(&lowest) = holding.first().filter(|_| since < at) {
            apart.push((since, at, lowest));
        }
        since = at;
        if begins {
            holding.insert(state);
        } else {
            holding.remove(&state);
        }
    }
    apart
}
