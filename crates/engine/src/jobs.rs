//! The work behind the questions, each kind in steps of a few milliseconds.

mod behind;
pub(crate) mod bulk;
mod coverage;
mod findings;
mod impact;
mod levels;
mod lists;
mod rehearsal;

use std::mem::take;

use domain::find::Needle;
use domain::impact::Progress;

use crate::protocol::{Answer, Question};
use crate::state::State;

pub use findings::FindingSort;

/// Work in progress; dropping it cancels.
pub(crate) trait Job {
    /// Does a little.
    fn step(&mut self, state: &mut State) -> Step;
}

/// How far a job is.
pub(crate) enum Step {
    Going(Progress),
    Done(Answer),
}

/// What a question asks for.
pub(crate) fn begin(question: &mut Question, state: &State) -> Box<dyn Job> {
    if let Question::File(question) = question {
        return bulk::begin(question);
    }
    match *question {
        Question::Groups {
            theme,
            ref mut search,
            page,
        } => {
            let needle = Needle::new(&take(search));
            at_once(move |state| lists::groups(state, theme, &needle, page))
        }
        Question::Numbers {
            group,
            ref mut search,
            page,
        } => {
            let needle = Needle::new(&take(search));
            at_once(move |state| lists::numbers(state, group, &needle, page))
        }
        Question::Impact { from, months } => Box::new(impact::ImpactJob::new(state, from, months)),
        Question::Coverage { of, zone } => coverage::begin(state, of, zone),
        Question::Behind {
            of,
            square,
            zone,
            page,
        } => behind::begin(state, of, square, zone, page),
        Question::Traces {
            of,
            square,
            zone,
            page,
        } => at_once(move |state| behind::traces(state, of, square, zone, page)),
        Question::Levels => Box::new(levels::LevelsJob::new(state)),
        Question::Findings { sort, page } => findings::begin(state, sort, page),
        Question::Rehearsal => rehearsal::rehearsal(state),
        Question::Touched { by, page } => rehearsal::touched(state, by, page),
        Question::Clusters => at_once(lists::clusters),
        Question::Ranges { number, page } => at_once(move |state| lists::ranges(state, number, page)),
        Question::Part(_)
        | Question::Open(_)
        | Question::Change { .. }
        | Question::Stop
        | Question::File(_) => nothing(),
    }
}

/// Work that is too little to be cut up.
struct AtOnce<F>(F);

impl<F: Fn(&State) -> Answer> Job for AtOnce<F> {
    fn step(&mut self, state: &mut State) -> Step {
        Step::Done((self.0)(state))
    }
}

fn at_once(work: impl Fn(&State) -> Answer + 'static) -> Box<dyn Job> {
    Box::new(AtOnce(work))
}

fn nothing() -> Box<dyn Job> {
    at_once(|_| Answer::Nothing)
}
