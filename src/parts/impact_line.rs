//! What the draft changes, in one line.

use leptos::prelude::*;

use crate::session::{Effect as Known, Session};
use crate::words;

/// `12 numbers change`; nothing while nobody knows.
#[component]
pub fn ImpactLine() -> impl IntoView {
    let session = expect_context::<Session>();
    // While a change is worked out, what was known stays, so that the bar does not flicker.
    let line = RwSignal::new(String::new());
    Effect::new(move |_| {
        let is_empty = session.draft().read().intents().is_empty();
        match &*session.effect().read() {
            _ if is_empty => line.set(String::new()),
            Known::Known(summary) => line.set(numbers_change(summary.numbers)),
            Known::Working(_) => {}
            Known::Unasked | Known::Stopped | Known::Failed(_) => line.set(String::new()),
        }
    });
    move || {
        let line = line.get();
        (!line.is_empty()).then(|| view! { <span class="saved">{line}</span> })
    }
}

/// How many numbers change.
pub fn numbers_change(numbers: usize) -> String {
    match numbers {
        0 => "No number changes".to_owned(),
        1 => "1 number changes".to_owned(),
        _ => format!("{} numbers change", words::digits(numbers)),
    }
}
