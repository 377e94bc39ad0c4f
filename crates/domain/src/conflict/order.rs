//! Whether a field is alike in two configurations. The places of queues shift when others come, go or move, so a place is
//! alike when the queue itself did not move.

use std::collections::BTreeMap;

use super::field::{Field, QueueField};
use super::value::Value;
use crate::ids::QueueId;
use crate::workspace::Workspace;

impl Field {
    /// Whether nobody could tell the field apart in two configurations.
    pub fn is_alike(&self, one: &Workspace, other: &Workspace) -> bool {
        let is_same = self.value(one) == self.value(other);
        match self {
            Self::Queue(queue, QueueField::Place) => is_same || stands_alike(*queue, one, other),
            _ => is_same,
        }
    }
}

/// Whether a queue comes right after the same one under the same one, or first.
pub(super) fn is_right_behind_the_same(queue: QueueId, one: &Workspace, other: &Workspace) -> bool {
    let place = |workspace| match Field::Queue(queue, QueueField::Place).value(workspace) {
        Value::Place { parent, after, .. } => Some((parent, after)),
        _ => None,
    };
    place(one) == place(other)
}

/// Whether a queue stands under the same one, and does not have to move for the order of the one configuration to
/// become that of the other.
fn stands_alike(queue: QueueId, one: &Workspace, other: &Workspace) -> bool {
    let parents = [one, other].map(|workspace| workspace.queue(queue).map(|queue| queue.parent));
    let [Some(parent), Some(there)] = parents else {
        return false;
    };
    if parent != there {
        return false;
    }
    let beside = other.queues_under(parent).into_iter();
    let places: BTreeMap<QueueId, usize> = (0..)
        .zip(beside)
        .map(|(place, other)| (other.id, place))
        .collect();
    let both = one.queues_under(parent).into_iter();
    let both = both.filter_map(|found| Some((found.id, *places.get(&found.id)?)));
    let (ids, order): (Vec<QueueId>, Vec<usize>) = both.unzip();
    let without = ids.iter().zip(&order).filter(|(id, _)| **id != queue);
    longest(order.iter()) > longest(without.map(|(_, place)| place))
}

/// How many at most can stay where they are, when the rest moves: the longest rising run, gaps allowed.
fn longest<'a>(places: impl Iterator<Item = &'a usize>) -> usize {
    // The lowest end of a run of each length.
    let mut ends: Vec<usize> = Vec::new();
    for &place in places {
        let at = ends.partition_point(|end| *end < place);
        match ends.get_mut(at) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    ends.len()
}
