//! **Agent After Hours Deflection** of a team, and **Reset to Global** (F10).

use domain::PhoneNumber;
use domain::deflection::{Level, Reply};
use domain::ids::TeamId;
use leptos::prelude::*;

use crate::forms::deflection::{DeflectionForm, Own, SourceBanner};
use crate::forms::team::{TeamInputs, in_force, level_above};
use crate::session::Session;

/// The section.
#[component]
pub(super) fn Deflections(
    team: TeamId,
    inputs: TeamInputs,
    force: Memo<(Level, Option<Reply>)>,
    numbers: Memo<Vec<PhoneNumber>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let own = inputs.deflection.own;
    let above = Memo::new(move |_| level_above(&session.workspace().read(), team));
    let text = Signal::derive(move || {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let above = above.get().name(&workspace);
        match (own.get(), force.read().0) {
            (Own::On, _) => format!("The team's own settings apply, instead of {above}."),
            (Own::Off, _) => format!("Nothing is deflected for this team, whatever {above} says."),
            (Own::Nothing, Level::Global) => "Global settings apply to this team.".to_owned(),
            (Own::Nothing, level) => {
                format!("The settings of {} apply to this team.", level.name(&workspace))
            }
        }
    });
    let reset = Signal::derive(move || {
        (own.get() != Own::Nothing).then(|| format!("Reset to {}", above.get().badge()))
    });
    let source = move || {
        let level = Signal::derive(move || force.read().0);
        view! { <SourceBanner level text reset on_reset=move || own.set(Own::Nothing) /> }
    };
    let live = Signal::derive(move || {
        let head = session.head();
        let head = head.read();
        in_force(&head.workspace, team).1.map(|reply| reply.schedule)
    });
    view! {
        <DeflectionForm
            inputs=inputs.deflection
            label="Agent After Hours Deflection"
            inherited=Signal::derive(move || force.read().1.clone())
            source
            live
            numbers
            nobody="The agents of this team have"
        />
    }
}
