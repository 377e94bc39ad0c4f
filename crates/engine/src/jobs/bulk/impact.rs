//! What the file changes in routing: its changes carried out on a copy, then both compared.

use chrono::{DateTime, Utc};
use domain::impact::{Horizon, ImpactRun, Progress};
use domain::workspace::Together;
use domain::{Intent, Refusal};

use crate::jobs::{Job, Step};
use crate::protocol::{Answer, FileAnswer};
use crate::state::State;

/// Rows, changes, and numbers, that a step looks at.
const ROWS: usize = 500;
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

    /// The next stage, or why the changes do not fit.
    fn apply(&self, mut run: Together, changes: &[Intent], state: &State) -> Result<Stage, Refusal> {
        if !run.step(changes, CHANGES)? {
            return Ok(Stage::Applying(Box::new(run)));
        }
        let (after, _) = run.finish(changes)?;
        let horizon = Horizon::months(self.from, self.months);
        let run = ImpactRun::new(&state.before, &after, horizon);
        Ok(Stage::Comparing(Box::new(run)))
    }
}

impl Job for FileImpact {
    fn step(&mut self, state: &mut State) -> Step {
        let mut progress = Progress { done: 0, total: 0 };
        if let Some(tried) = &mut state.file.tried
            && !tried.report.make(ROWS)
        {
            return Step::Going(progress);
        }
        let Some(report) = super::tried(state) else {
            return Step::Done(Answer::Nothing);
        };
        let changes = report.changes();
        match std::mem::replace(&mut self.stage, Stage::Over) {
            Stage::New => {
                let run = Together::new(state.before.clone(), changes);
                self.stage = Stage::Applying(Box::new(run));
            }
            Stage::Applying(run) => match self.apply(*run, changes, state) {
                Ok(next) => self.stage = next,
                Err(refusal) => return answer(FileAnswer::Unfit(refusal.to_string())),
            },
            Stage::Comparing(mut run) if !run.is_done() => {
                progress = run.step(NUMBERS);
                self.stage = Stage::Comparing(run);
            }
            Stage::Comparing(run) => {
                let mut totals = Box::new(run.finish().totals().clone());
                let never_answered = std::mem::take(&mut totals.never_answered).len();
                return answer(FileAnswer::Impact {
                    totals,
                    never_answered,
                });
            }
            Stage::Over => return Step::Done(Answer::Nothing),
        }
        Step::Going(progress)
    }
}

fn answer(answer: FileAnswer) -> Step {
    Step::Done(Answer::File(answer))
}

#[cfg(test)]
mod tests {
    use domain::bulk::{NumbersCheck, Sheet};
    use domain::{Workspace, Zone};

    use super::super::Tried;
    use super::*;
    use crate::protocol::Kind;

    #[test]
    fn a_file_whose_changes_do_not_fit_says_why() {
        let mut state = State::default();
        let off = Workspace::empty("Larkspur", Zone::UTC);
        let mut on = off.clone();
        on.apply(&Intent::SetSmsChat { on: true }).unwrap();
        let sheet = Sheet::read(b"Number,Label,Direct\n+1 415-555-0101,Main,1\n").unwrap();
        let report = NumbersCheck::new(on, sheet).unwrap().finish("numbers.csv");
        state.open(off);
        state.file.tried = Some(Tried {
            kind: Kind::Numbers,
            report,
            listed: None,
        });
        let mut job = FileImpact::new(DateTime::UNIX_EPOCH, 12);
        let said = loop {
            if let Step::Done(answer) = job.step(&mut state) {
                break answer;
            }
        };
        let Answer::File(FileAnswer::Unfit(why)) = said else {
            unreachable!("{said:?}");
        };
        assert!(why.starts_with("SMS is off"), "{why}");
    }
}
