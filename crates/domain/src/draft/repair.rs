//! What would have to be done first, so that a change that is refused can be made.

use crate::ids::UserId;
use crate::intent::Intent;
use crate::number::Owner;
use crate::people::Role;
use crate::refusal::Refusal;
use crate::workspace::Workspace;

/// The one change that the sentence of the refusal speaks of and that, done right before, lets a refused change be made.
/// None where it is not refused, or where that change alone would not do: it was tried.
pub fn repair(intent: &Intent, workspace: &Workspace) -> Option<Intent> {
    let refusal = workspace.clone().apply(intent).err()?;
    let first = first(intent, &refusal, workspace)?;
    let mut tried = workspace.clone();
    (tried.apply(&first).is_ok() && tried.apply(intent).is_ok()).then_some(first)
}

fn first(intent: &Intent, refusal: &Refusal, workspace: &Workspace) -> Option<Intent> {
    Some(match refusal {
        Refusal::SmsOff => Intent::SetSmsChat { on: true },
        Refusal::NotDirect { number } => Intent::MarkDirect { number: *number },
        Refusal::NotVerified { number } => Intent::MarkVerified { number: *number },
        Refusal::OwnedByAnother { number, .. } => Intent::Unassign { number: *number },
        Refusal::InboundTaken { number, .. } => Intent::SetInboundQueue {
            number: *number,
            queue: None,
        },
        Refusal::OwnNotAllowed { .. } => Intent::SetAgentPermission {
            user: agent_of(intent)?,
            allowed: true,
        },
        Refusal::NotAnAgent { .. } => {
            let user = agent_of(intent)?;
            let mut roles = workspace.user(user)?.roles.clone();
            roles.insert(Role::Agent);
            Intent::SetRoles {
                user,
                roles,
                release_numbers: false,
            }
        }
        _ => return None,
    })
}

/// The agent that a change is about.
fn agent_of(intent: &Intent) -> Option<UserId> {
    match intent {
        Intent::Assign {
            owner: Owner::Agent(user),
            ..
        }
        | Intent::AllowOutbound {
            target: Owner::Agent(user),
            ..
        }
        | Intent::SetOwnDeflection { user, .. } => Some(*user),
        _ => None,
    }
}
