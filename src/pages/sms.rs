//! Settings → Chat → SMS: the switch of the whole feature (F1), and what holds for all SMS chats (specification 2.1).

mod settings;

use domain::Intent;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::forms::sms::SmsInputs;
use crate::forms::update::{on_draft, write};
use crate::parts::effect::{Effect, TriedText};
use crate::parts::message::replies_from;
use crate::parts::page_head::PageHead;
use crate::parts::save_bar::SaveBar;
use crate::session::{Address, Session};
use crate::ui::{Button, ButtonKind, Dialog, DialogBody, DialogFoot, Switch, Toasts, focus_first_error};
use settings::SmsFields;

/// What is tried: each of the texts that this page decides on.
const TEXTS: [TriedText; 3] = [TriedText::PLAIN, TriedText::HELP, TriedText::AFTER_DISMISSAL];

/// The page.
#[component]
pub fn Sms() -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let on = Memo::new(move |_| session.workspace().read().settings().sms_chat);
    let asking = RwSignal::new(false);
    let change = move |wanted: bool| {
        if wanted {
            let _ = session.dispatch(Intent::SetSmsChat { on: true });
        } else {
            asking.set(true);
        }
    };
    let stored = Memo::new(move |_| session.workspace().read().settings().clone());
    let inputs = SmsInputs::new(&stored.get_untracked());
    inputs.follow(stored.into());
    let intents = move || inputs.intents(&stored.read());
    let changed = Memo::new(move |_| intents().map_or(true, |intents| !intents.is_empty()));
    expect_context::<Address>().guard(changed.into());
    // What saving would do; with nothing to save what pressing the switch would do, which is written at once.
    let after = on_draft(session, move || {
        let switch = || vec![Intent::SetSmsChat { on: !on.get() }];
        let intents = intents().ok()?;
        Some(if intents.is_empty() { switch() } else { intents })
    });
    let numbers = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let direct = workspace.numbers().filter(|number| number.is_direct());
        direct.map(|number| number.number).collect::<Vec<_>>()
    });
    let before = Signal::derive(move || {
        if changed.get() {
            "Before saving"
        } else if on.get() {
            "Before turning it off"
        } else {
            "Before turning it on"
        }
    });
    let refusal = RwSignal::new(None::<String>);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        refusal.set(None);
        // The panel's copy has carried them out: what it could not carry out has its error at its field.
        let (Ok(intents), true) = (untrack(intents), after.with_untracked(Option::is_some)) else {
            focus_first_error(&event_target(&event));
            return;
        };
        match write(session, "change the SMS settings".to_owned(), intents) {
            Ok(true) => toasts.done("Saved in the draft"),
            Ok(false) => {}
            Err(error) => refusal.set(Some(error.to_string())),
        }
    };
    let from = replies_from(numbers.into());
    view! {
        <PageHead title="SMS" text="The prerequisite of direct SMS numbers, and what holds for all SMS chats." />
        <div class="page">
            <div class="effect-split">
                <div class="stack">
                    <Switch
                        label="Use SMS Chat"
                        hint="Off: no text reaches a direct number. Numbers, owners and hours are kept."
                        on
                        on_change=move |wanted: bool| change(wanted)
                    />
                    <form class="stack" novalidate on:submit=save aria-label="SMS">
                        <SmsFields inputs from />
                        <SaveBar
                            label="Save SMS"
                            changed
                            refusal
                            on_discard=move || inputs.discard(&stored.get_untracked())
                        />
                    </form>
                </div>
                <Effect numbers after before texts=&TEXTS />
            </div>
        </div>
        {move || asking.get().then(|| view! { <TurnOff on_close=Callback::new(move |()| asking.set(false)) /> })}
    }
}

/// Asks, and names how many direct numbers stop working (R1).
#[component]
fn TurnOff(on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let intent = Intent::SetSmsChat { on: false };
    let warnings = session
        .preview(&intent)
        .map(|applied| applied.warnings)
        .unwrap_or_default();
    let said: Vec<_> = warnings
        .iter()
        .map(|warning| view! { <p>{format!("{warning}.")}</p> })
        .collect();
    let proceed = move || {
        let _ = session.dispatch(intent.clone());
        on_close.run(());
    };
    view! {
        <Dialog title="Turn Use SMS Chat off?" on_close>
            <DialogBody>{said}<p>"Everything is kept for when you turn it on again."</p></DialogBody>
            <DialogFoot>
                <Button on_press=on_close>"Cancel"</Button>
                <Button kind=ButtonKind::DangerPrimary on_press=proceed>"Proceed"</Button>
            </DialogFoot>
        </Dialog>
    }
}
