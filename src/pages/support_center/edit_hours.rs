//! The pencil of hours and **Add Custom Operation Hours**: name, zone, days, holidays, queues (S4).

use domain::Workspace;
use leptos::prelude::*;

use crate::forms::drawer::FormDrawer;
use crate::forms::hours::{HoursInputs, Which};
use crate::forms::update::{Update, on_draft};
use crate::parts::members::Members;
use crate::parts::schedule::ScheduleEditor;
use crate::session::Session;
use crate::ui::{Choice, Fold, TextField};
use crate::words;

const FORM: &str = "edit-hours";

/// The drawer.
#[component]
pub(super) fn EditHours(which: Which, on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let inputs = HoursInputs::new(&session.workspace().read_untracked(), which);
    let stored_name = inputs.name.get_untracked();
    let (title, change, verb) = match which {
        Which::General => (
            "General hours".to_owned(),
            "change the general hours".to_owned(),
            "Apply",
        ),
        Which::New(_) => (
            "Add Custom Operation Hours".to_owned(),
            "add custom operation hours".to_owned(),
            "Finish",
        ),
        Which::Custom(_) => (
            format!("Custom hours: {stored_name}"),
            format!("change custom hours {stored_name}"),
            "Apply",
        ),
    };
    let after = on_draft(session, move || inputs.intents().ok());
    let numbers = Memo::new(move |_| inputs.numbers(&session.workspace().read()));
    let live = Signal::derive(move || {
        let head = session.head();
        let head = head.read();
        match which {
            Which::General => Some(head.workspace.settings().hours.clone()),
            Which::New(_) => None,
            Which::Custom(id) => head
                .workspace
                .custom_hours(id)
                .map(|hours| hours.schedule.clone()),
        }
    });
    let update = Update {
        title: StoredValue::new(change),
        form: FORM,
        tried: inputs.tried,
        refusal: RwSignal::new(None),
        on_close,
    };
    let custom = which != Which::General;
    let before = if verb == "Finish" {
        "Before Finish"
    } else {
        "Before Apply"
    };
    view! {
        <FormDrawer
            title
            detail=(!custom).then(|| "Every queue that no custom hours name takes these.".to_owned())
            update
            verb
            changed=Signal::derive(move || inputs.is_changed())
            intents=move || inputs.intents()
            numbers
            after
            before
        >
            {custom.then(|| view! { <Name inputs /> })}
            <Fold title="Hours and holidays" open=true>
                <ScheduleEditor inputs=inputs.schedule live remarks=false />
            </Fold>
            {custom.then(|| view! { <Queues inputs /> })}
        </FormDrawer>
    }
}

#[component]
fn Name(inputs: HoursInputs) -> impl IntoView {
    let error = Signal::derive(move || {
        let missing = inputs.tried.get() && inputs.name.read().trim().is_empty();
        missing.then(|| "enter a name for the hours".to_owned())
    });
    view! {
        <Fold title="Custom hours" open=true>
            <TextField label="Name" value=inputs.name hint="Such as Weekend desk" error />
        </Fold>
    }
}

/// The queues that use the hours.
#[component]
fn Queues(inputs: HoursInputs) -> impl IntoView {
    let session = expect_context::<Session>();
    let choices = Memo::new(move |_| queue_choices(&session.workspace().read(), inputs.which));
    let aside = Signal::derive(move || Some(words::count(inputs.queues.read().len(), "queue", "queues")));
    view! {
        <Fold title="Queues" open=true aside>
            <Members label="Queues with these hours" choices picked=inputs.queues />
        </Fold>
    }
}

/// The queues by name, each with the custom hours that it has so far.
fn queue_choices(workspace: &Workspace, which: Which) -> Vec<Choice> {
    let choice = |queue: &std::sync::Arc<domain::queue::SmsQueue>| {
        let mut path: Vec<_> = workspace
            .queue_ancestry(queue.id)
            .map(|queue| queue.name.as_str())
            .collect();
        path.reverse();
        let path = path.join(" › ");
        let other = queue
            .hours
            .filter(|&id| which != Which::Custom(id))
            .and_then(|id| workspace.custom_hours(id));
        let label = match other {
            Some(other) => format!("{path} (now {})", other.name),
            None => path,
        };
        Choice::new(queue.id.to_string(), label)
    };
    let mut choices: Vec<_> = workspace
        .queues()
        .filter(|queue| workspace.is_leaf(queue.id) || queue.hours.is_some())
        .map(choice)
        .collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}
