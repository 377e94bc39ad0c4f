//! A workspace as one file, to keep, to carry and to open again.

use domain::Workspace;
use serde::{Deserialize, Serialize};

use crate::envelope::{self, Fault};

const FORMAT: &str = "direct-sms workspace";
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Content<'a> {
    workspace: &'a Workspace,
}

#[derive(Deserialize)]
struct Found {
    workspace: Workspace,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// Not text, or not this kind of file.
    #[error("this is not a workspace file: choose a file that was exported here")]
    Foreign,
    /// From a newer version.
    #[error(
        "this file was written by a newer version of the app: reload to get that version, then open it again"
    )]
    TooNew,
    /// It contradicts itself, or something is missing in it.
    #[error("this workspace file is damaged: {cause}")]
    Damaged {
        /// What and where.
        cause: String,
    },
}

/// The file's text.
///
/// # Errors
/// Never for a workspace that `apply` made.
pub fn write(workspace: &Workspace) -> Result<String, serde_json::Error> {
    envelope::write(FORMAT, VERSION, &Content { workspace })
}

/// The workspace in a file; a byte-order mark is passed over.
///
/// # Errors
/// A sentence for what a person should do about the file.
pub fn read(bytes: &[u8]) -> Result<Workspace, FileError> {
    let found: Found = envelope::read(bytes, FORMAT, VERSION).map_err(|fault| match fault {
        Fault::Foreign => FileError::Foreign,
        Fault::TooNew => FileError::TooNew,
        Fault::Damaged(cause) => FileError::Damaged { cause },
    })?;
    Ok(found.workspace)
}

#[cfg(test)]
mod tests {
    use domain::Zone;

    use super::*;

    #[test]
    fn s206_a_file_comes_back_as_it_was() {
        let workspace = Workspace::empty("Larkspur Home", Zone::UTC);
        let text = write(&workspace).unwrap();
        assert_eq!(read(text.as_bytes()), Ok(workspace.clone()));
        assert_eq!(read(format!("\u{feff}{text}").as_bytes()), Ok(workspace));
    }

    #[test]
    fn a_bad_file_says_what_is_wrong() {
        let text = write(&Workspace::empty("Larkspur Home", Zone::UTC)).unwrap();
        for foreign in [&b"\xff\xfe"[..], b"", b"{}", b"[]", b"number,label\n"] {
            assert_eq!(read(foreign), Err(FileError::Foreign));
        }
        assert_eq!(
            read(text.replace("\"version\": 1", "\"version\": 2").as_bytes()),
            Err(FileError::TooNew)
        );
        let damaged = read(text.replace("UTC", "Mars/Base").as_bytes())
            .unwrap_err()
            .to_string();
        assert!(
            damaged.starts_with(
                "this workspace file is damaged: workspace.settings.hours.time_zone: `Mars/Base` is not a time zone"
            ),
            "{damaged}"
        );
    }

    /// Every value of a file in turn, with something else in its place.
    #[test]
    fn a_damaged_file_names_the_field() {
        let mut workspace = Workspace::empty("Larkspur Home", Zone::UTC);
        let intents = r#"[
            {"set_sms_chat":{"on":true}},
            {"add_number":{"number":"+13125550142","label":"Desk","direct":true,"entered_as":"","facts":null}},
            {"add_user":{"user":"00000000-0000-0000-0000-000000000009","email":"e@test.example","first_name":"Eva","last_name":"Bloom","roles":["Agent"],"teams":[]}}
        ]"#;
        for intent in serde_json::from_str::<Vec<domain::Intent>>(intents).unwrap() {
            workspace.apply(&intent).unwrap();
        }
        let stored: serde_json::Value = serde_json::from_str(&write(&workspace).unwrap()).unwrap();
        for (pointer, path) in [
            ("/workspace/numbers/0/label", "workspace.numbers[0].label"),
            ("/workspace/numbers/0/number", "workspace.numbers[0].number"),
            ("/workspace/users/0/roles", "workspace.users[0].roles"),
            (
                "/workspace/settings/reply_limit_min",
                "workspace.settings.reply_limit_min",
            ),
            (
                "/workspace/settings/thresholds/missed_chat",
                "workspace.settings.thresholds.missed_chat",
            ),
        ] {
            let mut damaged = stored.clone();
            *damaged.pointer_mut(pointer).unwrap() = serde_json::json!({ "x": -1 });
            let pretty = serde_json::to_string_pretty(&damaged).unwrap();
            for text in [damaged.to_string(), pretty] {
                let error = read(text.as_bytes()).unwrap_err().to_string();
                assert!(error.contains(&format!("damaged: {path}")), "{pointer}: {error}");
            }
        }
    }

    #[test]
    fn a_file_without_a_field_names_it() {
        let text = write(&Workspace::empty("Larkspur Home", Zone::UTC)).unwrap();
        let without = text.replace("\"time_zone\": \"UTC\",", "");
        let error = read(without.as_bytes()).unwrap_err().to_string();
        assert!(
            error.contains("workspace.settings.hours: missing field `time_zone`"),
            "{error}"
        );
    }
}
