//! The rules of the repository itself: who may use whom, where colours and addresses stand, which rules have tests.
//!
//! Everything is read as text, so a breach is named by file and line before anything else runs.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test stops where it fails"
)]

#[path = "tidy/files.rs"]
mod files;
#[path = "tidy/ids.rs"]
mod ids;
#[path = "tidy/layers.rs"]
mod layers;
#[path = "tidy/shape.rs"]
mod shape;
#[path = "tidy/sheets.rs"]
mod sheets;

/// Fails with every breach at once.
#[track_caller]
fn none(breaches: Vec<String>, advice: &str) {
    assert!(breaches.is_empty(), "{advice}:\n  {}", breaches.join("\n  "));
}
