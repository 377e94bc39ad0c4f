//! Settings → Chat → SMS: the switch of the whole feature (F1).

use domain::Intent;
use leptos::prelude::*;

use crate::forms::update::on_draft;
use crate::parts::effect::Effect;
use crate::parts::page_head::PageHead;
use crate::session::Session;
use crate::ui::{Button, ButtonKind, Dialog, DialogBody, DialogFoot, Switch};

/// The page.
#[component]
pub fn Sms() -> impl IntoView {
    let session = expect_context::<Session>();
    let on = Memo::new(move |_| session.workspace().read().settings().sms_chat);
    let asking = RwSignal::new(false);
    let change = move |wanted: bool| {
        if wanted {
            let _ = session.dispatch(Intent::SetSmsChat { on: true });
        } else {
            asking.set(true);
        }
    };
    // What pressing the switch would do: it is written at once.
    let after = on_draft(session, move || Some(vec![Intent::SetSmsChat { on: !on.get() }]));
    let numbers = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let direct = workspace.numbers().filter(|number| number.is_direct());
        direct.map(|number| number.number).collect::<Vec<_>>()
    });
    let before = Signal::derive(move || {
        if on.get() {
            "Before turning it off"
        } else {
            "Before turning it on"
        }
    });
    view! {
        <PageHead title="SMS" text="The prerequisite of direct SMS numbers." />
        <div class="page">
            <div class="effect-split">
                <div class="stack">
                    <Switch
                        label="Use SMS Chat"
                        hint="Off: no text reaches a direct number. Numbers, owners and hours are kept."
                        on
                        on_change=move |wanted: bool| change(wanted)
                    />
                </div>
                <Effect numbers after before />
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
