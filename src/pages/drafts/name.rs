//! A draft's name and note, for a new one or another.

use domain::ids::DraftId;
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Button, ButtonKind, Dialog, DialogBody, DialogFoot, TextArea, TextField};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    /// A new draft's name.
    New,
    /// Another name and note for a draft.
    Rename(DraftId, String, String),
}

/// The dialog.
#[component]
pub(super) fn NameDraft(ask: Ask, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let (title, verb, old_name, old_note) = match &ask {
        Ask::New => ("New draft", "Start", String::new(), String::new()),
        Ask::Rename(_, name, note) => ("Rename draft", "Rename", name.clone(), note.clone()),
    };
    let name = RwSignal::new(old_name);
    let note = RwSignal::new(old_note);
    let tried = RwSignal::new(false);
    let error = Signal::derive(move || {
        (tried.get() && name.read().trim().is_empty()).then(|| "enter a name for the draft".to_owned())
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let (name, note) = (name.get_untracked(), note.get_untracked());
        if name.trim().is_empty() {
            return;
        }
        match &ask {
            Ask::New => session.start_draft(&name, &note),
            Ask::Rename(id, ..) => session.rename_draft(*id, &name, &note),
        }
        on_close.run(());
    };
    view! {
        <Dialog title on_close focus_field=true>
            <form novalidate on:submit=submit>
                <DialogBody>
                    <TextField label="Name" value=name error autofocus=true />
                    <TextArea label="Note" value=note rows=3 hint="What it is for; nobody outside sees it" />
                </DialogBody>
                <DialogFoot>
                    <Button on_press=on_close>"Cancel"</Button>
                    <Button kind=ButtonKind::Primary submit=true>{verb}</Button>
                </DialogFoot>
            </form>
        </Dialog>
    }
}
