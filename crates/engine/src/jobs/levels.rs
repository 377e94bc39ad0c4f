//! How many numbers each level decides for, before and after.

use domain::PhoneNumber;
use domain::impact::Progress;

use super::{Job, Step};
use crate::protocol::{Answer, Levels};
use crate::state::State;

/// Numbers a step looks at.
const NUMBERS: usize = 500;

pub(super) struct LevelsJob {
    before: Vec<PhoneNumber>,
    after: Vec<PhoneNumber>,
    done: usize,
    found: Levels,
}

impl LevelsJob {
    pub(super) fn new(state: &State) -> Self {
        let numbers =
            |workspace: &domain::Workspace| workspace.numbers().map(|number| number.number).collect();
        Self {
            before: numbers(&state.before),
            after: numbers(&state.after),
            done: 0,
            found: Levels::default(),
        }
    }
}

impl Job for LevelsJob {
    fn step(&mut self, state: &mut State) -> Step {
        let total = self.before.len().max(self.after.len());
        if self.done >= total {
            return Step::Done(Answer::Levels(self.found));
        }
        let Levels { before, after } = &mut self.found;
        for (numbers, counts, workspace) in [
            (&self.before, before, &state.before),
            (&self.after, after, &state.after),
        ] {
            for &number in numbers.iter().skip(self.done).take(NUMBERS) {
                counts.add(workspace, number);
            }
        }
        self.done = (self.done + NUMBERS).min(total);
        Step::Going(Progress {
            done: self.done,
            total,
        })
    }
}
