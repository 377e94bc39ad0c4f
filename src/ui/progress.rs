//! Long work: how far it is, and how to stop it. Short work shows nothing.

use leptos::prelude::*;

/// A bar with its words. While nobody knows how far, the bar says only that it goes on.
#[component]
pub fn Progress(
    /// What is being done.
    #[prop(into)]
    label: Signal<String>,
    /// How far, 0 to 1; `None` while that is not known.
    #[prop(into)]
    done: Signal<Option<f64>>,
    /// How far in words, "18,400 of 30,000 numbers".
    #[prop(optional, into)]
    detail: MaybeProp<String>,
    /// Stops it.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let cancel = move |run: Callback<()>| {
        view! { <div><button class="link" type="button" on:click=move |_| run.run(())>"Cancel"</button></div> }
    };
    view! {
        <div class="progress" class:unknown=move || done.get().is_none()>
            <div>
                <span>{move || label.get()}</span>
                <span class="num muted">{move || detail.get()}</span>
            </div>
            <progress max="1" value=move || done.get() aria-label=move || label.get()></progress>
            {on_cancel.map(cancel)}
        </div>
    }
}

/// Grey lines where text is about to be; unseen for the first moment.
#[component]
pub fn Skeleton(
    /// How many lines.
    #[prop(default = 3)]
    lines: usize,
) -> impl IntoView {
    view! {
        <div class="stack tight" aria-hidden="true">
            {(0..lines).map(|_| view! { <span class="skeleton"></span> }).collect_view()}
        </div>
    }
}
