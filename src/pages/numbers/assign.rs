//! Several numbers at once to one agent or queue: whom, what each of them does then, and which cannot (R20, R28, R31).

use domain::PhoneNumber;
use domain::Workspace;
use domain::number::Owner;
use leptos::prelude::*;

use super::bulk::Question;
use super::trial::Action;
use crate::parts::choices;
use crate::session::Session;
use crate::ui::{Choice, Combobox};

/// The dialog.
#[component]
pub(super) fn AssignMany(
    /// Which numbers.
    numbers: Vec<PhoneNumber>,
    /// It was done.
    #[prop(into)]
    on_done: Callback<()>,
    /// It is closed.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let owners = Memo::new(move |_| owners(&session.workspace().read()));
    let chosen = RwSignal::new(None::<String>);
    let action = Signal::derive(move || {
        let owner = chosen.read().as_deref().and_then(choices::owner_of);
        owner.map(Action::Assign)
    });
    let choose = move || {
        view! {
            <Combobox
                label="Agent or queue"
                choices=owners
                value=chosen
                on_change={move |key: Option<String>| chosen.set(key)}
                placeholder="Search by name"
                empty="No agent or queue matches"
            />
        }
    };
    view! { <Question action numbers choose on_done on_close /> }
}

/// Who can get a number: active agents (R20), and queues without queues under them (R28).
fn owners(workspace: &Workspace) -> Vec<Choice> {
    choices::owners(workspace, |owner| match owner {
        Owner::Agent(agent) => workspace.user(agent).is_some_and(|user| user.active),
        Owner::Queue(queue) => workspace.is_leaf(queue),
    })
}
