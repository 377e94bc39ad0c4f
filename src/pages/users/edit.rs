//! **Edit user**: profile, **Direct Inbound** (F6) and **Agent SMS Deflections** (F11), written together by **Update**
//! (R32).

use domain::applied::Warning;
use domain::deflection::Level;
use domain::ids::UserId;
use domain::people::MAX_AGENT_NUMBERS;
use domain::{Refusal, Workspace};
use leptos::prelude::*;

use super::deflections::Deflections;
use super::inbound::DirectInbound;
use super::profile::{Faults, Profile};
use crate::forms::deflection::{Faulty, Own};
use crate::forms::drawer::FormDrawer;
use crate::forms::profile::{Field, ProfileInputs};
use crate::forms::update::{Update, tried};
use crate::forms::user::{InForce, UserInputs};
use crate::parts::level::LevelBadge;
use crate::session::Session;
use crate::ui::{Banner, Fold, Switch, Tone};

const FORM: &str = "edit-user";

/// The drawer.
#[component]
pub fn EditUser(
    /// Whom.
    user: UserId,
    /// It is closed.
    on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let workspace = session.workspace().get_untracked();
    let Some(record) = workspace.user(user).cloned() else {
        return ().into_any();
    };
    let inputs = UserInputs::new(&workspace, user);
    let outcome: Memo<Outcome> = Memo::new(move |_| {
        let intents = inputs.intents().ok()?;
        Some(tried(&session.workspace().read(), &intents))
    });
    let after = Memo::new(move |_| {
        outcome
            .read()
            .as_ref()?
            .as_ref()
            .ok()
            .map(|(copy, _)| copy.clone())
    });
    // While the form cannot be saved the badge still tells what it would be.
    let force = Memo::new(move |_| match after.read().as_ref() {
        Some(after) => InForce::of(after, user),
        None if inputs.deflection.own.get() == Own::Nothing => InForce::of(&session.workspace().read(), user),
        None => InForce {
            level: Level::User(user),
            reply: None,
            passed_over: Vec::new(),
        },
    });
    let name = record.name();
    let update = Update {
        title: StoredValue::new(format!("update user {name}")),
        form: FORM,
        tried: inputs.deflection.tried,
        refusal: RwSignal::new(None),
        on_close,
    };
    let warnings = move || outcome.read().as_ref().map(shown_warnings).unwrap_or_default();
    let faults = faults(inputs, outcome);
    let intents = move || match at_field(&outcome.read()) {
        Some(_) => Err(Faulty),
        None => inputs.intents(),
    };
    let teams: Vec<_> = record
        .teams
        .iter()
        .filter_map(|&team| workspace.team(team))
        .map(|team| team.name.clone())
        .collect();
    let detail = [vec![record.email.clone()], teams].concat().join(", ");
    let count = Signal::derive(move || {
        Some(format!(
            "{} of {MAX_AGENT_NUMBERS} numbers",
            inputs.numbers.read().len()
        ))
    });
    let aside = Signal::derive(move || passed_over(session, &force.read()));
    let profile = inputs.profile();
    view! {
        <FormDrawer
            title=format!("Edit user: {name}")
            detail
            update
            changed=Signal::derive(move || inputs.is_changed())
            intents=move || intents()
            numbers=inputs.numbers
            after
            before="Before Update"
        >
            <Fold title="Profile" aside=Signal::derive(move || Some(standing(profile)))>
                <Switch
                    label="Active"
                    hint="An inactive user cannot log in; texts to their numbers wait."
                    on=profile.active
                    on_change=move |on: bool| profile.active.set(on)
                />
                <Profile inputs=profile faults />
            </Fold>
            <Fold title="Direct Inbound" open=true aside=count>
                <DirectInbound user inputs after />
            </Fold>
            <Fold
                title="Agent SMS Deflections"
                open=true
                aside
                badge=move || view! { <LevelBadge level=Signal::derive(move || force.read().level) /> }
            >
                <Deflections user inputs force />
            </Fold>
            {move || warnings().iter().map(|warning| view! { <Banner tone=Tone::Warn>{format!("{warning}.")}</Banner> }).collect_view()}
        </FormDrawer>
    }
    .into_any()
}

/// What **Update** would make of the draft, as far as the form can be read.
type Outcome = Option<Result<(Workspace, Vec<Warning>), Refusal>>;

/// A refusal that belongs beside one of the profile's fields.
fn at_field(outcome: &Outcome) -> Option<(Field, String)> {
    let refusal = outcome.as_ref()?.as_ref().err()?;
    Some((Field::of(refusal)?, Field::said(refusal)))
}

/// What the profile's fields say once **Update** was pressed.
fn faults(inputs: UserInputs, outcome: Memo<Outcome>) -> Faults {
    let about = move |field: Field| {
        Signal::derive(move || {
            let tried = inputs.deflection.tried.get();
            let (at, text) = tried.then(|| at_field(&outcome.read())).flatten()?;
            (at == field).then_some(text)
        })
    };
    Faults {
        name: about(Field::Name),
        email: about(Field::Email),
        roles: about(Field::Roles),
        concurrency: Signal::derive(move || inputs.profile().concurrency_error()),
    }
}

/// All but the missing personal queue, which has a line of its own with the way to one.
fn shown_warnings(outcome: &Result<(Workspace, Vec<Warning>), Refusal>) -> Vec<Warning> {
    let warnings = outcome.iter().flat_map(|(_, warnings)| warnings);
    warnings
        .filter(|warning| !matches!(warning, Warning::NoPersonalQueue { .. }))
        .cloned()
        .collect()
}

/// `Inactive, Agent, Manager`.
fn standing(profile: ProfileInputs) -> String {
    let roles = profile.roles.read();
    let state = (!profile.active.get()).then_some("Inactive");
    let names = state.into_iter().chain(roles.iter().map(String::as_str));
    names.collect::<Vec<_>>().join(", ")
}

/// `Instead of Team: Americas Support, Global`.
fn passed_over(session: Session, force: &InForce) -> Option<String> {
    let workspace = session.workspace();
    let workspace = workspace.read();
    let names: Vec<_> = force
        .passed_over
        .iter()
        .map(|level| level.name(&workspace))
        .collect();
    (!names.is_empty()).then(|| format!("Instead of {}", names.join(", ")))
}
