//! Whom a number belongs to.

use domain::Workspace;
use domain::number::SmsNumber;

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
