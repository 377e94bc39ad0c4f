//! Why a text is not a phone number, one sentence a cause.

/// What to do about a text that is not a number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParsePhoneError {
    /// Nothing was entered.
    #[error("enter a phone number with its country code, such as `+1 415 555 0100`")]
    Empty,
    /// No `+` at the front (R4, A35).
    #[error("the country code is missing: start with `+` and the country code, such as `+1 415 555 0100`")]
    NoCountryCode,
    /// `00` in place of the `+` (A36).
    #[error("write `+` instead of `00` before the country code")]
    DoubleZero,
    /// No country code begins with a zero.
    #[error("a country code does not begin with 0: check the digits after the `+`")]
    LeadingZero,
    /// Fewer than eight digits.
    #[error("{digits} digits are too few: a number has at least 8, country code included")]
    TooShort {
        /// How many there are.
        digits: usize,
    },
    /// More than fifteen digits.
    #[error("{digits} digits are too many: a number has at most 15, country code included")]
    TooLong {
        /// How many there are.
        digits: usize,
    },
    /// `(0)` behind the country code, as printed for readers of two countries at once.
    #[error("leave out the `(0)`: it is not dialled behind a country code")]
    TrunkZero,
    /// An extension behind the number.
    #[error("leave out the extension: a text cannot be sent to one")]
    Extension,
    /// A letter, as in a number spelled by words.
    #[error("write digits instead of letters: `{found}` is not a digit")]
    Letter {
        /// The first letter.
        found: char,
    },
    /// A digit of another script, a fraction, a digit in a circle.
    #[error("write `{found}` with the digits 0 to 9")]
    ForeignDigit {
        /// The first such digit.
        found: char,
    },
    /// A spreadsheet has turned the number into powers of ten.
    #[error("a spreadsheet has damaged this number: format its column as text and enter it again")]
    Spreadsheet,
    /// Any other character.
    #[error("`{found}` does not belong in a phone number: remove it")]
    Character {
        /// The first such character.
        found: char,
    },
}

/// What, behind the plus sign, cannot be read as digits and the marks between them.
pub(super) fn unreadable(rest: &str) -> Option<ParsePhoneError> {
    let lower = rest.to_lowercase();
    if is_power_of_ten(&lower) {
        return Some(ParsePhoneError::Spreadsheet);
    }
    let found = rest.chars().find(|&c| !c.is_ascii_digit() && !is_mark(c))?;
    let begins_extension = matches!(found, '#' | ';' | 'x' | 'X') || lower.contains("ext");
    Some(if begins_extension {
        ParsePhoneError::Extension
    } else if found.is_numeric() {
        ParsePhoneError::ForeignDigit { found }
    } else if found.is_alphabetic() {
        ParsePhoneError::Letter { found }
    } else {
        ParsePhoneError::Character { found }
    })
}

/// `1.41556e+10`.
fn is_power_of_ten(lower: &str) -> bool {
    lower.split_once("e+").is_some_and(|(mantissa, power)| {
        let number = |text: &str| {
            !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
        };
        number(mantissa) && number(power)
    })
}

/// A zero alone in brackets: its digits would make another number.
pub(super) fn has_trunk_zero(rest: &str) -> bool {
    let mut inside = rest.split(['(', '[']).skip(1);
    inside.any(|group| {
        group
            .split_once([')', ']'])
            .is_some_and(|(digits, _)| digits.trim() == "0")
    })
}

/// Marks that people put between digits: blanks, dashes, dots, brackets; the last three by Japanese keyboards.
fn is_mark(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '.' | '(' | ')' | '[' | ']' | '/' | '\u{2010}'
                ..='\u{2015}' | '\u{2212}' | '\u{00B7}' | '\u{30FB}' | '\u{30FC}' | '\u{FF65}'
        )
}
