//! What happens to a text: the table D1–D26, total, with a reason for every step.

mod ladder;

use chrono::{DateTime, Utc};

use crate::deflection::Level;
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

/// A text as it comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboundText<'a> {
    /// The number it was sent to.
    pub to: PhoneNumber,
    /// Who sent it.
    pub from: PhoneNumber,
    /// What it says.
    pub body: &'a str,
    /// When it arrived.
    pub at: DateTime<Utc>,
}

/// What is so at that moment and not part of the configuration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// The sender is on the Do Not Contact list (R75).
    pub opted_out: bool,
    /// The session between the two numbers, if there is one.
    pub session: SessionState,
    /// What the agent is doing.
    pub agent: AgentState,
}

/// The session between two numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SessionState {
    /// There is none.
    #[default]
    None,
    /// It is open (R85).
    Open,
    /// It was dismissed.
    Dismissed,
}

/// What an agent is doing, as far as routing asks (R78).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AgentState {
    /// Available, or In-chat below the limit.
    #[default]
    Available,
    /// In-chat at the concurrency limit.
    AtCapacity,
    /// On a call, with new chats while on a call switched off.
    OnCall,
    /// Set by the system after missed chats (R80).
    MissedChat,
    /// Set by the system after unacknowledged chats (R82).
    Unresponsive,
    /// Signed out, or any other status.
    Unavailable,
}

/// What becomes of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "`code` gives each its name in the specification")]
pub enum Outcome {
    DroppedBlocklisted,
    DroppedSmsDisabled,
    DroppedUnknownNumber,
    CommandOptOut,
    CommandOptIn,
    CommandHelp,
    DroppedOptedOut,
    Continued,
    Resumed,
    QueueStandard,
    DroppedUnassigned,
    DroppedDirectUnassigned,
    DeflectedAfterHours,
    DeflectedHoliday,
    WaitingAgentMissing,
    WaitingAgentMissedChat,
    WaitingAgentUnresponsive,
    WaitingAgentUnavailable,
    WaitingAgentBusy,
    WaitingAgentAtCapacity,
    OfferedAgent,
    QueueAfterHourMessage,
    WaitingQueueNoAgents,
    OfferedQueue,
}

impl Outcome {
    /// The outcome code of the specification's table.
    pub fn code(self) -> &'static str {
        self.names().0
    }

    /// The row of the table that ends in it; for a queue deflected by the global setting it is D24 instead.
    pub fn row(self) -> &'static str {
        self.names().1
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::DroppedBlocklisted => ("dropped.blocklisted", "D1"),
            Self::DroppedSmsDisabled => ("dropped.sms_disabled", "D2"),
            Self::DroppedUnknownNumber => ("dropped.unknown_number", "D3"),
            Self::CommandOptOut => ("command.opt_out", "D4"),
            Self::CommandOptIn => ("command.opt_in", "D5"),
            Self::CommandHelp => ("command.help", "D6"),
            Self::DroppedOptedOut => ("dropped.opted_out", "D7"),
            Self::Continued => ("continued", "D8"),
            Self::Resumed => ("resumed", "D9"),
            Self::QueueStandard => ("queue.standard", "D10"),
            Self::DroppedUnassigned => ("dropped.unassigned", "D11"),
            Self::DroppedDirectUnassigned => ("dropped.direct_unassigned", "D12"),
            Self::DeflectedAfterHours => ("deflected.after_hours", "D13"),
            Self::DeflectedHoliday => ("deflected.holiday", "D14"),
            Self::WaitingAgentMissing => ("waiting.agent_missing", "D15"),
            Self::WaitingAgentMissedChat => ("waiting.agent_missed_chat", "D16"),
            Self::WaitingAgentUnresponsive => ("waiting.agent_unresponsive", "D17"),
            Self::WaitingAgentUnavailable => ("waiting.agent_unavailable", "D18"),
            Self::WaitingAgentBusy => ("waiting.agent_busy", "D19"),
            Self::WaitingAgentAtCapacity => ("waiting.agent_at_capacity", "D20"),
            Self::OfferedAgent => ("offered.agent", "D21"),
            Self::QueueAfterHourMessage => ("queue.after_hour_message", "D23"),
            Self::WaitingQueueNoAgents => ("waiting.queue_no_agents", "D25"),
            Self::OfferedQueue => ("offered.queue", "D26"),
        }
    }
}

/// The category under which reports count a chat (specification 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SessionType {
    /// A text to an ordinary number.
    Inbound,
    /// A text to a direct number (R96).
    InboundDirect,
}

impl SessionType {
    /// The product's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Inbound => "Messaging Inbound (SMS)",
            Self::InboundDirect => "Messaging Inbound (SMS Direct)",
        }
    }
}

/// The answer, with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What becomes of the text.
    pub outcome: Outcome,
    /// The text sent back, if any.
    pub reply: Option<String>,
    /// The category of the session; none when there is no session, or when it is an older one's.
    pub session_type: Option<SessionType>,
    /// The level that supplied hours and reply, where they mattered.
    pub level: Option<Level>,
    /// One step a rung of the table, in its order.
    pub why: Vec<Step>,
}

/// One thing that was asked, and the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The row or rule, such as `D13` or `R54`.
    pub rule: &'static str,
    /// What was found.
    pub found: String,
    /// The record it was found in.
    pub source: Option<String>,
}

/// Total: it always answers, and always says why.
pub fn route(workspace: &Workspace, text: &InboundText<'_>, situation: &Situation) -> Decision {
    ladder::Ladder::new(workspace, text, *situation).decide()
}
