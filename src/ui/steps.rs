//! The steps of a longer job.

use leptos::prelude::*;

use super::{Icon, IconName};

/// The steps of a longer job.
#[component]
pub fn Steps(
    /// Their names.
    names: Vec<&'static str>,
    /// The one at hand, from 0.
    #[prop(into)]
    at: Signal<usize>,
) -> impl IntoView {
    let step = move |(index, name): (usize, &'static str)| {
        let done = move || index < at.get();
        let mark = move || {
            if done() {
                view! { <Icon name=IconName::Check small=true /> }.into_any()
            } else {
                view! { <span class="n">{index + 1}</span> }.into_any()
            }
        };
        view! {
            <li class:done=done aria-current=move || (at.get() == index).then_some("step")>
                {mark}
                {name}
            </li>
        }
    };
    view! { <ol class="steps">{names.into_iter().enumerate().map(step).collect_view()}</ol> }
}
