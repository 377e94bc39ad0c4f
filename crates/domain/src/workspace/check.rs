//! Reading a stored workspace back: a file that contradicts itself is refused with a sentence that names the record.

mod records;
mod trees;

use std::collections::BTreeSet;

use imbl::OrdMap;

use super::index::{Index, Linked};
use super::{Plain, Workspace};
use crate::number::{Owner, Slot, SmsNumber};
use crate::queue::SmsQueue;
use crate::refusal::Refusal;

/// What is wrong with a stored workspace.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsound {
    /// Two records share what must be unique.
    #[error("{what} occurs twice: remove one of them")]
    Twice {
        /// The record, with its name.
        what: String,
    },
    /// The team or queue around it is not there.
    #[error("{what} lies inside something that is not in the file: give it another parent")]
    Missing {
        /// The record, with its name.
        what: String,
    },
    /// A team or queue that lies inside itself.
    #[error("{what} lies inside itself: give it another parent")]
    Loop {
        /// The record, with its name.
        what: String,
    },
    /// A record that no intent could have made.
    #[error("{what}: {cause}")]
    Refused {
        /// The record, with its name.
        what: String,
        /// Why not.
        cause: Refusal,
    },
}

impl TryFrom<Plain> for Workspace {
    type Error = Unsound;

    fn try_from(plain: Plain) -> Result<Self, Unsound> {
        let ivr = unique(
            plain.ivr,
            |record| record.number,
            |record| format!("IVR number `{}`", record.number),
        )?;
        let blocked: BTreeSet<_> = plain.blocklist.iter().copied().collect();
        if blocked.len() != plain.blocklist.len() {
            return Err(Unsound::Twice {
                what: "a number on the blocklist".into(),
            });
        }
        let mut workspace = Self {
            settings: plain.settings,
            numbers: unique(
                plain.numbers,
                |number| number.number,
                |number| format!("number `{}`", number.number),
            )?,
            ivr: ivr
                .into_iter()
                .map(|(number, record)| (number, record.queue))
                .collect(),
            users: unique(
                plain.users,
                |user| user.id,
                |user| format!("user `{}`", user.email),
            )?,
            teams: unique(
                plain.teams,
                |team| team.id,
                |team| format!("team `{}`", team.name),
            )?,
            queues: unique(
                plain.queues,
                |queue| queue.id,
                |queue| format!("queue `{}`", queue.name),
            )?,
            hours: unique(
                plain.hours,
                |hours| hours.id,
                |hours| format!("custom hours `{}`", hours.name),
            )?,
            holidays: plain.holidays,
            blocklist: blocked.into_iter().collect(),
            pins: unique(
                plain.pins,
                |pin| pin.id,
                |pin| format!("pinned text `{}`", pin.name),
            )?,
            index: Index::default(),
        };
        // Trees first: the other checks walk along them.
        workspace.check_trees()?;
        workspace.index = workspace.rebuilt_index();
        workspace
            .check_records()
            .map_err(|(what, cause)| Unsound::Refused { what, cause })?;
        workspace.number_positions();
        workspace.separate_slots();
        Ok(workspace)
    }
}

impl Workspace {
    /// The index as the records alone make it.
    fn rebuilt_index(&self) -> Index {
        let mut links = Vec::new();
        self.numbers.values().for_each(|record| record.link(&mut links));
        self.users.values().for_each(|record| record.link(&mut links));
        self.teams.values().for_each(|record| record.link(&mut links));
        self.queues.values().for_each(|record| record.link(&mut links));
        self.hours.values().for_each(|record| record.link(&mut links));
        Index::of_links(links)
    }

    /// Numbers the queues beside each other from 0; those stored without a place stand in the order of their ids.
    fn number_positions(&mut self) {
        let parents: Vec<_> = self.queues.keys().copied().map(Some).chain([None]).collect();
        for parent in parents {
            let queues: Vec<_> = (0..)
                .zip(self.queues_under(parent))
                .filter(|(position, queue)| queue.position != *position)
                .map(|(position, queue)| SmsQueue {
                    position,
                    ..SmsQueue::clone(queue)
                })
                .collect();
            for queue in queues {
                self.put(queue);
            }
        }
    }

    /// Gives numbers of one agent different slots; those stored without one stand in the order of their digits.
    fn separate_slots(&mut self) {
        let agents: Vec<_> = self.users.keys().copied().map(Owner::Agent).collect();
        for agent in agents {
            let numbers: Vec<_> = self
                .numbers_of(agent)
                .map(|number| SmsNumber::clone(number))
                .collect();
            let mut slots: Vec<_> = numbers.iter().map(|number| number.slot).collect();
            slots.sort_unstable();
            if slots.is_sorted_by(|a, b| a < b) {
                continue;
            }
            for (number, slot) in numbers.into_iter().zip(Slot::all()) {
                self.put(SmsNumber { slot, ..number });
            }
        }
    }
}

/// A map by key; a key that occurs twice is refused.
fn unique<K: Ord + Clone, V: Clone>(
    records: Vec<V>,
    key: impl Fn(&V) -> K,
    name: impl Fn(&V) -> String,
) -> Result<OrdMap<K, V>, Unsound> {
    let mut map = OrdMap::new();
    for record in records {
        if let Some(first) = map.insert(key(&record), record) {
            return Err(Unsound::Twice { what: name(&first) });
        }
    }
    Ok(map)
}
