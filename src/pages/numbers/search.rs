//! Finding numbers by what is typed (R11, S018).

use domain::find::{Lines, Needle};
use domain::number::Owner;
use domain::{PhoneNumber, Workspace};
use rustc_hash::FxHashSet;

/// What is searched of all numbers and their owners, held together: it is looked through at each keystroke.
#[derive(PartialEq, Eq)]
pub(super) struct Haystack {
    numbers: Vec<(PhoneNumber, Standing)>,
    labels: Lines,
    owners: Vec<Owner>,
    /// As `words::owner` writes them.
    names: Lines,
}

/// Whose a number is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Owned(Owner),
    Unassigned,
    NotDirect,
}

impl Haystack {
    pub(super) fn of(workspace: &Workspace) -> Self {
        let mut all = Self {
            numbers: Vec::new(),
            labels: Lines::default(),
            owners: Vec::new(),
            names: Lines::default(),
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
            let name = format!("Agent: {} {}", user.first_name, user.last_name);
            all.names.push(name.trim_end());
            all.owners.push(Owner::Agent(user.id));
        }
        for queue in workspace.queues() {
            all.names.push(&format!("Queue: {}", queue.name));
            all.owners.push(Owner::Queue(queue.id));
        }
        all
    }

    /// The numbers that match in their label, their owner's name or their digits, in the order of numbers; all of
    /// them while nothing is typed.
    pub(super) fn find(&self, typed: &str) -> Vec<PhoneNumber> {
        let needle = Needle::new(typed);
        if needle.is_empty() {
            return self.numbers.iter().map(|(number, _)| *number).collect();
        }
        let named = needle.within_lines(&self.names).into_iter().zip(&self.owners);
        let owners: FxHashSet<_> = named.filter_map(|(fits, owner)| fits.then_some(*owner)).collect();
        let unassigned = needle.within("Unassigned").is_some();
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
