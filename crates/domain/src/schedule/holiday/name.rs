//! The names of holidays and folders.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::error::HolidayError;

/// The longest name of a holiday, in characters (specification 2.9).
pub const MAX_HOLIDAY_NAME: usize = 25;

/// The name of a holiday: 1 to 25 characters, blanks around it cut off (S149).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HolidayName(String);

/// The name of a folder: not empty, blanks around it cut off.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FolderName(String);

/// A name on one line, without blanks around it.
fn plain(text: &str) -> String {
    let visible: String = text.chars().filter(|character| !character.is_control()).collect();
    visible.trim().to_owned()
}

impl FromStr for HolidayName {
    type Err = HolidayError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let name = plain(text);
        match name.chars().count() {
            0 => Err(HolidayError::NoName),
            1..=MAX_HOLIDAY_NAME => Ok(Self(name)),
            length => Err(HolidayError::NameTooLong { length }),
        }
    }
}

impl FromStr for FolderName {
    type Err = HolidayError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let name = plain(text);
        if name.is_empty() {
            Err(HolidayError::NoFolderName)
        } else {
            Ok(Self(name))
        }
    }
}

macro_rules! text {
    ($($name:ident)*) => {$(
        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = HolidayError;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

text! { HolidayName FolderName }
