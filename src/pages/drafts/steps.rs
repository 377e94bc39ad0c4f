//! What was done in the open draft, step by step, with the way back to any of them and forth again.

use domain::draft::{describe, describe_parts};
use leptos::prelude::*;

use super::settled::Settled;
use crate::parts::bulk_parts::BulkParts;
use crate::session::Session;
use crate::ui::{Button, ButtonSize, Card, go_on};
use crate::words;

/// Steps shown at first on each side of where the draft stands, and with each press.
const FIRST: usize = 20;
const MORE: usize = 200;

/// A change in words, and how many it holds together.
type Line = (String, usize);

/// The card.
#[component]
pub(super) fn Steps() -> impl IntoView {
    let session = expect_context::<Session>();
    let take = RwSignal::new(FIRST);
    // Done and undone together, by the names of the moment at which each is carried out.
    let all = Memo::new(move |_| {
        let draft = session.draft().get();
        let mut all = draft.intents().to_vec();
        all.extend(draft.undone().iter().rev().cloned());
        (all, draft.intents().len())
    });
    let lines = Memo::new(move |_| {
        let (all, done) = &*all.read();
        let told = describe(all, &session.head().read().workspace);
        let parts = all.iter().map(|intent| intent.parts().len());
        (told.into_iter().zip(parts).collect::<Vec<Line>>(), *done)
    });
    let parts = move |place: usize| {
        Callback::new(move |()| {
            let all = all.read_untracked();
            describe_parts(&all.0, place, &session.head().read_untracked().workspace)
        })
    };
    let aside = Signal::derive(move || {
        let lines = lines.read();
        let (total, done) = (lines.0.len(), lines.1);
        let undone = total - done;
        let done = words::count(done, "change", "changes");
        Some(if undone == 0 {
            done
        } else {
            format!("{done}, {} undone", words::digits(undone))
        })
    });
    // Those around the place at which the draft stands: how many come before, and how many are shown.
    let window = Memo::new(move |_| {
        let lines = lines.read();
        let skip = lines.1.saturating_sub(take.get());
        let end = lines.0.len().min(lines.1 + take.get());
        (skip, end - skip, lines.0.len())
    });
    let settled = Memo::new(move |_| Settled::of(&session.draft().read()));
    let items = move || {
        let lines = lines.read();
        let (skip, count, _) = window.get();
        let settled = settled.get();
        let reach = settled.reach(lines.0.len());
        let shown = lines.0.iter().cloned().enumerate().skip(skip).take(count);
        let done = lines.1;
        let first = (skip == 0 && settled.at == 0).then(|| settled.line(session));
        let items = shown
            .map(|(place, line)| {
                let count = place + 1;
                let is_reached = reach.contains(&count);
                let item = view! { <Item session count done is_reached line parts=parts(place) /> };
                let after = (settled.at == count).then(|| settled.line(session));
                let next =
                    (settled.next_at(lines.0.len()) == Some(count)).then(|| settled.next_line(session));
                view! { {item}{after}{next} }
            })
            .collect_view();
        let next =
            (skip == 0 && settled.next_at(lines.0.len()) == Some(0)).then(|| settled.next_line(session));
        view! { {first}{next}{items} }
    };
    let more = move |left: usize, which: &'static str| {
        (left > 0).then(|| {
            let shown = words::count(left.min(MORE), "step", "steps");
            let label = format!("Show {shown} {which} of {}", words::digits(left));
            view! {
                <div class="body">
                    <Button size=ButtonSize::Compact on_press=move || take.update(|take| *take += MORE)>{label}</Button>
                </div>
            }
        })
    };
    let start = move || {
        session.draft().read().can_undo().then(|| {
            let all = move || {
                session.undo_all();
                go_on(&["steps"]);
            };
            view! { <Button size=ButtonSize::Compact on_press=all>"Undo all"</Button> }
        })
    };
    view! {
        <Card title="Steps of the open draft" aside>
            <Show
                when=move || !lines.read().0.is_empty() || settled.read().is_any()
                fallback=|| view! { <div class="body"><p class="hint">"Nothing was done in it yet."</p></div> }
            >
                {move || more(window.get().0, "before these")}
                <ol class="list" id="steps" tabindex="-1" aria-label="Steps" start=move || window.get().0 + 1>{items}</ol>
                {move || {
                    let (skip, count, total) = window.get();
                    more(total - skip - count, "after these")
                }}
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
fn Item(
    session: Session,
    count: usize,
    done: usize,
    /// No settling is in between.
    is_reached: bool,
    line: Line,
    parts: Callback<(), Vec<String>>,
) -> impl IntoView {
    let (line, held) = line;
    let sentence = words::sentence(&line);
    let verb = if count > done {
        "Redo to here"
    } else {
        "Undo to here"
    };
    let name = format!("{verb}: {line}");
    let button = (is_reached && count != done).then(|| {
        view! {
            <Button size=ButtonSize::Compact label=name on_press=move || step_to(session, count)>{verb}</Button>
        }
    });
    let undone = count > done;
    view! {
        <li>
            <span class:muted=undone>
                {sentence}{undone.then_some(" (undone)")}
                <BulkParts count=held lines=parts />
            </span>
            <span class="push">{button}</span>
        </li>
    }
}
