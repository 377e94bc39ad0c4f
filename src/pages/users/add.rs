//! **Add users** (S7).

use domain::Intent;
use domain::ids::UserId;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::profile::{Faults, Profile};
use crate::forms::profile::{Field, ProfileInputs};
use crate::forms::update::{tried, write};
use crate::parts::closing::{Closing, DiscardQuestion};
use crate::session::{Session, new_id};
use crate::ui::{
    Button, ButtonKind, Dialog, DialogBody, DialogFoot, DialogSize, Refused, Toasts, focus_first_error,
};

/// The dialog.
#[component]
pub(super) fn AddUser(#[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let user: UserId = new_id();
    let inputs = ProfileInputs::new(None);
    // Errors show once Save was pressed, and go as soon as they are mended.
    let asked = RwSignal::new(false);
    let refusal = Memo::new(move |_| {
        let intents = inputs.added(user).ok()?;
        tried(&session.workspace().read(), &intents).err()
    });
    let about = move |field: Option<Field>| {
        Signal::derive(move || {
            let refusal = asked.get().then(|| refusal.get()).flatten()?;
            (Field::of(&refusal) == field).then(|| Field::said(&refusal))
        })
    };
    let faults = Faults {
        name: about(Some(Field::Name)),
        email: about(Some(Field::Email)),
        roles: about(Some(Field::Roles)),
        concurrency: Signal::derive(move || asked.get().then(|| inputs.concurrency_error()).flatten()),
    };
    let other = about(None);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        asked.set(true);
        let intents: Option<Vec<Intent>> = untrack(|| inputs.added(user)).ok();
        let name = untrack(|| inputs.name());
        let written = intents.map(|intents| write(session, format!("add user {name}"), intents));
        if let Some(Ok(_)) = written {
            toasts.done_with(format!("User {name} added to the draft"), "Undo", move || {
                session.undo();
            });
            on_close.run(());
            return;
        }
        let form: Option<web_sys::Element> = event.target().and_then(|form| form.dyn_into().ok());
        if let Some(form) = form {
            request_animation_frame(move || {
                focus_first_error(&form);
            });
        }
    };
    let written = move || {
        [
            inputs.first_name,
            inputs.last_name,
            inputs.email,
            inputs.alias,
            inputs.agent_number,
        ]
    };
    let changed = Signal::derive(move || written().iter().any(|field| !field.read().trim().is_empty()));
    let closing = Closing::new(changed, on_close);
    view! {
        <Dialog title="Add users" on_close=closing.ask() size=DialogSize::Wide focus_field=true>
            <form novalidate on:submit=save>
                <DialogBody>
                    <Profile inputs faults autofocus=true />
                    <Refused text=other />
                </DialogBody>
                <DialogFoot>
                    <Show
                        when=move || !closing.is_asking().get()
                        fallback=move || view! { <DiscardQuestion closing on_discard=on_close /> }
                    >
                        <Button on_press=on_close>"Cancel"</Button>
                        <Button kind=ButtonKind::Primary submit=true>"Save"</Button>
                    </Show>
                </DialogFoot>
            </form>
        </Dialog>
    }
}
