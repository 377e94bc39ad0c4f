//! Every change of the draft, and the reason beside each that can no longer be made.

use domain::Refusal;
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Banner, Tone};
use crate::words;

/// The changes in order.
#[component]
pub(super) fn Changes() -> impl IntoView {
    let session = expect_context::<Session>();
    let item = move |(sentence, refusal): (String, Option<Refusal>)| {
        let refusal =
            refusal.map(|refusal| view! { <Banner tone=Tone::Danger>{refusal.to_string()}</Banner> });
        view! { <li>{sentence}{refusal}</li> }
    };
    let items = move || {
        let refused = session.refused();
        let refused = refused.read();
        let reason = |index| {
            refused
                .iter()
                .find(|(at, _)| *at == index)
                .map(|(_, refusal)| refusal.clone())
        };
        let lines = session.draft().read().describe(&session.head().read().workspace);
        let lines = lines.into_iter().enumerate();
        lines
            .map(|(index, line)| (words::sentence(&line), reason(index)))
            .collect::<Vec<_>>()
    };
    view! {
        <section class="section" aria-label="Changes">
            <header><h2>"Changes"</h2></header>
            <ol class="stack tight">{move || items().into_iter().map(item).collect_view()}</ol>
        </section>
    }
}
