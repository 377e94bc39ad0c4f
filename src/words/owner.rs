//! Whom a number belongs to, and who may send from it.

use domain::Workspace;
use domain::number::{NumberRole, Owner, SmsNumber};

/// `Agent: Ana Ruiz`, `Queue: Billing`, `Unassigned`, or a dash for a number that cannot have an owner.
pub fn owner(workspace: &Workspace, number: &SmsNumber) -> String {
    let Some(owner) = number.owner() else {
        return if number.is_direct() { "Unassigned" } else { "–" }.to_owned();
    };
    let name = workspace.owner_name(owner);
    match name.split_once(' ') {
        Some(("agent", name)) => format!("Agent: {name}"),
        Some(("queue", name)) => format!("Queue: {name}"),
        _ => name,
    }
}

/// The same as its kind, `Agent: `, and the name; a word that is no name has no kind.
pub fn split_owner(owner: String) -> (Option<String>, String) {
    match owner.split_once(": ") {
        Some((kind, name)) => (Some(format!("{kind}: ")), name.to_owned()),
        None => (None, owner),
    }
}

/// `2 queues, 1 agent` may send from it; a dash where nobody does, as from a direct number (R16).
pub fn outbound_uses(number: &SmsNumber) -> String {
    let NumberRole::Normal { outbound, .. } = &number.role else {
        return "–".to_owned();
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
    if parts.is_empty() {
        "–".to_owned()
    } else {
        parts.join(", ")
    }
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
            assert_eq!(outbound_uses(&number), expected);
        };
        check(&[], "–");
        check(&[agent(one)], "1 agent");
        check(&[queue(one), queue(two), agent(one)], "2 queues, 1 agent");
    }
}
