//! **New Item**: a name and Enter make a queue; the field keeps the focus for the next one (S2).

use domain::Intent;
use domain::ids::QueueId;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

use super::queue_name;
use crate::session::{Session, new_id};
use crate::ui::{Button, Choice, Combobox, TextField, Toasts};

/// The line.
#[component]
pub(super) fn NewItem(
    /// The queue the new one lies under.
    under: RwSignal<Option<QueueId>>,
    /// The field.
    field: NodeRef<html::Input>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let name = RwSignal::new(String::new());
    // The sentence stays as long as what it is about.
    let refused = RwSignal::new(None::<(String, Option<QueueId>, String)>);
    let error = Signal::derive(move || {
        let refused = refused.get();
        let (about, parent, said) = refused?;
        (about == name.get() && parent == under.get()).then_some(said)
    });
    let choices = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let path = |id| {
            let mut names: Vec<_> = workspace
                .queue_ancestry(id)
                .skip(1)
                .map(|queue| queue.name.as_str())
                .collect();
            names.reverse();
            names.join(" › ")
        };
        workspace
            .queues()
            .map(|queue| Choice::new(queue.id.to_string(), &queue.name).detail(path(queue.id)))
            .collect::<Vec<_>>()
    });
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let intent = Intent::AddQueue {
            queue: new_id(),
            name: name.get_untracked().trim().to_owned(),
            parent: under.get_untracked(),
            position: None,
        };
        match session.dispatch(intent) {
            Ok(_) => {
                let said = match under.get_untracked() {
                    Some(above) => format!(
                        " under {}",
                        queue_name(&session.workspace().read_untracked(), above)
                    ),
                    None => String::new(),
                };
                toasts.done(format!("Queue {} added{said}", name.get_untracked().trim()));
                name.set(String::new());
            }
            Err(refusal) => refused.set(Some((
                name.get_untracked(),
                under.get_untracked(),
                refusal.to_string(),
            ))),
        }
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    };
    let chosen = Signal::derive(move || under.get().map(|id| id.to_string()));
    view! {
        <form class="new-item" novalidate on:submit=add>
            <TextField
                label="New Item"
                value=name
                placeholder="Name of a queue"
                hint="Enter adds the queue, last among those beside it."
                error
                node_ref=field
            />
            <Combobox
                label="Under"
                choices
                value=chosen
                on_change={move |key: Option<String>| under.set(key.and_then(|key| key.parse().ok()))}
                placeholder="Top level"
                empty="No queue matches"
                hint="Empty for a top-level queue."
            />
            <Button submit=true>"Add queue"</Button>
        </form>
    }
}
