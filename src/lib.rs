//! The admin app for direct SMS numbers.

pub mod platform;
pub mod ui;
