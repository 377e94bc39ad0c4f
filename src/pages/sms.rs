//! Settings → Chat → SMS: the switch of the whole feature (F1).

use domain::Intent;
use leptos::prelude::*;

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
    view! {
        <PageHead title="SMS" text="The prerequisite of direct SMS numbers." />
        <div class="page stack">
            <Switch
                label="Use SMS Chat"
                hint="Off: no text reaches a direct number. Numbers, owners and hours are kept."
                on
                on_change=move |wanted: bool| change(wanted)
            />
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
