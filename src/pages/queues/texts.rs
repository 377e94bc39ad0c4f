//! **SMS Chat System Messages**: **Enable after hour message** and its text (S3).

use domain::message::MessageText;
use leptos::prelude::*;

use crate::forms::queue::QueueInputs;
use crate::ui::{Checkbox, Switch, TextArea};

/// The section.
#[component]
pub(super) fn AfterHourMessage(
    inputs: QueueInputs,
    /// Whether there is a queue above to take it from.
    below: bool,
    /// What the queue above says, or that it says nothing.
    above: Signal<String>,
) -> impl IntoView {
    let error = Signal::derive(move || {
        let message = MessageText::try_from(inputs.message.get());
        let wanted = inputs.enabled.get() && inputs.tried.get();
        message.err().filter(|_| wanted).map(|error| error.to_string())
    });
    let inherit = move || {
        view! {
            <Checkbox
                label="Use the after hour message of the queue above"
                hint=above
                checked=inputs.inherits
                on_change=move |on: bool| inputs.inherits.set(on)
            />
        }
    };
    view! {
        {below.then(inherit)}
        <Show when=move || !inputs.inherits.get()>
            <Switch
                label="Enable after hour message"
                hint="Sent while the queue is closed; the text stays queued."
                on=inputs.enabled
                on_change=move |on: bool| inputs.enabled.set(on)
            />
            <Show when=move || inputs.enabled.get()>
                <TextArea label="After hour message" value=inputs.message error />
            </Show>
        </Show>
    }
}
