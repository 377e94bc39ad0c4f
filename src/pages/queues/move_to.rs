//! **Move…**: another place in the tree, without a mouse, or shown before a queue that was drawn there goes (S2).

use domain::ids::QueueId;
use domain::number::Owner;
use domain::{Intent, PhoneNumber, Workspace};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::landing::{Fate, Landing};
use super::queue_name;
use crate::forms::update::on_draft;
use crate::parts::choices;
use crate::parts::effect::Effect;
use crate::session::Session;
use crate::ui::{Button, ButtonKind, Choice, Combobox, Dialog, DialogBody, DialogFoot, Select, Toasts};

/// The dialog.
#[component]
pub(super) fn MoveQueue(
    queue: QueueId,
    /// Where it was drawn to.
    to: Option<Landing>,
    #[prop(into)] on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let workspace = session.workspace().get_untracked();
    let name = queue_name(&workspace, queue);
    let parent = workspace.queue(queue).and_then(|queue| queue.parent);
    let (parent, position) = to.map_or((parent, None), |to| to.place(&workspace, queue));
    let under = RwSignal::new(parent.map(|id| id.to_string()));
    let place = RwSignal::new(position.map(|before| before.to_string()).unwrap_or_default());
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
    let numbers = Memo::new(move |_| numbers_of(&session.workspace().read(), queue));
    let has_numbers = !numbers.read_untracked().is_empty();
    let effect = has_numbers.then(|| view! { <Effect numbers after before="Before Move" /> });
    let put_under = move |key: Option<String>| {
        under.set(key);
        place.set(String::new());
    };
    let title = format!("Move queue {name}");
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        if run(session, toasts, untrack(intent), &name) {
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

/// The direct numbers of a queue and of those under it.
fn numbers_of(workspace: &Workspace, queue: QueueId) -> Vec<PhoneNumber> {
    let moved = workspace.queue_with_those_under(queue).into_iter();
    let owned = moved.flat_map(|queue| workspace.numbers_of(Owner::Queue(queue)));
    owned.map(|number| number.number).collect()
}

/// A queue was drawn somewhere: it goes there at once, or the place comes back where texts may fare otherwise under
/// another queue, so that **Move** is pressed first.
pub(super) fn dropped(session: Session, toasts: Toasts, queue: QueueId, to: Landing) -> Option<Landing> {
    let workspace = session.workspace().get_untracked();
    match to.fate(&workspace, queue) {
        Fate::Stays => None,
        Fate::Refused(refusal) => {
            toasts.failed(refusal.to_string());
            None
        }
        Fate::Moves(intent) => {
            let parent = workspace.queue(queue).and_then(|queue| queue.parent);
            let is_inherited_otherwise = to.place(&workspace, queue).0 != parent;
            if is_inherited_otherwise && !numbers_of(&workspace, queue).is_empty() {
                return Some(to);
            }
            run(session, toasts, intent, &queue_name(&workspace, queue));
            None
        }
    }
}

/// Writes to the draft, and says so or why not.
fn run(session: Session, toasts: Toasts, intent: Intent, name: &str) -> bool {
    match session.dispatch(intent) {
        Ok(_) => toasts.done_with(format!("Queue {name} moved"), "Undo", move || session.undo()),
        Err(refusal) => {
            toasts.failed(refusal.to_string());
            return false;
        }
    }
    true
}
