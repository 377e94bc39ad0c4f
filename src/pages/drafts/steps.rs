//! What was done in the open draft, step by step, with the way back to any of them and forth again.

use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Button, ButtonSize, Card, go_on};
use crate::words;

/// The card.
#[component]
pub(super) fn Steps() -> impl IntoView {
    let session = expect_context::<Session>();
    // Done and undone together, by the names of the moment at which each is carried out.
    let lines = Memo::new(move |_| {
        let draft = session.draft().get();
        let mut all = draft.intents().to_vec();
        all.extend(draft.undone().iter().rev().cloned());
        let done = draft.intents().len();
        (
            draft.with_intents(all).describe(&session.head().read().workspace),
            done,
        )
    });
    let aside = Signal::derive(move || {
        let (lines, done) = lines.get();
        let undone = lines.len() - done;
        let done = words::count(done, "change", "changes");
        Some(if undone == 0 {
            done
        } else {
            format!("{done}, {undone} undone")
        })
    });
    let items = move || {
        let (lines, done) = lines.get();
        lines
            .into_iter()
            .enumerate()
            .map(|(index, line)| view! { <Item session count=index + 1 done line /> })
            .collect_view()
    };
    let start = move || {
        (lines.read().1 > 0).then(|| {
            view! { <Button size=ButtonSize::Compact on_press=move || step_to(session, 0)>"Undo all"</Button> }
        })
    };
    view! {
        <Card title="Steps of the open draft" aside>
            <Show
                when=move || !lines.read().0.is_empty()
                fallback=|| view! { <div class="body"><p class="hint">"Nothing was done in it yet."</p></div> }
            >
                <ol class="list" id="steps" tabindex="-1" aria-label="Steps">{items}</ol>
                <div class="body">{start}</div>
            </Show>
        </Card>
    }
}

/// The lines are drawn anew, and the button that was pressed is gone.
fn step_to(session: Session, count: usize) {
    session.step_to(count);
    go_on(&["steps"]);
}

#[component]
fn Item(session: Session, count: usize, done: usize, line: String) -> impl IntoView {
    let sentence = words::sentence(&line);
    let verb = if count > done {
        "Redo to here"
    } else {
        "Undo to here"
    };
    let name = format!("{verb}: {line}");
    let button = (count != done).then(|| {
        view! {
            <Button size=ButtonSize::Compact label=name on_press=move || step_to(session, count)>{verb}</Button>
        }
    });
    let undone = count > done;
    view! {
        <li>
            <span class:muted=undone>{sentence}{undone.then_some(" (undone)")}</span>
            <span class="push">{button}</span>
        </li>
    }
}
