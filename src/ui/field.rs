//! The frame of every field: label above, then the control, then its hint or, instead of it, its error.

use leptos::prelude::*;

use super::uid::uid;
use super::{Icon, IconName};

/// What ties a control to its label and its texts.
#[derive(Clone, Copy)]
pub(super) struct FieldIds {
    id: StoredValue<String>,
    hint: MaybeProp<String>,
    error: MaybeProp<String>,
}

impl FieldIds {
    pub(super) fn new(hint: MaybeProp<String>, error: MaybeProp<String>) -> Self {
        Self {
            id: StoredValue::new(uid("field")),
            hint,
            error,
        }
    }

    pub(super) fn control(self) -> String {
        self.id.get_value()
    }

    pub(super) fn text(self) -> String {
        format!("{}-text", self.id.get_value())
    }

    /// The text's id, while there is one.
    pub(super) fn described_by(self) -> Option<String> {
        (self.error.get().is_some() || self.hint.get().is_some()).then(|| self.text())
    }

    /// `aria-invalid` while there is an error.
    pub(super) fn invalid(self) -> Option<&'static str> {
        self.error.get().is_some().then_some("true")
    }

    fn under(self) -> AnyView {
        let id = self.text();
        match (self.error.get(), self.hint.get()) {
            (Some(error), _) => view! {
                <span class="error" id=id><Icon name=IconName::Warn small=true /><span>{super::sentence(&error)}</span></span>
            }
            .into_any(),
            (None, Some(hint)) => view! { <span class="hint" id=id>{hint}</span> }.into_any(),
            (None, None) => ().into_any(),
        }
    }
}

/// Label, control, and the text under it.
pub(super) fn framed(ids: FieldIds, label: Signal<String>, control: AnyView) -> AnyView {
    view! {
        <div class="field">
            <label for=ids.control()>{move || label.get()}</label>
            {control}
            {move || ids.under()}
        </div>
    }
    .into_any()
}

/// Puts the focus on the first field of a form that has an error; true when there is one.
pub fn focus_first_error(form: &web_sys::Element) -> bool {
    focus(form, "[aria-invalid=\"true\"]")
}

/// Puts the focus on the first field or button within; true when there is one.
pub fn focus_first(within: &web_sys::Element) -> bool {
    focus(within, "input, button, a")
}

fn focus(within: &web_sys::Element, selector: &str) -> bool {
    use wasm_bindgen::JsCast;
    let Ok(Some(found)) = within.query_selector(selector) else {
        return false;
    };
    // A field in a closed section cannot take it.
    if let Ok(Some(section)) = found.closest("details:not([open])") {
        let _ = section.set_attribute("open", "");
    }
    found
        .dyn_ref::<web_sys::HtmlElement>()
        .is_some_and(|found| found.focus().is_ok())
}
