//! Asks before a queue is deleted, and lists what goes along (R40).

use domain::Intent;
use domain::ids::QueueId;
use leptos::prelude::*;

use super::queue_name;
use crate::session::Session;
use crate::ui::{Button, ButtonKind, Dialog, DialogBody, DialogFoot, Toasts};

/// The question.
#[component]
pub(super) fn DeleteQueue(queue: QueueId, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let name = queue_name(&session.workspace().read_untracked(), queue);
    let intent = Intent::RemoveQueue { queue };
    let preview = session.preview(&intent);
    let blocked = preview.is_err();
    let lines: Vec<String> = match preview {
        Ok(applied) => applied
            .cascades
            .iter()
            .map(|cascade| format!("{cascade}."))
            .collect(),
        Err(refusal) => vec![format!("{refusal}.")],
    };
    let text = if lines.is_empty() {
        "It has no numbers, and nothing else goes along with it."
    } else {
        "This goes along with it. Direct numbers stay in the list, unassigned."
    };
    let list = (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
        view! { <ul class="list" aria-label="What goes along">{lines.collect_view()}</ul> }
    });
    let title = format!("Delete queue {name}?");
    let delete = move || match session.dispatch(intent.clone()) {
        Ok(_) => {
            toasts.done(format!("Queue {name} deleted"));
            on_close.run(());
        }
        Err(refusal) => toasts.failed(refusal.to_string()),
    };
    view! {
        <Dialog title on_close>
            <DialogBody><p>{text}</p>{list}</DialogBody>
            <DialogFoot>
                <Button on_press=on_close>"Cancel"</Button>
                <Button kind=ButtonKind::DangerPrimary disabled=blocked on_press=delete>"Delete"</Button>
            </DialogFoot>
        </Dialog>
    }
}
