//! The answer to "what happens to this text", with its reasons.

use std::fmt;

use super::{Outcome, SessionType, Step};
use crate::deflection::Level;
use crate::ids::{QueueId, UserId};
use crate::number::Owner;
use crate::schedule::State;

/// The answer, with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What becomes of the text.
    pub outcome: Outcome,
    /// The row of the table that decided, such as `D13`.
    pub row: &'static str,
    /// The text sent back, if any; never an empty one.
    pub reply: Option<String>,
    /// The category of the session; none when there is no session, or when it is an older one's.
    pub session_type: Option<SessionType>,
    /// Who has the receiving number, as far as that was asked.
    pub owner: Option<Owner>,
    /// The level whose deflection setting was found in force, where one was asked for.
    pub level: Option<Level>,
    /// What the deciding schedule said, where one was asked.
    pub schedule: Option<State>,
    /// Everyone the text is meant for, in the order of their ids (R72, A22).
    pub recipients: Vec<UserId>,
    /// Those of them who are rung now.
    pub ringing: Vec<UserId>,
    /// The personal queue a waiting text waits in; without one it waits for the agent until it expires (A20).
    pub waits_in: Option<QueueId>,
    /// What becomes of the sender's place on the Do Not Contact list.
    pub listing: Option<Listing>,
    /// What an admin should look at.
    pub warnings: Vec<Warning>,
    /// One step a rung of the table, in its order; the last one is the row that decided.
    pub why: Vec<Step>,
}

/// A change of the Do Not Contact list, for the sending number alone (R75, R77).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// The sender is put on it.
    Add,
    /// The sender is taken off it.
    Remove,
}

/// Something an admin should look at; nothing is held up by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Warning {
    /// D6: no support contact is set, so a call for help gets no answer.
    NoSupportContact,
    /// D15: the owner is inactive, or no longer an agent.
    AgentMissing,
    /// D25: nobody is reached through the queue's agents and teams.
    QueueWithoutAgents,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSupportContact => {
                "nobody answers a call for help: write the support contact in the SMS settings"
            }
            Self::AgentMissing => "nobody answers this number: activate its agent, or give it to another",
            Self::QueueWithoutAgents => "nobody answers this queue: assign agents or a team with agents",
        })
    }
}
