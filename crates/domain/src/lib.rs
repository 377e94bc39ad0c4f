//! The rules of direct SMS numbers: pure, no input or output, no clock, no randomness.
