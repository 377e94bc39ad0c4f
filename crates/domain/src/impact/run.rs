//! The work of an impact, in steps, and only for the numbers that can be touched.

use serde::{Deserialize, Serialize};

use super::comparison::Comparison;
use super::horizon::Horizon;
use super::sums::Sums;
use super::touched::touched;
use super::{Entries, Impact};
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

/// How far a run has come, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Numbers looked at.
    pub done: usize,
    /// Numbers there are to look at.
    pub total: usize,
}

/// An impact being worked out; dropping it cancels.
///
/// ```
/// # use domain::{Workspace, Zone};
/// use domain::impact::{Horizon, ImpactRun};
/// # let before = Workspace::empty("Larkspur Home", Zone::UTC);
/// # let after = before.clone();
/// let horizon = Horizon::months("2026-10-15T14:32:00Z".parse()?, 12);
/// let mut run = ImpactRun::new(&before, &after, horizon);
/// while !run.is_done() {
///     let progress = run.step(200);
///     // Here a browser draws the progress, and looks at the clock to choose the next step's size.
/// }
/// let impact = run.finish();
/// assert!(impact.is_empty());
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Debug)]
pub struct ImpactRun {
    before: Workspace,
    after: Workspace,
    horizon: Horizon,
    work: Vec<PhoneNumber>,
    done: usize,
    entries: Entries,
    sums: Sums,
    comparison: Comparison,
}

impl ImpactRun {
    /// Compares two workspaces from nothing.
    pub fn new(before: &Workspace, after: &Workspace, horizon: Horizon) -> Self {
        Self::revise(&Impact::none(before, horizon), before, after)
    }

    /// Compares two workspaces of which an earlier impact compared the like, over the same horizon: only numbers
    /// whose answers can have become others since are looked at.
    pub fn revise(earlier: &Impact, before: &Workspace, after: &Workspace) -> Self {
        let mut work = touched(&earlier.before, before);
        work.join(touched(&earlier.after, after));
        let mut comparison = Comparison::new(before, after, earlier.horizon);
        if work.is_all() {
            comparison.remember(earlier.entries.values());
        }
        let listed = before
            .numbers()
            .chain(after.numbers())
            .map(|number| number.number);
        Self {
            work: work.numbers(listed.chain(earlier.entries.keys().copied())),
            before: before.clone(),
            after: after.clone(),
            horizon: earlier.horizon,
            done: 0,
            entries: earlier.entries.clone(),
            sums: Sums::from(&earlier.totals, earlier.digest),
            comparison,
        }
    }

    /// Looks at the next numbers, at most that many. A number takes some µs, or far less when another one
    /// has the same policies.
    pub fn step(&mut self, numbers: usize) -> Progress {
        for &number in self.work.iter().skip(self.done).take(numbers) {
            let new = self.comparison.compare(&self.before, &self.after, number);
            let old = match new.clone() {
                Some(entry) => self.entries.insert(number, entry),
                None => self.entries.remove(&number),
            };
            self.sums.exchange(number, old.as_ref(), new.as_ref());
        }
        self.done = self.done.saturating_add(numbers).min(self.work.len());
        self.progress()
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        Progress {
            done: self.done,
            total: self.work.len(),
        }
    }

    /// Whether every number was looked at.
    pub fn is_done(&self) -> bool {
        self.done == self.work.len()
    }

    /// Does what is left, all at once.
    pub fn finish(mut self) -> Impact {
        self.step(usize::MAX);
        let (totals, digest) = self.sums.finish(&self.entries);
        Impact {
            before: self.before,
            after: self.after,
            horizon: self.horizon,
            entries: self.entries,
            totals,
            digest,
        }
    }
}
