//! What the phone number database said of a number when it was entered.

use serde::{Deserialize, Serialize};

use super::{ParsePhoneError, PhoneNumber};

/// Plain answers, kept with the number so that lists never need the database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberFacts {
    /// The country or territory, if the database knows it.
    pub region: Option<Region>,
    /// What sort of line it is.
    pub kind: NumberKind,
    /// How it is printed internationally.
    pub printed: Option<Printed>,
    /// Whether the database takes it for a number in use.
    pub validity: Validity,
}

/// Two capital letters, ISO 3166.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Region([u8; 2]);

impl Region {
    /// The region of that code; `None` unless it is two capital letters.
    pub fn new(code: &str) -> Option<Self> {
        <[u8; 2]>::try_from(code.as_bytes())
            .ok()
            .filter(|code| code.iter().all(u8::is_ascii_uppercase))
            .map(Self)
    }
}

impl From<Region> for String {
    fn from(Region([first, second]): Region) -> Self {
        [char::from(first), char::from(second)].into_iter().collect()
    }
}

impl TryFrom<String> for Region {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        Self::new(&code).ok_or_else(|| format!("`{code}` is not a region code of two capital letters"))
    }
}

/// What sort of line a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum NumberKind {
    FixedLine,
    Mobile,
    FixedOrMobile,
    TollFree,
    PremiumRate,
    SharedCost,
    Voip,
    Other,
    Unknown,
}

/// Whether the database takes a well-formed number for one that can exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Validity {
    /// It does.
    Valid,
    /// The database is known to err here, so nothing is claimed.
    NotJudged,
    /// No country has this code.
    UnknownCountryCode,
    /// The country's numbers are longer.
    TooShort,
    /// The country's numbers are shorter.
    TooLong,
    /// The country has not given out this range, as far as the database knows.
    UnknownRange,
}

impl Validity {
    /// The warning to show beside the number; new ranges appear before the database knows them, so it never refuses.
    pub fn warning(self) -> Option<&'static str> {
        match self {
            Self::Valid | Self::NotJudged => None,
            Self::UnknownCountryCode => {
                Some("no country has this country code: check the digits after the `+`")
            }
            Self::TooShort => {
                Some("this number is shorter than the numbers of its country: check for a missing digit")
            }
            Self::TooLong => {
                Some("this number is longer than the numbers of its country: check for a digit too many")
            }
            Self::UnknownRange => Some(
                "this number is in no known range of its country: check the digits, or add it if it is new",
            ),
        }
    }
}

/// A number as people write it; never other digits than the number's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
// INVARIANT: a number with a country code, in digits and the marks between them.
pub struct Printed(String);

impl Printed {
    /// The text, if its digits are those of the number: a database's error must not reach a person.
    pub fn new(number: PhoneNumber, text: &str) -> Option<Self> {
        Self::try_from(text.to_owned())
            .ok()
            .filter(|printed| printed.shows(number))
    }

    /// Whether it is this number that is written.
    pub fn shows(&self, number: PhoneNumber) -> bool {
        self.0.parse() == Ok(number)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Printed {
    type Error = ParsePhoneError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if !text.starts_with('+') {
            return Err(ParsePhoneError::NoCountryCode);
        }
        // No letters, and no marks that nobody sees: it is shown as it is.
        if let Some(found) = text
            .chars()
            .find(|&c| !c.is_ascii_digit() && !"+ -().".contains(c))
        {
            return Err(ParsePhoneError::Character { found });
        }
        text.parse::<PhoneNumber>().map(|_| Self(text))
    }
}

impl From<Printed> for String {
    fn from(printed: Printed) -> Self {
        printed.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r6_a_printed_form_has_the_same_digits() {
        let number: PhoneNumber = "+78001234567".parse().unwrap();
        assert!(Printed::new(number, "+7 800 123-45-67").is_some());
        assert_eq!(Printed::new(number, "+7 001234567"), None);
        assert_eq!(Printed::new(number, "7 800 123-45-67"), None);
    }

    #[test]
    fn a_region_is_two_capitals() {
        assert!(Region::new("US").is_some());
        assert_eq!(Region::new("us"), None);
        assert_eq!(Region::new("001"), None);
    }
}
