//! The list under a combobox.

use std::ops::Range;

use leptos::html;
use leptos::prelude::*;

use super::State;
use crate::ui::place::place;
use crate::ui::visible::{drawn_around, in_sight, on_move};

/// The list; there while it is open. It draws the choices in sight.
#[component]
pub(super) fn ChoiceList(
    id: StoredValue<String>,
    label: Signal<String>,
    state: State,
    input: NodeRef<html::Input>,
    empty: Signal<String>,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let drawn = RwSignal::new(0..24_usize);
    let line = RwSignal::new(30.0_f64);
    let len = Memo::new(move |_| state.found.read().len());
    let put = move || {
        if let (Some(Some(list)), Some(Some(input))) = (list.try_get_untracked(), input.try_get_untracked()) {
            place(&list, &input);
        }
    };
    let scrolled = move || {
        if let Some(Some(list)) = list.try_get_untracked() {
            let top = -f64::from(list.scroll_top());
            let (height, len) = (f64::from(list.client_height()), len.get_untracked());
            let range = drawn_around(&in_sight(top, height, line.get_untracked(), len), len);
            if *drawn.read_untracked() != range {
                drawn.set(range);
            }
        }
    };
    on_move(put);
    Effect::new(move || {
        if let Some(list) = list.get() {
            len.track();
            // Refused only when it is shown already.
            let _ = list.show_popover();
            put();
            line.set(line_height(&list).unwrap_or(30.0));
            scrolled();
        }
    });
    Effect::new(move || {
        if let (Some(at), Some(list)) = (state.active.get(), list.get_untracked()) {
            bring(&list, at, line.get_untracked());
            scrolled();
        }
    });
    let places = move || {
        let Range { start, end } = drawn.get();
        (start.min(len.get())..end.min(len.get())).collect::<Vec<_>>()
    };
    let px = move |lines: usize| u32::try_from(lines).map_or(0.0, |lines| f64::from(lines) * line.get());
    view! {
        <div
            class="menu popup choices"
            popover="manual"
            role="listbox"
            id=id.get_value()
            tabindex="-1"
            aria-label=move || label.get()
            on:scroll=move |_| scrolled()
            on:mousedown=|event| event.prevent_default()
            node_ref=list
        >
            <div role="presentation" class="gap" style:--height=move || format!("{}px", px(drawn.get().start))></div>
            <For
                each=places
                key=move |at| (*at, state.found.with(|found| found.get(*at).copied()))
                children=move |at| option(id, state, at, len)
            />
            <div
                role="presentation"
                class="gap"
                style:--height=move || format!("{}px", px(len.get().saturating_sub(drawn.get().end)))
            ></div>
            <Show when=move || len.get() == 0>
                <div role="option" aria-disabled="true" aria-selected="false">{move || empty.get()}</div>
            </Show>
        </div>
    }
}

fn option(id: StoredValue<String>, state: State, at: usize, len: Memo<usize>) -> Option<impl IntoView> {
    let choice = untrack(|| state.at(at))?;
    let key = choice.key;
    let chosen = Memo::new(move |_| state.value.with(|value| value.as_ref() == Some(&key)));
    Some(view! {
        <div
            role="option"
            id=format!("{}-{at}", id.get_value())
            class:is-active=move || state.active.get() == Some(at)
            aria-selected=move || if chosen.get() { "true" } else { "false" }
            aria-disabled=choice.disabled.then_some("true")
            aria-posinset=at + 1
            aria-setsize=move || len.get()
            on:click=move |_| state.pick(at)
        >
            <span class="words">
                <span class="clip">{choice.label}</span>
                {(!choice.note.is_empty()).then(|| view! { <small class="clip">{choice.note}</small> })}
            </span>
            {(!choice.detail.is_empty()).then(|| view! { <span class="end">{choice.detail}</span> })}
        </div>
    })
}

fn line_height(list: &web_sys::Element) -> Option<f64> {
    let first = list.query_selector("[role=option]").ok().flatten()?;
    Some(first.get_bounding_client_rect().height()).filter(|height| *height > 1.0)
}

/// Scrolls just as far as needed.
#[allow(clippy::cast_possible_truncation, reason = "pixels")]
fn bring(list: &web_sys::Element, at: usize, line: f64) {
    let top = u32::try_from(at).map_or(0.0, |at| f64::from(at) * line);
    let (from, height) = (f64::from(list.scroll_top()), f64::from(list.client_height()));
    if top < from {
        list.set_scroll_top(top as i32);
    } else if top + line > from + height - 8.0 {
        list.set_scroll_top((top + line - height + 12.0) as i32);
    }
}
