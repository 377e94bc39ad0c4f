//! **SMS Chat System Messages**: **Enable after hour message** and its text (S3).

use leptos::prelude::*;

use crate::forms::queue::QueueInputs;
use crate::parts::message::MessageEditor;
use crate::ui::{Checkbox, Switch};

/// The section.
#[component]
pub(super) fn AfterHourMessage(
    inputs: QueueInputs,
    /// Whether there is a queue above to take it from.
    below: bool,
    /// What the queue above says, or that it says nothing.
    above: Signal<String>,
    /// The number that the text comes from.
    from: Signal<String>,
) -> impl IntoView {
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
                <MessageEditor
                    value=inputs.message
                    tried=inputs.tried
                    from
                    label="After hour message"
                    when="While the queue is closed"
                />
            </Show>
        </Show>
    }
}
