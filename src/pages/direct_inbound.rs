//! Settings → Chat → Direct Inbound SMS: the two thresholds (F9).

use domain::number::Owner;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::forms::thresholds::{LIMITS, intent, threshold};
use crate::forms::update::on_draft;
use crate::parts::effect::Effect as WhatItDoes;
use crate::parts::lock::Lockable;
use crate::parts::page_head::PageHead;
use crate::parts::save_bar::SaveBar;
use crate::session::{Address, Session};
use crate::ui::{NumberField, Toasts, focus_first_error};

/// The page.
#[component]
pub fn DirectInbound() -> impl IntoView {
    view! {
        <PageHead
            title="Direct Inbound SMS"
            text="How many offers in a row an agent may miss, or not acknowledge, before the system changes the status."
        />
        <div class="page">
            <Lockable form=|| view! { <Form /> } saved=|| view! { <Saved /> } />
        </div>
    }
}

/// What is saved, to read, while the panel is locked (R48).
#[component]
fn Saved() -> impl IntoView {
    let session = expect_context::<Session>();
    let thresholds = move || session.workspace().read().settings().thresholds;
    view! {
        <dl class="pairs">
            <dt>"Missed Chat Threshold"</dt>
            <dd>{move || thresholds().missed_chat}</dd>
            <dt>"Unresponsive Threshold"</dt>
            <dd>{move || thresholds().unresponsive}</dd>
        </dl>
    }
}

#[component]
fn Form() -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let stored = Memo::new(move |_| session.workspace().read().settings().thresholds);
    let (missed, unresponsive) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let fill = move || {
        let stored = stored.get_untracked();
        missed.set(stored.missed_chat.to_string());
        unresponsive.set(stored.unresponsive.to_string());
    };
    fill();
    let is = move |stored: domain::workspace::Thresholds| {
        threshold(&missed.read()) == Ok(stored.missed_chat)
            && threshold(&unresponsive.read()) == Ok(stored.unresponsive)
    };
    let changed = Signal::derive(move || !is(stored.get()));
    expect_context::<Address>().guard(changed);
    // Undo and redo change what is stored: a form that has nothing unsaved follows.
    let follow = move |_: &_, before: Option<&_>, _| {
        if before.is_some_and(|before| untrack(|| is(*before))) {
            fill();
        }
    };
    Effect::watch(move || stored.get(), follow, false);
    let error = move |text: RwSignal<String>| {
        Signal::derive(move || threshold(&text.read()).err().map(|error| error.to_string()))
    };
    let refusal = RwSignal::new(None::<String>);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        refusal.set(None);
        let Ok(intent) = intent(&missed.read_untracked(), &unresponsive.read_untracked()) else {
            focus_first_error(&event_target(&event));
            return;
        };
        match session.dispatch(intent) {
            Ok(_) => toasts.done("Saved in the draft"),
            Err(error) => refusal.set(Some(error.to_string())),
        }
    };
    let after = on_draft(session, move || {
        let intent = intent(&missed.read(), &unresponsive.read()).ok()?;
        Some(vec![intent])
    });
    let numbers = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let agents = |owner| matches!(owner, Owner::Agent(_));
        let owned = workspace
            .numbers()
            .filter(|number| number.owner().is_some_and(agents));
        owned.map(|number| number.number).collect::<Vec<_>>()
    });
    let (min, max) = (i64::from(*LIMITS.start()), i64::from(*LIMITS.end()));
    view! {
        <div class="effect-split">
            <form class="stack narrow-form" novalidate on:submit=save aria-label="Direct Inbound SMS">
                <NumberField
                    label="Missed Chat Threshold"
                    value=missed
                    min
                    max
                    hint="Missed offers in a row after which an Available agent goes to Missed Chat, and gets no new chats. 1 to 99, 2 unless changed."
                    error=error(missed)
                />
                <NumberField
                    label="Unresponsive Threshold"
                    value=unresponsive
                    min
                    max
                    hint="Offers in a row that the agent's adapter does not acknowledge, after which the system sets Unresponsive. 1 to 99, 2 unless changed."
                    error=error(unresponsive)
                />
                <SaveBar label="Save Direct Inbound" changed refusal on_discard=fill />
            </form>
            <WhatItDoes numbers after before="Before saving" />
        </div>
    }
}
