//! What can lie over the page, as the address names it.

use std::fmt;

use domain::Workspace;
use domain::ids::{FolderId, HolidayId, HoursId};
use leptos::prelude::*;

use crate::ui::{IconButton, IconName};

/// A drawer or a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sheet {
    General,
    NewHours,
    Hours(HoursId),
    NewFolder,
    Folder(FolderId),
    NewHoliday(Option<FolderId>),
    Holiday(HolidayId),
    Import,
}

/// What is asked about before it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doomed {
    Hours(HoursId),
    Folder(FolderId),
    Holiday(HolidayId),
}

/// The ways from the page to what lies over it.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub(super) set_edit: Callback<(String,)>,
    pub(super) doomed: RwSignal<Option<Doomed>>,
}

impl Open {
    pub(super) fn edit(self, sheet: Sheet) {
        self.set_edit.run((sheet.to_string(),));
    }

    pub(super) fn delete(self, doomed: Doomed) {
        self.doomed.set(Some(doomed));
    }
}

/// The pencil and the bin of a record.
#[component]
pub(super) fn EditDelete(
    /// The pencil's word.
    #[prop(default = "Edit")]
    edit: &'static str,
    /// The record's name.
    name: String,
    /// What the pencil opens.
    sheet: Sheet,
    /// What the bin asks about.
    doomed: Doomed,
    /// The ways there.
    open: Open,
) -> impl IntoView {
    view! {
        <IconButton name=IconName::Pencil label=format!("{edit} {name}") on_press=move || open.edit(sheet) />
        <IconButton name=IconName::Trash label=format!("Delete {name}") on_press=move || open.delete(doomed) />
    }
}

impl Sheet {
    /// The one that the address names, if what it is about is there.
    pub(super) fn read(text: &str, workspace: &Workspace) -> Option<Self> {
        let (kind, id) = text.split_once('.').unwrap_or((text, ""));
        let book = workspace.holidays();
        let folder = || id.parse().ok().filter(|&id| book.folder(id).is_some());
        match (kind, id) {
            ("general", "") => Some(Self::General),
            ("new-hours", "") => Some(Self::NewHours),
            ("hours", _) => id
                .parse()
                .ok()
                .filter(|&id| workspace.custom_hours(id).is_some())
                .map(Self::Hours),
            ("import", "") => Some(Self::Import),
            ("new-folder", "") => Some(Self::NewFolder),
            ("folder", _) => folder().map(Self::Folder),
            ("new-holiday", _) => Some(Self::NewHoliday(folder())),
            ("holiday", _) => id
                .parse()
                .ok()
                .filter(|&id| book.holiday(id).is_some())
                .map(Self::Holiday),
            _ => None,
        }
    }
}

impl fmt::Display for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::General => f.write_str("general"),
            Self::NewHours => f.write_str("new-hours"),
            Self::Hours(id) => write!(f, "hours.{id}"),
            Self::Import => f.write_str("import"),
            Self::NewFolder => f.write_str("new-folder"),
            Self::Folder(id) => write!(f, "folder.{id}"),
            Self::NewHoliday(None) => f.write_str("new-holiday"),
            Self::NewHoliday(Some(id)) => write!(f, "new-holiday.{id}"),
            Self::Holiday(id) => write!(f, "holiday.{id}"),
        }
    }
}
