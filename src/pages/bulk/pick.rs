//! Takes a file, dropped or picked.

use leptos::ev::{self, DragEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

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

/// A file let fall beside the place for it is not opened by the browser in place of the app.
pub(super) fn keep_files_from_opening() {
    let hold = window_event_listener(ev::dragover, |event| {
        if is_beside(&event) {
            event.prevent_default();
            if let Some(data) = event.data_transfer() {
                data.set_drop_effect("none");
            }
        }
    });
    let dropped = window_event_listener(ev::drop, |event| {
        if is_beside(&event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        hold.remove();
        dropped.remove();
    });
}

/// Whether a file is over something else than the place for it. A text may be dragged into a field.
fn is_beside(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    let has_files = types.is_some_and(|types| types.includes(&"Files".into(), 0));
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let place = target.and_then(|target| target.closest(".drop").ok().flatten());
    has_files && place.is_none()
}

/// Whether the one thing dropped is a folder, which to the browser is a file like any other.
fn is_folder(event: &DragEvent) -> bool {
    let item = event.data_transfer().and_then(|data| data.items().get(0));
    let entry = item.and_then(|item| item.webkit_get_as_entry().ok().flatten());
    entry.is_some_and(|entry| entry.is_directory())
}
