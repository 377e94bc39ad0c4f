//! The week of a schedule's wall clock, laid out for walking through time.

use super::{Schedule, WEEKDAYS};

/// The number of the state in which texts are offered.
pub(super) const OPEN: usize = 0;
/// The number of the state outside the hours.
pub(super) const OUTSIDE_HOURS: usize = 1;

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;
/// A week without a clock change.
pub(crate) const WEEK: i64 = 7 * DAY;
/// The first Monday of 1970.
const MONDAY: i64 = 4 * DAY;

/// When the hours begin and end, in seconds since Monday began.
#[derive(Debug)]
// INVARIANT: sorted, within a week, neighbours different, the last and the first too.
pub(crate) struct Week {
    changes: Vec<(i64, usize)>,
    /// The state before the first change of a week.
    at_first: usize,
}

impl Week {
    pub(crate) fn of(schedule: &Schedule) -> Self {
        let Some(open) = open(schedule) else {
            return Self {
                changes: Vec::new(),
                at_first: OPEN,
            };
        };
        let mut changes = Vec::with_capacity(open.len() * 2);
        for (start, end) in open {
            match changes.last_mut() {
                // 24:00 of one day and 00:00 of the next are the same moment.
                Some((at, OUTSIDE_HOURS)) if *at == start => *at = end,
                _ => changes.extend([(start, OPEN), (end, OUTSIDE_HOURS)]),
            }
        }
        let ends_with_week = changes.pop_if(|(at, _)| *at == WEEK).is_some();
        let begins_with_week = changes.first().is_some_and(|&(at, _)| at == 0);
        match (ends_with_week, begins_with_week) {
            (true, true) => drop(changes.remove(0)),
            (true, false) => changes.insert(0, (0, OUTSIDE_HOURS)),
            (false, _) => {}
        }
        let at_first = match changes.last() {
            Some(&(_, state)) => state,
            None if ends_with_week => OPEN,
            None => OUTSIDE_HOURS,
        };
        Self { changes, at_first }
    }

    /// A way through the week's hours that begins at a second of UTC, on a wall clock so many seconds ahead.
    pub(crate) fn enter(&self, from: i64, offset: i64) -> Walk<'_> {
        let into = (from + offset - MONDAY).rem_euclid(WEEK);
        let next = self.changes.partition_point(|&(at, _)| at <= into);
        let before = next.checked_sub(1).and_then(|last| self.changes.get(last));
        let state = before.map_or(self.at_first, |&(_, state)| state);
        let mut walk = Walk {
            changes: &self.changes,
            next,
            monday: from - into,
            state,
        };
        walk.turn();
        walk
    }
}

/// A way through the week's hours, from change to change.
#[derive(Clone, Debug)]
// INVARIANT: `next` is the place of a change, unless there is none.
pub(crate) struct Walk<'a> {
    changes: &'a [(i64, usize)],
    next: usize,
    /// The second of UTC in which the week of the next change began.
    monday: i64,
    state: usize,
}

impl Walk<'_> {
    /// The number of the state now.
    pub(crate) fn state(&self) -> usize {
        self.state
    }

    /// The second of UTC in which it becomes another one; none when it never does.
    pub(crate) fn until(&self) -> Option<i64> {
        self.changes.get(self.next).map(|&(at, _)| self.monday + at)
    }

    /// Goes on to that second.
    pub(crate) fn go_on(&mut self) {
        if let Some(&(_, state)) = self.changes.get(self.next) {
            self.state = state;
            self.next += 1;
            self.turn();
        }
    }

    fn turn(&mut self) {
        if self.next == self.changes.len() {
            self.next = 0;
            self.monday += WEEK;
        }
    }
}

/// The open stretches of a week in order; none in 24-hour mode.
fn open(schedule: &Schedule) -> Option<Vec<(i64, i64)>> {
    let mut open = Vec::new();
    let mut midnight = 0;
    for day in WEEKDAYS {
        for &interval in schedule.hours_of(day)?.intervals() {
            let (start, end) = interval.into();
            let night = if interval.is_overnight() { DAY } else { 0 };
            open.push((
                midnight + i64::from(start.minutes()) * MINUTE,
                midnight + i64::from(end.minutes()) * MINUTE + night,
            ));
        }
        midnight += DAY;
    }
    // The night from Sunday ends on Monday.
    if let Some((_, end)) = open.last_mut().filter(|(_, end)| *end > WEEK) {
        let tail = (0, *end - WEEK);
        *end = WEEK;
        open.insert(0, tail);
    }
    Some(open)
}
