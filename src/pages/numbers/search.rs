//! Finding numbers by what is typed (R11, S018).

use domain::find::{Lines, Needle};
use domain::number::Owner;
use domain::{PhoneNumber, Workspace};
use rustc_hash::FxHashSet;

/// A haystack with the configuration that it was made of: to make one of 100,000 numbers takes longer than a frame,
/// so one is kept for as long as what it is made of stays as it is.
pub(super) struct Searched {
    of: Workspace,
    pub(super) all: Haystack,
}

impl Searched {
    /// The one that fits a configuration, and whether it is another one than the one so far.
    pub(super) fn follow(so_far: Option<Self>, workspace: &Workspace) -> (Self, bool) {
        let of = workspace.clone();
        match so_far {
            Some(so_far) if !is_behind(&so_far.of, workspace) => (Self { of, ..so_far }, false),
            _ => {
                let all = Haystack::of(workspace);
                (Self { of, all }, true)
            }
        }
    }
}

/// Whether anything that is searched differs.
fn is_behind(one: &Workspace, other: &Workspace) -> bool {
    let difference = one.difference(other);
    !(difference.numbers.is_empty() && difference.users.is_empty() && difference.queues.is_empty())
}

/// What is searched of all numbers and their owners, held together: it is looked through at each keystroke.
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

#[cfg(test)]
mod tests {
    use domain::ids::QueueId;
    use domain::{Intent, Zone};
    use uuid::Uuid;

    use super::*;

    /// Whether a haystack made before a change is made anew after it, and finds the number by what is typed then.
    #[track_caller]
    fn check(change: &Intent, anew: bool, typed: &str) {
        let mut workspace = Workspace::empty("Larkspur", Zone::UTC);
        let number: PhoneNumber = "+1 312 555 0100".parse().unwrap();
        workspace.apply(&Intent::SetSmsChat { on: true }).unwrap();
        workspace
            .apply(&Intent::AddNumber {
                number,
                label: "Desk".parse().unwrap(),
                direct: true,
                entered_as: number.to_string(),
                facts: None,
            })
            .unwrap();
        let (before, _) = Searched::follow(None, &workspace);
        workspace.apply(change).unwrap();
        let (after, made) = Searched::follow(Some(before), &workspace);
        assert_eq!(made, anew, "{change:?}");
        assert_eq!(after.all.find(typed), [number], "{change:?}");
    }

    #[test]
    fn r11_what_is_searched_follows_the_numbers_and_nothing_that_is_not_searched() {
        let number = "+1 312 555 0100".parse().unwrap();
        let label = "Night desk".parse().unwrap();
        check(&Intent::Relabel { number, label }, true, "night");
        let queue = Intent::AddQueue {
            queue: QueueId::from(Uuid::from_u128(1)),
            name: "Billing".to_owned(),
            parent: None,
            position: None,
        };
        check(&queue, true, "desk");
        let sender = "+1 202 555 0173".parse().unwrap();
        check(&Intent::Block { sender }, false, "desk");
        check(&Intent::SetSmsChat { on: false }, false, "desk");
    }
}
