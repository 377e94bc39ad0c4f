//! A long list, a part at a time.

use leptos::prelude::*;

use crate::ui::{Button, ButtonSize};
use crate::words;

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
