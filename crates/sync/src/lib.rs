//! The published head, the commits that made it, and files to carry a workspace: pure.

pub mod audit;
pub mod draft_file;
mod envelope;
pub mod file;
pub mod head;
pub mod pieces;
pub mod read;
pub mod revert;
pub mod shelf;
pub mod since;

pub use head::{Commit, Head, PublishError};
pub use shelf::{DraftRecord, Kept};
pub use since::Since;
