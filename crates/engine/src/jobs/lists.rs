//! Groups, numbers and stretches of time, a part of each at a time.

use domain::find::Needle;
use domain::impact::{Group, Theme};
use domain::{PhoneNumber, Workspace};

use crate::protocol::{Answer, ClusterLine, GroupLine, List, NumberLine, Page};
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

pub(super) fn clusters(state: &State) -> Answer {
    if state.current().is_none() {
        return Answer::Nothing;
    }
    let lines = domain::impact::clusters(state.groups());
    let lines = lines.into_iter().map(|cluster| ClusterLine {
        theme: cluster.theme,
        groups: cluster.places.len(),
        numbers: cluster.numbers,
        gained_min: cluster.gained_min,
        lost_min: cluster.lost_min,
    });
    Answer::Clusters(lines.collect())
}

pub(super) fn groups(state: &State, theme: Option<Theme>, needle: &Needle, page: Page) -> Answer {
    if state.current().is_none() {
        return Answer::Nothing;
    }
    let is_wanted = |group: &Group| {
        theme.is_none_or(|theme| theme == group.change.theme)
            && group
                .numbers
                .iter()
                .any(|number| is_found(state, needle, *number))
    };
    let wanted = state.groups().iter().enumerate();
    let wanted: Vec<_> = wanted.filter(|(_, group)| is_wanted(group)).collect();
    Answer::Groups(page.of(&wanted, |_, &(place, group)| line(place, group)))
}

/// Whether it is in the digits of a number, in its label or in the name of its owner, on either side.
fn is_found(state: &State, needle: &Needle, number: PhoneNumber) -> bool {
    let within = |workspace: &Workspace| {
        workspace.number(number).is_some_and(|record| {
            let is_in = |name: &str| needle.within(name).is_some();
            let owner = record.owner();
            is_in(record.label.as_str()) || owner.is_some_and(|owner| is_in(&workspace.owner_name(owner)))
        })
    };
    needle.is_empty() || needle.within_number(number) || within(&state.after) || within(&state.before)
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

pub(super) fn numbers(state: &State, group: usize, needle: &Needle, page: Page) -> Answer {
    let Some(group) = state.groups().get(group) else {
        return Answer::Nothing;
    };
    let answered = !group.change.leaves_unanswered();
    let numbers = group.numbers.iter().copied();
    let wanted: Vec<_> = numbers
        .filter(|number| is_found(state, needle, *number))
        .collect();
    Answer::Numbers(page.of(&wanted, |_, &number| Some(NumberLine { number, answered })))
}

pub(super) fn ranges(state: &State, number: PhoneNumber, page: Page) -> Answer {
    let Some(impact) = state.current() else {
        return Answer::Nothing;
    };
    Answer::Ranges(page.of(&impact.differences(number), |_, range| Some(range.clone())))
}
