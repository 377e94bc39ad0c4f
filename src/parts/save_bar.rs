//! The line at the foot of a page that is a form: what is not saved, and the button that saves it.

use leptos::prelude::*;

use crate::ui::{Button, ButtonKind, sentence};

/// The line. Its button sends the form it stands in.
#[component]
pub fn SaveBar(
    /// The button's words, the product's.
    label: &'static str,
    /// Whether there is something to save.
    #[prop(into)]
    changed: Signal<bool>,
    /// Why it could not be saved.
    #[prop(into)]
    refusal: Signal<Option<String>>,
    /// Back to what is saved.
    #[prop(into)]
    on_discard: Callback<()>,
) -> impl IntoView {
    let said = move || match (refusal.get(), changed.get()) {
        (Some(_), _) => String::new(),
        (None, true) => {
            "Unsaved changes. Saving writes to the draft; nothing is live until you publish.".to_owned()
        }
        (None, false) => "All saved in the draft.".to_owned(),
    };
    view! {
        <div class="save-bar">
            <div class="grow">
                <span class="hint" role="status">{said}</span>
                {move || refusal.get().map(|text| view! { <p class="danger-text" role="alert">{sentence(&text)}</p> })}
            </div>
            <Show when=move || changed.get()>
                <Button on_press=on_discard>"Discard changes"</Button>
            </Show>
            <Button kind=ButtonKind::Primary submit=true>{label}</Button>
        </div>
    }
}
