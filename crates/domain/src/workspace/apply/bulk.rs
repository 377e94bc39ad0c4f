//! Several changes that stand or fall together.

use crate::applied::Applied;
use crate::intent::Intent;
use crate::refusal::Refusal;
use crate::workspace::Workspace;

/// Carries out an [`Intent`] or refuses it.
type Each = fn(&mut Workspace, &Intent) -> Result<Applied, Refusal>;

/// The changes of an [`Intent::Bulk`] being carried out on a copy, in steps, so that a page stays alive under a large
/// one. Dropping it leaves everything as it was.
///
/// Judged by the state after all of them: a change that does not fit yet waits for the others, so that two agents can
/// swap their numbers in whatever order the changes come. What fits in no order is refused, and nothing is done.
#[derive(Debug)]
pub struct Together {
    next: Workspace,
    each: Each,
    whole: Applied,
    /// The places of the changes that have their turn in this round.
    round: Vec<usize>,
    /// How many of them have had it.
    tried: usize,
    /// Those that did not fit, and why the first of them did not.
    refused: Vec<usize>,
    first: Option<Refusal>,
}

impl Together {
    /// Begins on a copy of the workspace, with the same checks as [`Workspace::apply`].
    pub fn new(workspace: Workspace, changes: &[Intent]) -> Self {
        Self::with(workspace, changes, Workspace::apply)
    }

    fn with(workspace: Workspace, changes: &[Intent], each: Each) -> Self {
        Self {
            next: workspace,
            each,
            whole: Applied::default(),
            round: (0..changes.len()).collect(),
            tried: 0,
            refused: Vec::new(),
            first: None,
        }
    }

    /// Tries up to so many of the changes it was begun with; true once all are carried out.
    ///
    /// # Errors
    /// Why the first change that fits in no order does not.
    pub fn step(&mut self, changes: &[Intent], most: usize) -> Result<bool, Refusal> {
        let end = self.tried.saturating_add(most).min(self.round.len());
        for &place in self.round.get(self.tried..end).unwrap_or_default() {
            let Some(change) = changes.get(place) else {
                continue;
            };
            match (self.each)(&mut self.next, change) {
                Ok(applied) => {
                    self.whole.cascades.extend(applied.cascades);
                    self.whole.warnings.extend(applied.warnings);
                }
                Err(refusal) => {
                    self.refused.push(place);
                    self.first.get_or_insert(refusal);
                }
            }
        }
        self.tried = end;
        if self.tried < self.round.len() {
            return Ok(false);
        }
        if let Some(refusal) = self.first.take()
            && self.refused.len() == self.round.len()
        {
            return Err(refusal);
        }
        self.round = std::mem::take(&mut self.refused);
        self.tried = 0;
        Ok(self.round.is_empty())
    }

    /// Carries out what is left, and hands over what comes of it all.
    ///
    /// # Errors
    /// Why the first change that fits in no order does not.
    pub fn finish(mut self, changes: &[Intent]) -> Result<(Workspace, Applied), Refusal> {
        while !self.step(changes, usize::MAX)? {}
        Ok((self.next, self.whole))
    }
}

impl Workspace {
    /// All of the changes, or none and a refusal.
    pub(super) fn carry_out_all(&mut self, changes: &[Intent], each: Each) -> Result<Applied, Refusal> {
        let (next, applied) = Together::with(self.clone(), changes, each).finish(changes)?;
        *self = next;
        Ok(applied)
    }
}
