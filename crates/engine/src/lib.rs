//! The long work of the rule engine as questions and answers.
//!
//! A [`Desk`] holds the published configuration and a draft on it. It is asked [`Question`]s, and each call of
//! [`Desk::step`] does a little of the oldest one, so that whoever drives it can listen in between: a change of the
//! draft, or a newer question of the same kind, cuts short what nobody waits for any more.
//!
//! ```
//! use domain::{Intent, Workspace, Zone};
//! use engine::{Answer, Desk, Question, Said};
//!
//! let mut desk = Desk::default();
//! let workspace = Workspace::empty("Larkspur Home", Zone::UTC);
//! desk.ask(1, Question::Open(Box::new((&workspace).into())));
//! desk.ask(2, Question::Change { keep: 0, intents: vec![Intent::SetSmsChat { on: true }] });
//! desk.ask(3, Question::Impact { from: "2026-10-15T14:32:00Z".parse()?, months: 12 });
//! let answer = loop {
//!     match desk.step() {
//!         Some(Said::Answer(3, answer)) => break answer,
//!         Some(_) => {}
//!         None => panic!("every question is answered"),
//!     }
//! };
//! // No number, no change.
//! assert!(matches!(answer, Answer::Impact(summary) if summary.numbers == 0));
//! # Ok::<(), chrono::ParseError>(())
//! ```

mod desk;
mod jobs;
mod protocol;
mod state;

pub use desk::{Desk, Said};
pub use domain::impact::Progress;
pub use protocol::{
    Answer, Behind, By, CellLine, ClusterLine, Coverages, FileAnswer, FileQuestion, Filter, FindingSort,
    FindingsPage, Found, GroupLine, Kind, Levels, List, NumberLine, NumberSort, Of, Page, Question,
    Rehearsed, RehearsedClock, RehearsedHoliday, RowDetails, RowLine, Show, SortCount, Summary, Text,
    TraceLine, Trial, Week,
};
