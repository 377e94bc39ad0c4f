//! What the tried text says, where more than a plain one is worth a try.

use domain::routing::SessionState;
use leptos::prelude::*;

/// A text to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TriedText {
    /// What it is.
    pub name: &'static str,
    /// What it says.
    pub body: &'static str,
    /// The session it comes into.
    pub session: SessionState,
}

impl TriedText {
    /// Somebody unknown asks something.
    pub const PLAIN: Self = Self {
        name: "A question",
        body: "Hello, is somebody there?",
        session: SessionState::None,
    };
    /// A help word (R77).
    pub const HELP: Self = Self {
        name: "HELP",
        body: "HELP",
        session: SessionState::None,
    };
    /// The consumer writes again after the chat was dismissed (D9).
    pub const AFTER_DISMISSAL: Self = Self {
        name: "An answer to a dismissed chat",
        body: "Sorry, I was away.",
        session: SessionState::Dismissed,
    };
}

/// The texts to choose from.
#[component]
pub(super) fn Texts(texts: &'static [TriedText], chosen: RwSignal<TriedText>) -> impl IntoView {
    let button = move |&text: &'static TriedText| {
        view! {
            <button
                type="button"
                class="chip plain"
                class:pressed=move || chosen.get() == text
                aria-pressed=move || (chosen.get() == text).to_string()
                on:click=move |_| chosen.set(text)
            >
                {text.name}
            </button>
        }
    };
    view! {
        <div class="chips" role="group" aria-label="Try a text that is">
            {texts.iter().map(button).collect_view()}
        </div>
    }
}
