//! What a form does before it is saved: one text, live and with the form's changes, at a moment of one's choice.

mod answers;
mod kept;
mod moments;
mod picks;
mod texts;

use domain::{PhoneNumber, Workspace};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{IconButton, IconName, Tag, TagKind};
use answers::{Tries, answers};
use picks::{Moments, NumberPicker, Picks, printed};
use texts::Texts;

pub use texts::TriedText;

/// The panel, which can be put away. Where it stands, in a page, a drawer or a dialog, decides how it looks.
#[component]
pub fn Effect(
    /// The numbers concerned. Give a memo.
    #[prop(into)]
    numbers: Signal<Vec<PhoneNumber>>,
    /// The configuration with the draft and the form in it; none while the form cannot be saved.
    #[prop(into)]
    after: Signal<Option<Workspace>>,
    /// That nothing is written yet: `Before Update`.
    #[prop(into)]
    before: Signal<&'static str>,
    /// The texts to choose from, where more than a plain one shows something.
    #[prop(default = &[])]
    texts: &'static [TriedText],
    /// Who writes, where that is what the form is about; an unknown sender otherwise.
    #[prop(optional, into)]
    sender: Signal<Option<PhoneNumber>>,
) -> impl IntoView {
    let picks = Picks::new(numbers, after);
    let shown = RwSignal::new(kept::is_shown());
    let turn = move || {
        shown.update(|shown| *shown = !*shown);
        kept::keep(shown.get_untracked());
    };
    let verb = Signal::derive(move || {
        if shown.get() {
            "Hide what this does".to_owned()
        } else {
            "Show what this does".to_owned()
        }
    });
    let tag = move || {
        shown
            .get()
            .then(|| view! { <Tag kind=TagKind::Draft word=before.get() /> })
    };
    view! {
        <aside class="effect" class:closed=move || !shown.get() aria-label="What this does">
            <div class="between effect-head">
                <h2>"What this does"</h2>
                {tag}
                <IconButton name=IconName::Chevron label=verb on_press=turn />
            </div>
            <Show when=move || shown.get()><Tried picks after texts sender /></Show>
        </aside>
    }
}

/// What is tried, and what comes of it.
#[component]
fn Tried(
    picks: Picks,
    after: Signal<Option<Workspace>>,
    texts: &'static [TriedText],
    sender: Signal<Option<PhoneNumber>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let text = picks.text;
    let choice = move || (!texts.is_empty()).then(|| view! { <Texts texts chosen=text /> });
    let many = move || picks.numbers.read().len() > 1;
    view! {
        <Show
            when=move || picks.number.get().is_some()
            fallback=|| view! { <p class="muted">"No direct SMS number follows these settings yet."</p> }
        >
            <Show
                when=many
                fallback=move || view! { <p class="number">{move || printed(session, picks.number.get())}</p> }
            >
                <NumberPicker picks />
            </Show>
            {choice()}
            <Moments picks />
            {move || {
                let tried = Tries { text: text.get(), sender: sender.get() };
                answers(session, picks.number.get()?, picks.at.get(), tried, after)
            }}
        </Show>
    }
}
