//! What is set aside: visible until it is restored or deleted.

use domain::Intent;
use domain::draft::{Content, Parked, Settling, repair};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Button, ButtonSize, Section, Toasts, go_on};
use crate::words;

/// The list, where there is one.
#[component]
pub fn ParkedChanges() -> impl IntoView {
    let session = expect_context::<Session>();
    let draft = session.draft();
    let is_any = Memo::new(move |_| !draft.read().parked().is_empty());
    let text = Signal::derive(move || {
        let count = words::count(draft.read().parked().len(), "change", "changes");
        Some(format!("{count} set aside, not published with the draft"))
    });
    let items = move || {
        let parked = draft.read().parked().to_vec();
        let workspace = session.workspace();
        let workspace = workspace.read();
        parked
            .into_iter()
            .enumerate()
            .map(|(place, parked)| {
                let name = parked.intent.describe(&workspace);
                let first = repair(&parked.intent, &workspace);
                let first = first.map(|first| (first.describe(&workspace), first));
                view! { <Item place parked name first /> }
            })
            .collect_view()
    };
    view! {
        <Show when=move || is_any.get()>
            <Section title="Parked" text>
                <div class="card" id="parked" tabindex="-1"><ul class="list parked">{items}</ul></div>
            </Section>
        </Show>
    }
}

#[component]
fn Item(place: usize, parked: Parked, name: String, first: Option<(String, Intent)>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let take = move |what: Settling, first: Option<Intent>, said: &str| {
        let mut content: Content = session.draft().with_untracked(domain::Draft::content);
        if place >= content.parked.len() {
            return;
        }
        content.intents.extend(first);
        if what == Settling::Restored {
            content.restore(place);
        } else {
            content.parked.remove(place);
        }
        session.settle(what, content);
        toasts.done_with(said, "Undo", move || session.undo());
        go_on(&["parked", "plan"]);
    };
    let with_repair = first.map(|(words, first)| {
        let said = format!("Restored: {name}");
        let label = format!("First {words}, then restore");
        view! {
            <Button size=ButtonSize::Compact on_press=move || take(Settling::Restored, Some(first.clone()), &said)>{label}</Button>
        }
    });
    let (restored, deleted) = (format!("Restored: {name}"), format!("Deleted: {name}"));
    view! {
        <li>
            <span class="grow">
                {words::sentence(&name)}
                <span class="hint">{words::sentence(&parked.reason)}</span>
            </span>
            {with_repair}
            <Button
                size=ButtonSize::Compact
                label=format!("Restore: {name}")
                on_press=move || take(Settling::Restored, None, &restored)
            >"Restore"</Button>
            <Button
                size=ButtonSize::Compact
                label=format!("Delete: {name}")
                on_press=move || take(Settling::Deleted, None, &deleted)
            >"Delete"</Button>
        </li>
    }
}
