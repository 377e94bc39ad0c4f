//! The text of an automatic reply, and how the network cuts it into segments.

mod alphabet;
mod segments;

use serde::{Deserialize, Serialize};

pub use segments::{Encoding, Segments, Split};

/// The most characters of a reply (A38).
pub const MAX_MESSAGE: usize = 1600;

/// A reply of 1 to 1,600 characters, kept just as it was written (S204).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MessageText(String);

/// Why a text cannot be a reply.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    /// Nothing but blanks (S104, S126).
    #[error("enter the message that the sender gets")]
    Empty,
    /// Over the limit.
    #[error("shorten the message to {MAX_MESSAGE} characters: it has {length}")]
    TooLong {
        /// Its length in characters.
        length: usize,
    },
}

impl MessageText {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for MessageText {
    type Error = MessageError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let length = text.chars().count();
        if text.trim().is_empty() {
            Err(MessageError::Empty)
        } else if length > MAX_MESSAGE {
            Err(MessageError::TooLong { length })
        } else {
            Ok(Self(text))
        }
    }
}

impl From<MessageText> for String {
    fn from(text: MessageText) -> Self {
        text.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a38_a_message_has_1_to_1600_characters() {
        let of = |length: usize| MessageText::try_from("é".repeat(length));
        assert_eq!(MessageText::try_from(" \n ".to_owned()), Err(MessageError::Empty));
        assert!(of(1).is_ok());
        assert!(of(1600).is_ok());
        assert_eq!(of(1601), Err(MessageError::TooLong { length: 1601 }));
        // S204: kept as written.
        assert_eq!(
            MessageText::try_from(" \u{1f600}\r\nשלום ".to_owned())
                .unwrap()
                .as_str(),
            " \u{1f600}\r\nשלום "
        );
    }
}
