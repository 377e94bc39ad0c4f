//! **Edit/View**: a queue's name, hours, **Inbound Phone Numbers**, agents and teams, messages, **Save** (F5, S3).

use domain::Workspace;
use domain::ids::QueueId;
use domain::message::MessageText;
use domain::number::Owner;
use domain::routing::recipients;
use leptos::prelude::*;

use super::numbers::InboundNumbers;
use super::speech::{Greeting, Reach, TimeoutFields, refusals};
use super::texts::AfterHourMessage;
use crate::forms::deflection::Faulty;
use crate::forms::drawer::FormDrawer;
use crate::forms::queue::QueueInputs;
use crate::forms::update::{Update, on_draft};
use crate::parts::choices;
use crate::parts::members::Members;
use crate::parts::message::replies_from;
use crate::session::Session;
use crate::ui::{Banner, Checkbox, Choice, Fold, IconName, Select, TextField, Tone};
use crate::words;

const FORM: &str = "edit-queue";

/// The drawer.
#[component]
pub(super) fn EditQueue(queue: QueueId, on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let workspace = session.workspace().get_untracked();
    let Some(record) = workspace.queue(queue).cloned() else {
        return ().into_any();
    };
    let (name, parent) = (record.name.clone(), record.parent);
    let leaf = workspace.is_leaf(queue);
    let inputs = QueueInputs::new(&workspace, record);
    let name_error = Memo::new(move |_| {
        let renaming = inputs.renaming()?;
        session
            .preview(&renaming)
            .err()
            .map(|refusal| refusal.to_string())
    });
    let more = inputs.more();
    let refusals = refusals(session, more);
    let intents = move || {
        let refused = [name_error, refusals.0, refusals.1]
            .iter()
            .any(|error| error.read().is_some());
        if refused { Err(Faulty) } else { inputs.intents() }
    };
    let after = on_draft(session, move || intents().ok());
    let numbers = Memo::new(move |_| inputs.numbers.get());
    let from = replies_from(numbers.into());
    let reached = Memo::new(move |_| {
        let after = after.read();
        let recipients = |after| recipients(after, Owner::Queue(queue)).len();
        after.as_ref().map(recipients)
    });
    let update = Update {
        title: StoredValue::new(format!("save queue {name}")),
        form: FORM,
        tried: inputs.tried,
        refusal: RwSignal::new(None),
        on_close,
    };
    let above = inherited(parent, Workspace::after_hour_message, "It sends nothing.");
    let greeting_above = inherited(parent, Workspace::greeting, "It has none.");
    let members = leaf.then(|| view! { <Serving inputs reached /> });
    let inbound = if leaf {
        view! { <InboundNumbers numbers=inputs.numbers /> }.into_any()
    } else {
        view! {
            <Banner icon=IconName::Lock>
                "This queue has queues under it. Direct numbers, agents and teams belong to one of those."
            </Banner>
        }
        .into_any()
    };
    let count =
        Signal::derive(move || leaf.then(|| words::count(inputs.numbers.read().len(), "number", "numbers")));
    view! {
        <FormDrawer
            title=format!("Queue: {name}")
            update
            verb="Save"
            changed=Signal::derive(move || inputs.is_changed())
            intents=move || intents()
            numbers
            after
            before="Before Save"
        >
            <Fold title="Queue">
                <TextField label="Name" value=inputs.name error=name_error hint="Not a command such as STOP" />
                <Hours inputs />
                <Reach more refusals />
                <Checkbox
                    label="Hidden in the menu"
                    hint="Its own numbers still lead to it."
                    checked=inputs.hidden
                    on_change=move |on: bool| inputs.hidden.set(on)
                />
            </Fold>
            <Fold title="Inbound Phone Numbers" open=true aside=count>{inbound}</Fold>
            {members}
            <Fold title="SMS Chat System Messages">
                <Greeting more below=parent.is_some() above=greeting_above tried=inputs.tried from />
                <hr />
                <AfterHourMessage inputs below=parent.is_some() above from />
            </Fold>
            <Fold title="Timeouts"><TimeoutFields more /></Fold>
        </FormDrawer>
    }
    .into_any()
}

/// A text of the queue above, or that it has none.
fn inherited(
    parent: Option<QueueId>,
    text: fn(&Workspace, QueueId) -> Option<&MessageText>,
    none: &'static str,
) -> Signal<String> {
    let session = expect_context::<Session>();
    Signal::derive(move || {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let text = parent.and_then(|above| text(&workspace, above));
        text.map_or(none, |text| text.as_str()).to_owned()
    })
}

/// General hours, or custom ones.
#[component]
fn Hours(inputs: QueueInputs) -> impl IntoView {
    let session = expect_context::<Session>();
    let choices = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let custom = workspace.all_custom_hours();
        let custom = custom.map(|hours| Choice::new(hours.id.to_string(), &hours.name));
        std::iter::once(Choice::new("", "General hours"))
            .chain(custom)
            .collect::<Vec<_>>()
    });
    view! {
        <Select
            label="Hours"
            choices
            value=inputs.hours
            on_change=move |key: String| inputs.hours.set(key)
        />
    }
}

/// Agents and teams, and whether anybody is reached.
#[component]
fn Serving(inputs: QueueInputs, reached: Memo<Option<usize>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let agents = Memo::new(move |_| choices::agents(&session.workspace().read()));
    let teams = Memo::new(move |_| choices::teams(&session.workspace().read()));
    let said = move || match reached.get() {
        None => ().into_any(),
        Some(0) => view! {
            <Banner tone=Tone::Warn>
                <b>"Nobody is reached. "</b>
                "Texts to this queue wait until it has an active agent, or a team with one."
            </Banner>
        }
        .into_any(),
        Some(agents) => {
            let agents = words::count(agents, "agent gets", "agents get");
            view! { <p class="hint">{format!("{agents} the texts of this queue: those who are active, sub-teams counted.")}</p> }
                .into_any()
        }
    };
    view! {
        <Fold title="Agents and teams" open=true>
            {said}
            <div class="member-lists">
                <Members label="Agents" choices=agents picked=inputs.agents />
                <Members label="Teams" choices=teams picked=inputs.teams />
            </div>
        </Fold>
    }
}
