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
        let field = last_inside::<T>(bytes, &error).or_else(|| field(bytes, &error));
        Unreadable { field, cause }
    })
}

/// The path to the field where the reader stopped.
fn field(bytes: &[u8], error: &serde_json::Error) -> Option<String> {
    let cause = error.to_string();
    // Only these are refused before they are read: else it is the item before a comma that is wrong.
    let is_before = ["map", "sequence"].iter().any(|found| {
        cause
            .strip_prefix("invalid type: ")
            .is_some_and(|rest| rest.starts_with(found))
    });
    place::path_at(bytes, (error.line(), error.column()), is_before)
}

/// The path to the last field of a record, or item of a list, when it is that which is refused: the reader says so
/// only after the bracket. With one more behind it the reader stops before, unless it is the whole that is wrong.
fn last_inside<T: DeserializeOwned>(bytes: &[u8], error: &serde_json::Error) -> Option<String> {
    let (inside, bracket) = place::split_at(bytes, (error.line(), error.column()))?;
    let more: &[u8] = match bracket.first()? {
        b'}' => br#","":null"#,
        b']' => b",null",
        _ => return None,
    };
    let longer = [inside, more, bracket].concat();
    let again = serde_json::from_slice::<T>(&longer).err()?;
    let (before, _) = place::split_at(&longer, (again.line(), again.column()))?;
    if before.len() > inside.len() || what(&again) != what(error) {
        return None;
    }
    field(&longer, &again)
}

/// What an error says, without its place.
fn what(error: &serde_json::Error) -> String {
    let mut said = error.to_string();
    said.truncate(said.rfind(" at line ").unwrap_or(said.len()));
    said
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::deflection::Reply;
    use crate::message::MessageText;

    fn named<T: serde::de::DeserializeOwned + std::fmt::Debug>(text: &str) -> Option<String> {
        read::<T>(text.as_bytes()).unwrap_err().field
    }

    #[test]
    fn the_last_of_a_record_or_list_is_named_when_it_is_refused() {
        let schedule = r#"{"time_zone":"UTC","days":"all_day","observed_holidays":[]}"#;
        let reply = |message: &str| format!(r#"{{"schedule":{schedule},"message":{message} }}"#);
        assert_eq!(named::<Reply>(&reply(r#""""#)).as_deref(), Some("message"));
        assert_eq!(named::<Reply>(&reply("1")).as_deref(), Some("message"));
        assert_eq!(named::<Vec<MessageText>>(r#"["a", ""]"#).as_deref(), Some("[1]"));
        assert_eq!(named::<Vec<MessageText>>(r#"["", "a"]"#).as_deref(), Some("[0]"));
        let list = format!("[{}]", reply(r#""""#));
        assert_eq!(named::<Vec<Reply>>(&list).as_deref(), Some("[0].message"));
        // What is wrong is the record.
        assert_eq!(
            named::<Vec<Reply>>(&format!(r#"[{{"schedule":{schedule}}}]"#)).as_deref(),
            Some("[0]")
        );
        assert_eq!(named::<Reply>("{}"), None);
        assert_eq!(named::<Vec<Reply>>("[{}]").as_deref(), Some("[0]"));
    }
}
