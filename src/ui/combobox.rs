//! A field that finds one of many as it is typed into: the editable combobox of the authoring practices.
//! Of 50,000 choices it draws the dozen in sight.

mod list;

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::field::{FieldIds, framed};
use super::filter::Searchable;
use super::roving::step_long;
use super::{Choice, Icon, IconName};
use list::ChoiceList;

/// Choices a page key moves by.
const PAGE: usize = 7;

/// One of many, found by typing.
#[component]
pub fn Combobox(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The choices. Give a memo: they are read in place.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The key that is chosen.
    #[prop(into)]
    value: Signal<Option<String>>,
    /// The key a person chose; `None` when the field was cleared.
    #[prop(into)]
    on_change: Callback<(Option<String>,)>,
    /// Said where nothing matches.
    #[prop(into)]
    empty: Signal<String>,
    /// What to choose, in words under the field.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong and what to choose instead; takes the hint's place.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// An example, while the field is empty.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// Cannot be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let ids = FieldIds::new(hint, error);
    let state = State::new(choices, value, on_change);
    let input = NodeRef::<html::Input>::new();
    let list_id = StoredValue::new(format!("{}-list", ids.control()));
    let typed = move |event| {
        state.typed.set(Some(event_target_value(&event)));
        // Open first: a closed list has found nothing.
        state.open.set(true);
        state.active.set(state.first());
    };
    let active_id = move || {
        state
            .open
            .get()
            .then(|| {
                state
                    .active
                    .get()
                    .map(|at| format!("{}-{at}", list_id.get_value()))
            })
            .flatten()
    };
    let control = view! {
        <div class="combobox">
            <span class="with-icon trailing">
                <input
                    class="input"
                    id=ids.control()
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    disabled=move || disabled.get()
                    placeholder=move || placeholder.get()
                    aria-autocomplete="list"
                    aria-expanded=move || if state.open.get() { "true" } else { "false" }
                    aria-controls=move || state.open.get().then(|| list_id.get_value())
                    aria-activedescendant=active_id
                    aria-invalid=move || ids.invalid()
                    aria-describedby=move || ids.described_by()
                    prop:value=move || state.shown()
                    on:input=typed
                    on:click=move |_| state.open.set(true)
                    on:keydown=move |event| state.press(&event)
                    on:blur=move |_| state.leave()
                    node_ref=input
                />
                <span class="trail"><Icon name=IconName::Down small=true /></span>
            </span>
            <Show when=move || state.open.get()>
                <ChoiceList id=list_id label state input empty />
            </Show>
        </div>
    };
    framed(ids, label, control.into_any())
}

/// A combobox as it stands.
#[derive(Clone, Copy)]
struct State {
    choices: Signal<Vec<Choice>>,
    value: Signal<Option<String>>,
    on_change: Callback<(Option<String>,)>,
    open: RwSignal<bool>,
    /// What was typed since the last choice.
    typed: RwSignal<Option<String>>,
    /// Places of the choices that match what was typed.
    found: Memo<Vec<usize>>,
    /// The place within `found` that Enter chooses.
    active: RwSignal<Option<usize>>,
}

impl State {
    fn new(
        choices: Signal<Vec<Choice>>,
        value: Signal<Option<String>>,
        on_change: Callback<(Option<String>,)>,
    ) -> Self {
        let (open, typed, active) = (
            RwSignal::new(false),
            RwSignal::new(None::<String>),
            RwSignal::new(None),
        );
        // Made ready as the list opens, not at each keystroke.
        let ready = Memo::new_with_compare(
            move |_| {
                open.get()
                    .then(|| Arc::new(choices.with(|choices| Searchable::new(choices))))
            },
            |_, _| true,
        );
        let found = Memo::new(move |_| {
            let typed = typed.get().unwrap_or_default();
            ready.get().map(|ready| ready.find(&typed)).unwrap_or_default()
        });
        Self {
            choices,
            value,
            on_change,
            open,
            typed,
            found,
            active,
        }
    }

    /// The text in the field: what is being typed, else the words of the choice.
    fn shown(self) -> String {
        let chosen = || {
            let value = self.value.read();
            let key = value.as_ref()?;
            self.choices.with(|choices| {
                choices
                    .iter()
                    .find(|choice| choice.key == *key)
                    .map(|c| c.label.clone())
            })
        };
        self.typed.get().or_else(chosen).unwrap_or_default()
    }

    /// The first that may be chosen.
    fn first(self) -> Option<usize> {
        let may = |index: &usize| {
            self.choices
                .with_untracked(|choices| choices.get(*index).is_some_and(|choice| !choice.disabled))
        };
        self.found.with_untracked(|found| found.iter().position(may))
    }

    /// The choice at a place of the list.
    fn at(self, place: usize) -> Option<Choice> {
        let index = self.found.with(|found| found.get(place).copied())?;
        self.choices.with(|choices| choices.get(index).cloned())
    }

    fn pick(self, place: usize) {
        if let Some(choice) = untrack(|| self.at(place)).filter(|choice| !choice.disabled) {
            self.close();
            self.on_change.run((Some(choice.key),));
        }
    }

    fn close(self) {
        self.open.set(false);
        self.active.set(None);
        self.typed.set(None);
    }

    fn press(self, event: &KeyboardEvent) {
        let key = event.key();
        let open = self.open.get_untracked();
        match key.as_str() {
            "ArrowDown" | "ArrowUp" if !open => self.open.set(true),
            "ArrowUp" if event.alt_key() => self.close(),
            "ArrowDown" | "ArrowUp" | "PageDown" | "PageUp" if open => self.go(&key),
            // In the text as long as nobody walks the list.
            "Home" | "End" if open && self.active.get_untracked().is_some_and(|at| at > 0) => self.go(&key),
            "Enter" if open => {
                if let Some(at) = self.active.get_untracked() {
                    self.pick(at);
                }
            }
            "Escape" if open => self.close(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn go(self, key: &str) {
        let len = self.found.with_untracked(Vec::len);
        if let Some(next) = step_long(key, self.active.get_untracked(), len, PAGE) {
            self.active.set(Some(next));
        }
    }

    /// Left with an emptied field: nothing is chosen. Left with anything else: as it was.
    fn leave(self) {
        let is_empty = |typed: &Option<String>| typed.as_ref().is_some_and(|text| text.trim().is_empty());
        // A field that goes away together with its dialog is left as well, and there is nothing to close any more.
        let Some(emptied) = self.typed.try_with_untracked(is_empty) else {
            return;
        };
        self.close();
        if emptied && self.value.with_untracked(Option::is_some) {
            self.on_change.run((None,));
        }
    }
}
