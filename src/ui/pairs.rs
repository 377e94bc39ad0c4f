//! Terms with their values.

use leptos::prelude::*;

/// Terms with their values; holds `Pair`s.
#[component]
pub fn Pairs(
    /// The pairs.
    children: Children,
) -> impl IntoView {
    view! { <dl class="pairs">{children()}</dl> }
}

/// A term and its value.
#[component]
pub fn Pair(
    /// The term.
    term: &'static str,
    /// The value.
    children: Children,
) -> impl IntoView {
    view! {
        <dt>{term}</dt>
        <dd>{children()}</dd>
    }
}
