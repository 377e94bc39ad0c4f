//! The voice side in one small record: which IVR queue has a number. It never takes part in the uniqueness of
//! SMS numbers (R13, R19, R24, R33).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::phone::PhoneNumber;

/// The longest name, in characters.
const MAX_NAME: usize = 50;

/// A number that an IVR queue has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IvrAssignment {
    /// The number, perhaps in the SMS list as well.
    pub number: PhoneNumber,
    /// The queue of the voice tree.
    pub queue: IvrQueueName,
}

/// The name of a queue of the voice tree: 1 to 50 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IvrQueueName(String);

impl IvrQueueName {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a text does not name an IVR queue.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the name of an IVR queue has 1 to {MAX_NAME} characters: this one has {length}")]
pub struct IvrQueueNameError {
    length: usize,
}

impl FromStr for IvrQueueName {
    type Err = IvrQueueNameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let name = text.trim();
        match name.chars().count() {
            1..=MAX_NAME => Ok(Self(name.to_owned())),
            length => Err(IvrQueueNameError { length }),
        }
    }
}

impl TryFrom<String> for IvrQueueName {
    type Error = IvrQueueNameError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<IvrQueueName> for String {
    fn from(name: IvrQueueName) -> Self {
        name.0
    }
}

impl fmt::Display for IvrQueueName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
