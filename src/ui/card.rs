//! A framed group with a head.

use leptos::prelude::*;

/// A framed group with a head.
#[component]
pub fn Card(
    /// Its title.
    #[prop(into)]
    title: Signal<String>,
    /// A quiet word at the end of the head.
    #[prop(optional, into)]
    aside: MaybeProp<String>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card">
            <header>
                <h2>{move || title.get()}</h2>
                {move || aside.get().map(|aside| view! { <span class="push">{aside}</span> })}
            </header>
            {children()}
        </section>
    }
}
