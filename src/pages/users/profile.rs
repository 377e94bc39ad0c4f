//! Who a user is: names, address, roles, teams (S7).

use leptos::prelude::*;

use crate::forms::profile::{ProfileInputs, role_names};
use crate::parts::choices;
use crate::parts::members::Members;
use crate::session::Session;
use crate::ui::{Checkbox, Icon, IconName, NumberField, TextField, TextKind};
use crate::words;

/// What is wrong with the fields.
#[derive(Clone, Copy)]
pub(super) struct Faults {
    pub(super) name: Signal<Option<String>>,
    pub(super) email: Signal<Option<String>>,
    pub(super) roles: Signal<Option<String>>,
    pub(super) concurrency: Signal<Option<String>>,
}

/// The fields.
#[component]
pub(super) fn Profile(
    inputs: ProfileInputs,
    faults: Faults,
    /// The focus goes to the first field.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let teams = Memo::new(move |_| choices::teams(&session.workspace().read()));
    view! {
        <div class="profile">
            <TextField label="First name" value=inputs.first_name error=faults.name autofocus />
            <TextField label="Last name" value=inputs.last_name />
            <TextField label="E-mail" kind=TextKind::Mail value=inputs.email error=faults.email />
            <TextField label="Alias" value=inputs.alias hint="What consumers see" />
            <TextField label="Agent ID" value=inputs.agent_number />
            <TextField label="Location" value=inputs.location hint="Exactly as the location is written" />
            <NumberField
                label="Chat concurrency"
                value=inputs.concurrency
                min=1
                max=i64::from(u16::MAX)
                hint="Chats at once; empty takes the chat settings' number"
                error=faults.concurrency
            />
        </div>
        <div class="member-lists">
            <Roles inputs error=faults.roles />
            <Members label="Teams" choices=teams picked=inputs.teams />
        </div>
    }
}

#[component]
fn Roles(inputs: ProfileInputs, error: Signal<Option<String>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let tick = move |name: String| {
        let held = name.clone();
        let checked = Signal::derive(move || inputs.roles.read().contains(&held));
        let label = name.clone();
        let change = move |on: bool| {
            inputs.roles.update(|roles| {
                if on {
                    roles.insert(name.clone());
                } else {
                    roles.remove(&name);
                }
            });
        };
        view! { <li><Checkbox label checked on_change=change /></li> }
    };
    let names = role_names(&session.workspace().read_untracked());
    view! {
        <fieldset class="field members">
            <legend class="label">"Roles"</legend>
            <ul>{names.into_iter().map(tick).collect_view()}</ul>
            {move || error.get().map(|error| view! {
                <span class="error" role="alert"><Icon name=IconName::Warn small=true /><span>{words::sentence(&error)}</span></span>
            })}
        </fieldset>
    }
}
