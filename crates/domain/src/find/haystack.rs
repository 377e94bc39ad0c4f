//! All numbers of a workspace, held together to be looked through at each keystroke.

use rustc_hash::FxHashMap;

use super::{Lines, Needle};
use crate::number::Owner;
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

/// What is searched of all numbers and their owners.
pub struct Haystack {
    numbers: Vec<(PhoneNumber, Standing)>,
    /// Their digits.
    digits: Lines,
    labels: Lines,
    /// The names of agents and queues.
    names: Lines,
    said: Said,
}

/// How a list says whose a number is.
#[derive(Clone, Copy)]
pub struct Said {
    /// Before the name of an agent.
    pub agent: &'static str,
    /// Before the name of a queue.
    pub queue: &'static str,
    /// Of a direct number that nobody has.
    pub unassigned: &'static str,
}

/// Whose a number is.
#[derive(Clone, Copy)]
enum Standing {
    /// By the place of the owner's name.
    Owned(usize),
    Unassigned,
    NotDirect,
}

impl Haystack {
    /// As the workspace stands, and as a list says it.
    pub fn of(workspace: &Workspace, said: Said) -> Self {
        let mut names = Lines::default();
        let mut places: FxHashMap<Owner, usize> = FxHashMap::default();
        for user in workspace.users().filter(|user| user.is_agent()) {
            let name = format!("{}{} {}", said.agent, user.first_name, user.last_name);
            names.push(name.trim_end());
            places.insert(Owner::Agent(user.id), places.len());
        }
        for queue in workspace.queues() {
            names.push(&format!("{}{}", said.queue, queue.name));
            places.insert(Owner::Queue(queue.id), places.len());
        }
        let (mut digits, mut labels) = (Lines::default(), Lines::default());
        let numbers = workspace.numbers().map(|record| {
            digits.push(&record.number.to_string());
            labels.push(record.label.as_str());
            let standing = match record.owner() {
                // Who is no agent any more is not named.
                Some(owner) => (places.get(&owner).copied()).map_or(Standing::NotDirect, Standing::Owned),
                None if record.is_direct() => Standing::Unassigned,
                None => Standing::NotDirect,
            };
            (record.number, standing)
        });
        let numbers = numbers.collect();
        Self {
            numbers,
            digits,
            labels,
            names,
            said,
        }
    }

    /// The numbers that match in their label, their owner's name or their digits (R11, S018), in the order of numbers;
    /// all of them while nothing is typed.
    pub fn find(&self, typed: &str) -> Vec<PhoneNumber> {
        let needle = Needle::new(typed);
        if needle.is_empty() {
            return self.numbers.iter().map(|(number, _)| *number).collect();
        }
        let owners = needle.within_lines(&self.names);
        let unassigned = needle.within(self.said.unassigned).is_some();
        let [labels, digits] = [
            needle.within_lines(&self.labels),
            needle.within_digits(&self.digits),
        ];
        let [labels, digits] =
            [labels, digits].map(|found| found.into_iter().chain(std::iter::repeat(false)));
        self.numbers
            .iter()
            .zip(labels.zip(digits))
            .filter(|((_, standing), (label, digits))| {
                *label
                    || *digits
                    || match standing {
                        Standing::Owned(place) => owners.get(*place) == Some(&true),
                        Standing::Unassigned => unassigned,
                        Standing::NotDirect => false,
                    }
            })
            .map(|((number, _), _)| *number)
            .collect()
    }
}
