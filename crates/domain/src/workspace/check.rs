//! Reading a stored workspace back: a file that contradicts itself is refused with a sentence.

use imbl::OrdMap;

use super::index::{Index, Linked};
use super::{Plain, Workspace};
use crate::number::Owner;
use crate::phone::PhoneNumber;
use crate::queue::SmsQueue;

/// What is wrong with a stored workspace.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsound {
    /// Two records share what must be unique.
    #[error("{what} occurs twice: remove one of them")]
    Twice {
        /// The record, with its name.
        what: String,
    },
    /// A record names another that is not there.
    #[error("{what} belongs to something that is not in the file: assign it anew")]
    Missing {
        /// The record, with its name.
        what: String,
    },
    /// A short code marked direct (R12).
    #[error("`{number}` is a short code and cannot be direct")]
    DirectShortCode {
        /// The short code.
        number: PhoneNumber,
    },
    /// A team or queue that lies inside itself.
    #[error("{what} lies inside itself: give it another parent")]
    Loop {
        /// The record, with its name.
        what: String,
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
            blocklist: plain.blocklist.into_iter().collect(),
            index: Index::default(),
        };
        workspace.check_trees()?;
        workspace.index = workspace.rebuilt_index();
        workspace.check_owners()?;
        workspace.number_positions();
        Ok(workspace)
    }
}

impl Workspace {
    /// The index as the records alone make it.
    fn rebuilt_index(&self) -> Index {
        let numbers = self.numbers.values().flat_map(|record| record.links());
        let people = self.users.values().flat_map(|record| record.links());
        let teams = self.teams.values().flat_map(|record| record.links());
        let queues = self.queues.values().flat_map(|record| record.links());
        let hours = self.hours.values().flat_map(|record| record.links());
        let links = numbers.chain(people).chain(teams).chain(queues).chain(hours);
        Index::of_links(links.collect())
    }

    /// Only direct numbers with a country code, and only owners who can answer (R12, R28, R29).
    fn check_owners(&self) -> Result<(), Unsound> {
        for number in self.numbers.values() {
            if number.is_direct() && number.number.is_short_code() {
                return Err(Unsound::DirectShortCode {
                    number: number.number,
                });
            }
            if number.owner().is_some_and(|owner| !self.can_own(owner)) {
                return Err(Unsound::Missing {
                    what: format!("number `{}`", number.number),
                });
            }
        }
        Ok(())
    }

    /// An agent or a leaf queue that exists (R28, R29).
    fn can_own(&self, owner: Owner) -> bool {
        match owner {
            Owner::Agent(id) => self.user(id).is_some_and(|user| user.is_agent()),
            Owner::Queue(id) => self.queue(id).is_some() && self.is_leaf(id),
        }
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

    fn check_trees(&self) -> Result<(), Unsound> {
        for team in self.teams.values() {
            climb(
                team.id,
                |id| self.team(id).and_then(|team| team.parent),
                |id| self.team(id).is_some(),
                self.teams.len(),
            )
            .map_err(|wrong| wrong(format!("team `{}`", team.name)))?;
        }
        for queue in self.queues.values() {
            climb(
                queue.id,
                |id| self.queue(id).and_then(|queue| queue.parent),
                |id| self.queue(id).is_some(),
                self.queues.len(),
            )
            .map_err(|wrong| wrong(format!("queue `{}`", queue.name)))?;
        }
        for user in self.users.values() {
            if user.teams.iter().any(|&team| self.team(team).is_none()) {
                return Err(Unsound::Missing {
                    what: format!("user `{}`", user.email),
                });
            }
        }
        Ok(())
    }
}

type Wrong = fn(String) -> Unsound;

/// Goes up to the root: every parent must exist, and the way must end.
fn climb<I: Copy>(
    from: I,
    parent: impl Fn(I) -> Option<I>,
    exists: impl Fn(I) -> bool,
    limit: usize,
) -> Result<(), Wrong> {
    let mut at = from;
    for _ in 0..=limit {
        match parent(at) {
            None => return Ok(()),
            Some(next) if !exists(next) => return Err(|what| Unsound::Missing { what }),
            Some(next) => at = next,
        }
    }
    Err(|what| Unsound::Loop { what })
}

/// A map by key; a key that occurs twice is refused.
fn unique<K: Ord + Clone, V: Clone>(
    records: Vec<V>,
    key: impl Fn(&V) -> K,
    name: impl Fn(&V) -> String,
) -> Result<OrdMap<K, V>, Unsound> {
    let mut map = OrdMap::new();
    for record in records {
        let what = || Unsound::Twice { what: name(&record) };
        if map.contains_key(&key(&record)) {
            return Err(what());
        }
        map.insert(key(&record), record);
    }
    Ok(map)
}
