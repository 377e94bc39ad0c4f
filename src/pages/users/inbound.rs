//! **Direct Inbound**: the numbers of an agent (F6), and the personal queue where their chats wait (R71).

use domain::Workspace;
use domain::ids::UserId;
use domain::people::MAX_AGENT_NUMBERS;
use leptos::html;
use leptos::prelude::*;

use crate::forms::user::UserInputs;
use crate::parts::assigned::AssignedNumbers;
use crate::session::new_id;
use crate::session::personal_queue;
use crate::ui::{Banner, Button, ButtonSize, Checkbox, IconName, Tone, focus_first};
use crate::words;

/// The section.
#[component]
pub(super) fn DirectInbound(
    user: UserId,
    inputs: UserInputs,
    after: Memo<Option<Workspace>>,
) -> impl IntoView {
    let has_numbers = Memo::new(move |_| !inputs.numbers.read().is_empty());
    let is_agent = Memo::new(move |_| inputs.profile().is_agent());
    let locked = move || {
        view! {
            <Banner icon=IconName::Lock>"Only users with the Agent role have direct numbers."</Banner>
            <Show when=move || has_numbers.get()>
                <Checkbox
                    label=Signal::derive(move || {
                        format!("Release {} too", words::count(inputs.numbers.read().len(), "number", "numbers"))
                    })
                    hint="Without the Agent role nobody can keep direct numbers. Released ones stay direct, unassigned."
                    checked=inputs.profile().release
                    on_change=move |on: bool| inputs.profile().release.set(on)
                />
            </Show>
        }
    };
    view! {
        <Show when=move || is_agent.get() fallback=locked>
            <AssignedNumbers numbers=inputs.numbers button="+ Assign number" limit=MAX_AGENT_NUMBERS />
            <PersonalQueue user inputs after />
        </Show>
    }
}

/// Says so while an agent with a number has no queue of their own, and makes one with a click.
#[component]
fn PersonalQueue(user: UserId, inputs: UserInputs, after: Memo<Option<Workspace>>) -> impl IntoView {
    let lacks = Memo::new(move |_| {
        let after = after.read();
        let lacks = |after: &Workspace| !inputs.numbers.read().is_empty() && !after.has_personal_queue(user);
        after.as_ref().is_some_and(lacks)
    });
    let place = NodeRef::<html::Div>::new();
    // The pressed button goes: its place takes the focus.
    let set = move |queue| {
        inputs.queue.set(queue);
        request_animation_frame(move || {
            if let Some(place) = place.get_untracked() {
                focus_first(&place);
            }
        });
    };
    let make = move || {
        view! { <Button size=ButtonSize::Compact on_press=move || set(Some(new_id()))>"Create personal queue"</Button> }
    };
    let leave_out = move || {
        view! { <Button size=ButtonSize::Compact on_press=move || set(None)>"Leave it out"</Button> }
    };
    let hint = move || {
        if inputs.queue.read().is_some() {
            let name = personal_queue::name(&inputs.profile().name());
            view! {
                <Banner tone=Tone::Draft icon=IconName::Queue action=leave_out>
                    <b>{format!("Update creates the queue {name}. ")}</b>
                    "This agent alone is in it."
                </Banner>
            }
            .into_any()
        } else if lacks.get() {
            let name = inputs.profile().name();
            view! {
                <Banner tone=Tone::Warn action=make>
                    <b>{format!("{name} has no personal queue. ")}</b>
                    "Direct chats wait in a queue that belongs to the agent alone."
                </Banner>
            }
            .into_any()
        } else {
            ().into_any()
        }
    };
    view! { <div node_ref=place>{hint}</div> }
}
