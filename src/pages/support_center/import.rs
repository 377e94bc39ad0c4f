//! Public holidays out of a calendar file: seen first, then added as one change.

use std::collections::BTreeSet;

use domain::Intent;
use domain::calendar::CalendarFile;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::found::{FoundTable, LeftOutList};
use crate::forms::import::{Target, intents, known};
use crate::session::{Session, new_id, now};
use crate::ui::{
    Button, ButtonKind, Choice, Dialog, DialogBody, DialogFoot, DialogSize, Refused, Select, TextField,
    Toasts,
};
use crate::words;

/// The key of a folder that is to be made.
const NEW: &str = "new";

/// A file that was read.
#[derive(Clone, PartialEq)]
struct Loaded {
    name: String,
    calendar: CalendarFile,
}

/// The dialog.
#[component]
pub(super) fn Import(on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let read = RwSignal::new(None::<Loaded>);
    let failed = RwSignal::new(None::<String>);
    let folder = RwSignal::new(NEW.to_owned());
    let new_folder = RwSignal::new(String::new());
    let unpicked = RwSignal::new(BTreeSet::<usize>::new());
    let calendar = Memo::new(move |_| read.get().map(|read| read.calendar));
    let target = move || match folder.read().parse() {
        Ok(id) => Target::There(id),
        Err(_) => Target::New(new_folder.get()),
    };
    let there = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let calendar = calendar.read();
        let known = |calendar| known(workspace.holidays(), calendar, &target());
        calendar.as_ref().map(known).unwrap_or_default()
    });
    let chosen = Memo::new(move |_| {
        let all = calendar
            .read()
            .as_ref()
            .map_or(0, |calendar| calendar.holidays.len());
        let left = |place: &usize| !unpicked.read().contains(place) && !there.read().contains(place);
        (0..all).filter(left).collect::<BTreeSet<_>>()
    });
    let came = move |name: String, calendar: Result<CalendarFile, String>| {
        failed.set(None);
        read.set(None);
        unpicked.set(BTreeSet::new());
        match calendar {
            Ok(calendar) => {
                let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
                new_folder.set(calendar.name.clone().unwrap_or_else(|| stem.to_owned()));
                read.set(Some(Loaded { name, calendar }));
            }
            Err(error) => failed.set(Some(error)),
        }
    };
    let import = move || {
        let Some(Loaded { name, calendar }) = read.get_untracked() else {
            return;
        };
        let chosen = chosen.get_untracked();
        let said = format!("{} imported", words::count(chosen.len(), "holiday", "holidays"));
        let changes = intents(&calendar, &chosen, &untrack(target), new_id(), new_id)
            .map_err(|error| error.to_string());
        let done = changes.and_then(|changes| {
            let title = format!("import holidays from {name}");
            let changes = changes.into();
            (session.dispatch(Intent::Bulk { title, changes })).map_err(|refusal| refusal.to_string())
        });
        match done {
            Ok(_) => {
                toasts.done(said);
                on_close.run(());
            }
            Err(error) => failed.set(Some(error)),
        }
    };
    let seen = move || {
        read.get().map(|Loaded { name, calendar }| {
            let found = words::count(calendar.holidays.len(), "holiday", "holidays");
            let left_out = words::count(calendar.left_out.len(), "event", "events");
            let sum = format!("{name}: {found}, {left_out} left out.");
            view! {
                <p role="status">{sum}</p>
                <Folder folder new_folder />
                <FoundTable calendar=calendar.clone() unpicked there />
                <LeftOutList calendar />
            }
        })
    };
    view! {
        <Dialog title="Import public holidays" size=DialogSize::Wide on_close>
            <DialogBody>
                <Show when=move || read.read().is_none()>
                    <p>"Choose a calendar file (.ics), as countries and calendar programs offer them. You see what it holds before anything is added."</p>
                </Show>
                <PickFile again=Signal::derive(move || read.read().is_some()) on_file=came />
                <Refused text=failed />
                {seen}
            </DialogBody>
            <DialogFoot>
                <Button on_press=on_close>"Cancel"</Button>
                <Button
                    kind=ButtonKind::Primary
                    disabled=Signal::derive(move || chosen.read().is_empty())
                    on_press=import
                >
                    {move || match chosen.read().len() {
                        0 => "Import".to_owned(),
                        count => format!("Import {}", words::count(count, "holiday", "holidays")),
                    }}
                </Button>
            </DialogFoot>
        </Dialog>
    }
}

/// The button, and the calendar of the file that a person picks.
#[component]
fn PickFile(
    again: Signal<bool>,
    #[prop(into)] on_file: Callback<(String, Result<CalendarFile, String>)>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let input = NodeRef::<html::Input>::new();
    let pick = move || {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let picked = move |_| {
        let Some(input) = input.get_untracked() else {
            return;
        };
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        spawn_local(async move {
            let name = file.name();
            let bytes = session.bytes_of(&file).await;
            let zone = session.workspace().read_untracked().settings().hours.zone();
            let today = zone.to_local(now()).date();
            let calendar = bytes.and_then(|bytes| {
                CalendarFile::read(&bytes, today).map_err(|error| format!("`{name}` was not read: {error}"))
            });
            // The dialog may have been closed meanwhile.
            let _ = on_file.try_run((name, calendar));
            // The same file can be picked again.
            input.set_value("");
        });
    };
    view! {
        <div class="row">
            <Button on_press=pick>
                {move || if again.get() { "Choose another file…" } else { "Choose a file…" }}
            </Button>
            <input
                hidden
                type="file"
                accept=".ics,text/calendar"
                aria-label="Calendar file"
                node_ref=input
                on:change=picked
            />
        </div>
    }
}

/// Where they go.
#[component]
fn Folder(folder: RwSignal<String>, new_folder: RwSignal<String>) -> impl IntoView {
    let session = expect_context::<Session>();
    let choices = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let mut folders: Vec<_> = workspace
            .holidays()
            .folders()
            .map(|folder| Choice::new(folder.id.to_string(), folder.name.to_string()))
            .collect();
        folders.sort_by(|a, b| a.label.cmp(&b.label));
        folders.insert(0, Choice::new(NEW, "A new folder"));
        folders
    });
    let error = Signal::derive(move || {
        let empty = new_folder.read().trim().is_empty();
        empty.then(|| "enter a name for the folder".to_owned())
    });
    view! {
        <div class="pair">
            <Select label="Folder" choices value=folder on_change=move |key: String| folder.set(key) />
            <Show when=move || *folder.read() == NEW>
                <TextField label="Name of the folder" value=new_folder error />
            </Show>
        </div>
    }
}
