//! An SMS number of the inventory, its label and what it is used for.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ids::{QueueId, UserId};
use crate::people::MAX_AGENT_NUMBERS;
use crate::phone::{NumberFacts, PhoneNumber};

/// The longest label, in characters (specification 2.2).
pub const MAX_LABEL: usize = 50;

/// A row of Phone number management.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SmsNumber {
    /// Identifies the number; never changes (A33).
    pub number: PhoneNumber,
    /// The admin's name for it (R5).
    pub label: Label,
    /// What the admin typed, for the history.
    pub entered_as: String,
    /// What the phone number database said at that time.
    pub facts: Option<NumberFacts>,
    /// Direct or not, with what goes with each.
    pub role: NumberRole,
    /// Which **Direct Inbound Number** column of its agent shows it; the first unless an agent has it.
    // Numbers stored before there were slots get one when they are read.
    #[serde(default)]
    pub slot: Slot,
}

/// What a number is used for. A direct number has no outbound links, is always verified and has at most
/// one owner (R9, R16, R21): another state cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberRole {
    /// Leads straight to its owner.
    Direct {
        /// Who gets its texts; nobody answers without one (R73).
        owner: Option<Owner>,
    },
    /// An ordinary number.
    Normal {
        /// Offered in queue lists only when verified (R10).
        verified: bool,
        /// The queue its texts land in.
        inbound: Option<QueueId>,
        /// Who may send from it (specification 2.4).
        outbound: BTreeSet<Owner>,
    },
}

/// One of an agent's five **Direct Inbound Number** columns. A number stays in its column when another is cleared,
/// so that a bulk file means the same when it is read twice (specification 8.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
// INVARIANT: below `MAX_AGENT_NUMBERS`.
pub struct Slot(u8);

impl Slot {
    /// All of them, first to last.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..u8::MAX).map_while(Self::new)
    }

    /// The slot at an index from 0.
    pub fn new(index: u8) -> Option<Self> {
        (usize::from(index) < MAX_AGENT_NUMBERS).then_some(Self(index))
    }

    /// Its index from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl TryFrom<u8> for Slot {
    type Error = String;

    fn try_from(index: u8) -> Result<Self, String> {
        Self::new(index).ok_or_else(|| {
            format!(
                "`{index}` is not a slot: an agent has slots 0 to {}",
                MAX_AGENT_NUMBERS - 1
            )
        })
    }
}

impl From<Slot> for u8 {
    fn from(slot: Slot) -> Self {
        slot.0
    }
}

/// An agent or an SMS queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// A user holding the Agent role.
    Agent(UserId),
    /// An SMS queue.
    Queue(QueueId),
}

impl SmsNumber {
    /// Whether it carries the **Direct** tag (R8).
    pub fn is_direct(&self) -> bool {
        matches!(self.role, NumberRole::Direct { .. })
    }

    /// Whether it carries the **Verified** tag (R9).
    pub fn is_verified(&self) -> bool {
        matches!(
            self.role,
            NumberRole::Direct { .. } | NumberRole::Normal { verified: true, .. }
        )
    }

    /// The one agent or queue a direct number leads to.
    pub fn owner(&self) -> Option<Owner> {
        match self.role {
            NumberRole::Direct { owner } => owner,
            NumberRole::Normal { .. } => None,
        }
    }

    /// The number as people write it, or plain where nobody knows better.
    pub fn printed(&self) -> String {
        printed_with(self.number, self.facts.as_ref())
    }
}

/// A number as people write it by what is known of it.
pub(crate) fn printed_with(number: PhoneNumber, facts: Option<&NumberFacts>) -> String {
    let printed = facts.and_then(|facts| facts.printed.as_ref());
    printed.map_or_else(|| number.to_string(), |printed| printed.as_str().to_owned())
}

/// An admin's name for a number: 1 to 50 characters, blanks around it cut off.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Label(String);

/// Why a text is not a label.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LabelError {
    /// Nothing but blanks (S013).
    #[error("enter a label: it tells this number from the others")]
    Empty,
    /// Over the limit.
    #[error("shorten the label to {MAX_LABEL} characters: it has {length}")]
    TooLong {
        /// Its length in characters.
        length: usize,
    },
}

impl Label {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Label {
    type Err = LabelError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let visible: String = text.chars().filter(|c| !c.is_control()).collect();
        let trimmed = visible.trim();
        let length = trimmed.chars().count();
        match length {
            0 => Err(LabelError::Empty),
            1..=MAX_LABEL => Ok(Self(trimmed.to_owned())),
            _ => Err(LabelError::TooLong { length }),
        }
    }
}

impl TryFrom<String> for Label {
    type Error = LabelError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Label> for String {
    fn from(label: Label) -> Self {
        label.0
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r5_a_label_has_1_to_50_characters() {
        assert_eq!(" \t ".parse::<Label>(), Err(LabelError::Empty));
        assert_eq!(" Ann ".parse::<Label>().unwrap().as_str(), "Ann");
        assert_eq!(
            "é".repeat(50).parse::<Label>().unwrap().as_str().chars().count(),
            50
        );
        assert_eq!(
            "é".repeat(51).parse::<Label>(),
            Err(LabelError::TooLong { length: 51 })
        );
        // S205: shown as text, so stored as it is.
        assert_eq!("<b>Ann</b>".parse::<Label>().unwrap().as_str(), "<b>Ann</b>");
    }
}
