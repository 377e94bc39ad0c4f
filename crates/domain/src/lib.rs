//! The rules of direct SMS numbers: pure, no input or output, no clock, no randomness.
//!
//! A [`Workspace`] is the whole configuration. An [`Intent`] changes it through [`Workspace::apply`], whole or
//! not at all. [`routing::route`] says what happens to a text, and why. Rule ids such as R21 or D13 are those of
//! the specification.

pub mod applied;
pub mod bulk;
pub mod deflection;
pub mod do_not_contact;
pub mod draft;
pub mod ids;
pub mod impact;
pub mod intent;
pub mod message;
pub mod number;
pub mod outbound;
pub mod people;
pub mod phone;
pub mod presence;
pub mod queue;
pub mod refusal;
pub mod report;
pub mod routing;
pub mod schedule;
pub mod simulation;
pub mod workspace;
pub mod zone;

pub use applied::Applied;
pub use draft::Draft;
pub use intent::Intent;
pub use phone::{ParsePhoneError, PhoneNumber};
pub use refusal::Refusal;
pub use workspace::Workspace;
pub use zone::Zone;
