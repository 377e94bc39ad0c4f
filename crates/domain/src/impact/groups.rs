//! Numbers to which the same happens, together.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use imbl::ordmap::DiffItem;

use super::answer::Handling;
use super::change::{Change, Theme};
use super::{Entries, Impact};
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

    /// None where it has no numbers.
    fn order(&self) -> Option<Order> {
        Some((Reverse(self.size()), self.representative()?))
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
    clusters.sort_by_key(|cluster| Reverse(cluster.size));
    clusters
}

/// All groups of an impact, kept in step while it follows a draft: an edit moves the numbers that it touches.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    /// What is grouped.
    of: Entries,
    /// In the order of their [`Order`].
    list: Vec<Group>,
    orders: HashMap<Key, Order>,
}

/// What the numbers of a group have in common.
type Key = (u128, Theme);

/// Where a group stands: the greatest effect first, of equal ones that with the least digits.
type Order = (Reverse<(u64, u64)>, PhoneNumber);

/// More numbers than this that change at once are grouped anew with all others: that is quicker.
const FEW: usize = 100;

impl Groups {
    /// The groups of an impact.
    pub fn of(impact: &Impact) -> Self {
        let mut places: HashMap<Key, usize> = HashMap::new();
        let mut list: Vec<Group> = Vec::new();
        for (number, change) in impact.numbers() {
            let next = list.len();
            let place = *places.entry(key(change)).or_insert(next);
            match list.get_mut(place) {
                Some(group) => group.numbers.push(number),
                None => list.push(Group {
                    change: Arc::clone(change),
                    numbers: vec![number],
                }),
            }
        }
        list.sort_by_cached_key(Group::order);
        let mut orders = HashMap::with_capacity(list.len());
        for group in &list {
            orders.extend(group.order().map(|order| (key(&group.change), order)));
        }
        Self {
            of: impact.entries.clone(),
            orders,
            list,
        }
    }

    /// The groups, the one with the greatest effect first.
    pub fn all(&self) -> &[Group] {
        &self.list
    }

    /// Becomes the groups of an impact.
    pub fn follow(&mut self, impact: &Impact) {
        let mut moves = Vec::new();
        for item in self.of.diff(&impact.entries) {
            let (number, old, new) = match item {
                DiffItem::Add(number, new) => (*number, None, Some(new)),
                DiffItem::Remove(number, old) => (*number, Some(old), None),
                DiffItem::Update {
                    old: (number, old),
                    new: (_, new),
                } => (*number, Some(old), Some(new)),
            };
            let [old, new] = [old, new].map(|entry| entry.map(|entry| Arc::clone(&entry.change)));
            if old.as_deref().map(key) != new.as_deref().map(key) {
                moves.push((number, old, new));
            }
            if moves.len() > FEW {
                *self = Self::of(impact);
                return;
            }
        }
        for (number, old, new) in moves {
            if let Some(mut group) = old.and_then(|old| self.take(&old)) {
                group.numbers.retain(|other| *other != number);
                self.put(group);
            }
            if let Some(change) = new {
                let numbers = Vec::new();
                let mut group = self.take(&change).unwrap_or(Group { change, numbers });
                let place = group.numbers.partition_point(|other| *other < number);
                group.numbers.insert(place, number);
                self.put(group);
            }
        }
        self.of = impact.entries.clone();
    }

    /// Takes out the group of a change.
    fn take(&mut self, change: &Change) -> Option<Group> {
        let order = Some(self.orders.remove(&key(change))?);
        let place = self.list.binary_search_by_key(&order, Group::order).ok()?;
        Some(self.list.remove(place))
    }

    /// Puts a group where it belongs, unless it has no numbers left.
    fn put(&mut self, group: Group) {
        let Some(order) = group.order() else { return };
        let place = self.list.partition_point(|other| other.order() < Some(order));
        self.orders.insert(key(&group.change), order);
        self.list.insert(place, group);
    }
}

fn key(change: &Change) -> Key {
    (change.effect, change.theme)
}

impl Impact {
    /// The numbers that change, grouped; the group with the greatest effect first.
    pub fn groups(&self) -> Vec<Group> {
        Groups::of(self).list
    }
}
