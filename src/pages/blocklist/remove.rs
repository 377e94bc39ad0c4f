//! Asks before a number leaves the blocklist, and shows how its texts fare then (R74).

use domain::{Intent, PhoneNumber};
use leptos::prelude::*;

use super::answered;
use crate::forms::update::on_draft;
use crate::parts::effect::Effect;
use crate::session::Session;
use crate::ui::{Button, ButtonKind, Dialog, DialogBody, DialogFoot, Toasts};

/// The question.
#[component]
pub(super) fn AskUnblock(sender: PhoneNumber, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let after = on_draft(session, move || Some(vec![Intent::Unblock { sender }]));
    let numbers = Memo::new(move |_| answered(&session.workspace().read()));
    let remove = move || {
        match session.dispatch(Intent::Unblock { sender }) {
            Ok(_) => toasts.done_with(format!("{sender} is no longer blocked"), "Undo", move || {
                session.undo();
            }),
            Err(refusal) => toasts.failed(refusal.to_string()),
        }
        on_close.run(());
    };
    view! {
        <Dialog title=format!("Remove {sender}?") on_close>
            <DialogBody>
                <p>"Its calls and texts are handled again, like those of anybody else."</p>
                <Effect numbers after before="Before Remove" sender=Some(sender) />
            </DialogBody>
            <DialogFoot>
                <Button on_press=on_close>"Cancel"</Button>
                <Button kind=ButtonKind::Primary on_press=remove>"Remove"</Button>
            </DialogFoot>
        </Dialog>
    }
}
