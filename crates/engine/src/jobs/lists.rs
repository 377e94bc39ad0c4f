//! Groups, numbers and stretches of time, a part of each at a time.

use domain::PhoneNumber;
use domain::impact::Group;

use crate::protocol::{Answer, GroupLine, List, NumberLine, Page};
use crate::state::State;

impl Page {
    /// This part of a list, each item made into a line.
    pub(super) fn of<T, L>(self, all: &[T], line: impl Fn(usize, &T) -> Option<L>) -> List<L> {
        let part = all.iter().enumerate().skip(self.skip).take(self.take);
        List {
            total: all.len(),
            items: part.filter_map(|(place, item)| line(place, item)).collect(),
        }
    }
}

pub(super) fn groups(state: &State, page: Page) -> Answer {
    if state.current().is_none() {
        return Answer::Nothing;
    }
    Answer::Groups(page.of(&state.groups, line))
}

fn line(place: usize, group: &Group) -> Option<GroupLine> {
    Some(GroupLine {
        place,
        theme: group.change.theme,
        numbers: group.numbers.len(),
        first_number: group.representative()?,
        minutes: group.change.minutes,
        changed_min: group.change.changed_min,
        first: group.change.first,
    })
}

pub(super) fn numbers(state: &State, group: usize, page: Page) -> Answer {
    let Some(group) = state.groups.get(group) else {
        return Answer::Nothing;
    };
    let answered = !group.change.leaves_unanswered();
    let line = |_, &number: &PhoneNumber| Some(NumberLine { number, answered });
    Answer::Numbers(page.of(&group.numbers, line))
}

pub(super) fn ranges(state: &State, number: PhoneNumber, page: Page) -> Answer {
    let Some(impact) = state.current() else {
        return Answer::Nothing;
    };
    Answer::Ranges(page.of(&impact.differences(number), |_, range| Some(range.clone())))
}
