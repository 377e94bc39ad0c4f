//! Inputs as they stand, and their way to an intent.

pub mod deflection;
pub mod drawer;
pub mod holiday;
pub mod hours;
pub mod import;
pub mod number;
pub mod outline;
pub mod profile;
pub mod queue;
pub mod queue_more;
pub mod reply_limit;
pub mod sms;
pub mod team;
pub mod thresholds;
pub mod update;
pub mod user;

#[cfg(test)]
mod ana;
