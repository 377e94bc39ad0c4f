//! What clock changes and holidays do to the hours in the draft.

use std::collections::BTreeSet;

use domain::impact::{ClockChange, HolidayDate, rehearse};

use crate::protocol::{Answer, Rehearsed, RehearsedClock, RehearsedHoliday};
use crate::state::State;

pub(super) fn rehearsal(state: &State) -> Answer {
    let Some(impact) = state.current() else {
        return Answer::Nothing;
    };
    let numbers = state.after.numbers().map(|number| number.number);
    let rehearsal = rehearse(&state.after, numbers, impact.horizon());
    Answer::Rehearsal(Rehearsed {
        clocks: rehearsal.clock_changes.iter().map(clock).collect(),
        holidays: rehearsal.holidays.iter().map(holiday).collect(),
    })
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
