//! What a number does now, beside it in a list.

use chrono::{DateTime, Utc};
use domain::routing::{Moment, Outcome};
use leptos::prelude::*;

use super::verdict::state_class;
use crate::words;

/// The shape and the words.
pub fn now_state(found: Moment, at: DateTime<Utc>) -> impl IntoView {
    let (class, words) = match found.outcome {
        // Nothing is wrong with an ordinary number that is only sent from.
        Outcome::DroppedUnassigned => ("state none", "Takes no texts".to_owned()),
        outcome => (state_class(outcome), words::now(&found, at)),
    };
    view! { <span class=class>{words}</span> }
}
