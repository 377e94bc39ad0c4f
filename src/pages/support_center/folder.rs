//! **Add Folder**, and another name for one (S5).

use domain::Intent;
use domain::ids::FolderId;
use domain::schedule::{FolderName, HolidayFolder};
use leptos::prelude::*;

use crate::parts::name_dialog::NameDialog;
use crate::session::{Session, new_id};
use crate::ui::Toasts;

/// The dialog.
#[component]
pub(super) fn EditFolder(folder: Option<FolderId>, on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let stored = folder.and_then(|id| {
        let workspace = session.workspace();
        let workspace = workspace.read_untracked();
        let folder = workspace.holidays().folder(id);
        folder.map(|folder| folder.name.to_string())
    });
    let (title, verb) = match &stored {
        Some(name) => (format!("Rename holiday folder {name}"), "Rename"),
        None => ("Add Folder".to_owned(), "Add"),
    };
    let stored = stored.unwrap_or_default();
    let name = stored.clone();
    let take = move |name: String| {
        let name: FolderName = name.parse().map_err(said)?;
        if folder.is_some() && name.as_str() == stored {
            return Ok(());
        }
        let done = if folder.is_some() { "renamed" } else { "added" };
        let told = format!("Holiday folder {name} {done}");
        let intent = match folder {
            Some(folder) => Intent::RenameHolidayFolder { folder, name },
            None => Intent::AddHolidayFolder {
                folder: HolidayFolder { id: new_id(), name },
            },
        };
        session.dispatch(intent).map_err(said)?;
        toasts.done(told);
        Ok(())
    };
    view! {
        <NameDialog title verb name hint="Such as a company, a country or a region" on_name=take on_close />
    }
}

fn said(error: impl ToString) -> String {
    error.to_string()
}
