//! The admin app for direct SMS numbers.

pub mod app;
pub mod chunk;
pub mod forms;
pub mod pages;
pub mod parts;
pub mod paths;
pub mod platform;
pub mod session;
pub mod ui;
pub mod words;
