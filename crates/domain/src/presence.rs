//! What an agent is doing, stepped offer by offer: the two counters and the statuses they lead to (R78–R84).

use crate::routing::AgentState;
use crate::workspace::Thresholds;

/// Seconds until an offer that is not picked up counts as missed (A19).
pub const RING_SECONDS: u16 = 10;

/// An agent's status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// Not signed in.
    #[default]
    SignedOut,
    /// Takes chats.
    Available,
    /// Has a chat; takes more up to the concurrency limit.
    InChat,
    /// On a call.
    OnCall,
    /// Set by the system after missed offers (R80).
    MissedChat,
    /// Set by the system after unacknowledged offers (R82).
    Unresponsive,
    /// Any other, such as a break.
    Away,
}

/// What an agent or an admin can choose. The statuses that only the system sets are not among them (R82).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// Takes chats from now on, with both counters at 0 (R84).
    Available,
    /// Takes a call.
    OnCall,
    /// Does something else.
    Away,
    /// Signs out.
    SignedOut,
}

/// How a chat was offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Offer {
    /// To this agent alone.
    Single,
    /// To all agents of a queue at once.
    Multicast,
}

/// How an offer ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfferEnd {
    /// Picked up.
    Connected,
    /// Not picked up; the chat waits and is offered again when the agent is eligible.
    Missed,
    /// Not picked up once too often: the agent is set to Missed Chat.
    MissedChat,
    /// Not acknowledged; offered again.
    Skipped,
    /// Not acknowledged once too often: the agent is set to Unresponsive.
    Unresponsive,
}

impl OfferEnd {
    /// The row of the table.
    pub fn row(self) -> &'static str {
        match self {
            Self::Connected => "D21a",
            Self::Missed => "D21b",
            Self::MissedChat => "D21c",
            Self::Skipped => "D21d",
            Self::Unresponsive => "D21e",
        }
    }

    /// What the trail says of the chat.
    pub fn code(self) -> &'static str {
        match self {
            Self::Connected => "connected",
            Self::Missed | Self::MissedChat => "missed",
            Self::Skipped | Self::Unresponsive => "skipped",
        }
    }
}

/// How many chats an agent takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// Chats at once.
    pub chats: u16,
    /// Whether new chats come while on a call.
    pub while_on_call: bool,
}

/// One agent's status and counters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Presence {
    status: Status,
    chats: u16,
    missed: u8,
    skipped: u8,
}

impl Presence {
    /// The status.
    pub fn status(&self) -> Status {
        self.status
    }

    /// Chats taken and not ended.
    pub fn chats(&self) -> u16 {
        self.chats
    }

    /// Offers missed in a row, as far as they count (R81, R83).
    pub fn missed_in_a_row(&self) -> u8 {
        self.missed
    }

    /// Offers in a row that the adapter did not acknowledge.
    pub fn skipped_in_a_row(&self) -> u8 {
        self.skipped
    }

    /// What routing sees (R78, D16 to D21).
    pub fn state(&self, capacity: Capacity) -> AgentState {
        let by_chats = if self.chats < capacity.chats {
            AgentState::Available
        } else {
            AgentState::AtCapacity
        };
        match self.status {
            Status::Available | Status::InChat => by_chats,
            Status::OnCall if capacity.while_on_call => by_chats,
            Status::OnCall => AgentState::OnCall,
            Status::MissedChat => AgentState::MissedChat,
            Status::Unresponsive => AgentState::Unresponsive,
            Status::SignedOut | Status::Away => AgentState::Unavailable,
        }
    }

    /// The agent or an admin sets a status; Available resets both counters (R84).
    pub fn choose(&mut self, choice: Choice) {
        self.status = match choice {
            Choice::Available if self.chats > 0 => Status::InChat,
            Choice::Available => Status::Available,
            Choice::OnCall => Status::OnCall,
            Choice::Away => Status::Away,
            Choice::SignedOut => Status::SignedOut,
        };
        if choice == Choice::Available {
            self.missed = 0;
            self.skipped = 0;
        }
    }

    /// Picks an offer up: one chat more, both counters at 0 (D21a, R84).
    pub fn answer(&mut self) -> OfferEnd {
        self.chats = self.chats.saturating_add(1);
        self.missed = 0;
        self.skipped = 0;
        if self.status == Status::Available {
            self.status = Status::InChat;
        }
        OfferEnd::Connected
    }

    /// Does not pick an offer up in time. It counts only when it was for this agent alone (R83) and the agent was
    /// Available (R81); otherwise it is reported and no more.
    pub fn miss(&mut self, offer: Offer, thresholds: Thresholds) -> OfferEnd {
        if offer == Offer::Multicast || self.status != Status::Available {
            return OfferEnd::Missed;
        }
        self.missed = self.missed.saturating_add(1);
        if self.missed < thresholds.missed_chat {
            return OfferEnd::Missed;
        }
        self.status = Status::MissedChat;
        OfferEnd::MissedChat
    }

    /// The adapter does not acknowledge an offer, however it was made (R79, R82).
    pub fn skip(&mut self, thresholds: Thresholds) -> OfferEnd {
        self.skipped = self.skipped.saturating_add(1);
        if self.skipped < thresholds.unresponsive {
            return OfferEnd::Skipped;
        }
        self.status = Status::Unresponsive;
        OfferEnd::Unresponsive
    }

    /// One of the chats ends; after the last one In-chat is Available again.
    pub fn end_chat(&mut self) {
        self.chats = self.chats.saturating_sub(1);
        if self.status == Status::InChat && self.chats == 0 {
            self.status = Status::Available;
        }
    }
}
