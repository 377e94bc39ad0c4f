//! Teams inside teams and queues under queues: every parent exists, and every way up ends.

use std::collections::{BTreeMap, BTreeSet};

use crate::workspace::{Unsound, Workspace};

impl Workspace {
    pub(super) fn check_trees(&self) -> Result<(), Unsound> {
        let teams: Vec<_> = self.teams.values().map(|team| (team.id, team.parent)).collect();
        check_tree(&teams, |id| {
            let name = self.team(id).map_or("", |team| &team.name);
            format!("team `{name}`")
        })?;
        let queues: Vec<_> = self
            .queues
            .values()
            .map(|queue| (queue.id, queue.parent))
            .collect();
        check_tree(&queues, |id| {
            let name = self.queue(id).map_or("", |queue| &queue.name);
            format!("queue `{name}`")
        })
    }
}

/// Whatever can be reached from the top is sound; the rest hangs on something missing, or on itself.
fn check_tree<I: Ord + Copy>(records: &[(I, Option<I>)], name: impl Fn(I) -> String) -> Result<(), Unsound> {
    let all: BTreeSet<I> = records.iter().map(|&(id, _)| id).collect();
    let mut inside: BTreeMap<Option<I>, Vec<I>> = BTreeMap::new();
    for &(id, parent) in records {
        if parent.is_some_and(|parent| !all.contains(&parent)) {
            return Err(Unsound::Missing { what: name(id) });
        }
        inside.entry(parent).or_default().push(id);
    }
    let mut sound = BTreeSet::new();
    let mut next = inside.remove(&None).unwrap_or_default();
    while let Some(id) = next.pop() {
        sound.insert(id);
        next.extend(inside.remove(&Some(id)).unwrap_or_default());
    }
    match records.iter().find(|(id, _)| !sound.contains(id)) {
        Some(&(id, _)) => Err(Unsound::Loop { what: name(id) }),
        None => Ok(()),
    }
}
