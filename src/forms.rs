//! Inputs as they stand, and their way to an intent.

pub mod deflection;
pub mod thresholds;
