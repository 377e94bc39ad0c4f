//! A draft's name and note, for a new one or another.

use domain::draft::checked_name;
use domain::ids::DraftId;
use leptos::prelude::*;

use crate::parts::name_dialog::NameDialog;
use crate::session::Session;
use crate::ui::{TextArea, go_on};

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
    let (title, verb, name, note) = match &ask {
        Ask::New => ("New draft", "Start", String::new(), String::new()),
        Ask::Rename(_, name, note) => ("Rename draft", "Rename", name.clone(), note.clone()),
    };
    let note = RwSignal::new(note);
    let take = move |name: String| {
        let name = checked_name(&name).map_err(|error| error.to_string())?;
        let note = note.get_untracked();
        match &ask {
            Ask::New => session.start_draft(name, &note),
            Ask::Rename(id, ..) => session.rename_draft(*id, name, &note),
        }
        // The line with the menu from which it was asked is drawn anew.
        go_on(&["drafts"]);
        Ok(())
    };
    view! {
        <NameDialog title verb name on_name=take on_close>
            <TextArea label="Note" value=note rows=3 hint="What it is for; nobody outside sees it" />
        </NameDialog>
    }
}
