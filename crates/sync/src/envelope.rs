//! What every file of the app begins with: its format and version, so that another one is known at once.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is wrong with a file, whatever it holds.
pub(crate) enum Fault {
    /// Not text, or not this kind of file.
    Foreign,
    /// From a newer version.
    TooNew,
    /// It contradicts itself, or something is missing in it.
    Damaged(String),
}

#[derive(serde::Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[derive(Serialize)]
struct Envelope<'a, T> {
    format: &'a str,
    version: u32,
    #[serde(flatten)]
    content: T,
}

/// The file's text; the content's fields stand beside format and version.
pub(crate) fn write(
    format: &str,
    version: u32,
    content: &impl Serialize,
) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&Envelope {
        format,
        version,
        content,
    })
}

/// The content of a file; a byte-order mark is passed over.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8], format: &str, version: u32) -> Result<T, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::Foreign)?;
    let text = text.trim_start_matches('\u{feff}');
    let head: Head = serde_json::from_str(text).map_err(|error| {
        // Cut off or broken further down: it still names its kind.
        let is_ours = text.starts_with('{') && text.contains(&format!("{format:?}"));
        if is_ours && !error.is_data() {
            Fault::Damaged(error.to_string())
        } else {
            Fault::Foreign
        }
    })?;
    if head.format != format {
        return Err(Fault::Foreign);
    }
    if head.version > version {
        return Err(Fault::TooNew);
    }
    domain::stored::read(text.as_bytes()).map_err(|unreadable| Fault::Damaged(unreadable.to_string()))
}
