//! The browser's own select, for a few choices. For many there is the combobox.

use leptos::prelude::*;

use super::field::{FieldIds, framed};
use super::{Choice, Icon, IconName};

/// One of a few, from a list that opens.
#[component]
pub fn Select(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The choices.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The key that is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// The key a person chose.
    #[prop(into)]
    on_change: Callback<(String,)>,
    /// What it means, in words under the field.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong; takes the hint's place.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// Cannot be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Low, and with its label spoken only.
    #[prop(optional)]
    in_toolbar: bool,
) -> impl IntoView {
    let ids = FieldIds::new(hint, error);
    let option = move |choice: Choice| {
        let key = choice.key.clone();
        let chosen = move || *value.read() == key;
        view! { <option value=choice.key prop:selected=chosen disabled=choice.disabled>{choice.label}</option> }
    };
    let control = view! {
        <span class="with-icon trailing">
            <select
                class=if in_toolbar { "select compact" } else { "select" }
                aria-label=move || in_toolbar.then(|| label.get())
                id=ids.control()
                disabled=move || disabled.get()
                aria-invalid=move || ids.invalid()
                aria-describedby=move || ids.described_by()
                on:change=move |event| on_change.run((event_target_value(&event),))
            >
                {move || choices.get().into_iter().map(option).collect_view()}
            </select>
            <span class="trail"><Icon name=IconName::Down small=true /></span>
        </span>
    };
    if in_toolbar {
        return control.into_any();
    }
    framed(ids, label, control.into_any())
}
