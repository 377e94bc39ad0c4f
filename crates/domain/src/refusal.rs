//! Why an intent is refused: one variant for each thing a page says differently.

use crate::people::{MAX_AGENT_NUMBERS, MAX_ROLES};
use crate::phone::PhoneNumber;
use crate::schedule::HolidayError;

/// The intent changed nothing, and this is why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are what the sentences name")]
pub enum Refusal {
    /// R1, R3.
    #[error("SMS is off: turn on Use SMS Chat in Settings, Chat, SMS")]
    SmsOff,
    /// R7.
    #[error("`{number}` is already in the list, as {label}")]
    NumberExists { number: PhoneNumber, label: String },
    /// R12.
    #[error("`{number}` is a short code and cannot be direct: a direct number has a country code")]
    ShortCodeDirect { number: PhoneNumber },
    /// R6.
    #[error("`{printed}` is not how `{number}` is written: its digits are others")]
    OtherDigits { number: PhoneNumber, printed: String },
    /// The number is not in the inventory.
    #[error("`{number}` is not in the list: add it first")]
    UnknownNumber { number: PhoneNumber },
    /// R26.
    #[error("`{number}` is not a direct number: set it as a direct number first")]
    NotDirect { number: PhoneNumber },
    /// R16.
    #[error("`{number}` is a direct number: it cannot be used as a general outbound number")]
    OutboundOfDirect { number: PhoneNumber },
    /// There is no such link to take away.
    #[error("{target} cannot send from `{number}` anyway")]
    NotOutbound { number: PhoneNumber, target: String },
    /// It is so already.
    #[error("`{number}` is a direct number already")]
    AlreadyDirect { number: PhoneNumber },
    /// A direct number leads to its owner (specification 1).
    #[error("`{number}` is a direct number: assign it to the queue instead")]
    InboundOfDirect { number: PhoneNumber },
    /// R10.
    #[error("`{number}` is not verified: mark it as verified first")]
    NotVerified { number: PhoneNumber },
    /// R36.
    #[error("texts to `{number}` land in queue {queue}: take it from there first")]
    InboundTaken { number: PhoneNumber, queue: String },
    /// R21, R32: names the present owner.
    #[error("`{number}` belongs to {owner}: take it from there first")]
    OwnedByAnother { number: PhoneNumber, owner: String },
    /// It has no owner to lose.
    #[error("`{number}` is not assigned to anyone")]
    NotAssigned { number: PhoneNumber },
    /// R28.
    #[error("queue {queue} has queues under it: choose one of those")]
    NotALeaf { queue: String },
    /// R29.
    #[error("{user} does not have the Agent role: add the role first")]
    NotAnAgent { user: String },
    /// R30.
    #[error("{user} has {MAX_AGENT_NUMBERS} direct numbers already: take one away first")]
    TooManyNumbers { user: String },
    /// A31.
    #[error("{user} has direct numbers, which need the Agent role: release the numbers too")]
    RoleHasNumbers { user: String, count: usize },
    /// R34.
    #[error("`{name}` is a command that people text: choose another name")]
    ProtectedName { name: String },
    /// R34, the other way round.
    #[error("queue {queue} goes by `{word}`: change its name or keyword first, or choose another word")]
    WordIsQueue { word: String, queue: String },
    /// A word that is empty, holds blanks, or means something already.
    #[error("`{word}` cannot lead through the menu: choose one word that is no command and stands once")]
    BadMenuWord { word: String },
    /// R39.
    #[error("queue {queue} has direct numbers: move them before adding a queue under it")]
    LeafHasNumbers { queue: String },
    /// Only leaf queues have agents (specification 1).
    #[error("queue {queue} has agents or teams: take them away before adding a queue under it")]
    LeafHasMembers { queue: String },
    /// A queue or team would lie inside itself.
    #[error("{what} {name} cannot go into {into}, which lies inside it")]
    InsideItself {
        what: &'static str,
        name: String,
        into: String,
    },
    /// R43.
    #[error("assign a direct number to an agent or a queue first")]
    NoAssignedNumber,
    /// S109.
    #[error("`{given}` is out of range: enter a whole number from 1 to 99")]
    ThresholdRange { given: u8 },
    /// A number of minutes outside its limits (specification 2.1, A42).
    #[error("`{given}` minutes are out of range for {what}: enter a whole number from {least} to {most}")]
    MinutesRange {
        what: &'static str,
        given: u16,
        least: u16,
        most: u16,
    },
    /// R56, S121.
    #[error("{user} may not configure their own deflection: allow it in Agent Permission first")]
    OwnNotAllowed { user: String },
    /// R62.
    #[error("{user} has no settings of their own to go back to")]
    NothingToRevert { user: String },
    /// Nothing but blanks.
    #[error("enter a name for the {what}")]
    NoName { what: &'static str },
    /// The bulk template has `Team: ` and the name as a header (specification 2.6, 8.1).
    #[error("`{name}` has a colon: a team's name has none")]
    ColonInName { name: String },
    /// A keyword or language that is empty.
    #[error("the {what} is empty: enter it")]
    EmptyText { what: &'static str },
    /// An address without an `@`.
    #[error("`{email}` is not an e-mail address")]
    BadEmail { email: String },
    /// Two users cannot share an address.
    #[error("`{email}` belongs to {user} already")]
    EmailExists { email: String, user: String },
    /// A user needs a role (specification 2.6).
    #[error("give the user at least one role")]
    NoRole,
    /// The most roles of a user (specification 2.6).
    #[error("a user has at most {MAX_ROLES} roles: take some away")]
    TooManyRoles,
    /// S8.
    #[error("`{sender}` is on the blocklist already")]
    AlreadyBlocked { sender: PhoneNumber },
    /// It is not on the blocklist.
    #[error("`{sender}` is not on the blocklist")]
    NotBlocked { sender: PhoneNumber },
    /// A record with this id is there already.
    #[error("this {what} exists already")]
    Exists { what: &'static str },
    /// The record was deleted meanwhile.
    #[error("this {what} no longer exists")]
    Gone { what: &'static str },
    /// What the holidays say against it.
    #[error(transparent)]
    Holiday(#[from] HolidayError),
}

impl Refusal {
    /// The rule behind it, as the specification numbers them.
    pub fn rule(&self) -> Option<&'static str> {
        Some(match self {
            Self::SmsOff => "R3",
            Self::OtherDigits { .. } => "R6",
            Self::NumberExists { .. } => "R7",
            Self::NotVerified { .. } => "R10",
            Self::ShortCodeDirect { .. } => "R12",
            Self::OutboundOfDirect { .. } | Self::InboundOfDirect { .. } => "R16",
            Self::OwnedByAnother { .. } => "R21",
            Self::NotDirect { .. } => "R26",
            Self::NotALeaf { .. } => "R28",
            Self::NotAnAgent { .. } => "R29",
            Self::TooManyNumbers { .. } => "R30",
            Self::ProtectedName { .. } | Self::WordIsQueue { .. } | Self::BadMenuWord { .. } => "R34",
            Self::InboundTaken { .. } => "R36",
            Self::LeafHasNumbers { .. } => "R39",
            Self::NoAssignedNumber => "R43",
            Self::OwnNotAllowed { .. } => "R56",
            Self::NothingToRevert { .. } => "R62",
            Self::RoleHasNumbers { .. } => "A31",
            Self::MinutesRange { what, .. } if *what == REPLY_LIMIT => "A42",
            _ => return None,
        })
    }
}

/// What the limit of deflection texts is called.
pub(crate) const REPLY_LIMIT: &str = "the reply limit";
