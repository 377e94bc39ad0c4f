//! What is set aside: visible until it is restored or deleted.

use domain::draft::{Content, Parked, Settling};
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
                view! { <Item place parked name /> }
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
fn Item(place: usize, parked: Parked, name: String) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let take = move |what: Settling, said: &str| {
        let mut content: Content = session.draft().with_untracked(domain::Draft::content);
        if place >= content.parked.len() {
            return;
        }
        if what == Settling::Restored {
            content.restore(place);
        } else {
            content.parked.remove(place);
        }
        session.settle(what, content);
        toasts.done_with(said, "Undo", move || session.undo());
        go_on(&["parked", "plan"]);
    };
    let (restored, deleted) = (format!("Restored: {name}"), format!("Deleted: {name}"));
    view! {
        <li>
            <span class="grow">
                {words::sentence(&name)}
                <span class="hint">{words::sentence(&parked.reason)}</span>
            </span>
            <Button
                size=ButtonSize::Compact
                label=format!("Restore: {name}")
                on_press=move || take(Settling::Restored, &restored)
            >"Restore"</Button>
            <Button
                size=ButtonSize::Compact
                label=format!("Delete: {name}")
                on_press=move || take(Settling::Deleted, &deleted)
            >"Delete"</Button>
        </li>
    }
}
