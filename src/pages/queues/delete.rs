//! Asks before a queue is deleted, and lists what goes along (R40).

use domain::Intent;
use domain::ids::QueueId;
use leptos::prelude::*;

use super::queue_name;
use crate::parts::ask_delete::AskDelete;
use crate::session::Session;

/// The question.
#[component]
pub(super) fn DeleteQueue(queue: QueueId, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let name = queue_name(&session.workspace().read_untracked(), queue);
    view! {
        <AskDelete
            what=format!("queue {name}")
            intent=Intent::RemoveQueue { queue }
            alone="It has no numbers, and nothing else goes along with it."
            with_others="This goes along with it. Direct numbers stay in the list, unassigned."
            on_close
        />
    }
}
