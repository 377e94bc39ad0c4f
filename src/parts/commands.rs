//! What can be asked for from anywhere by key or button: jumping to something, assigning a number, the list of keys.

use domain::PhoneNumber;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What the palette asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Where to go, or what to do.
    Jump,
    /// Which free number to assign.
    Number,
    /// To whom to assign it.
    Owner(PhoneNumber),
    /// Nothing: it lists the keys.
    Keys,
}

/// What is open; a context of the whole app.
#[derive(Clone, Copy)]
pub struct Commands {
    open: RwSignal<Option<Ask>>,
}

impl Commands {
    /// Makes them available below, and hears their keys for as long as the owner lives.
    pub fn provide() -> Self {
        let commands = Self {
            open: RwSignal::new(None),
        };
        provide_context(commands);
        let keys = window_event_listener(ev::keydown, move |event| {
            if let Some(ask) = asked_by(&event).filter(|_| is_free()) {
                event.prevent_default();
                commands.ask(ask);
            }
        });
        on_cleanup(move || keys.remove());
        commands
    }

    /// What is asked now.
    pub fn asked(self) -> Signal<Option<Ask>> {
        self.open.into()
    }

    /// Asks.
    pub fn ask(self, ask: Ask) {
        self.open.set(Some(ask));
    }

    /// Asks nothing any more.
    pub fn close(self) {
        self.open.set(None);
    }
}

/// What a key asks for: Ctrl K or ⌘ K anywhere, a question mark outside of fields.
fn asked_by(event: &web_sys::KeyboardEvent) -> Option<Ask> {
    if event.default_prevented() || event.is_composing() || event.alt_key() {
        return None;
    }
    let with_control = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "k" | "K" if with_control && !event.shift_key() => Some(Ask::Jump),
        "?" if !with_control && !is_typed_into(event) => Some(Ask::Keys),
        _ => None,
    }
}

fn is_typed_into(event: &web_sys::KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| {
            element
                .matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")
                .unwrap_or_default()
        })
}

/// Nothing is asked over a question that is open: what is typed there would be lost.
fn is_free() -> bool {
    document()
        .query_selector("dialog[open]")
        .is_ok_and(|found| found.is_none())
}
