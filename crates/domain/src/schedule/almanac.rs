//! The one evaluator: schedules laid out over a stretch of time.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Datelike, Utc};

use super::holiday::Holiday;
use super::week::Week;
use super::{HolidayBook, Schedule};
use crate::ids::HolidayId;
use crate::zone::{Segment, Zone, ZoneWindow};

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
    zones: HashMap<Zone, Known>,
    holidays: HashMap<HolidayId, Vec<(i64, i64)>>,
}

/// What was worked out for a zone.
#[derive(Debug)]
struct Known {
    window: ZoneWindow,
    /// By the holidays that are observed.
    phases: BTreeMap<BTreeSet<HolidayId>, Arc<[Phase]>>,
}

/// How many lists of phases are kept for a zone.
const KEPT: usize = 64;

/// A stretch of time in which one rule gives a schedule's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phase {
    /// Its first second of UTC.
    pub(crate) from: i64,
    /// The first second after it.
    pub(crate) to: i64,
    /// What gives the state.
    pub(crate) rule: Rule,
}

/// What gives a schedule's state for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// The week's hours, on a wall clock that is so far ahead of UTC.
    Week {
        /// In seconds.
        offset: i64,
    },
    /// One state all the time, such as a holiday's.
    Still(usize),
}

/// A stretch of the wall clock, in seconds, that a holiday takes, and the number of that holiday's state.
type Mask = (i64, i64, usize);

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
    pub fn breaks(&mut self, schedule: &Schedule, into: &mut Vec<(i64, usize)>) {
        into.clear();
        let week = Week::of(schedule);
        let mut give = |at: i64, state: usize| {
            if into.last().is_none_or(|&(_, last)| last != state) {
                into.push((at, state));
            }
        };
        for phase in self.phases(schedule).iter() {
            match phase.rule {
                Rule::Still(state) => give(phase.from, state),
                Rule::Week { offset } => {
                    let mut walk = week.enter(phase.from, offset);
                    give(phase.from, walk.state());
                    while let Some(at) = walk.until().filter(|&at| at < phase.to) {
                        walk.go_on();
                        give(at, walk.state());
                    }
                }
            }
        }
    }

    /// The almanac's time cut where another rule begins to give the schedule's state: sorted and gapless.
    pub(crate) fn phases(&mut self, schedule: &Schedule) -> Arc<[Phase]> {
        let zone = schedule.zone();
        let kept = self
            .zones
            .get(&zone)
            .and_then(|known| known.phases.get(schedule.observed()));
        if let Some(kept) = kept {
            return Arc::clone(kept);
        }
        let masks = self.masks(schedule);
        let (from, to) = self.seconds();
        let known = self.zones.entry(zone).or_insert_with(|| Known {
            window: ZoneWindow::new(zone, from, to),
            phases: BTreeMap::new(),
        });
        let segments = known.window.segments().iter();
        let phases: Arc<[Phase]> = segments.flat_map(|segment| cut(segment, &masks)).collect();
        if known.phases.len() >= KEPT {
            known.phases.clear();
        }
        known
            .phases
            .insert(schedule.observed().clone(), Arc::clone(&phases));
        phases
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

/// A stretch in which the wall clock runs evenly, cut where holidays begin and end.
fn cut(segment: &Segment, masks: &[Mask]) -> Vec<Phase> {
    let mut phases = Vec::new();
    let mut give = |from: i64, to: i64, rule: Rule| {
        if from < to {
            phases.push(Phase {
                from: from - segment.offset,
                to: to - segment.offset,
                rule,
            });
        }
    };
    let week = Rule::Week {
        offset: segment.offset,
    };
    let mut at = segment.from + segment.offset;
    let end = segment.to + segment.offset;
    let first = masks.partition_point(|&(_, to, _)| to <= at);
    for &(from, to, state) in masks.iter().skip(first).take_while(|&&(from, ..)| from < end) {
        give(at, from, week);
        give(from.max(at), to.min(end), Rule::Still(state));
        at = to.min(end);
    }
    give(at, end, week);
    phases
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
