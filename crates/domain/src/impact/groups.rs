//! Numbers to which the same happens, together.

use std::collections::HashMap;
use std::sync::Arc;

use super::Impact;
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
    /// The groups, the one with the greatest effect first.
    pub groups: Vec<Group>,
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
    /// How many numbers its groups have.
    pub fn numbers(&self) -> usize {
        self.groups.iter().map(|group| group.numbers.len()).sum()
    }
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

    /// The groups by kind, the kind with the greatest effect first: never more than there are kinds.
    pub fn clusters(&self) -> Vec<Cluster> {
        let mut clusters: Vec<Cluster> = Vec::new();
        for group in self.groups() {
            let theme = group.change.theme;
            match clusters.iter_mut().find(|cluster| cluster.theme == theme) {
                Some(cluster) => cluster.groups.push(group),
                None => clusters.push(Cluster {
                    theme,
                    groups: vec![group],
                }),
            }
        }
        clusters.sort_by_cached_key(|cluster| {
            let sizes = cluster.groups.iter().map(Group::size);
            std::cmp::Reverse(sizes.fold((0, 0), |sum, size| (sum.0 + size.0, sum.1 + size.1)))
        });
        clusters
    }
}
