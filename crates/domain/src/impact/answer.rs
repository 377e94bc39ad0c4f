//! What a number answers at one moment, with everything that can be told apart.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::deflection::Level;
use crate::ids::UserId;
use crate::number::Owner;
use crate::routing::{Outcome, SessionType};

/// The whole answer to a plain text at one moment; two moments are alike only if all of it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What becomes of the text.
    pub outcome: Outcome,
    /// The text sent back, if any.
    pub reply: Option<Arc<str>>,
    /// The category of the session, if there is one.
    pub session_type: Option<SessionType>,
    /// The level that supplied hours and reply, where they mattered.
    pub level: Option<Level>,
    /// Who has the number; for an ordinary number the queue its texts land in.
    pub owner: Option<Owner>,
    /// The agents of the queue, by id, where the text waits for or is offered to them (R72).
    pub recipients: Arc<[UserId]>,
}

/// What an answer comes to for the sender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Handling {
    /// Offered to someone who can take it, or sent the way of an ordinary queue.
    Answered,
    /// Closed, and told so by an automatic text.
    Deflected,
    /// Nobody sees it: dropped, or left waiting for someone who is not there.
    Nobody,
}

impl Handling {
    /// All three, in the order of the enum.
    pub const ALL: [Self; 3] = [Self::Answered, Self::Deflected, Self::Nobody];

    /// What an outcome comes to.
    pub fn of(outcome: Outcome) -> Self {
        match outcome {
            Outcome::OfferedAgent
            | Outcome::OfferedQueue
            | Outcome::QueueStandard
            | Outcome::Continued
            | Outcome::Resumed => Self::Answered,
            Outcome::DeflectedAfterHours
            | Outcome::DeflectedHoliday
            | Outcome::QueueAfterHourMessage
            | Outcome::CommandOptOut
            | Outcome::CommandOptIn
            | Outcome::CommandHelp => Self::Deflected,
            Outcome::DroppedBlocklisted
            | Outcome::DroppedSmsDisabled
            | Outcome::DroppedUnknownNumber
            | Outcome::DroppedOptedOut
            | Outcome::DroppedUnassigned
            | Outcome::DroppedDirectUnassigned
            | Outcome::WaitingAgentMissing
            | Outcome::WaitingAgentMissedChat
            | Outcome::WaitingAgentUnresponsive
            | Outcome::WaitingAgentUnavailable
            | Outcome::WaitingAgentBusy
            | Outcome::WaitingAgentAtCapacity
            | Outcome::WaitingQueueNoAgents => Self::Nobody,
        }
    }
}
