//! The outcomes of the table, with their codes and rows.

mod words;

use serde::{Deserialize, Serialize};

/// What becomes of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
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
    /// All of them, in the order of the table.
    pub const ALL: [Self; 24] = [
        Self::DroppedBlocklisted,
        Self::DroppedSmsDisabled,
        Self::DroppedUnknownNumber,
        Self::CommandOptOut,
        Self::CommandOptIn,
        Self::CommandHelp,
        Self::DroppedOptedOut,
        Self::Continued,
        Self::Resumed,
        Self::QueueStandard,
        Self::DroppedUnassigned,
        Self::DroppedDirectUnassigned,
        Self::DeflectedAfterHours,
        Self::DeflectedHoliday,
        Self::WaitingAgentMissing,
        Self::WaitingAgentMissedChat,
        Self::WaitingAgentUnresponsive,
        Self::WaitingAgentUnavailable,
        Self::WaitingAgentBusy,
        Self::WaitingAgentAtCapacity,
        Self::OfferedAgent,
        Self::QueueAfterHourMessage,
        Self::WaitingQueueNoAgents,
        Self::OfferedQueue,
    ];

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

/// A code that no row of the table has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{code}` is not an outcome: use a code of the routing table")]
pub struct UnknownOutcome {
    code: String,
}

impl TryFrom<String> for Outcome {
    type Error = UnknownOutcome;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        let found = Self::ALL.into_iter().find(|outcome| outcome.code() == code);
        found.ok_or(UnknownOutcome { code })
    }
}

impl From<Outcome> for &'static str {
    fn from(outcome: Outcome) -> Self {
        outcome.code()
    }
}
