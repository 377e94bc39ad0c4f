//! Review & publish: every change of the open draft, what no longer fits, and the one button that makes it live.

use domain::Refusal;
use leptos::prelude::*;

use crate::parts::page_head::PageHead;
use crate::session::Session;
use crate::ui::{Banner, Button, ButtonKind, EmptyState, IconName, TextField, Toasts, Tone};
use crate::words;

/// The page.
#[component]
pub fn Review() -> impl IntoView {
    let session = expect_context::<Session>();
    let draft = session.draft();
    let changes = move || draft.read().intents().len();
    let text = move || {
        format!(
            "{} on revision {}.",
            words::count(changes(), "change", "changes"),
            session.head().read().revision
        )
    };
    view! {
        <PageHead title="Review & publish" text=Signal::derive(text) />
        <div class="page stack">
            <Show
                when=move || { changes() > 0 }
                fallback=|| view! {
                    <EmptyState icon=IconName::Draft title="The draft changes nothing yet" text="What you add, assign or save anywhere appears here before it is live." />
                }
            >
                <Changes />
                <Publish />
            </Show>
        </div>
    }
}

/// The changes in order, each with the reason when it can no longer be made.
#[component]
fn Changes() -> impl IntoView {
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
            <ol class="stack tight">{move || items().into_iter().map(item).collect_view()}</ol>
        </section>
    }
}

/// The note and the button.
#[component]
fn Publish() -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let note = RwSignal::new(String::new());
    let refusal = RwSignal::new(None::<String>);
    let publish = move || match session.publish(&note.get_untracked()) {
        Ok(()) => toasts.done(format!(
            "Published as revision {}",
            session.head().read_untracked().revision
        )),
        Err(error) => refusal.set(Some(error.to_string())),
    };
    view! {
        <TextField label="Note" value=note hint="Why, for the history" />
        {move || refusal.get().map(|text| view! { <Banner tone=Tone::Danger urgent=true>{text}</Banner> })}
        <div><Button kind=ButtonKind::Publish on_press=publish>"Publish"</Button></div>
    }
}
