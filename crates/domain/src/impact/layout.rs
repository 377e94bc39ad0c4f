//! Schedules laid out over the horizon, each only once while it is in use.

use std::collections::HashMap;
use std::sync::Arc;

use super::horizon::Horizon;
use crate::schedule::{HolidayBook, Schedule, State};

/// Moments at which the state changes, in seconds of UTC, and the state from then on; the first one is the
/// horizon's beginning. States are numbered: open, outside hours, then the observed holidays in their order.
pub(super) type Breaks = Vec<(i64, u16)>;

/// How many schedules are kept laid out; a year of one takes some 12 kB.
const KEPT: usize = 64;

/// Schedules laid out, by the hash of their content.
#[derive(Debug, Default)]
pub(super) struct Layouts(HashMap<u128, Arc<Breaks>>);

impl Layouts {
    /// A schedule laid out, or what is kept of the last time.
    pub(super) fn of(
        &mut self,
        content: u128,
        schedule: &Schedule,
        holidays: &HolidayBook,
        horizon: Horizon,
    ) -> Arc<Breaks> {
        if let Some(kept) = self.0.get(&content) {
            return Arc::clone(kept);
        }
        if self.0.len() >= KEPT {
            self.0.clear();
        }
        let breaks = Arc::new(lay_out(schedule, holidays, horizon));
        self.0.insert(content, Arc::clone(&breaks));
        breaks
    }
}

/// The breaks of one schedule.
pub(super) fn lay_out(schedule: &Schedule, holidays: &HolidayBook, horizon: Horizon) -> Breaks {
    let observed: Vec<_> = schedule.observed().iter().copied().collect();
    let number = |state| match state {
        State::Open => 0,
        State::OutsideHours => 1,
        State::Holiday(id) => observed
            .iter()
            .position(|&other| other == id)
            .map_or(u16::MAX, |place| u16::try_from(place + 2).unwrap_or(u16::MAX)),
    };
    schedule
        .timeline(holidays, horizon.from(), horizon.to())
        .into_iter()
        .map(|span| (span.from.timestamp(), number(span.state)))
        .collect()
}
