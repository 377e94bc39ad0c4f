//! Texts that go out: who may send from which number, and what the session is called (specification 7, last
//! paragraph).

use crate::do_not_contact::DoNotContact;
use crate::ids::{QueueId, UserId};
use crate::number::{NumberRole, Owner};
use crate::phone::PhoneNumber;
use crate::report::SessionType;
use crate::workspace::Workspace;

/// Who starts the chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sender {
    /// An agent.
    Agent(UserId),
    /// A program.
    Api,
}

/// Why a text is not sent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutboundRefusal {
    /// R1.
    #[error("turn Use SMS Chat on first")]
    SmsOff,
    /// Outbound SMS is off.
    #[error("turn outbound SMS on first")]
    OutboundOff,
    /// The number to send from is not in the list.
    #[error("`{number}` is not in the list: add it first")]
    UnknownNumber {
        /// The number.
        number: PhoneNumber,
    },
    /// R75.
    #[error("`{recipient}` has opted out: nothing is sent until they text START")]
    OptedOut {
        /// Who was to get the text.
        recipient: PhoneNumber,
    },
    /// Inactive, without the Agent role, or gone.
    #[error("only active agents send texts")]
    NotAnAgent,
    /// The agent has neither the number nor a queue that has it.
    #[error("`{number}` is neither the agent's nor one of their queues': send from a number of theirs")]
    NotTheirs {
        /// The number.
        number: PhoneNumber,
    },
}

/// The type of the session that a text from a number begins (R97, R98).
///
/// # Errors
/// When SMS or outbound SMS is off, the recipient has opted out, or the agent may not send from the number.
pub fn send(
    workspace: &Workspace,
    unwanted: &DoNotContact,
    sender: Sender,
    from: PhoneNumber,
    to: PhoneNumber,
) -> Result<SessionType, OutboundRefusal> {
    let settings = workspace.settings();
    if !settings.sms_chat {
        return Err(OutboundRefusal::SmsOff);
    }
    if !settings.outbound_sms {
        return Err(OutboundRefusal::OutboundOff);
    }
    let Some(number) = workspace.number(from) else {
        return Err(OutboundRefusal::UnknownNumber { number: from });
    };
    if unwanted.contains(to) {
        return Err(OutboundRefusal::OptedOut { recipient: to });
    }
    let Sender::Agent(agent) = sender else {
        return Ok(if number.is_direct() {
            SessionType::OutboundDirectApi
        } else {
            SessionType::OutboundApi
        });
    };
    let active = workspace
        .user(agent)
        .is_some_and(|user| user.active && user.is_agent());
    if !active {
        return Err(OutboundRefusal::NotAnAgent);
    }
    let theirs = |owner: &Owner| match *owner {
        Owner::Agent(id) => id == agent,
        Owner::Queue(queue) => serves(workspace, queue, agent),
    };
    let (allowed, session) = match &number.role {
        NumberRole::Direct { owner } => (owner.iter().any(theirs), SessionType::OutboundDirect),
        NumberRole::Normal { outbound, .. } => (outbound.iter().any(theirs), SessionType::Outbound),
    };
    if allowed {
        Ok(session)
    } else {
        Err(OutboundRefusal::NotTheirs { number: from })
    }
}

/// Whether a queue reaches an agent: by name, by team, or by a team around theirs (R42).
fn serves(workspace: &Workspace, queue: QueueId, agent: UserId) -> bool {
    let (Some(queue), Some(user)) = (workspace.queue(queue), workspace.user(agent)) else {
        return false;
    };
    let mut around = user.teams.iter().flat_map(|&team| workspace.ancestry(team));
    queue.agents.contains(&agent) || around.any(|team| queue.teams.contains(&team.id))
}
