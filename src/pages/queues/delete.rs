//! Asks before a queue is deleted, and lists what goes along (R40).

use domain::Intent;
use domain::ids::QueueId;
use domain::number::Owner;
use leptos::prelude::*;

use super::queue_name;
use crate::parts::ask_delete::AskDelete;
use crate::session::Session;

/// The question.
#[component]
pub(super) fn DeleteQueue(queue: QueueId, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let workspace = session.workspace();
    let workspace = workspace.read_untracked();
    let name = queue_name(&workspace, queue);
    let going = workspace.queue_with_those_under(queue).into_iter();
    let numbers = going.flat_map(|queue| {
        let direct = workspace.numbers_of(Owner::Queue(queue));
        direct.chain(workspace.inbound_of(queue))
    });
    let numbers: Vec<_> = numbers.map(|number| number.number).collect();
    view! {
        <AskDelete
            what=format!("queue {name}")
            intent=Intent::RemoveQueue { queue }
            alone="It has no numbers, and nothing else goes along with it."
            with_others="This goes along with it. Direct numbers stay in the list, unassigned."
            numbers
            on_close
        />
    }
}
