//! The published head, the commits that made it, and files to carry a workspace: pure.

pub mod file;
pub mod head;
pub mod pieces;
mod place;

pub use head::{Commit, Head, PublishError};
