//! What a number does now, beside it in a list.

use chrono::{DateTime, Utc};
use domain::routing::{Moment, Outcome};

use super::verdict::state_class;
use crate::words;

/// The shape and the words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The shape's class.
    pub class: &'static str,
    /// What it does, and until when.
    pub words: String,
}

impl State {
    /// Of what was found, at this moment.
    pub fn of(found: &Moment, at: DateTime<Utc>) -> Self {
        let (class, words) = match found.outcome {
            // Nothing is wrong with an ordinary number that is only sent from.
            Outcome::DroppedUnassigned => ("state none", "Takes no texts".to_owned()),
            outcome => (state_class(outcome), words::now(found, at)),
        };
        Self { class, words }
    }
}
