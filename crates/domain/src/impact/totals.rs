//! All changes added up: what the first sentence of a review says.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::answer::Handling;
use super::change::Change;
use crate::phone::PhoneNumber;

/// `37 numbers change: +412 open hours, −0. First difference Mon 3 Nov 08:00. 2 numbers are never answered.`
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Numbers with at least one minute that differs.
    pub numbers: usize,
    /// Minutes with another answer, over all numbers.
    pub changed_min: u64,
    /// Minutes answered, deflected and seen by nobody that are so only after, in the order of [`Handling::ALL`].
    pub gained_min: [u64; 3],
    /// Minutes that were so only before.
    pub lost_min: [u64; 3],
    /// The first minute that differs; of several numbers the one with the least digits.
    pub first: Option<FirstChange>,
    /// Numbers that change and after it have no answered minute in the whole horizon, removed ones not counted.
    pub never_answered: Vec<PhoneNumber>,
}

/// The first minute that differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstChange {
    /// When.
    pub at: DateTime<Utc>,
    /// A number for which it differs.
    pub number: PhoneNumber,
}

impl Totals {
    /// One number more, its first minute and whether it is answered apart.
    pub(super) fn add(&mut self, change: &Change) {
        self.numbers += 1;
        self.changed_min += u64::from(change.changed_min);
        for (handling, [gained, lost]) in self.moved() {
            *gained += u64::from(change.minutes.gained(handling));
            *lost += u64::from(change.minutes.lost(handling));
        }
    }

    /// The same number less.
    pub(super) fn remove(&mut self, change: &Change) {
        self.numbers -= 1;
        self.changed_min -= u64::from(change.changed_min);
        for (handling, [gained, lost]) in self.moved() {
            *gained -= u64::from(change.minutes.gained(handling));
            *lost -= u64::from(change.minutes.lost(handling));
        }
    }

    fn moved(&mut self) -> impl Iterator<Item = (Handling, [&mut u64; 2])> {
        let both = self.gained_min.iter_mut().zip(&mut self.lost_min);
        let both = both.map(|(gained, lost)| [gained, lost]);
        Handling::ALL.into_iter().zip(both)
    }

    /// Minutes that come to this only after.
    pub fn gained(&self, handling: Handling) -> u64 {
        self.gained_min
            .get(handling as usize)
            .copied()
            .unwrap_or_default()
    }

    /// Minutes that came to this only before.
    pub fn lost(&self, handling: Handling) -> u64 {
        self.lost_min.get(handling as usize).copied().unwrap_or_default()
    }
}
