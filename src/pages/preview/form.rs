//! The text to try: the fields.

use domain::Workspace;
use leptos::prelude::*;

use super::inputs::Inputs;
use super::picks::Picks;
use crate::parts::try_text::{AGENT, CHAT, SENDER};
use crate::parts::zone::ZonePicker;
use crate::session::Session;
use crate::ui::{Choice, Combobox, Select, TextArea, TextField, TextKind};

/// The form; it has no button, since answers follow every keystroke.
#[component]
pub(super) fn TrialForm(inputs: Inputs) -> impl IntoView {
    let session = expect_context::<Session>();
    let Inputs {
        to,
        from,
        body,
        at,
        agent,
        chat,
        sender,
        ..
    } = inputs;
    let choices = Memo::new(move |_| numbers(&session.workspace().read()));
    let company = session.workspace().read_untracked().settings().hours.zone();
    let zone = Signal::derive(move || inputs.zone().unwrap_or(company));
    let agents = AGENT.map(|(key, label, _)| Choice::new(key, label)).to_vec();
    let chats = CHAT.map(|(key, label, _)| Choice::new(key, label)).to_vec();
    let senders = SENDER.map(|(key, label)| Choice::new(key, label)).to_vec();
    view! {
        <form class="stack" aria-label="Try a text" on:submit=|event| event.prevent_default()>
            <Combobox
                label="Receiving number"
                choices
                value=Signal::derive(move || Some(to.get()).filter(|to| !to.is_empty()))
                on_change={move |key: Option<String>| to.set(key.unwrap_or_default())}
                empty="No such number"
            />
            <TextField label="Sender" kind=TextKind::Phone value=from error=Signal::derive(move || inputs.sender_error()) />
            <TextArea label="Text" value=body rows=3 />
            <TextField
                label="Received at"
                value=at
                hint=Signal::derive(move || inputs.at_hint())
                error=Signal::derive(move || inputs.at_error())
            />
            <ZonePicker value=zone on_change=move |zone: domain::Zone| inputs.zone.set(zone.name().to_owned()) />
            <Picks inputs />
            <Select label="Agent is" choices=Signal::stored(agents) value=agent on_change=move |key: String| agent.set(key) />
            <Select label="Chat between the two" choices=Signal::stored(chats) value=chat on_change=move |key: String| chat.set(key) />
            <Select label="Sender is" choices=Signal::stored(senders) value=sender on_change=move |key: String| sender.set(key) />
            <p class="hint">"Answers follow every keystroke. Nothing is sent."</p>
        </form>
    }
}

fn numbers(workspace: &Workspace) -> Vec<Choice> {
    let owner = |number: &domain::number::SmsNumber| number.owner().map(|owner| workspace.owner_name(owner));
    workspace
        .numbers()
        .map(|number| {
            Choice::new(number.number.to_string(), number.printed()).detail(owner(number).unwrap_or_default())
        })
        .collect()
}
