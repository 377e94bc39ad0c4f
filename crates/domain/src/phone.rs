//! Phone numbers as values: what was entered, reduced to what makes numbers equal (R6).

mod error;
mod facts;
mod text;

use std::fmt;
use std::num::NonZeroU64;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ids::Key;

pub use error::ParsePhoneError;
pub use facts::{NumberFacts, NumberKind, Printed, Region, Validity};

/// The fewest digits of a number with its country code (specification 2.2).
const MIN_DIGITS: usize = 8;
/// The most digits of a number with its country code (specification 2.2).
const MAX_DIGITS: usize = 15;
/// A bare run of at most this many digits is a short code (R12).
const MAX_SHORT_CODE: usize = 8;
const MIN_SHORT_CODE: usize = 3;

/// A number in canonical form: `+` and 8 to 15 digits, or a short code of 3 to 8 digits without country code.
///
/// ```
/// use domain::PhoneNumber;
/// let number: PhoneNumber = "+1 (415) 555.0100".parse()?;
/// assert_eq!(number, "+１４１５５５５０１００".parse()?);
/// assert_eq!(number.to_string(), "+14155550100");
/// # Ok::<(), domain::ParsePhoneError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
// INVARIANT: 8 to 15 digits without a leading zero, or `SHORT` and 3 to 8 digits without a leading zero.
pub struct PhoneNumber(NonZeroU64);

/// Marks a short code; far above the greatest number of 15 digits.
const SHORT: u64 = 1 << 62;

impl PhoneNumber {
    /// Whether this is a short code, which has no country code and so cannot be direct (R12).
    pub fn is_short_code(self) -> bool {
        self.0.get() & SHORT != 0
    }

    /// The digits as a number.
    fn value(self) -> u64 {
        self.0.get() & !SHORT
    }

    /// The digits alone, country code included.
    pub fn digits(self) -> String {
        self.value().to_string()
    }

    /// Whether these stand among its digits. Makes no text: all numbers of a company are looked through at each keystroke.
    pub fn has_digits(self, wanted: &str) -> bool {
        let Some(wanted) = Packed::of(wanted) else {
            return false;
        };
        let mut own = Packed::default();
        let mut rest = self.value();
        while rest > 0 {
            own.digits |= (rest % 10) << (4 * own.count);
            own.count += 1;
            rest /= 10;
        }
        let places = 0..(own.count + 1).saturating_sub(wanted.count);
        let mask = (1 << (4 * wanted.count)) - 1;
        places
            .map(|place| (own.digits >> (4 * place)) & mask)
            .any(|digits| digits == wanted.digits)
    }
}

/// Up to 15 digits in four bits each, the last one lowest: these are compared as one.
#[derive(Default)]
struct Packed {
    digits: u64,
    count: u32,
}

impl Packed {
    /// Of a text; none when it has something else, nothing, or too much.
    fn of(text: &str) -> Option<Self> {
        let mut packed = Self::default();
        for c in text.chars() {
            packed.digits = (packed.digits << 4) | u64::from(c.to_digit(10)?);
            packed.count += 1;
        }
        (1..=MAX_DIGITS).contains(&text.len()).then_some(packed)
    }
}

impl Key for PhoneNumber {
    fn bits(self) -> u128 {
        u128::from(self.0.get())
    }

    #[expect(clippy::cast_possible_truncation, reason = "only ever given what `bits` made")]
    fn from_bits(bits: u128) -> Self {
        Self(NonZeroU64::new(bits as u64).unwrap_or(NonZeroU64::MIN))
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plus = if self.is_short_code() { "" } else { "+" };
        write!(f, "{plus}{}", self.value())
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<PhoneNumber> for String {
    fn from(number: PhoneNumber) -> Self {
        number.to_string()
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = ParsePhoneError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl FromStr for PhoneNumber {
    type Err = ParsePhoneError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(number) = written_plainly(text) {
            return Ok(number);
        }
        let plain = text::simplify(text);
        let (plus, rest) = match plain.strip_prefix('+') {
            Some(rest) => (true, rest),
            None => (false, plain.as_str()),
        };
        if let Some(problem) = error::unreadable(rest) {
            return Err(problem);
        }
        let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
        if digits.is_empty() {
            Err(ParsePhoneError::Empty)
        } else if plus && error::has_trunk_zero(rest) {
            Err(ParsePhoneError::TrunkZero)
        } else if plus {
            with_country_code(&digits)
        } else {
            without_plus(&digits, digits == rest)
        }
    }
}

/// A number as most are written: a plus sign, then digits with blanks, hyphens and dots between them. Makes no text, as
/// large files have hundreds of thousands. None for any other spelling, which may be a number all the same.
fn written_plainly(text: &str) -> Option<PhoneNumber> {
    let (mut number, mut digits) = (0_u64, 0_usize);
    for byte in text.strip_prefix('+')?.bytes() {
        match byte {
            b'0' if digits == 0 => return None,
            b'0'..=b'9' if digits < MAX_DIGITS => {
                number = number * 10 + u64::from(byte - b'0');
                digits += 1;
            }
            b' ' | b'-' | b'.' => {}
            _ => return None,
        }
    }
    let number = NonZeroU64::new(number).filter(|_| digits >= MIN_DIGITS);
    number.map(PhoneNumber)
}

fn with_country_code(digits: &str) -> Result<PhoneNumber, ParsePhoneError> {
    match digits.len() {
        _ if digits.starts_with('0') => Err(ParsePhoneError::LeadingZero),
        length if length < MIN_DIGITS => Err(ParsePhoneError::TooShort { digits: length }),
        length if length > MAX_DIGITS => Err(ParsePhoneError::TooLong { digits: length }),
        _ => digits
            .parse()
            .map(PhoneNumber)
            .map_err(|_| ParsePhoneError::Empty),
    }
}

/// A few bare digits are a short code; grouped ones, or more of them, lack their country code (A35, A36).
fn without_plus(digits: &str, bare: bool) -> Result<PhoneNumber, ParsePhoneError> {
    if digits.starts_with("00") {
        return Err(ParsePhoneError::DoubleZero);
    }
    let few = (MIN_SHORT_CODE..=MAX_SHORT_CODE).contains(&digits.len());
    match digits.parse::<NonZeroU64>() {
        Ok(code) if bare && few && !digits.starts_with('0') => Ok(PhoneNumber(code | SHORT)),
        _ => Err(ParsePhoneError::NoCountryCode),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ParsePhoneError as E;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, ParsePhoneError>) {
        assert_eq!(
            text.parse().map(|number: PhoneNumber| number.to_string()),
            expected.map(str::to_owned),
            "{text:?}"
        );
    }

    #[test]
    fn r6_spelling_makes_no_difference() {
        for text in [
            "+14155550100",
            "+1 415-555-0100",
            "+1 (415) 555.0100",
            "+1\u{a0}415\u{2009}555\u{2011}0100",
            "\u{202a}+1 415 555 0100\u{202c}",
            "\u{feff}+1415\u{200b}5550100 ",
            "+１４１５５５５０１００",
            "＋１（４１５）５５５－０１００",
            "+1・415ー555ー0100",
            "\u{200f}+١ ٤١٥ ٥٥٥ ٠١٠٠\u{061c}",
            "+۱۴۱۵۵۵۵۰۱۰۰",
            "+1 415\0 555\u{fe0f} 0100\r\n",
        ] {
            check(text, Ok("+14155550100"));
        }
    }

    #[test]
    fn r6_what_is_written_plainly_is_read_as_any_other_spelling() {
        // What nobody sees keeps a text from being plain.
        let whole = |text: &str| format!("\u{200b}{text}").parse::<PhoneNumber>();
        for digits in 0..=17 {
            for first in ["1", "0", "9", " 1", "", "(0)1", "+1", "1.4E+", "１"] {
                for mark in ["", " ", "-", ".", "--", "/", "x", "\t"] {
                    let rest = "12345678901234567".get(..digits).unwrap();
                    let (front, back) = rest.split_at(digits / 2);
                    for text in [
                        format!("+{first}{front}{mark}{back}"),
                        format!("{first}{front}{mark}{back}"),
                        format!("+{first}{front}{back}{mark}"),
                    ] {
                        assert_eq!(text.parse(), whole(&text), "{text:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn r4_a35_a36_a_country_code_is_required() {
        check("415-555-0100", Err(E::NoCountryCode));
        check("4155550100", Err(E::NoCountryCode));
        check("0415 555 010", Err(E::NoCountryCode));
        check("(0)20 7946 0999", Err(E::NoCountryCode));
        check("00 1 415 555 0100", Err(E::DoubleZero));
        assert_eq!(
            E::DoubleZero.to_string(),
            "write `+` instead of `00` before the country code"
        );
        check("+0 415 555 0100", Err(E::LeadingZero));
        check("", Err(E::Empty));
        check(" \u{200b} ", Err(E::Empty));
        check("+", Err(E::Empty));
        check("( ) -", Err(E::Empty));
    }

    #[test]
    fn eight_to_fifteen_digits() {
        check("+1234567", Err(E::TooShort { digits: 7 }));
        check("+12345678", Ok("+12345678"));
        check("+123456789012345", Ok("+123456789012345"));
        check("+1234567890123456", Err(E::TooLong { digits: 16 }));
    }

    #[test]
    fn r12_bare_digits_are_a_short_code() {
        check("72345", Ok("72345"));
        check("12", Err(E::NoCountryCode));
        check("123", Ok("123"));
        check("12345678", Ok("12345678"));
        check("123456789", Err(E::NoCountryCode));
        check(" ７２３４５ ", Ok("72345"));
        // Somebody who groups digits writes a number, not a short code.
        check("555-0100", Err(E::NoCountryCode));
        check("72 345", Err(E::NoCountryCode));
        check("(555) 01", Err(E::NoCountryCode));
        assert!("72345".parse::<PhoneNumber>().unwrap().is_short_code());
        assert_ne!(
            "12345678".parse::<PhoneNumber>(),
            "+12345678".parse::<PhoneNumber>()
        );
    }

    #[test]
    fn s018_digits_are_found_anywhere_within() {
        let number: PhoneNumber = "+14155550100".parse().unwrap();
        for wanted in ["1", "14155550100", "0100", "5555"] {
            assert!(number.has_digits(wanted), "{wanted}");
        }
        for wanted in ["", "2", "141555501000", "0101", "+1"] {
            assert!(!number.has_digits(wanted), "{wanted}");
        }
        assert!("72345".parse::<PhoneNumber>().unwrap().has_digits("2345"));
        let longest: PhoneNumber = "+123456789012345".parse().unwrap();
        assert!(longest.has_digits("123456789012345"));
        assert!(longest.has_digits("012345"));
        for wanted in ["0123456789012345", &"12345".repeat(100)] {
            assert!(!longest.has_digits(wanted), "{wanted}");
        }
    }

    #[test]
    fn what_is_no_number_says_why() {
        check("+1 415 555 0100 ext. 12", Err(E::Extension));
        check("+14155550100x12", Err(E::Extension));
        check("+14155550100;ext=12", Err(E::Extension));
        check("+14155550100#12", Err(E::Extension));
        check("+1 800 FLOWERS", Err(E::Letter { found: 'F' }));
        check("1.41556E+10", Err(E::Spreadsheet));
        check("+1415+5550100", Err(E::Character { found: '+' }));
        check("+1415*5550100", Err(E::Character { found: '*' }));
        check("+44 (0)20 7946 0999", Err(E::TrunkZero));
        check("+44 [ 0 ] 20 7946 0999", Err(E::TrunkZero));
        check("+44 (020) 7946 0999", Ok("+4402079460999"));
        check("+1415555010२", Err(E::ForeignDigit { found: '२' }));
        check("+1415555010½", Err(E::ForeignDigit { found: '½' }));
    }
}
