//! What an intent did beyond what it says: cascades and warnings, each a sentence.

use std::fmt;

use crate::phone::PhoneNumber;

/// The intent was carried out whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// What went along with it; shown before **Proceed** (R20).
    pub cascades: Vec<Cascade>,
    /// What the admin should know; nothing is refused for it.
    pub warnings: Vec<Warning>,
}

/// Something that went along.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are what the sentences name")]
pub enum Cascade {
    /// R15.
    OutboundRemoved { number: PhoneNumber, target: String },
    /// R17, R18.
    Released { number: PhoneNumber, owner: String },
    /// A11.
    InboundKept { number: PhoneNumber, queue: String },
    /// A11.
    InboundRemoved { number: PhoneNumber, queue: String },
}

/// Something to know.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are what the sentences name")]
pub enum Warning {
    /// R71.
    NoPersonalQueue { agent: String },
    /// Specification 2.2: labels may repeat.
    LabelInUse { label: String, number: PhoneNumber },
    /// R1: how many direct numbers stop working.
    DirectNumbersStop { count: usize },
    /// A30.
    InactiveWithNumbers { user: String, count: usize },
}

impl fmt::Display for Cascade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutboundRemoved { number, target } => {
                write!(f, "{target} can no longer send from {number}")
            }
            Self::Released { number, owner } => write!(f, "{number} is taken from {owner}"),
            Self::InboundKept { number, queue } => {
                write!(f, "{number} becomes a direct number of queue {queue}")
            }
            Self::InboundRemoved { number, queue } => {
                write!(
                    f,
                    "{number} is taken from queue {queue}, which has queues under it"
                )
            }
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPersonalQueue { agent } => {
                write!(f, "{agent} has no personal queue where these chats can wait")
            }
            Self::LabelInUse { label, number } => write!(f, "{number} has the label {label} too"),
            Self::DirectNumbersStop { count: 1 } => f.write_str("1 direct number stops working"),
            Self::DirectNumbersStop { count } => write!(f, "{count} direct numbers stop working"),
            Self::InactiveWithNumbers { user, count: 1 } => {
                write!(f, "{user} keeps 1 number, which nobody answers")
            }
            Self::InactiveWithNumbers { user, count } => {
                write!(f, "{user} keeps {count} numbers, which nobody answers")
            }
        }
    }
}
