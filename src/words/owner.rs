//! Whom a number belongs to, and who may send from it.

use std::fmt;

use domain::Workspace;
use domain::number::{NumberRole, Owner, SmsNumber};

/// Whose a number is: `Agent: Ana Ruiz`, `Queue: Billing`, `Unassigned`. One that cannot have an owner says who may send
/// from it, `Outbound: 2 queues, 1 agent`, or is a dash where nobody does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnerWords {
    /// What the name is that of.
    pub sort: OwnerSort,
    /// The name, or the word in its place.
    pub name: String,
}

/// What the name of an owner is that of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OwnerSort {
    /// An agent.
    Agent,
    /// A queue.
    Queue,
    /// It is no name: it counts who may send.
    Outbound,
    /// It is a word that stands for none.
    #[default]
    Nobody,
}

impl OwnerSort {
    /// As it is written before the name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Agent => "Agent: ",
            Self::Queue => "Queue: ",
            Self::Outbound => "Outbound: ",
            Self::Nobody => "",
        }
    }
}

impl fmt::Display for OwnerWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.sort.word(), self.name)
    }
}

/// Whose a number of this workspace is.
pub fn owner(workspace: &Workspace, number: &SmsNumber) -> OwnerWords {
    let (sort, name) = match number.owner() {
        Some(Owner::Agent(id)) => {
            let name = workspace.user(id).map(|user| user.name());
            (OwnerSort::Agent, name.unwrap_or_else(deleted))
        }
        Some(Owner::Queue(id)) => {
            let name = workspace.queue(id).map(|queue| queue.name.clone());
            (OwnerSort::Queue, name.unwrap_or_else(deleted))
        }
        None if number.is_direct() => (OwnerSort::Nobody, "Unassigned".to_owned()),
        None => match outbound_uses(number) {
            Some(uses) => (OwnerSort::Outbound, uses),
            None => (OwnerSort::Nobody, "–".to_owned()),
        },
    };
    OwnerWords { sort, name }
}

fn deleted() -> String {
    "(deleted)".to_owned()
}

/// `2 queues, 1 agent` may send from it; none where nobody does, as from a direct number (R16).
fn outbound_uses(number: &SmsNumber) -> Option<String> {
    let NumberRole::Normal { outbound, .. } = &number.role else {
        return None;
    };
    let queues = outbound
        .iter()
        .filter(|target| matches!(target, Owner::Queue(_)))
        .count();
    let agents = outbound.len() - queues;
    let parts = [
        (queues > 0).then(|| super::count(queues, "queue", "queues")),
        (agents > 0).then(|| super::count(agents, "agent", "agents")),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use domain::number::Slot;

    use super::*;

    #[test]
    fn r16_outbound_uses_are_counted_by_sort() {
        let agent = |id: &str| Owner::Agent(id.parse().unwrap());
        let queue = |id: &str| Owner::Queue(id.parse().unwrap());
        let one = "00000000-0000-0000-0000-000000000001";
        let two = "00000000-0000-0000-0000-000000000002";
        let workspace = Workspace::empty("Larkspur", domain::Zone::UTC);
        let check = |outbound: &[Owner], expected: &str| {
            let number = SmsNumber {
                number: "+13125550100".parse().unwrap(),
                label: "Desk".parse().unwrap(),
                entered_as: String::new(),
                facts: None,
                role: NumberRole::Normal {
                    verified: true,
                    inbound: None,
                    outbound: outbound.iter().copied().collect(),
                },
                slot: Slot::default(),
            };
            assert_eq!(owner(&workspace, &number).to_string(), expected);
        };
        check(&[], "–");
        check(&[agent(one)], "Outbound: 1 agent");
        check(
            &[queue(one), queue(two), agent(one)],
            "Outbound: 2 queues, 1 agent",
        );
    }
}
