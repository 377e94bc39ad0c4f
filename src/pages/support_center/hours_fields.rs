//! The name of custom hours, and the queues that use them.

use domain::Workspace;
use leptos::prelude::*;

use crate::forms::hours::{HoursInputs, Which};
use crate::parts::members::Members;
use crate::session::Session;
use crate::ui::{Choice, TextField};

/// The name; that it is missing is an error once it was tried to go on.
#[component]
pub(super) fn HoursName(inputs: HoursInputs) -> impl IntoView {
    let error = Signal::derive(move || {
        let missing = inputs.tried.get() && inputs.name.read().trim().is_empty();
        missing.then(|| "enter a name for the hours".to_owned())
    });
    view! { <TextField label="Name" value=inputs.name hint="Such as Weekend desk" error /> }
}

/// The queues.
#[component]
pub(super) fn HoursQueues(inputs: HoursInputs) -> impl IntoView {
    let session = expect_context::<Session>();
    let choices = Memo::new(move |_| queue_choices(&session.workspace().read(), inputs.which));
    view! { <Members label="Queues with these hours" choices picked=inputs.queues /> }
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
