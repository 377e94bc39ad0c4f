//! What a bulk change is made of, unfolded where somebody wants to know.

use leptos::prelude::*;

use super::more::LongList;
use crate::ui::{Icon, IconName};
use crate::words;

/// The changes that it holds together, in words once it is unfolded; nothing where there are none.
#[component]
pub fn BulkParts(
    /// How many there are.
    count: usize,
    /// Each of them in words.
    lines: Callback<(), Vec<String>>,
) -> impl IntoView {
    let opened = RwSignal::new(false);
    let told = move || {
        let lines = lines
            .run(())
            .iter()
            .map(|line| words::sentence(line))
            .collect::<Vec<_>>();
        view! { <LongList lines of=("more change", "more changes") /> }
    };
    (count > 0).then(|| {
        view! {
            <details class="facts" on:toggle=move |_| opened.set(true)>
                <summary>
                    <Icon name=IconName::Chevron small=true />
                    {format!("Its {}", words::count(count, "change", "changes"))}
                </summary>
                <Show when=move || opened.get()>{told()}</Show>
            </details>
        }
    })
}
