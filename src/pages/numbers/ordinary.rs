//! What an ordinary number is used for: the queue its texts land in, and who may send from it (R10, R36,
//! specification 2.4).

use domain::Workspace;
use domain::number::Owner;
use leptos::prelude::*;

use crate::forms::number::{NumberInputs, sender_key};
use crate::parts::choices;
use crate::parts::members::Members;
use crate::session::Session;
use crate::ui::{Checkbox, Choice, Combobox, Fold};
use crate::words;

/// The fields.
#[component]
pub(super) fn Ordinary(inputs: NumberInputs) -> impl IntoView {
    let session = expect_context::<Session>();
    let queues = Memo::new(move |_| choices::queues(&session.workspace().read()));
    let senders = Memo::new(move |_| senders(&session.workspace().read()));
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

/// All queues, then all agents, by name.
fn senders(workspace: &Workspace) -> Vec<Choice> {
    let queues = workspace.queues().map(|queue| {
        let key = sender_key(Owner::Queue(queue.id));
        Choice::new(key, format!("Queue: {}", queue.name))
    });
    let agents = workspace.users().filter(|user| user.is_agent()).map(|user| {
        let key = sender_key(Owner::Agent(user.id));
        Choice::new(key, format!("Agent: {}", user.name())).detail(&user.email)
    });
    let mut queues: Vec<_> = queues.collect();
    let mut agents: Vec<_> = agents.collect();
    for list in [&mut queues, &mut agents] {
        list.sort_by(|a, b| a.label.cmp(&b.label));
    }
    queues.append(&mut agents);
    queues
}
