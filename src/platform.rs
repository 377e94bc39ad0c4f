//! The browser: storage, time, files, threads. Asynchronous functions without signals.

pub mod channel;
pub mod clock;
pub mod engine;
mod error;
pub mod files;
pub mod history;
pub mod names;
pub mod network;
pub mod pace;
pub mod panic;
pub mod phone;
pub mod store;
pub mod worker;

pub use error::Error;
