//! The impact of the draft, from the last one where there is one over the same time.

use chrono::{DateTime, Utc};
use domain::impact::{Handling, Horizon, Impact, ImpactRun};

use super::{Job, Step};
use crate::protocol::{Answer, Summary};
use crate::state::State;

/// Numbers a step looks at.
const NUMBERS: usize = 50;
/// Numbers that are never answered and named in the answer.
const EXAMPLES: usize = 5;

pub(super) struct ImpactJob(Option<ImpactRun>);

impl ImpactJob {
    pub(super) fn new(state: &State, from: DateTime<Utc>, months: u32) -> Self {
        let horizon = Horizon::months(from, months);
        let earlier = state
            .impact
            .as_ref()
            .filter(|earlier| earlier.horizon() == horizon);
        Self(Some(match earlier {
            Some(earlier) => ImpactRun::revise(earlier, &state.before, &state.after),
            None => ImpactRun::new(&state.before, &state.after, horizon),
        }))
    }
}

impl Job for ImpactJob {
    fn step(&mut self, state: &mut State) -> Step {
        if let Some(run) = self.0.as_mut().filter(|run| !run.is_done()) {
            return Step::Going(run.step(NUMBERS));
        }
        let Some(run) = self.0.take() else {
            return Step::Done(Answer::Nothing);
        };
        let impact = run.finish();
        let mut summary = summary(&impact);
        state.set_impact(impact);
        summary.groups = state.groups().len();
        Step::Done(Answer::Impact(summary))
    }
}

fn summary(impact: &Impact) -> Summary {
    let totals = impact.totals();
    Summary {
        numbers: totals.numbers,
        listed: impact.after().numbers().len(),
        groups: 0,
        gained_min: totals.gained(Handling::Answered),
        lost_min: totals.lost(Handling::Answered),
        changed_min: totals.changed_min,
        first: totals.first,
        never_answered: totals.never_answered.len(),
        examples: totals.never_answered.iter().take(EXAMPLES).copied().collect(),
        digest: impact.digest(),
        from: impact.horizon().from(),
        to: impact.horizon().to(),
    }
}
