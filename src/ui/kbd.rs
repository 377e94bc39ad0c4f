//! A key, as it is written on it.

use leptos::prelude::*;

/// Keys that are pressed together, `"Ctrl K"`.
#[component]
pub fn Kbd(
    /// The keys.
    keys: &'static str,
) -> impl IntoView {
    view! { <kbd>{keys}</kbd> }
}
