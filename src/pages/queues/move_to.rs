//! **Move…**: another place in the tree, without a mouse (S2).

use domain::ids::QueueId;
use domain::number::Owner;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::queue_name;
use crate::forms::update::on_draft;
use crate::parts::choices;
use crate::parts::effect::Effect;
use crate::session::Session;
use crate::ui::{Button, ButtonKind, Choice, Combobox, Dialog, DialogBody, DialogFoot, Select, Toasts};

/// The dialog.
#[component]
pub(super) fn MoveQueue(queue: QueueId, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let workspace = session.workspace().get_untracked();
    let name = queue_name(&workspace, queue);
    let parent = workspace.queue(queue).and_then(|queue| queue.parent);
    let under = RwSignal::new(parent.map(|id| id.to_string()));
    let place = RwSignal::new(String::new());
    let parent_key = move || under.read().as_ref().and_then(|key| key.parse::<QueueId>().ok());
    let choices = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let own = workspace.queue_with_those_under(queue);
        let mut choices = choices::queues(&workspace);
        choices.retain(|choice| own.iter().all(|own| own.to_string() != choice.key));
        choices
    });
    // Each place by how many come before it; none is the last.
    let places = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let beside = workspace.queues_under(parent_key());
        let others = beside.into_iter().filter(|other| other.id != queue);
        let before = others
            .enumerate()
            .map(|(index, other)| Choice::new(index.to_string(), format!("Before {}", other.name)));
        std::iter::once(Choice::new("", "Last"))
            .chain(before)
            .collect::<Vec<_>>()
    });
    let intent = move || {
        let workspace = session.workspace();
        let workspace = workspace.read();
        workspace.moving(queue, parent_key(), place.read().parse().ok())
    };
    let error = Memo::new(move |_| {
        session
            .preview(&intent())
            .err()
            .map(|refusal| refusal.to_string())
    });
    let after = on_draft(session, move || Some(vec![intent()]));
    let numbers = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let moved = workspace.queue_with_those_under(queue);
        let owned = moved
            .into_iter()
            .flat_map(|queue| workspace.numbers_of(Owner::Queue(queue)));
        owned.map(|number| number.number).collect::<Vec<_>>()
    });
    let has_numbers = !numbers.read_untracked().is_empty();
    let effect = has_numbers.then(|| view! { <Effect numbers after before="Before Move" /> });
    let put_under = move |key: Option<String>| {
        under.set(key);
        place.set(String::new());
    };
    let title = format!("Move queue {name}");
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        if session.dispatch(untrack(intent)).is_ok() {
            toasts.done_with(format!("Queue {name} moved"), "Undo", move || session.undo());
            on_close.run(());
        }
    };
    view! {
        <Dialog title on_close>
            <form novalidate on:submit=go>
                <DialogBody>
                    <Combobox
                        label="Under"
                        choices
                        value=under
                        on_change=put_under
                        placeholder="Top level"
                        empty="No queue matches"
                        hint="Queues under it go with it. Empty for the top level."
                        error
                    />
                    <Select
                        label="Place"
                        choices=places
                        value=place
                        on_change=move |key: String| place.set(key)
                        hint="The order gives the digit in the menu."
                    />
                    {effect}
                </DialogBody>
                <DialogFoot>
                    <Button on_press=on_close>"Cancel"</Button>
                    <Button kind=ButtonKind::Primary submit=true disabled=Signal::derive(move || error.read().is_some())>"Move"</Button>
                </DialogFoot>
            </form>
        </Dialog>
    }
}
