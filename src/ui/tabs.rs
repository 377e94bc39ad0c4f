//! Views of one page. Which is open belongs to the caller, so that the address can hold it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::Choice;
use super::roving::step;
use super::uid::uid;

/// Tabs over one panel. Arrow keys, Home and End move and open at once.
#[component]
pub fn Tabs(
    /// What the tabs are views of; spoken.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs; `detail` is a count beside the name.
    #[prop(into)]
    tabs: Signal<Vec<Choice>>,
    /// The key of the open one.
    #[prop(into)]
    selected: Signal<String>,
    /// The key a person went to.
    #[prop(into)]
    on_select: Callback<(String,)>,
    /// The panel's content; follows `selected` by itself.
    children: Children,
) -> impl IntoView {
    let id = StoredValue::new(uid("tabs"));
    let tab_id = move |key: &str| format!("{}-{key}", id.get_value());
    let go = move |event: KeyboardEvent| {
        let tabs = tabs.get_untracked();
        let at = tabs
            .iter()
            .position(|tab| tab.key == *selected.read_untracked())
            .unwrap_or(0);
        let target = step(&event.key(), at, tabs.len()).and_then(|next| tabs.get(next));
        if let Some(tab) = target {
            event.prevent_default();
            on_select.run((tab.key.clone(),));
            focus(&tab_id(&tab.key));
        }
    };
    let tab = move |choice: Choice| {
        let key = StoredValue::new(choice.key);
        let open = move || *selected.read() == key.get_value();
        view! {
            <button
                type="button"
                role="tab"
                id=tab_id(&key.get_value())
                aria-selected=move || if open() { "true" } else { "false" }
                aria-controls=id.get_value()
                tabindex=move || if open() { "0" } else { "-1" }
                on:click=move |_| on_select.run((key.get_value(),))
            >
                {choice.label}
                {(!choice.detail.is_empty()).then(|| view! { <small>{choice.detail}</small> })}
            </button>
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=move || label.get() on:keydown=go>
            {move || tabs.get().into_iter().map(tab).collect_view()}
        </div>
        <div class="tab-panel" role="tabpanel" id=id.get_value() aria-labelledby=move || tab_id(&selected.read())>
            {children()}
        </div>
    }
}

/// Moves the focus to the element with an id.
pub(super) fn focus(id: &str) {
    let element = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}
