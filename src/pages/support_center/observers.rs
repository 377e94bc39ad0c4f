//! Who observes a holiday.

use domain::ids::HolidayId;
use leptos::prelude::*;

use crate::session::Session;
use crate::words;

/// Names shown before the rest is counted.
const SHOWN: usize = 12;

/// The list.
#[component]
pub(super) fn Observers(holiday: HolidayId, new: bool) -> impl IntoView {
    let session = expect_context::<Session>();
    let names = Memo::new(move |_| session.workspace().read().observers(holiday));
    move || {
        let names = names.read();
        if names.is_empty() {
            let words = if new {
                "Nobody yet: tick it in the schedules that are to be closed then."
            } else {
                "Nobody: it has no effect until a schedule ticks it."
            };
            return view! { <p class="muted">{words}</p> }.into_any();
        }
        let rest = names.len().saturating_sub(SHOWN);
        let more =
            (rest > 0).then(|| view! { <p class="hint">{format!("and {} more", words::digits(rest))}</p> });
        let shown = names.iter().take(SHOWN);
        let lines = shown
            .map(|name| view! { <li>{words::sentence(name).trim_end_matches('.').to_owned()}</li> })
            .collect_view();
        view! { <ul class="affected" aria-label="Who observes it">{lines}</ul> {more} }.into_any()
    }
}
