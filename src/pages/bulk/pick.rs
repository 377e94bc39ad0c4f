//! Takes a file, dropped or picked.

use leptos::ev::DragEvent;
use leptos::html;
use leptos::prelude::*;

use super::run::Upload;
use crate::ui::{Button, ButtonKind, Icon, IconName};

/// The place where a file is dropped, and the button for those who do not drop.
#[component]
pub(super) fn Pick(upload: Upload) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let over = RwSignal::new(false);
    let pick = move || {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |_| {
        if let Some(input) = input.get_untracked()
            && let Some(file) = input.files().and_then(|files| files.get(0))
        {
            upload.take(file);
        }
    };
    let hold = move |event: DragEvent| {
        // Only so is something let fall here, rather than opened by the browser in place of the app.
        event.prevent_default();
        over.set(true);
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        let files = event.data_transfer().and_then(|data| data.files());
        match files.as_ref().map_or(0, web_sys::FileList::length) {
            1 if is_folder(&event) => {
                upload.refuse_drop(
                    "What you dropped",
                    "it is a folder: open it and drop the CSV file in it",
                );
            }
            0 => upload.refuse_drop("What you dropped", "it is no file: drop a CSV file"),
            1 => {
                if let Some(file) = files.and_then(|files| files.get(0)) {
                    upload.take(file);
                }
            }
            _ => upload.refuse_drop("What you dropped", "drop one file at a time"),
        }
    };
    view! {
        <div
            class="drop"
            class:over=move || over.get()
            on:dragenter=hold
            on:dragover=hold
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <Icon name=IconName::File />
            <p>"Drop a CSV file here, or"</p>
            <Button kind=ButtonKind::Primary on_press=pick>"Choose a file"</Button>
            <p class="hint">"Comma, semicolon or tab; as Excel, LibreOffice and Google Sheets save it. Or JSON."</p>
            <input
                hidden
                type="file"
                accept=".csv,.tsv,.txt,.json,text/csv,application/json"
                aria-label="File of users"
                node_ref=input
                on:change=chosen
            />
        </div>
    }
}

/// Whether the one thing dropped is a folder, which to the browser is a file like any other.
fn is_folder(event: &DragEvent) -> bool {
    let item = event.data_transfer().and_then(|data| data.items().get(0));
    let entry = item.and_then(|item| item.webkit_get_as_entry().ok().flatten());
    entry.is_some_and(|entry| entry.is_directory())
}
