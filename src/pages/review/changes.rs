//! Every change of the draft, and the reason beside each that can no longer be made.

use std::collections::HashMap;

use domain::Refusal;
use domain::draft::describe_parts;
use leptos::prelude::*;

use crate::parts::bulk_parts::BulkParts;
use crate::parts::more::more;
use crate::session::Session;
use crate::ui::{Banner, Tone};
use crate::words;

/// Changes shown at first, and with each press.
const FIRST: usize = 20;
const MORE: usize = 200;

/// One change in words, how many it holds together, and why it cannot be made.
type Line = (String, usize, Option<Refusal>);

/// The changes in order.
#[component]
pub(super) fn Changes() -> impl IntoView {
    let session = expect_context::<Session>();
    let take = RwSignal::new(FIRST);
    let lines = Memo::new(move |_| {
        let refused = session.refused();
        let refused = refused.read();
        let refused: HashMap<usize, &Refusal> =
            refused.iter().map(|(place, refusal)| (*place, refusal)).collect();
        let draft = session.draft();
        let draft = draft.read();
        let told = draft.describe(&session.head().read().workspace);
        let told = told.iter().zip(draft.intents()).enumerate();
        told.map(|(place, (line, intent))| {
            let refusal = refused.get(&place).copied().cloned();
            (words::sentence(line), intent.parts().len(), refusal)
        })
        .collect::<Vec<Line>>()
    });
    let total = Memo::new(move |_| lines.read().len());
    let items = move || {
        let lines = lines.read();
        let shown = lines.iter().cloned().enumerate().take(take.get());
        shown
            .map(move |(place, line)| item(session, place, line))
            .collect_view()
    };
    view! {
        <section class="section" aria-label="Changes">
            <header><h2>"Changes"</h2></header>
            <ol class="stack tight">{items}</ol>
            {move || more(take, total.get(), MORE, ("more change", "more changes"))}
        </section>
    }
}

fn item(session: Session, place: usize, (sentence, count, refusal): Line) -> impl IntoView {
    let refusal = refusal.map(|refusal| view! { <Banner tone=Tone::Danger>{refusal.to_string()}</Banner> });
    let parts = Callback::new(move |()| {
        let draft = session.draft().get_untracked();
        describe_parts(draft.intents(), place, &session.head().read_untracked().workspace)
    });
    view! { <li>{sentence}<BulkParts count lines=parts />{refusal}</li> }
}
