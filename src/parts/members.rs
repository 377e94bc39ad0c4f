//! A list of check boxes with a filter: those that are ticked, and the first of the others.

use std::collections::BTreeSet;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::ui::{Checkbox, Choice, SearchBox};

/// Boxes drawn for what is not ticked.
const OTHERS: usize = 12;

/// Some of many.
#[component]
pub fn Members(
    /// What is picked: `Agents`.
    label: &'static str,
    /// All there are, by name. Give a memo: it is read in place.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The keys that are ticked, both ways.
    picked: RwSignal<BTreeSet<String>>,
) -> impl IntoView {
    let search = RwSignal::new(String::new());
    let shown = Memo::new(move |_| {
        let wanted = search.read().trim().to_lowercase();
        let picked = picked.read();
        let mut room = OTHERS;
        let fits = |choice: &Choice| {
            wanted.is_empty()
                || choice.label.to_lowercase().contains(&wanted)
                || choice.detail.to_lowercase().contains(&wanted)
        };
        let choices = choices.read();
        let found = choices.iter().filter(|choice| fits(choice)).filter(|choice| {
            picked.contains(&choice.key) || {
                let drawn = room > 0;
                room = room.saturating_sub(1);
                drawn
            }
        });
        found.cloned().collect::<Vec<_>>()
    });
    let sum = move || {
        let (ticked, all) = (picked.read().len(), choices.read().len());
        if shown.read().len() < all && search.read().trim().is_empty() {
            format!("{ticked} of {all} chosen. Filter to find the others.")
        } else {
            format!("{ticked} of {all} chosen.")
        }
    };
    // Enter would send the form that this only filters in.
    let keep = |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
        }
    };
    let tick = move |choice: Choice| {
        let (key, held) = (choice.key.clone(), choice.key);
        let change = move |on: bool| {
            picked.update(|picked| {
                if on {
                    picked.insert(key.clone());
                } else {
                    picked.remove(&key);
                }
            });
        };
        let checked = Signal::derive(move || picked.read().contains(&held));
        view! { <li><Checkbox label=choice.label checked on_change=change /></li> }
    };
    view! {
        <fieldset class="field members" on:keydown=keep>
            <legend class="label">{label}</legend>
            <SearchBox
                label=format!("Filter {}", label.to_lowercase())
                placeholder="Name"
                value=search
                on_input=move |text: String| search.set(text)
            />
            <ul>
                <For each=move || shown.get() key=|choice| choice.key.clone() children=tick />
            </ul>
            <span class="hint">{sum}</span>
        </fieldset>
    }
}
