//! A section that opens and closes.

use leptos::prelude::*;

use super::{Icon, IconName};

/// A titled section, the browser's own `details`.
#[component]
pub fn Fold(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// What it holds in a few words, at the end of the line.
    #[prop(optional, into)]
    aside: MaybeProp<String>,
    /// A badge beside the title.
    #[prop(optional, into)]
    badge: ViewFn,
    /// Open from the start.
    #[prop(optional)]
    open: bool,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="fold" open=open>
            <summary>
                <Icon name=IconName::Chevron />
                <h3>{move || title.get()}</h3>
                {badge.run()}
                {move || aside.get().map(|aside| view! { <span class="push">{aside}</span> })}
            </summary>
            <div class="inside">{children()}</div>
        </details>
    }
}
