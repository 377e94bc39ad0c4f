//! The admin app for direct SMS numbers.
