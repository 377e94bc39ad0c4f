//! The last states of a draft, so that undo and redo need not carry out all of it again.

use std::collections::BTreeMap;

use super::Replayed;
use crate::intent::Intent;
use crate::refusal::Refusal;
use crate::workspace::Workspace;

/// How many states are kept.
const KEPT: usize = 32;

/// A head, and what it is with so many of the changes of one draft.
///
/// ```
/// # use domain::{Intent, Workspace, Zone};
/// use domain::draft::Trail;
/// # let head = Workspace::empty("Larkspur Home", Zone::UTC);
/// let changes = [Intent::SetSmsChat { on: true }, Intent::SetSmsChat { on: false }];
/// let mut trail = Trail::new(head);
/// trail.go_to(&changes);
/// // Undo: nothing is carried out again.
/// let undone = trail.go_to(&changes[..1]);
/// assert!(undone.workspace.settings().sms_chat);
/// ```
#[derive(Clone, Debug)]
pub struct Trail {
    head: Workspace,
    /// By the number of changes.
    marks: BTreeMap<usize, Mark>,
}

/// What it is then.
#[derive(Clone, Debug)]
struct Mark {
    workspace: Workspace,
    refused: Vec<(usize, Refusal)>,
}

impl Trail {
    /// Nothing is carried out yet.
    pub fn new(head: Workspace) -> Self {
        Self {
            head,
            marks: BTreeMap::new(),
        }
    }

    /// Carries out all these changes. They begin like those of the last time, or are the first of them, or
    /// [`Self::forget_after`] said how many are still the same.
    ///
    /// Never fails: what cannot be applied is set aside with its reason, and the rest goes on.
    pub fn go_to(&mut self, changes: &[Intent]) -> Replayed {
        let count = changes.len();
        let before = self.stand(changes, count.saturating_sub(1));
        let Mark { workspace, refused } = self.stand(changes, count);
        Replayed {
            workspace,
            before: before.workspace,
            refused,
        }
    }

    /// One more change was carried out on the last state; with it there are so many, and it comes to this.
    pub fn push(&mut self, count: usize, workspace: Workspace) {
        let Some(last) = count.checked_sub(1) else {
            return;
        };
        self.forget_after(last);
        let refused = match self.marks.get(&last) {
            Some(mark) => mark.refused.clone(),
            None if last == 0 => Vec::new(),
            None => return,
        };
        self.keep(count, Mark { workspace, refused });
    }

    /// Only so many of the changes are the same from now on.
    pub fn forget_after(&mut self, count: usize) {
        self.marks.split_off(&count.saturating_add(1));
    }

    fn stand(&mut self, changes: &[Intent], count: usize) -> Mark {
        let known = self.marks.range(..=count).next_back();
        let (from, mut mark) = known.map_or_else(
            || {
                let refused = Vec::new();
                let workspace = self.head.clone();
                (0, Mark { workspace, refused })
            },
            |(&from, mark)| (from, mark.clone()),
        );
        let ahead = changes.iter().enumerate().take(count).skip(from);
        for (place, change) in ahead {
            if let Err(refusal) = mark.workspace.apply(change) {
                mark.refused.push((place, refusal));
            }
            // Each state that is kept makes the next change copy what it touches: of many, only the last ones are.
            if place + KEPT > count {
                self.keep(place + 1, mark.clone());
            }
        }
        mark
    }

    /// In the place of the one that is farthest off.
    fn keep(&mut self, count: usize, mark: Mark) {
        self.marks.insert(count, mark);
        if self.marks.len() > KEPT {
            let ends = [self.marks.first_key_value(), self.marks.last_key_value()];
            let farthest = ends
                .into_iter()
                .flatten()
                .map(|(&end, _)| end)
                .max_by_key(|end| end.abs_diff(count));
            farthest.map(|end| self.marks.remove(&end));
        }
    }
}
