//! The pencil: name, place, members, **Agent SMS deflections**, who is affected, **Update** (F10).

use domain::deflection::Level;
use domain::ids::TeamId;
use domain::number::Owner;
use leptos::prelude::*;

use super::affected::affected_view;
use super::deflections::Deflections;
use crate::forms::deflection::Own;
use crate::forms::drawer::FormDrawer;
use crate::forms::team::{TeamInputs, followers, in_force};
use crate::forms::update::{Update, on_draft};
use crate::parts::choices;
use crate::parts::level::LevelBadge;
use crate::parts::members::Members;
use crate::session::Session;
use crate::ui::{Combobox, Fold, TextField};
use crate::words;

const FORM: &str = "edit-team";

/// The drawer.
#[component]
pub fn EditTeam(
    /// Which.
    team: TeamId,
    /// It is closed.
    on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let inputs = TeamInputs::new(&session.workspace().read_untracked(), team);
    let after = on_draft(session, move || inputs.intents().ok());
    // While the form cannot be saved the badge still tells what it would be.
    let force = Memo::new(move |_| match after.read().as_ref() {
        Some(after) => in_force(after, team),
        None if inputs.deflection.own.get() == Own::Nothing => in_force(&session.workspace().read(), team),
        None => (Level::Team(team), None),
    });
    let affected = Memo::new(move |_| followers(&session.workspace().read(), team));
    let numbers = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let owned = |&user: &_| {
            workspace
                .numbers_of(Owner::Agent(user))
                .map(|number| number.number)
        };
        affected.read().0.iter().flat_map(owned).collect::<Vec<_>>()
    });
    let name = inputs.name.get_untracked();
    let update = Update {
        title: StoredValue::new(format!("update team {name}")),
        form: FORM,
        tried: inputs.deflection.tried,
        refusal: RwSignal::new(None),
        on_close,
    };
    let users = Memo::new(move |_| choices::users(&session.workspace().read()));
    let others = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let inside = workspace.team_with_sub_teams(team);
        let mut choices = choices::teams(&workspace);
        choices.retain(|choice| inside.iter().all(|team| team.to_string() != choice.key));
        choices
    });
    let members =
        Signal::derive(move || Some(words::count(inputs.members.read().len(), "member", "members")));
    let count = Signal::derive(move || Some(words::count(affected.read().0.len(), "agent", "agents")));
    view! {
        <FormDrawer
            title=format!("Edit team: {name}")
            detail=detail(session, team)
            update
            changed=Signal::derive(move || inputs.is_changed())
            intents=move || inputs.intents()
            numbers
            after
            before="Before Update"
        >
            <Fold title="Team" aside=Signal::derive(move || Some(inputs.name.get()))>
                <TextField label="Name" value=inputs.name hint="Without a colon" />
                <Combobox
                    label="Inside"
                    choices=others
                    value=inputs.parent
                    on_change={move |key: Option<String>| inputs.parent.set(key)}
                    placeholder="No team"
                    empty="No team matches"
                    hint="Its sub-teams go with it. Empty for a team of its own."
                />
            </Fold>
            <Fold title="Members" aside=members>
                <Members label="Users" choices=users picked=inputs.members />
            </Fold>
            <Fold
                title="Agent SMS deflections"
                open=true
                badge=move || view! { <LevelBadge level=Signal::derive(move || force.read().0) /> }
            >
                <Deflections team inputs force numbers />
            </Fold>
            <Fold title="Who is affected" open=true aside=count>
                {move || affected_view(session, &affected.read())}
            </Fold>
        </FormDrawer>
    }
}

/// `In Americas, 5 members`.
fn detail(session: Session, team: TeamId) -> String {
    let workspace = session.workspace();
    let workspace = workspace.read_untracked();
    let around = workspace.ancestry(team).nth(1);
    let around = around
        .map(|around| format!("In {}, ", around.name))
        .unwrap_or_default();
    let members = words::count(workspace.members(team).count(), "member", "members");
    format!("{around}{members}")
}
