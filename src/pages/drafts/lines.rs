//! What a draft does, a sentence each.

use leptos::prelude::*;

use crate::parts::more::more;
use crate::words;

/// Sentences shown at first, and with each press.
const FIRST: usize = 20;
const MORE: usize = 200;

/// The list.
#[component]
pub(super) fn Lines(lines: Vec<String>) -> impl IntoView {
    let total = lines.len();
    let lines = StoredValue::new(lines);
    let take = RwSignal::new(FIRST);
    let item = |line: &String| view! { <li>{words::sentence(line)}</li> };
    let items = move || lines.with_value(|lines| lines.iter().take(take.get()).map(item).collect_view());
    view! {
        <ol class="stack tight">{items}</ol>
        {move || more(take, total, MORE, ("more change", "more changes"))}
    }
}
