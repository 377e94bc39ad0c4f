//! The way out of a drawer: Cancel leaves at once; Escape, the cross and another page ask first when something is
//! not saved.

use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::session::{Address, Session};
use crate::ui::{Button, ButtonKind, focus_first_error, focused};
use crate::words;

/// A drawer's way out.
#[derive(Clone, Copy)]
pub struct Closing {
    changed: Signal<bool>,
    asking: RwSignal<bool>,
    /// Where the focus was when the question came.
    asked_at: StoredValue<Option<HtmlElement>, LocalStorage>,
    on_close: Callback<()>,
}

impl Closing {
    /// Of a form that may be changed.
    pub fn new(changed: Signal<bool>, on_close: Callback<()>) -> Self {
        expect_context::<Address>().guard(changed);
        Self {
            changed,
            asking: RwSignal::new(false),
            asked_at: StoredValue::new_local(None),
            on_close,
        }
    }

    /// What Escape and the cross do.
    pub fn ask(self) -> Callback<()> {
        Callback::new(move |()| {
            if !self.changed.get_untracked() {
                self.on_close.run(());
            } else if !self.asking.get_untracked() {
                self.asked_at.set_value(focused());
                self.asking.set(true);
            }
        })
    }

    /// Whether it asks.
    pub fn is_asking(self) -> Signal<bool> {
        self.asking.into()
    }

    fn keep_editing(self) {
        self.asking.set(false);
        if let Some(field) = self.asked_at.get_value() {
            // The question's button, which has the focus, must be gone first.
            request_animation_frame(move || {
                let _ = field.focus();
            });
        }
    }

    /// Puts the focus on the first field that is wrong, once the fields have got their errors.
    pub fn focus_error(form: &'static str) {
        request_animation_frame(move || {
            if let Some(form) = document().get_element_by_id(form) {
                focus_first_error(&form);
            }
        });
    }
}

/// The foot of the drawer: where the verb writes to, or the question.
#[component]
pub fn UpdateFoot(
    /// The way out.
    closing: Closing,
    /// The form's id.
    form: &'static str,
    /// Cancel.
    on_cancel: Callback<()>,
    /// The button's word, the product's.
    #[prop(default = "Update")]
    verb: &'static str,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let question = move || view! { <DiscardQuestion closing on_discard=on_cancel /> };
    let buttons = move || {
        view! {
            <span class="hint grow">{writes(session, verb)}</span>
            <Button on_press=on_cancel>"Cancel"</Button>
            <Button kind=ButtonKind::Primary submit=true form=form>{verb}</Button>
        }
    };
    move || {
        if closing.asking.get() {
            question().into_any()
        } else {
            buttons().into_any()
        }
    }
}

/// Where a verb writes to.
pub fn writes(session: Session, verb: &str) -> String {
    let waiting = words::count(session.draft().read().intents().len(), "change", "changes");
    format!("{verb} writes to the draft, which has {waiting}. Nothing is live until you publish.")
}

/// The question in the place of a form's buttons.
#[component]
pub fn DiscardQuestion(
    /// The way out.
    closing: Closing,
    /// The changes are dropped.
    on_discard: Callback<()>,
) -> impl IntoView {
    view! {
        <span class="grow" role="alert">"Discard the changes made here?"</span>
        <Button on_press=move || closing.keep_editing()>"Keep editing"</Button>
        <Button kind=ButtonKind::DangerPrimary on_press=on_discard>"Discard"</Button>
    }
}
