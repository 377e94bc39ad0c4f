//! **New Item**: a name and Enter make a queue; then Tab goes one level down, Shift+Tab one up (S2).

use domain::Intent;
use domain::ids::QueueId;
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;

use super::queue_name;
use crate::parts::choices;
use crate::session::{Session, new_id};
use crate::ui::{Button, Combobox, TextField, Toasts};

/// The line as it stands.
#[derive(Clone, Copy)]
struct Line {
    session: Session,
    name: RwSignal<String>,
    under: RwSignal<Option<QueueId>>,
    /// Names are typed one after the other: Tab and Shift+Tab change the level until the field is left.
    running: RwSignal<bool>,
    /// The queue that Tab goes under: the last one on this level.
    last: StoredValue<Option<QueueId>>,
}

impl Line {
    fn intent(self) -> Intent {
        Intent::AddQueue {
            queue: new_id(),
            name: self.name.get_untracked().trim().to_owned(),
            parent: self.under.get_untracked(),
            position: None,
        }
    }

    /// Changes the level where that is possible; elsewhere Tab leaves the field as it always does.
    fn press(self, event: &KeyboardEvent) {
        if !self.running.get_untracked() || event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        match event.key().as_str() {
            "Tab" if event.shift_key() => {
                let Some(above) = self.under.get_untracked() else {
                    return;
                };
                let workspace = self.session.workspace().get_untracked();
                self.last.set_value(Some(above));
                self.under
                    .set(workspace.queue(above).and_then(|queue| queue.parent));
            }
            "Tab" => {
                let Some(last) = self.last.get_value() else { return };
                self.last.set_value(None);
                self.under.set(Some(last));
            }
            "Escape" => self.running.set(false),
            _ => return,
        }
        event.prevent_default();
    }

    /// What the keys do, and where the next one goes. Always there: a line that goes as the field is left would move
    /// what is being pressed.
    fn keys(self) -> String {
        if !self.running.get() {
            return "Enter adds it, last among those beside it. Then Tab goes one level down, Shift+Tab one up.".to_owned();
        }
        let place = match self.under.get() {
            Some(above) => format!("under {}", queue_name(&self.session.workspace().read(), above)),
            None => "on the top level".to_owned(),
        };
        format!(
            "The next one goes {place}. Tab: one level down. Shift+Tab: one up. Escape: Tab leaves the field."
        )
    }
}

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
    let line = Line {
        session,
        name: RwSignal::new(String::new()),
        under,
        running: RwSignal::new(false),
        last: StoredValue::new(None),
    };
    let name = line.name;
    // The sentence stays as long as what it is about.
    let refused = RwSignal::new(None::<(String, Option<QueueId>, String)>);
    let error = Signal::derive(move || {
        let refused = refused.get();
        let (about, parent, said) = refused?;
        (about == name.get() && parent == under.get()).then_some(said)
    });
    let choices = Memo::new(move |_| choices::queues(&session.workspace().read()));
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let intent = line.intent();
        let queue = match &intent {
            Intent::AddQueue { queue, .. } => Some(*queue),
            _ => None,
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
                line.last.set_value(queue);
                line.running.set(true);
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
            <div on:keydown=move |event| line.press(&event) on:focusout=move |_| line.running.set(false)>
                <TextField
                    label="New Item"
                    value=name
                    placeholder="Name of a queue"
                    error
                    node_ref=field
                />
            </div>
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
            <p class="hint new-item-keys" role="status">{move || line.keys()}</p>
        </form>
    }
}
