//! What clock changes and holidays do to the hours in the draft.

use std::collections::BTreeSet;

use domain::PhoneNumber;
use domain::impact::{ClockChange, HolidayDate, Rehearsal, RehearsalRun};

use super::{Job, Step, nothing};
use crate::protocol::{Answer, By, Page, Rehearsed, RehearsedClock, RehearsedHoliday};
use crate::state::State;

/// Numbers, or different hours, that a step looks at.
const STEP: usize = 50;

/// A rehearsal, and what of it is asked for.
struct RehearsalJob<F> {
    run: Option<RehearsalRun>,
    told: F,
}

fn begin<F: Fn(Rehearsal) -> Answer + 'static>(state: &State, told: F) -> Box<dyn Job> {
    let Some(impact) = state.current() else {
        return nothing();
    };
    let numbers = state.after.numbers().map(|number| number.number);
    let run = RehearsalRun::new(&state.after, numbers, impact.horizon());
    Box::new(RehearsalJob { run: Some(run), told })
}

impl<F: Fn(Rehearsal) -> Answer> Job for RehearsalJob<F> {
    fn step(&mut self, _: &mut State) -> Step {
        if let Some(run) = self.run.as_mut().filter(|run| !run.is_done()) {
            return Step::Going(run.step(STEP));
        }
        let found = self.run.take().map(RehearsalRun::finish);
        Step::Done(found.map_or(Answer::Nothing, &self.told))
    }
}

pub(super) fn rehearsal(state: &State) -> Box<dyn Job> {
    begin(state, |rehearsal| {
        Answer::Rehearsal(Rehearsed {
            clocks: rehearsal.clock_changes.iter().map(clock).collect(),
            holidays: rehearsal.holidays.iter().map(holiday).collect(),
        })
    })
}

/// The numbers behind a line of the rehearsal, in the order of their digits.
pub(super) fn touched(state: &State, by: By, page: Page) -> Box<dyn Job> {
    begin(state, move |rehearsal| {
        let numbers = numbers_behind(rehearsal, by);
        Answer::Touched(page.of(&numbers, |_, number| Some(*number)))
    })
}

fn numbers_behind(rehearsal: Rehearsal, by: By) -> Vec<PhoneNumber> {
    match by {
        By::Clock { at, zone } => {
            let mut changes = rehearsal.clock_changes.into_iter();
            let change = changes.find(|change| change.at == at && change.zone == zone);
            let touched = change.map(|change| change.touched).unwrap_or_default();
            let mut numbers: Vec<PhoneNumber> = touched.into_iter().flat_map(|one| one.numbers).collect();
            numbers.sort_unstable();
            numbers
        }
        By::Holiday { holiday, date } => {
            let mut dates = rehearsal.holidays.into_iter();
            let date = dates.find(|one| one.holiday == holiday && one.date == date);
            date.map(|date| date.numbers).unwrap_or_default()
        }
    }
}

fn clock(change: &ClockChange) -> RehearsedClock {
    let touched = &change.touched;
    let numbers_of = |open_min: i64, numbers: usize| open_min * i64::try_from(numbers).unwrap_or(i64::MAX);
    let boundaries: BTreeSet<_> = touched.iter().flat_map(|one| &one.boundaries).copied().collect();
    RehearsedClock {
        at: change.at,
        zone: change.zone,
        from: change.from,
        to: change.to,
        numbers: touched.iter().map(|one| one.numbers.len()).sum(),
        example: touched
            .iter()
            .filter_map(|one| one.numbers.first())
            .min()
            .copied(),
        open_min: touched
            .iter()
            .map(|one| numbers_of(one.open_min, one.numbers.len()))
            .sum(),
        boundaries: boundaries.into_iter().collect(),
    }
}

fn holiday(date: &HolidayDate) -> RehearsedHoliday {
    RehearsedHoliday {
        holiday: date.holiday,
        date: date.date,
        numbers: date.numbers.len(),
        closed_min: date.closed_min,
    }
}
