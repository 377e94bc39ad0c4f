//! Reading stored JSON: what cannot be read says at which field, whatever the type.
//!
//! ```
//! use domain::deflection::Reply;
//!
//! let stored = br#"{"schedule":{"time_zone":"UTC","days":"all_day","observed_holidays":[]},"message":""}"#;
//! let unreadable = domain::stored::read::<Reply>(stored).unwrap_err();
//! assert_eq!(unreadable.field.as_deref(), Some("message"));
//! assert!(unreadable.cause.starts_with("enter the message that the sender gets"));
//! ```

mod place;

use serde::de::DeserializeOwned;

/// Why a text is not a value, and where in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}{cause}", place = .field.as_ref().map_or_else(String::new, |field| format!("{field}: ")))]
pub struct Unreadable {
    /// The path to the field that is wrong, such as `numbers[3].label`; none when it is the value as a whole.
    pub field: Option<String>,
    /// What is wrong with it; a field that is missing is named here.
    pub cause: String,
}

/// The value that is stored as JSON: every invariant of its type holds, or it is not read.
///
/// # Errors
/// Bytes that are no JSON, or not of this type, or that contradict themselves.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    serde_json::from_slice(bytes).map_err(|error| {
        let cause = error.to_string();
        // Only these are refused before they are read: else it is the item before a comma that is wrong.
        let is_before = ["map", "sequence"].iter().any(|found| {
            cause
                .strip_prefix("invalid type: ")
                .is_some_and(|rest| rest.starts_with(found))
        });
        Unreadable {
            field: place::path_at(bytes, (error.line(), error.column()), is_before),
            cause,
        }
    })
}
