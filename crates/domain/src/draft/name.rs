//! The name of a draft.

/// Characters of a draft's name, at the most.
pub const MAX_NAME: usize = 200;

/// Why a text is no name for a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftNameError {
    /// Nothing but blanks.
    #[error("enter a name for the draft")]
    Empty,
    /// Over the limit.
    #[error("shorten the draft's name to {MAX_NAME} characters: it has {length}")]
    TooLong {
        /// Its characters.
        length: usize,
    },
}

/// A name as it is kept: without blanks around it.
///
/// # Errors
/// A text that is empty or too long.
pub fn checked_name(text: &str) -> Result<&str, DraftNameError> {
    let name = text.trim();
    match name.chars().count() {
        0 => Err(DraftNameError::Empty),
        length if length > MAX_NAME => Err(DraftNameError::TooLong { length }),
        _ => Ok(name),
    }
}

/// A name that the app makes up itself, cut where it is too long.
pub fn cut_name(text: &str) -> String {
    text.trim().chars().take(MAX_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_a_character_and_two_hundred_at_the_most() {
        for empty in ["", " \t\n"] {
            assert_eq!(checked_name(empty), Err(DraftNameError::Empty));
        }
        let longest = "é".repeat(MAX_NAME);
        assert_eq!(checked_name(&format!(" {longest} ")), Ok(longest.as_str()));
        let over = format!("{longest}x");
        assert_eq!(
            checked_name(&over).unwrap_err().to_string(),
            "shorten the draft's name to 200 characters: it has 201"
        );
        assert_eq!(
            (cut_name(&over), cut_name(" Winter ")),
            (longest, "Winter".to_owned())
        );
    }
}
