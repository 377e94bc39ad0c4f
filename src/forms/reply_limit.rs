//! The reply limit of Direct Numbers Global Settings (A42).

use domain::workspace::MAX_MINUTES;

/// What was written is no number of minutes that can be set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("enter a whole number of minutes from 0 to {MAX_MINUTES}")]
pub struct ReplyLimitError;

/// Minutes from their text.
///
/// # Errors
/// Blank, not a whole number, or more than a week.
pub fn reply_limit(text: &str) -> Result<u16, ReplyLimitError> {
    let given = text.trim();
    let digits = given.bytes().all(|byte| byte.is_ascii_digit());
    let minutes = given
        .parse()
        .ok()
        .filter(|minutes| digits && *minutes <= MAX_MINUTES);
    minutes.ok_or(ReplyLimitError)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a42_the_reply_limit_is_0_to_10080_minutes() {
        for (text, minutes) in [("0", 0), (" 10 ", 10), ("10080", 10_080)] {
            assert_eq!(reply_limit(text), Ok(minutes));
        }
        for text in ["", "10081", "-1", "2.5", "ten", "+3", "99999"] {
            assert_eq!(reply_limit(text), Err(ReplyLimitError), "{text}");
        }
    }
}
