//! What the file changes in routing: its changes carried out on a copy, then both compared.

use chrono::{DateTime, Utc};
use domain::impact::{Horizon, ImpactRun, Progress};
use domain::workspace::Together;

use crate::jobs::{Job, Step};
use crate::protocol::{Answer, FileAnswer};
use crate::state::State;

/// Changes, and numbers, that a step looks at.
const CHANGES: usize = 200;
const NUMBERS: usize = 50;

enum Stage {
    New,
    Applying(Box<Together>),
    Comparing(Box<ImpactRun>),
    Over,
}

pub(super) struct FileImpact {
    from: DateTime<Utc>,
    months: u32,
    stage: Stage,
}

impl FileImpact {
    pub(super) fn new(from: DateTime<Utc>, months: u32) -> Self {
        Self {
            from,
            months,
            stage: Stage::New,
        }
    }

    fn compare(&self, run: Together, state: &State) -> Option<Stage> {
        let changes = state.file.tried.as_ref()?.changes();
        let (after, _) = run.finish(changes).ok()?;
        let horizon = Horizon::months(self.from, self.months);
        Some(Stage::Comparing(Box::new(ImpactRun::new(
            &state.before,
            &after,
            horizon,
        ))))
    }
}

impl Job for FileImpact {
    fn step(&mut self, state: &mut State) -> Step {
        let Some(tried) = &state.file.tried else {
            return Step::Done(Answer::Nothing);
        };
        let changes = tried.changes();
        let mut progress = Progress { done: 0, total: 0 };
        match std::mem::replace(&mut self.stage, Stage::Over) {
            Stage::New => {
                let run = Together::new(state.before.clone(), changes);
                self.stage = Stage::Applying(Box::new(run));
            }
            Stage::Applying(mut run) => match run.step(changes, CHANGES) {
                Ok(false) => self.stage = Stage::Applying(run),
                Ok(true) => self.stage = self.compare(*run, state).unwrap_or(Stage::Over),
                Err(_) => {}
            },
            Stage::Comparing(mut run) if !run.is_done() => {
                progress = run.step(NUMBERS);
                self.stage = Stage::Comparing(run);
            }
            Stage::Comparing(run) => {
                let mut totals = run.finish().totals().clone();
                totals.never_answered.clear();
                return Step::Done(Answer::File(FileAnswer::Impact(Box::new(totals))));
            }
            Stage::Over => return Step::Done(Answer::Nothing),
        }
        Step::Going(progress)
    }
}
