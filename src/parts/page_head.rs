//! The head of a page: its title, one sentence, the page's one main action.

use leptos::prelude::*;

/// The head.
#[component]
pub fn PageHead(
    /// The product's name of the page.
    title: &'static str,
    /// What it shows or does.
    #[prop(into)]
    text: Signal<String>,
    /// What follows that sentence, such as links to what is to be looked at.
    #[prop(optional, into)]
    more: ViewFn,
    /// The buttons.
    #[prop(optional, into)]
    actions: ViewFn,
) -> impl IntoView {
    view! {
        <div class="page-head">
            <div>
                <h1>{title}</h1>
                <p>{move || text.get()}{more.run()}</p>
            </div>
            <div class="actions">{actions.run()}</div>
        </div>
    }
}
