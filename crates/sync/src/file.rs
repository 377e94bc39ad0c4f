//! A workspace as one file, to keep, to carry and to open again.

use domain::Workspace;
use serde::{Deserialize, Serialize};

const FORMAT: &str = "direct-sms workspace";
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Envelope<W> {
    format: String,
    version: u32,
    workspace: W,
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
    let envelope = Envelope {
        format: FORMAT.to_owned(),
        version: VERSION,
        workspace,
    };
    serde_json::to_string_pretty(&envelope)
}

/// The workspace in a file; a byte-order mark is passed over.
///
/// # Errors
/// A sentence for what a person should do about the file.
pub fn read(bytes: &[u8]) -> Result<Workspace, FileError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FileError::Foreign)?;
    let text = text.trim_start_matches('\u{feff}');
    let envelope: Envelope<serde_json::Value> = serde_json::from_str(text).map_err(|_| FileError::Foreign)?;
    if envelope.format != FORMAT {
        return Err(FileError::Foreign);
    }
    if envelope.version > VERSION {
        return Err(FileError::TooNew);
    }
    let read: Envelope<Workspace> = serde_json::from_str(text).map_err(|error| FileError::Damaged {
        cause: error.to_string(),
    })?;
    Ok(read.workspace)
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
            damaged.starts_with("this workspace file is damaged: `Mars/Base` is not a time zone"),
            "{damaged}"
        );
    }
}
