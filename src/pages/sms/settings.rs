//! What stands under the switch: outbound SMS, the ends of chats with their texts, and the words that people text.

use domain::Workspace;
use domain::routing::{HELP, OPT_IN, OPT_OUT};
use domain::workspace::{DISMISSED_RESPONSE, MAX_MINUTES};
use leptos::prelude::*;

use crate::forms::sms::SmsInputs;
use crate::parts::message::MessageEditor;
use crate::session::Session;
use crate::ui::{NumberField, Pair, Pairs, Section, Switch, TextField};

/// The fields.
#[component]
pub(super) fn SmsFields(
    inputs: SmsInputs,
    /// The number that replies come from.
    from: Signal<String>,
) -> impl IntoView {
    view! {
        <Switch
            label="Outbound SMS"
            hint="On: agents may start SMS chats."
            on=inputs.outbound
            on_change=move |on: bool| inputs.outbound.set(on)
        />
        <Section title="When chats end">
            <Ends inputs />
        </Section>
        <Section title="An answer to a dismissed chat">
            <MessageEditor
                value=inputs.dismissed
                tried=false
                from
                label="Dismissed chat auto-response"
                when="To an answer after the dismissal"
                asked="Sorry, I was away."
                otherwise=DISMISSED_RESPONSE
                hint="The chat is taken up again, and this is sent. Empty sends the text in the preview."
            />
        </Section>
        <Section title="HELP and INFO">
            <MessageEditor
                value=inputs.contact
                tried=false
                from
                label="Support contact"
                when="To HELP or INFO"
                asked="HELP"
                hint="Who asks for help gets these contact details. Empty sends nothing."
            />
        </Section>
        <Section title="Words" text="No queue can be named like one of them.">
            <Words inputs />
        </Section>
    }
}

/// Expiration, timeout, dismissal.
#[component]
fn Ends(inputs: SmsInputs) -> impl IntoView {
    let max = i64::from(MAX_MINUTES);
    view! {
        <NumberField
            label="Chat expiration, in minutes"
            value=inputs.expiration
            min=1
            max
            hint="An incoming chat that nobody took up ends. Empty: never. A queue's own time comes first."
            error=error(inputs, SmsInputs::expiration_error)
        />
        <NumberField
            label="Chat timeout, in minutes"
            value=inputs.timeout
            min=1
            max
            hint="A chat in which nobody writes ends. Empty: never. A queue's own time comes first."
            error=error(inputs, SmsInputs::timeout_error)
        />
        <NumberField
            label="Dismissal timing, in minutes"
            value=inputs.dismissal
            min=1
            max
            hint="An incoming chat in which both have written goes quiet and is set aside. Empty: never. Not above the chat timeout."
            error=error(inputs, SmsInputs::dismissal_error)
        />
    }
}

/// The fixed words to read, the menu's words to change.
#[component]
fn Words(inputs: SmsInputs) -> impl IntoView {
    let hint = "With commas between them, each one word that is no command. Empty: no word does.";
    view! {
        <Pairs>
            <Pair term="Opt-out">{OPT_OUT.join(", ")}</Pair>
            <Pair term="Opt-in">{OPT_IN.join(", ")}</Pair>
            <Pair term="Help">{HELP.join(", ")}</Pair>
        </Pairs>
        <TextField
            label="One level back in the menu"
            value=inputs.back
            hint
            error=error(inputs, SmsInputs::back_error)
        />
        <TextField label="Out of the menu" value=inputs.exit hint error=error(inputs, SmsInputs::exit_error) />
    }
}

fn error(inputs: SmsInputs, of: fn(SmsInputs, &Workspace) -> Option<String>) -> Signal<Option<String>> {
    let session = expect_context::<Session>();
    Memo::new(move |_| of(inputs, &session.workspace().read())).into()
}
