//! The two times of an opening.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::editor::Editor;
use super::rows::{End, Row};
use super::time_text::step;
use super::week::name;
use crate::ui::{Icon, IconName};

/// The fields, and the cross that takes them away.
#[component]
pub(super) fn OpeningFields(
    editor: Editor,
    row: Row,
    key: u32,
    error_id: StoredValue<String>,
    remove: Callback<(u32,)>,
) -> impl IntoView {
    let place = move || {
        let inputs = editor.inputs.read();
        1 + inputs
            .openings(row)
            .iter()
            .take_while(|opening| opening.key != key)
            .count()
    };
    let field = move |end: End| time_field(editor, row, key, end, error_id, place);
    view! {
        <span class="span">
            {field(End::From)}
            "–"
            {field(End::To)}
            <button
                type="button"
                class="icon-button remove"
                aria-label=move || format!("Remove opening {} on {}", place(), name(row))
                on:click=move |_| remove.run((key,))
            >
                <Icon name=IconName::Close small=true />
            </button>
        </span>
    }
}

fn time_field(
    editor: Editor,
    row: Row,
    key: u32,
    end: End,
    error_id: StoredValue<String>,
    place: impl Fn() -> usize + Send + Sync + 'static,
) -> impl IntoView {
    let inputs = editor.inputs;
    let node = NodeRef::<html::Input>::new();
    if end == End::From && editor.focus.get_untracked() == Some(key) {
        editor.focus.set(None);
        // It can take the focus once it is in the page.
        node.on_load(|input| {
            request_animation_frame(move || {
                let _ = input.focus();
                input.select();
            });
        });
    }
    let text = move || {
        inputs.with(|inputs| {
            inputs
                .opening(row, key)
                .map(|opening| opening.text(end).to_owned())
        })
    };
    let write = move |text: String| inputs.update(|inputs| inputs.write(row, key, end, text));
    let wrong = Memo::new(move |_| editor.is_wrong(row, key, end));
    let typed = move |event| {
        editor.editing.set(Some((key, end)));
        write(event_target_value(&event));
    };
    let leave = move || {
        editor.editing.set(None);
        inputs.update(|inputs| inputs.tidy(row, key, end));
    };
    let press = move |event: KeyboardEvent| {
        let stepped = text().and_then(|text| step(&text, &event.key()));
        if let Some(next) = stepped {
            event.prevent_default();
            write(next);
        }
    };
    let word = if end == End::From { "from" } else { "to" };
    view! {
        <input
            class="input time"
            type="text"
            inputmode="numeric"
            autocomplete="off"
            aria-label=move || format!("{}, opening {}, {word}", name(row), place())
            aria-invalid=move || wrong.get().then_some("true")
            aria-describedby=move || wrong.get().then(|| error_id.get_value())
            prop:value=move || text().unwrap_or_default()
            on:input=typed
            on:change=move |_| leave()
            on:blur=move |_| leave()
            on:keydown=press
            node_ref=node
        />
    }
}
