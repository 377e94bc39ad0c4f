//! How much of the time somebody answers: by hour of the week and by day, for one number or many.

mod bins;

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::answer::Handling;
use super::content::Memo;
use super::horizon::Horizon;
use super::policy::{Faces, Policy};
use super::run::Progress;
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;
use crate::zone::Zone;
use bins::Bins;

/// Slots of a day in the week's map.
pub const SLOTS: usize = 48;

/// Minutes of numbers by what they come to; a minute of three numbers counts three times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// How many numbers are added up.
    pub numbers: usize,
    /// Half hours of the week on the wall clock, Monday first: all weeks of the horizon together.
    pub week: [[Shares; SLOTS]; 7],
    /// The days of the horizon on the wall clock; the first and the last one may be cut.
    pub days: Vec<Day>,
}

/// One day of the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// Its date on the wall clock.
    pub date: NaiveDate,
    /// What its minutes come to; a day on which clocks change has more or fewer of them.
    pub shares: Shares,
}

/// Minutes answered, deflected and seen by nobody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shares {
    /// Minutes in which a text is answered.
    pub answered_min: u64,
    /// Minutes in which it gets an automatic text.
    pub deflected_min: u64,
    /// Minutes in which nobody sees it.
    pub nobody_min: u64,
}

impl Shares {
    /// All minutes.
    pub fn total_min(self) -> u64 {
        let answered_or_not = self.answered_min.saturating_add(self.nobody_min);
        answered_or_not.saturating_add(self.deflected_min)
    }

    /// The answered part in thousandths; all of it when there is nothing to answer.
    pub fn answered_permille(self) -> u64 {
        let permille = u128::from(self.answered_min) * 1000;
        permille
            .checked_div(self.total_min().into())
            .and_then(|permille| permille.try_into().ok())
            .unwrap_or(1000)
    }

    fn join(&mut self, other: Self) {
        self.answered_min += other.answered_min;
        self.deflected_min += other.deflected_min;
        self.nobody_min += other.nobody_min;
    }
}

impl Coverage {
    /// A day of the week's map by full hours; 0 is Monday.
    pub fn hours_of(&self, weekday: usize) -> [Shares; SLOTS / 2] {
        let mut hours = [Shares::default(); SLOTS / 2];
        let slots = self.week.get(weekday).into_iter().flat_map(|day| day.chunks(2));
        for (hour, slots) in hours.iter_mut().zip(slots) {
            for &slot in slots {
                hour.join(slot);
            }
        }
        hours
    }

    /// The whole horizon.
    pub fn total(&self) -> Shares {
        let mut total = Shares::default();
        self.days.iter().for_each(|day| total.join(day.shares));
        total
    }
}

/// The coverage of these numbers over a horizon, on the wall clock of a zone. See [`CoverageRun`] for doing it in
/// steps.
pub fn coverage(
    workspace: &Workspace,
    numbers: impl IntoIterator<Item = PhoneNumber>,
    horizon: Horizon,
    zone: Zone,
) -> Coverage {
    CoverageRun::new(workspace, numbers, horizon, zone).finish()
}

/// A coverage being worked out; dropping it cancels. Numbers with equal policies are laid out once.
#[derive(Debug)]
pub struct CoverageRun {
    workspace: Workspace,
    zone: Zone,
    memo: Memo,
    numbers: Vec<PhoneNumber>,
    counted: usize,
    /// One number of each policy, and how many have it.
    policies: Vec<(PhoneNumber, u32)>,
    places: HashMap<u128, usize>,
    added: usize,
    bins: Bins,
}

impl CoverageRun {
    /// Nothing is done yet. A number that is not in the list is seen by nobody.
    pub fn new(
        workspace: &Workspace,
        numbers: impl IntoIterator<Item = PhoneNumber>,
        horizon: Horizon,
        zone: Zone,
    ) -> Self {
        Self {
            workspace: workspace.clone(),
            zone,
            memo: Memo::new(workspace, horizon),
            numbers: numbers.into_iter().collect(),
            counted: 0,
            policies: Vec::new(),
            places: HashMap::new(),
            added: 0,
            bins: Bins::new(horizon),
        }
    }

    /// Does so many more pieces of work: first each number is looked at, then each policy is laid out.
    pub fn step(&mut self, pieces: usize) -> Progress {
        let counted = pieces.min(self.numbers.len() - self.counted);
        for place in self.counted..self.counted + counted {
            self.count(place);
        }
        self.counted += counted;
        if self.counted == self.numbers.len() {
            let added = (pieces - counted).min(self.policies.len() - self.added);
            for place in self.added..self.added + added {
                self.add(place);
            }
            self.added += added;
        }
        self.progress()
    }

    /// How far it has come; the total grows while new policies are found.
    pub fn progress(&self) -> Progress {
        Progress {
            done: self.counted + self.added,
            total: self.numbers.len() + self.policies.len(),
        }
    }

    /// Whether all is done.
    pub fn is_done(&self) -> bool {
        self.counted == self.numbers.len() && self.added == self.policies.len()
    }

    /// Does what is left, all at once.
    pub fn finish(mut self) -> Coverage {
        self.step(usize::MAX);
        self.bins.fold(self.numbers.len(), self.zone)
    }

    fn count(&mut self, place: usize) {
        let Some(&number) = self.numbers.get(place) else {
            return;
        };
        let policy = Policy::of(&self.workspace, number);
        let faces = policy.faces();
        let hash = self.memo.policy(&policy, &faces, self.workspace.holidays());
        let next = self.policies.len();
        let place = *self.places.entry(hash).or_insert(next);
        match self.policies.get_mut(place) {
            Some((_, count)) => *count += 1,
            None => self.policies.push((number, 1)),
        }
    }

    fn add(&mut self, place: usize) {
        let Some(&(number, count)) = self.policies.get(place) else {
            return;
        };
        let policy = Policy::of(&self.workspace, number);
        let mut breaks = Vec::new();
        if let Some(hours) = &policy.standing.hours {
            self.memo.almanac.breaks(hours.schedule, &mut breaks);
        } else {
            breaks.push((self.bins.start(), 0));
        }
        let faces = policy.faces();
        let ends = breaks.iter().skip(1).map(|&(from, _)| from);
        for (&(from, state), to) in breaks.iter().zip(ends.chain([self.bins.end()])) {
            match handling(&faces, state) {
                Handling::Answered => self.bins.answered.add(from, to, count),
                Handling::Deflected => self.bins.deflected.add(from, to, count),
                Handling::Nobody => {}
            }
        }
    }
}

fn handling(faces: &Faces, state: usize) -> Handling {
    let place = faces.of_state.get(state).copied().unwrap_or_default();
    let face = faces.distinct.get(place);
    face.map_or(Handling::Nobody, |face| face.handling)
}
