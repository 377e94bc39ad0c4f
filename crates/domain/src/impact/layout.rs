//! Schedules laid out over the horizon, each only once while it is in use.

use std::collections::HashMap;
use std::sync::Arc;

use super::horizon::Horizon;
use crate::schedule::{Almanac, HolidayBook, Schedule};

/// What [`Almanac::breaks`] gives.
pub(super) type Breaks = Vec<(i64, u16)>;

/// How many schedules are kept laid out; a year of one takes some 12 kB.
const KEPT: usize = 64;

/// Schedules laid out, by the hash of their content.
#[derive(Debug, Default)]
pub(super) struct Layouts {
    kept: HashMap<u128, Arc<Breaks>>,
    /// The longest so far; the next one is given as much room at once.
    longest: usize,
}

impl Layouts {
    /// A schedule laid out, or what is kept of the last time.
    pub(super) fn of(&mut self, content: u128, schedule: &Schedule, almanac: &mut Almanac) -> Arc<Breaks> {
        if let Some(kept) = self.kept.get(&content) {
            return Arc::clone(kept);
        }
        if self.kept.len() >= KEPT {
            self.kept.clear();
        }
        let mut breaks = Breaks::with_capacity(self.longest);
        almanac.breaks(schedule, &mut breaks);
        self.longest = self.longest.max(breaks.len());
        let breaks = Arc::new(breaks);
        self.kept.insert(content, Arc::clone(&breaks));
        breaks
    }
}

/// An almanac of the horizon.
pub(super) fn almanac(holidays: &HolidayBook, horizon: Horizon) -> Almanac {
    Almanac::new(holidays.clone(), horizon.from(), horizon.to())
}
