//! Coverage before and after, one side after the other.

use domain::impact::{Coverage, CoverageRun, Impact, Progress};
use domain::{PhoneNumber, Zone};

use super::{Job, Step, nothing};
use crate::protocol::{Answer, Coverages, Of, Week};
use crate::state::State;

/// Numbers or policies a step looks at.
const PIECES: usize = 50;

struct CoverageJob {
    numbers: usize,
    before: Option<CoverageRun>,
    after: Option<CoverageRun>,
}

pub(super) fn begin(state: &State, of: Of, zone: Zone) -> Box<dyn Job> {
    let Some(impact) = state.current() else {
        return nothing();
    };
    let numbers = numbers_of(state, impact, of);
    let run = |workspace| {
        Some(CoverageRun::new(
            workspace,
            numbers.clone(),
            impact.horizon(),
            zone,
        ))
    };
    Box::new(CoverageJob {
        before: run(&state.before),
        after: run(&state.after),
        numbers: numbers.len(),
    })
}

/// The numbers that are meant, in the order of their digits.
pub(super) fn numbers_of(state: &State, impact: &Impact, of: Of) -> Vec<PhoneNumber> {
    match of {
        Of::All => state.after.numbers().map(|number| number.number).collect(),
        Of::Changed => impact.numbers().map(|(number, _)| number).collect(),
        Of::Group(place) => state
            .groups()
            .get(place)
            .map(|group| group.numbers.clone())
            .unwrap_or_default(),
        Of::Number(number) => vec![number],
    }
}

impl Job for CoverageJob {
    fn step(&mut self, _: &mut State) -> Step {
        let mut runs = self.before.iter_mut().chain(&mut self.after);
        if let Some(run) = runs.find(|run| !run.is_done()) {
            run.step(PIECES);
            return Step::Going(self.progress());
        }
        let (Some(before), Some(after)) = (self.before.take(), self.after.take()) else {
            return Step::Done(Answer::Nothing);
        };
        let (before, after) = (before.finish(), after.finish());
        Step::Done(Answer::Coverage(Box::new(Coverages {
            numbers: self.numbers,
            week_before: week(&before),
            week_after: week(&after),
            days_before: before.days,
            days_after: after.days,
        })))
    }
}

impl CoverageJob {
    fn progress(&self) -> Progress {
        let runs = [&self.before, &self.after].into_iter().flatten();
        runs.map(CoverageRun::progress)
            .fold(Progress { done: 0, total: 0 }, |sum, one| Progress {
                done: sum.done + one.done,
                total: sum.total + one.total,
            })
    }
}

fn week(coverage: &Coverage) -> Week {
    coverage.week.iter().map(|day| day.to_vec()).collect()
}
