//! What is long when it is stored, read from its text.
//!
//! Here and not where it is asked for: this crate is built to be fast, the screens to be small.

use domain::Workspace;
use domain::draft::Step;

use crate::Commit;

/// A configuration.
///
/// # Errors
/// A text that is none.
pub fn workspace(text: &str) -> Result<Workspace, serde_json::Error> {
    serde_json::from_str(text)
}

/// A publication.
///
/// # Errors
/// A text that is none.
pub fn commit(text: &str) -> Result<Commit, serde_json::Error> {
    serde_json::from_str(text)
}

/// A line of a draft's log; one may hold a whole file.
///
/// # Errors
/// A text that is none.
pub fn step(text: &str) -> Result<Step, serde_json::Error> {
    serde_json::from_str(text)
}
