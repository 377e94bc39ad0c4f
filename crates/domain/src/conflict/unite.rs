//! Conflicts that can only be answered together.

use std::collections::{BTreeMap, BTreeSet};

use super::class::Class;
use super::find::Conflict;
use super::trace::Place;
use crate::intent::Intent;

/// One conflict for all fields of a change that cannot be taken apart, so that no two answers contradict each other. Only
/// the details of a user can go one by one.
pub(super) fn unite(conflicts: impl Iterator<Item = Conflict>, intents: &[Intent]) -> Vec<Conflict> {
    let is_whole = |place: &Place| !matches!(place.of(intents), Some(Intent::EditUser { .. }));
    let mut found: Vec<Option<Conflict>> = Vec::new();
    let mut at: BTreeMap<Place, usize> = BTreeMap::new();
    for conflict in conflicts {
        let whole = conflict.places.iter().filter(|place| is_whole(place));
        // It may bring together some that had nothing to do with each other.
        let same: BTreeSet<usize> = whole.filter_map(|place| at.get(place).copied()).collect();
        let others = same.into_iter().filter_map(|index| found.get_mut(index)?.take());
        let united = others.chain([conflict]).reduce(with);
        let places = united.iter().flat_map(|united| &united.places);
        at.extend(
            places
                .filter(|place| is_whole(place))
                .map(|place| (*place, found.len())),
        );
        found.push(united);
    }
    found.into_iter().flatten().collect()
}

/// Both as one, named after the field that leaves the least to choose.
fn with(one: Conflict, other: Conflict) -> Conflict {
    let (mut first, second) = if rank(other.class) < rank(one.class) {
        (other, one)
    } else {
        (one, other)
    };
    first.beside.extend(second.field.into_iter().chain(second.beside));
    let places: BTreeSet<Place> = first.places.iter().chain(&second.places).copied().collect();
    first.places = places.into_iter().collect();
    first.choices.retain(|choice| second.choices.contains(choice));
    first
}

fn rank(class: Class) -> u8 {
    match class {
        Class::Uniqueness => 0,
        Class::EditAgainstDelete => 1,
        _ => 2,
    }
}
