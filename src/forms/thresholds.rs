//! **Missed Chat Threshold** and **Unresponsive Threshold** (F9).

use domain::Intent;

/// The limits of both (A18).
pub const LIMITS: std::ops::RangeInclusive<u8> = 1..=99;

/// What was written is not such a number (S109).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ThresholdError {
    /// Nothing was written.
    #[error("enter a whole number from 1 to 99")]
    Blank,
    /// Something else was.
    #[error("`{given}` is not a whole number from 1 to 99: enter one, such as 2")]
    Wrong {
        /// What was written.
        given: String,
    },
}

/// A threshold from its text.
///
/// # Errors
/// Blank, not a whole number, or outside the limits.
pub fn threshold(text: &str) -> Result<u8, ThresholdError> {
    let given = text.trim();
    if given.is_empty() {
        return Err(ThresholdError::Blank);
    }
    let digits = given.bytes().all(|byte| byte.is_ascii_digit());
    let number = given
        .parse()
        .ok()
        .filter(|number| digits && LIMITS.contains(number));
    number.ok_or_else(|| ThresholdError::Wrong {
        given: given.to_owned(),
    })
}

/// What **Save Direct Inbound** does.
///
/// # Errors
/// The first of the two that is wrong.
pub fn intent(missed_chat: &str, unresponsive: &str) -> Result<Intent, ThresholdError> {
    Ok(Intent::SetThresholds {
        missed_chat: threshold(missed_chat)?,
        unresponsive: threshold(unresponsive)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s109_only_whole_numbers_from_1_to_99_are_thresholds() {
        for (text, number) in [("1", 1), ("2", 2), (" 99 ", 99), ("007", 7)] {
            assert_eq!(threshold(text), Ok(number));
        }
        assert_eq!(threshold(" "), Err(ThresholdError::Blank));
        for text in ["0", "-1", "2.5", "100", "256", "two", "+3", "1e1", "٣"] {
            assert_eq!(
                threshold(text),
                Err(ThresholdError::Wrong {
                    given: text.to_owned()
                }),
                "{text}"
            );
        }
        assert!(intent("3", "0").is_err());
        assert_eq!(
            intent("3", "4"),
            Ok(Intent::SetThresholds {
                missed_chat: 3,
                unresponsive: 4
            })
        );
    }
}
