//! What pages that list something share: the filter line, and what is said of an address to a record that is gone.

use leptos::prelude::*;

use crate::ui::{Banner, Button, ButtonSize, SearchBox, Tone};
use crate::words;

/// The filter over a list, more filters beside it, and how much of the list is left.
#[component]
pub fn FilterLine(
    /// What is filtered: "numbers".
    what: &'static str,
    /// By what: "Number, label or owner".
    by: &'static str,
    /// What the address holds, and the way to change it.
    search: (Signal<String>, Callback<(String,)>),
    /// How many are left.
    #[prop(into)]
    shown: Signal<usize>,
    /// Of how many.
    #[prop(into)]
    total: Signal<usize>,
    /// More filters.
    #[prop(optional, into)]
    more: ViewFn,
) -> impl IntoView {
    view! {
        <div class="toolbar" role="search" aria-label=format!("Filter {what}")>
            <SearchBox label=format!("Filter by {}", by.to_lowercase()) placeholder=by value=search.0 on_input=search.1 />
            {more.run()}
            <span class="sum" role="status">
                {move || format!("{} of {}", words::digits(shown.get()), words::digits(total.get()))}
            </span>
        </div>
    }
}

/// Says so while the address names a record that does not exist.
#[component]
pub fn Gone(
    /// What it names: "user".
    what: &'static str,
    /// The record's key in the address, and the way to change it.
    edit: (Signal<String>, Callback<(String,)>),
    /// Whether there is such a record.
    #[prop(into)]
    found: Signal<bool>,
) -> impl IntoView {
    let list = move || {
        view! { <Button size=ButtonSize::Compact on_press=move || edit.1.run((String::new(),))>"Show the list"</Button> }
    };
    let gone = move || !edit.0.read().is_empty() && !found.get();
    move || {
        gone().then(|| {
            view! {
                <Banner tone=Tone::Warn wide=true urgent=true action=list>
                    {format!("There is no such {what} any more. It may have been removed, or the address was cut off.")}
                </Banner>
            }
        })
    }
}
