//! Outcomes in words.

use super::Outcome;

impl Outcome {
    /// What becomes of a text, as a heading.
    pub fn words(self) -> &'static str {
        use Outcome as O;
        match self {
            O::DroppedBlocklisted => "Dropped, the sender is blocked",
            O::DroppedSmsDisabled => "Dropped, SMS is off",
            O::DroppedUnknownNumber => "Dropped, not a number of yours",
            O::CommandOptOut => "Opt-out recorded",
            O::CommandOptIn => "Opt-in recorded",
            O::CommandHelp => "Answered with support contact details",
            O::DroppedOptedOut => "Dropped, the sender has opted out",
            O::Continued => "Joins the open chat",
            O::Resumed => "Takes up the dismissed chat",
            O::QueueStandard => "Goes to its queue",
            O::DroppedUnassigned | O::DroppedDirectUnassigned => "Nobody answers",
            O::DeflectedAfterHours => "Deflected, outside hours",
            O::DeflectedHoliday => "Deflected, holiday",
            O::WaitingAgentMissing => "Waits, the agent is inactive",
            O::WaitingAgentMissedChat => "Waits, the agent is in Missed Chat",
            O::WaitingAgentUnresponsive => "Waits, the agent is Unresponsive",
            O::WaitingAgentUnavailable => "Waits, the agent is not available",
            O::WaitingAgentBusy => "Waits, the agent is on a call",
            O::WaitingAgentAtCapacity => "Waits, the agent has no room",
            O::QueueAfterHourMessage => "Queued, the queue's message is sent",
            O::WaitingQueueNoAgents => "Waits, the queue has no agents",
            O::OfferedAgent => "Offered to the agent",
            O::OfferedQueue => "Offered to the queue",
        }
    }
}
