//! All numbers of a workspace, held together to be looked through at each keystroke.

use std::collections::HashSet;

use super::{Lines, Needle};
use crate::number::Owner;
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

/// What is searched of all numbers and their owners.
pub struct Haystack {
    numbers: Vec<(PhoneNumber, Standing)>,
    labels: Lines,
    owners: Vec<Owner>,
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
    Owned(Owner),
    Unassigned,
    NotDirect,
}

impl Haystack {
    /// As the workspace stands, and as a list says it.
    pub fn of(workspace: &Workspace, said: Said) -> Self {
        let mut all = Self {
            numbers: Vec::with_capacity(workspace.numbers().len()),
            labels: Lines::default(),
            owners: Vec::new(),
            names: Lines::default(),
            said,
        };
        for record in workspace.numbers() {
            all.labels.push(record.label.as_str());
            let standing = match record.owner() {
                Some(owner) => Standing::Owned(owner),
                None if record.is_direct() => Standing::Unassigned,
                None => Standing::NotDirect,
            };
            all.numbers.push((record.number, standing));
        }
        for user in workspace.users().filter(|user| user.is_agent()) {
            let name = format!("{}{} {}", said.agent, user.first_name, user.last_name);
            all.names.push(name.trim_end());
            all.owners.push(Owner::Agent(user.id));
        }
        for queue in workspace.queues() {
            all.names.push(&format!("{}{}", said.queue, queue.name));
            all.owners.push(Owner::Queue(queue.id));
        }
        all
    }

    /// The numbers that match in their label, their owner's name or their digits (R11, S018), in the order of numbers;
    /// all of them while nothing is typed.
    pub fn find(&self, typed: &str) -> Vec<PhoneNumber> {
        let needle = Needle::new(typed);
        if needle.is_empty() {
            return self.numbers.iter().map(|(number, _)| *number).collect();
        }
        let named = needle.within_lines(&self.names).into_iter().zip(&self.owners);
        let owners: HashSet<_> = named.filter_map(|(fits, owner)| fits.then_some(*owner)).collect();
        let unassigned = needle.within(self.said.unassigned).is_some();
        let labels = needle.within_lines(&self.labels).into_iter();
        self.numbers
            .iter()
            .zip(labels.chain(std::iter::repeat(false)))
            .filter(|((number, standing), label)| {
                *label
                    || needle.within_number(*number)
                    || match standing {
                        Standing::Owned(owner) => owners.contains(owner),
                        Standing::Unassigned => unassigned,
                        Standing::NotDirect => false,
                    }
            })
            .map(|((number, _), _)| *number)
            .collect()
    }
}
