//! Numbers to which the same happens, together.

use std::collections::HashMap;
use std::sync::Arc;

use super::Impact;
use super::answer::Handling;
use super::change::{Change, Theme};
use crate::phone::PhoneNumber;

/// Numbers with the same change: the same minutes with the same answers on both sides, apart from who owns them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What happens to each of them.
    pub change: Arc<Change>,
    /// The numbers, in the order of their digits; the first one stands for all.
    pub numbers: Vec<PhoneNumber>,
}

/// Groups of one kind, for a review of which thousands of numbers change each in its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// What kind of change it is.
    pub theme: Theme,
    /// Where its groups stand among all, the one with the greatest effect first.
    pub places: Vec<usize>,
    /// How many numbers they have.
    pub numbers: usize,
    /// Minutes of all its numbers answered only after.
    pub gained_min: u64,
    /// Minutes of all its numbers answered only before.
    pub lost_min: u64,
    size: (u64, u64),
}

impl Group {
    /// The number whose ranges are those of all.
    pub fn representative(&self) -> Option<PhoneNumber> {
        self.numbers.first().copied()
    }

    /// Minutes treated differently over all numbers, then minutes with another answer.
    fn size(&self) -> (u64, u64) {
        let numbers = self.numbers.len() as u64;
        (
            u64::from(self.change.moved_min()) * numbers,
            u64::from(self.change.changed_min) * numbers,
        )
    }
}

impl Cluster {
    fn of(theme: Theme) -> Self {
        Self {
            theme,
            places: Vec::new(),
            numbers: 0,
            gained_min: 0,
            lost_min: 0,
            size: (0, 0),
        }
    }

    fn add(&mut self, place: usize, group: &Group) {
        let numbers = group.numbers.len() as u64;
        let minutes = &group.change.minutes;
        self.places.push(place);
        self.numbers += group.numbers.len();
        self.gained_min += u64::from(minutes.gained(Handling::Answered)) * numbers;
        self.lost_min += u64::from(minutes.lost(Handling::Answered)) * numbers;
        let (moved, changed) = group.size();
        self.size = (self.size.0 + moved, self.size.1 + changed);
    }
}

/// Groups by kind, the kind with the greatest effect first: never more than there are kinds.
pub fn clusters(groups: &[Group]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        let theme = group.change.theme;
        let known = clusters.iter().position(|cluster| cluster.theme == theme);
        let known = known.unwrap_or_else(|| {
            clusters.push(Cluster::of(theme));
            clusters.len() - 1
        });
        if let Some(cluster) = clusters.get_mut(known) {
            cluster.add(place, group);
        }
    }
    clusters.sort_by_key(|cluster| std::cmp::Reverse(cluster.size));
    clusters
}

impl Impact {
    /// The numbers that change, grouped; the group with the greatest effect first.
    pub fn groups(&self) -> Vec<Group> {
        let mut places: HashMap<(u128, Theme), usize> = HashMap::new();
        let mut groups: Vec<Group> = Vec::new();
        for (number, change) in self.numbers() {
            let next = groups.len();
            let place = *places.entry((change.effect, change.theme)).or_insert(next);
            match groups.get_mut(place) {
                Some(group) => group.numbers.push(number),
                None => groups.push(Group {
                    change: Arc::clone(change),
                    numbers: vec![number],
                }),
            }
        }
        // The sort keeps the order of the digits among equals.
        groups.sort_by_cached_key(|group| std::cmp::Reverse(group.size()));
        groups
    }
}
