//! An address that no page has.

use leptos::prelude::*;

use crate::paths::Page;
use crate::ui::{EmptyState, IconName, LinkButton};

/// The page.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <h1 class="visually-hidden">"Page not found"</h1>
        <EmptyState
            icon=IconName::Search
            title="There is no page at this address"
            text="It may have moved, or the address was cut off when it was copied."
            actions=|| view! { <LinkButton href=Page::Home.path()>"Go to Home"</LinkButton> }
        />
    }
}
