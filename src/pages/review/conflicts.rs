//! What was published while the draft was open: what clashes with it and the answers to that, what follows by itself,
//! what is set aside, and whether the draft still does what it did.

mod bar;
mod effects;
mod instead;
mod list;
mod meeting;
mod moved;
mod one;
mod parked;
mod settled;

pub(super) use bar::AnswerBar;
pub(super) use list::Conflicts;
pub(super) use meeting::Meeting;
pub(super) use parked::ParkedChanges;
