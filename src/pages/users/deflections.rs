//! **Agent Permission** and **Agent after-hours deflection** of a user (F11).

use domain::deflection::Level;
use domain::ids::UserId;
use leptos::prelude::*;

use crate::forms::deflection::{DeflectionForm, Own, SourceBanner};
use crate::forms::user::{Going, InForce, UserInputs, level_above};
use crate::session::Session;
use crate::ui::{Button, ButtonSize, Checkbox};

/// The section.
#[component]
pub(super) fn Deflections(user: UserId, inputs: UserInputs, force: Memo<InForce>) -> impl IntoView {
    let session = expect_context::<Session>();
    let own = inputs.deflection.own;
    let above = Memo::new(move |_| level_above(&session.workspace().read(), user));
    let text = Signal::derive(move || {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let above = above.get().name(&workspace);
        match (own.get(), force.read().level) {
            (Own::On, _) => format!("The user's settings apply, instead of {above}."),
            (Own::Off, _) => format!("Nothing is deflected for this user, whatever {above} says."),
            (Own::Nothing, Level::Agent(_)) => "The agent's own choice applies.".to_owned(),
            (Own::Nothing, Level::Global) => "Global settings apply to this user.".to_owned(),
            (Own::Nothing, level) => {
                format!("The settings of {} apply to this user.", level.name(&workspace))
            }
        }
    });
    let reset = Signal::derive(move || {
        let own_block = own.get() != Own::Nothing || matches!(force.read().level, Level::Agent(_));
        own_block.then(|| format!("Reset to {}", above.get().badge()))
    });
    let revert = move || {
        let to_agent = own.get() == Own::Nothing && inputs.going.get() == Going::ToAgent;
        let shown = inputs.can_revert() && !to_agent && !matches!(force.read().level, Level::Agent(_));
        shown.then(|| view! {
            <div class="row wrap">
                <Button size=ButtonSize::Compact on_press=move || inputs.revert()>"Revert to agent settings"</Button>
                <span class="hint">"The agent has settings of their own, which these replace."</span>
            </div>
        })
    };
    let source = move || {
        view! {
            <SourceBanner level=Signal::derive(move || force.read().level) text reset on_reset=move || inputs.reset() />
            {revert}
        }
    };
    let live = Signal::derive(move || {
        let head = session.head();
        let head = head.read();
        InForce::of(&head.workspace, user)
            .reply
            .map(|reply| reply.schedule)
    });
    view! {
        <fieldset class="stack tight">
            <legend class="label">"Agent Permission"</legend>
            <Checkbox
                label="Allow agent to configure their own deflection options"
                checked=inputs.permission
                on_change=move |on: bool| inputs.permission.set(on)
                hint="What you set here stays in force until the agent saves settings of their own."
            />
        </fieldset>
        <hr />
        <DeflectionForm
            inputs=inputs.deflection
            label="Agent after-hours deflection"
            inherited=Signal::derive(move || force.read().reply.clone())
            source
            live
            numbers=inputs.numbers
            nobody="This user has"
        />
    }
}
