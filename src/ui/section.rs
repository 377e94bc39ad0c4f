//! A titled part of a page.

use leptos::prelude::*;

/// A titled part of a page.
#[component]
pub fn Section(
    /// Its title.
    #[prop(into)]
    title: Signal<String>,
    /// What it is about.
    #[prop(optional, into)]
    text: MaybeProp<String>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section">
            <header>
                <h2>{move || title.get()}</h2>
                {move || text.get().map(|text| view! { <p>{text}</p> })}
            </header>
            {children()}
        </section>
    }
}
