//! One of a few, all in sight: radio buttons in a column, or side by side.

use leptos::prelude::*;

use super::Choice;
use super::uid::uid;

/// How the choices lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RadioLook {
    /// Below each other.
    #[default]
    Column,
    /// Side by side, in one frame.
    Segmented,
}

/// A group of radio buttons; arrow keys move, as everywhere.
#[component]
pub fn RadioGroup(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The choices; they stay as they are.
    choices: Vec<Choice>,
    /// The key that is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// The key a person chose.
    #[prop(into)]
    on_change: Callback<(String,)>,
    /// How they lie.
    #[prop(optional)]
    look: RadioLook,
    /// The question is spoken only.
    #[prop(optional)]
    label_hidden: bool,
    /// Cannot be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let name = uid("radio");
    let (group, item) = match look {
        RadioLook::Column => ("stack tight", "check"),
        RadioLook::Segmented => ("segmented", ""),
    };
    let radio = move |choice: Choice| {
        let (key, held) = (choice.key.clone(), choice.key);
        let chosen = move || *value.read() == held;
        let taken = chosen.clone();
        let choose = move |event: web_sys::Event| {
            on_change.run((key.clone(),));
            event_target::<web_sys::HtmlInputElement>(&event).set_checked(untrack(&taken));
        };
        let off = choice.disabled;
        view! {
            <label class=item>
                <input
                    type="radio"
                    name=name.clone()
                    disabled=move || off || disabled.get()
                    prop:checked=chosen
                    on:change=choose
                />
                <span>
                    {choice.label}
                    {(!choice.detail.is_empty()).then(|| view! { <small>{choice.detail}</small> })}
                    {(!choice.note.is_empty()).then(|| view! { <span class="hint">{choice.note}</span> })}
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend class=if label_hidden { "visually-hidden" } else { "label" }>{move || label.get()}</legend>
            <div class=group>{choices.into_iter().map(radio).collect_view()}</div>
        </fieldset>
    }
}
