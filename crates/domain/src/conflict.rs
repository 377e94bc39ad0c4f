//! What becomes of a draft when the published configuration has moved under it.
//!
//! The draft was begun on a **base**; others have published since, and the **head** is what stands now. Most changes
//! simply follow, since they concern other records or other fields. The others need a person: [`find`] lists them, each
//! with what it was, what it is now and what the draft would make of it, and [`settle`] does what was chosen. Nothing is
//! dropped, split or altered before somebody has chosen so.

mod class;
mod field;
mod find;
mod names;
mod order;
mod refers;
mod room;
mod settle;
mod touched;
mod trace;
mod unite;
mod value;
mod words;
mod write;

pub use class::{Choice, Class};
pub use field::{Field, NumberField, QueueField, Setting, TeamField, UserField};
pub use find::{Conflict, Place, Rebase, find, title};
pub use room::{Given, Others};
pub use settle::{Settled, is_answered, settle};
pub use touched::touched;
pub use value::Value;
