//! A long list, a part at a time.

use leptos::prelude::*;

use crate::ui::{Button, ButtonSize};
use crate::words;

/// Sentences shown at first, and with each press.
const FIRST: usize = 20;
const MORE: usize = 200;

/// Sentences in their order, the first of them at first.
#[component]
pub fn LongList(
    /// The sentences.
    lines: Vec<String>,
    /// What more of them are called: one, and several.
    of: (&'static str, &'static str),
) -> impl IntoView {
    let total = lines.len();
    let lines = StoredValue::new(lines);
    let take = RwSignal::new(FIRST);
    let item = |line: &String| view! { <li>{line.clone()}</li> };
    let items = move || lines.with_value(|lines| lines.iter().take(take.get()).map(item).collect_view());
    view! {
        <ol class="stack tight">{items}</ol>
        {move || more(take, total, MORE, of)}
    }
}

/// The button that brings more of a long list, while there is more.
pub fn more(
    take: RwSignal<usize>,
    total: usize,
    step: usize,
    (one, many): (&'static str, &'static str),
) -> Option<impl IntoView> {
    let left = total.saturating_sub(take.get());
    (left > 0).then(|| {
        let shown = words::count(left.min(step), one, many);
        let label = format!("Show {shown} of {}", words::digits(left));
        view! {
            <div>
                <Button size=ButtonSize::Compact on_press=move || take.update(|take| *take += step)>{label}</Button>
            </div>
        }
    })
}
