//! The stored data cannot be used now: why, and what to do.

use leptos::prelude::*;

use crate::ui::{EmptyState, IconName};

/// The page.
#[component]
pub fn Broken(
    /// Why.
    error: String,
) -> impl IntoView {
    view! {
        <main id="main">
            <h1 class="visually-hidden">"Stored data"</h1>
            <EmptyState icon=IconName::Database title="The stored data cannot be opened" text=error />
        </main>
    }
}
