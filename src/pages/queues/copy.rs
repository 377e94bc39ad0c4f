//! **Copy structure**: the queues of another channel take the place of those that are here (R38).

use domain::number::Owner;
use domain::{Intent, PhoneNumber, Workspace};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::forms::outline;
use crate::forms::update::on_draft;
use crate::parts::ask_delete::what_goes;
use crate::parts::effect::Effect;
use crate::session::{Session, new_id};
use crate::ui::{Button, ButtonKind, Dialog, DialogBody, DialogFoot, DialogSize, Refused, TextArea, Toasts};
use crate::words;

/// The dialog.
#[component]
pub(super) fn CopyStructure(#[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let text = RwSignal::new(String::new());
    let queues = Memo::new(move |_| outline::read(&text.read(), new_id));
    // On a copy: nothing is written before the button is pressed.
    let preview = Memo::new(move |_| {
        let queues = queues.get();
        let intent = Intent::ReplaceQueues { queues };
        session
            .preview(&intent)
            .map(|applied| {
                applied
                    .cascades
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
            })
            .map_err(|refusal| refusal.to_string())
    });
    let error = Signal::derive(move || preview.read().as_ref().err().cloned());
    let hint = Signal::derive(move || match queues.read().len() {
        0 => "A line a queue; begin a line further in to put it under the one above.".to_owned(),
        found => format!("{} in these lines.", words::count(found, "queue", "queues")),
    });
    let goes = move || {
        let preview = preview.read();
        let Ok(lines) = preview.as_ref() else {
            return ().into_any();
        };
        if lines.is_empty() {
            return view! { <p class="muted">"There are no queues yet that these could replace."</p> }
                .into_any();
        }
        view! {
            <p><b>"These take the place of all queues that are here. "</b>"This goes:"</p>
            {what_goes(lines)}
        }
        .into_any()
    };
    let after = on_draft(session, move || {
        let queues = queues.get();
        (!queues.is_empty()).then(|| vec![Intent::ReplaceQueues { queues }])
    });
    let numbers = Memo::new(move |_| of_queues(&session.workspace().read()));
    let blocked = Signal::derive(move || queues.read().is_empty() || preview.read().is_err());
    let refusal = RwSignal::new(None::<String>);
    let replace = move |event: SubmitEvent| {
        event.prevent_default();
        let queues = queues.get_untracked();
        let done = format!("{} copied", words::count(queues.len(), "queue", "queues"));
        match session.dispatch(Intent::ReplaceQueues { queues }) {
            Ok(_) => {
                toasts.done_with(done, "Undo", move || session.undo());
                on_close.run(());
            }
            Err(error) => refusal.set(Some(error.to_string())),
        }
    };
    view! {
        <Dialog title="Copy structure from another channel" on_close size=DialogSize::Wide>
            <form novalidate on:submit=replace>
                <DialogBody>
                    <TextArea label="Queues of the other channel" value=text rows=8 hint error />
                    {goes}
                    <Show when=move || !queues.read().is_empty()>
                        <Effect numbers after before="Before Replace" />
                    </Show>
                    <Refused text=refusal />
                </DialogBody>
                <DialogFoot>
                    <Button on_press=on_close>"Cancel"</Button>
                    <Button kind=ButtonKind::DangerPrimary submit=true disabled=blocked>"Replace queues"</Button>
                </DialogFoot>
            </form>
        </Dialog>
    }
}

/// The direct numbers of all queues: they are unassigned with them (R38, R40).
fn of_queues(workspace: &Workspace) -> Vec<PhoneNumber> {
    let is_queue = |owner: Owner| matches!(owner, Owner::Queue(_));
    let owned = workspace
        .numbers()
        .filter(|number| number.owner().is_some_and(is_queue));
    owned.map(|number| number.number).collect()
}
