//! Finding numbers by what is typed (R11, S018).

use domain::Workspace;
use domain::find::{Haystack, Said};

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
                let all = Haystack::of(workspace, SAID);
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

/// As `words::owner` writes whose a number is.
pub(super) const SAID: Said = Said {
    agent: "Agent: ",
    queue: "Queue: ",
    unassigned: "Unassigned",
};

#[cfg(test)]
mod tests {
    use domain::ids::QueueId;
    use domain::{Intent, PhoneNumber, Zone};
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
