//! The stored data cannot be used now: why, and what to do. Nothing is written as long as this is shown.

use leptos::prelude::*;

use crate::ui::{EmptyState, IconName};
use crate::words;

/// The page; its buttons are those of the panic screen, which need nothing of the app (`public/rescue.js`).
#[component]
pub fn Broken(
    /// Why.
    error: String,
) -> impl IntoView {
    view! {
        <main id="main">
            <h1 class="visually-hidden">"Stored data"</h1>
            <EmptyState
                icon=IconName::Database
                title="The stored data cannot be opened"
                text=format!("{}.", words::sentence(&error))
                actions=|| {
                    view! {
                        <button class="button primary" type="button" data-rescue="reload">"Reload"</button>
                        <button class="button" type="button" data-rescue="export">"Export what is stored"</button>
                    }
                }
            />
            <p class="hint" role="status" data-rescue-said=""></p>
        </main>
    }
}
