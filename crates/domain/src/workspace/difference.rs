//! Which records of two workspaces differ: found through what they share, so the cost is that of the difference.

use std::sync::Arc;

use imbl::OrdMap;
use imbl::ordmap::DiffItem;

use super::Workspace;
use crate::ids::{HoursId, QueueId, TeamId, UserId};
use crate::phone::PhoneNumber;

/// The records that were added, edited or removed between two workspaces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Some setting of the instance, the general hours among them.
    pub settings: bool,
    /// Some holiday or folder.
    pub holidays: bool,
    /// Numbers, in the order of their digits.
    pub numbers: Vec<PhoneNumber>,
    /// Users, by id.
    pub users: Vec<UserId>,
    /// Teams, by id.
    pub teams: Vec<TeamId>,
    /// Queues, by id.
    pub queues: Vec<QueueId>,
    /// Custom hours, by id.
    pub hours: Vec<HoursId>,
}

impl Workspace {
    /// What is not the same as in another workspace.
    pub fn difference(&self, other: &Self) -> Difference {
        Difference {
            settings: self.settings != other.settings,
            holidays: self.holidays != other.holidays,
            numbers: keys(&self.numbers, &other.numbers),
            users: keys(&self.users, &other.users),
            teams: keys(&self.teams, &other.teams),
            queues: keys(&self.queues, &other.queues),
            hours: keys(&self.hours, &other.hours),
        }
    }
}

fn keys<K: Ord + Copy, V: PartialEq>(one: &OrdMap<K, Arc<V>>, other: &OrdMap<K, Arc<V>>) -> Vec<K> {
    one.diff(other)
        .map(|item| match item {
            DiffItem::Add(&key, _) | DiffItem::Remove(&key, _) | DiffItem::Update { new: (&key, _), .. } => {
                key
            }
        })
        .collect()
}
