//! The name of custom hours, and the entry point, languages and queues that use them.

use domain::Workspace;
use domain::queue::SmsQueue;
use leptos::prelude::*;

use super::languages::EntryAndLanguages;
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
    view! {
        <EntryAndLanguages offered picked=inputs.queues />
        <Members label="Queues with these hours" choices picked=inputs.queues />
    }
}

/// The queues that can have hours of their own, and those that have.
fn offered(workspace: &Workspace) -> Vec<&SmsQueue> {
    let queues = workspace.queues().map(|queue| &**queue);
    queues
        .filter(|queue| workspace.is_leaf(queue.id) || queue.hours.is_some())
        .collect()
}

/// The queues by name, each with the custom hours that it has so far.
fn queue_choices(workspace: &Workspace, which: Which) -> Vec<Choice> {
    let choice = |queue: &SmsQueue| {
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
    let mut choices: Vec<_> = offered(workspace).into_iter().map(choice).collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}
