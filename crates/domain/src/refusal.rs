//! Why an intent is refused: one variant for each thing a page says differently.

use crate::people::MAX_AGENT_NUMBERS;
use crate::phone::PhoneNumber;

/// The intent changed nothing, and this is why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are what the sentences name")]
pub enum Refusal {
    /// R7.
    #[error("`{number}` is already in the list, as {label}")]
    NumberExists { number: PhoneNumber, label: String },
    /// R12.
    #[error("`{number}` is a short code and cannot be direct: a direct number has a country code")]
    ShortCodeDirect { number: PhoneNumber },
    /// The number is not in the inventory.
    #[error("`{number}` is not in the list: add it first")]
    UnknownNumber { number: PhoneNumber },
    /// R26.
    #[error("`{number}` is not a direct number: set it as a direct number first")]
    NotDirect { number: PhoneNumber },
    /// R16.
    #[error("`{number}` is a direct number: it cannot be used as a general outbound number")]
    OutboundOfDirect { number: PhoneNumber },
    /// It is so already.
    #[error("`{number}` is a direct number already")]
    AlreadyDirect { number: PhoneNumber },
    /// R21, R32: names the present owner.
    #[error("`{number}` belongs to {owner}: take it from there first")]
    OwnedByAnother { number: PhoneNumber, owner: String },
    /// It has no owner to lose.
    #[error("`{number}` is not assigned to anyone")]
    NotAssigned { number: PhoneNumber },
    /// R28.
    #[error("queue {queue} has queues under it: assign the number to one of those")]
    NotALeaf { queue: String },
    /// R29.
    #[error("{user} does not have the Agent role: add the role first")]
    NotAnAgent { user: String },
    /// R30.
    #[error("{user} has {MAX_AGENT_NUMBERS} direct numbers already: take one away first")]
    TooManyNumbers { user: String },
    /// R34.
    #[error("`{name}` is a command that people text: choose another name")]
    ProtectedName { name: String },
    /// R39.
    #[error("queue {queue} has direct numbers: move them before adding a queue under it")]
    LeafHasNumbers { queue: String },
    /// R43.
    #[error("assign a direct number to an agent or a queue first")]
    NoAssignedNumber,
    /// R1, R3.
    #[error("SMS is off: turn on Use SMS Chat in Settings, Chat, SMS")]
    SmsOff,
    /// S109.
    #[error("`{given}` is out of range: enter a whole number from 1 to 99")]
    ThresholdRange { given: u8 },
    /// A name that is empty or, for a team, holds a colon.
    #[error("`{name}` is not a name for a {what}: enter one without a colon")]
    BadName { what: &'static str, name: String },
    /// An address without an `@`.
    #[error("`{email}` is not an e-mail address")]
    BadEmail { email: String },
    /// Two users cannot share an address.
    #[error("`{email}` belongs to {user} already")]
    EmailExists { email: String, user: String },
    /// A user needs a role (specification 2.6).
    #[error("give the user at least one role")]
    NoRole,
    /// A record with this id is there already.
    #[error("this {what} exists already")]
    Exists { what: &'static str },
    /// The record was deleted meanwhile.
    #[error("this {what} no longer exists")]
    Gone { what: &'static str },
}

impl Refusal {
    /// The rule behind it, as the specification numbers them.
    pub fn rule(&self) -> Option<&'static str> {
        Some(match self {
            Self::NumberExists { .. } => "R7",
            Self::ShortCodeDirect { .. } => "R12",
            Self::NotDirect { .. } => "R26",
            Self::OutboundOfDirect { .. } => "R16",
            Self::OwnedByAnother { .. } => "R21",
            Self::NotALeaf { .. } => "R28",
            Self::NotAnAgent { .. } => "R29",
            Self::TooManyNumbers { .. } => "R30",
            Self::ProtectedName { .. } => "R34",
            Self::LeafHasNumbers { .. } => "R39",
            Self::NoAssignedNumber => "R43",
            Self::SmsOff => "R1",
            _ => return None,
        })
    }
}
