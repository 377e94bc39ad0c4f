//! What lies behind a square of a coverage drawing, group by group and number by number.

use domain::impact::{Progress, Square};
use domain::{PhoneNumber, Zone};

use super::coverage::numbers_of;
use super::{Job, Step, nothing};
use crate::protocol::{Answer, Behind, List, Of, Page, TraceLine};
use crate::state::State;

/// Groups a step looks at.
const GROUPS: usize = 20;
/// Stretches told of each.
const STRETCHES: usize = 5;

struct BehindJob {
    square: Square,
    zone: Zone,
    page: Page,
    /// The groups' places, each with the number whose stretches are looked at.
    wanted: Vec<(usize, PhoneNumber)>,
    done: usize,
    total: usize,
    found: Vec<Behind>,
}

pub(super) fn begin(state: &State, of: Of, square: Square, zone: Zone, page: Page) -> Box<dyn Job> {
    if state.current().is_none() {
        return nothing();
    }
    let groups = state.groups().iter().enumerate();
    let wanted = groups.filter_map(|(place, group)| match of {
        Of::All | Of::Changed => Some((place, group.representative()?)),
        Of::Group(only) => Some((place, group.representative()?)).filter(|_| place == only),
        Of::Number(number) => group
            .numbers
            .binary_search(&number)
            .is_ok()
            .then_some((place, number)),
    });
    Box::new(BehindJob {
        wanted: wanted.collect(),
        square,
        zone,
        page,
        done: 0,
        total: 0,
        found: Vec::new(),
    })
}

/// The answers of each number in the square; of a part of the numbers, as each takes a moment.
pub(super) fn traces(state: &State, of: Of, square: Square, zone: Zone, page: Page) -> Answer {
    let Some(impact) = state.current() else {
        return Answer::Nothing;
    };
    let line = |_, &number: &PhoneNumber| {
        let traced = impact.trace(number, square, zone)?;
        Some(TraceLine {
            number,
            at: traced.at,
            before: traced.before.outcome,
            after: traced.after.outcome,
            differs: traced.before != traced.after,
        })
    };
    Answer::Traces(page.of(&numbers_of(state, impact, of), line))
}

impl Job for BehindJob {
    fn step(&mut self, state: &mut State) -> Step {
        let Some(impact) = state.current() else {
            return Step::Done(Answer::Nothing);
        };
        let next: Vec<_> = self.wanted.iter().skip(self.done).take(GROUPS).copied().collect();
        if next.is_empty() {
            return Step::Done(Answer::Behind(List {
                total: self.total,
                items: std::mem::take(&mut self.found),
            }));
        }
        self.done += next.len();
        for (place, number) in next {
            let ranges = impact.behind(number, self.square, self.zone);
            let Some(group) = state.groups().get(place).filter(|_| !ranges.is_empty()) else {
                continue;
            };
            self.total += 1;
            if self.total > self.page.skip && self.found.len() < self.page.take {
                self.found.push(Behind {
                    group: place,
                    theme: group.change.theme,
                    numbers: group.numbers.len(),
                    number,
                    stretches: ranges.len(),
                    first: ranges.into_iter().take(STRETCHES).collect(),
                });
            }
        }
        Step::Going(Progress {
            done: self.done,
            total: self.wanted.len(),
        })
    }
}
