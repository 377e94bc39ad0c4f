//! **Add Folder**, and another name for one (S5).

use domain::Intent;
use domain::ids::FolderId;
use domain::schedule::{FolderName, HolidayFolder};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::session::{Session, new_id};
use crate::ui::{Button, ButtonKind, Dialog, DialogBody, DialogFoot, TextField, Toasts};

/// The dialog.
#[component]
pub(super) fn EditFolder(folder: Option<FolderId>, on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let stored = folder.and_then(|id| {
        let workspace = session.workspace();
        let workspace = workspace.read_untracked();
        workspace
            .holidays()
            .folder(id)
            .map(|folder| folder.name.to_string())
    });
    let (title, verb) = match &stored {
        Some(name) => (format!("Rename holiday folder {name}"), "Rename"),
        None => ("Add Folder".to_owned(), "Add"),
    };
    let stored = StoredValue::new(stored.unwrap_or_default());
    let name = RwSignal::new(stored.get_value());
    let refused = RwSignal::new(None::<(String, String)>);
    let error = Signal::derive(move || {
        let (about, said) = refused.get()?;
        (about == name.get()).then_some(said)
    });
    let refuse = move |said: String| refused.set(Some((name.get_untracked(), said)));
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let parsed = name.get_untracked().parse::<FolderName>();
        let name = match parsed {
            Ok(name) => name,
            Err(error) => return refuse(error.to_string()),
        };
        if folder.is_some() && name.as_str() == stored.get_value() {
            return on_close.run(());
        }
        let said = format!(
            "Holiday folder {name} {}",
            if folder.is_some() { "renamed" } else { "added" }
        );
        let intent = match folder {
            Some(folder) => Intent::RenameHolidayFolder { folder, name },
            None => Intent::AddHolidayFolder {
                folder: HolidayFolder { id: new_id(), name },
            },
        };
        match session.dispatch(intent) {
            Ok(_) => {
                toasts.done(said);
                on_close.run(());
            }
            Err(refusal) => refuse(refusal.to_string()),
        }
    };
    view! {
        <Dialog title on_close focus_field=true>
            <form novalidate on:submit=send>
                <DialogBody>
                    <TextField label="Name" value=name autofocus=true hint="Such as a company, a country or a region" error />
                </DialogBody>
                <DialogFoot>
                    <Button on_press=on_close>"Cancel"</Button>
                    <Button kind=ButtonKind::Primary submit=true>{verb}</Button>
                </DialogFoot>
            </form>
        </Dialog>
    }
}
