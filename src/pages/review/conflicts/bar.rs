//! The bar at the foot of the page while something is to be answered: what the answers do, and the button that keeps them.

use leptos::prelude::*;

use super::meeting::Meeting;
use crate::ui::{Button, ButtonKind, Icon, IconName, Toasts, go_on};
use crate::words;

/// The bar.
#[component]
pub fn AnswerBar(meeting: Meeting) -> impl IntoView {
    let toasts = Toasts::from_context();
    let open = Memo::new(move |_| meeting.choices().iter().filter(|choice| choice.is_none()).count());
    let is_choice = Memo::new(move |_| !meeting.found.read().rebase.conflicts.is_empty());
    let effect = move || {
        let found = meeting.found.get();
        let intents = found.settle(&meeting.choices()).intents;
        meeting.effects.words(&intents)
    };
    let state = move || {
        if open.get() > 0 {
            let open = words::count(
                open.get(),
                "change still needs an answer",
                "changes still need an answer",
            );
            return view! { <li><Icon name=IconName::Info />{open}</li> }.into_any();
        }
        effect()
            .filter(|_| is_choice.get())
            .map(|effect| view! { <li>"With these answers: "<b>{effect}</b></li> })
            .into_any()
    };
    let keep = move || {
        let said = meeting.keep();
        let session = meeting.session();
        toasts.done_with(said, "Undo", move || session.undo());
        go_on(&["plan"]);
    };
    let label = move || {
        if is_choice.get() {
            "Keep these answers"
        } else {
            "Drop what is there already"
        }
    };
    let park = move || {
        meeting.park_rest();
        go_on(&["answers"]);
    };
    view! {
        <section class="publish-bar" id="answers" tabindex="-1" aria-label="Answers">
            <ul class="facts-line" aria-live="polite">{state}</ul>
            {move || (open.get() > 0).then(|| view! {
                <Button on_press=park>"Park the rest"</Button>
            })}
            <Button
                kind=ButtonKind::Publish
                disabled=Signal::derive(move || open.get() > 0)
                on_press=keep
            >{label}</Button>
        </section>
    }
}
