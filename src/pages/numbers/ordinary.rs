//! What an ordinary number is used for: the queue its texts land in, and who may send from it (R10, R36,
//! specification 2.4).

use leptos::prelude::*;

use crate::forms::number::NumberInputs;
use crate::parts::choices;
use crate::parts::members::Members;
use crate::session::Session;
use crate::ui::{Checkbox, Combobox, Fold};
use crate::words;

/// The fields.
#[component]
pub(super) fn Ordinary(inputs: NumberInputs) -> impl IntoView {
    let session = expect_context::<Session>();
    let queues = Memo::new(move |_| choices::queues(&session.workspace().read()));
    let senders = Memo::new(move |_| choices::owners(&session.workspace().read(), |_| true));
    let uses = Signal::derive(move || {
        let senders = inputs.outbound.read().len();
        Some(if senders == 0 {
            "nobody".to_owned()
        } else {
            words::digits(senders)
        })
    });
    let verify = (!inputs.was_verified()).then(|| {
        view! {
            <Checkbox
                label="Mark as verified"
                hint="Only a verified number can lead to a queue."
                checked=inputs.verified
                on_change=move |on: bool| inputs.verified.set(on)
            />
        }
    });
    view! {
        {verify}
        <Combobox
            label="Inbound queue"
            choices=queues
            value=inputs.inbound
            on_change={move |key: Option<String>| inputs.inbound.set(key)}
            placeholder="No queue"
            empty="No queue matches"
            hint="The menu tree that texts to this number enter. Empty when nobody answers them."
            disabled=Signal::derive(move || !inputs.verified.get())
        />
        <Fold title="Outbound uses" aside=uses>
            <Members label="May send from this number" choices=senders picked=inputs.outbound />
        </Fold>
    }
}
