//! **Edit user**: **Direct Inbound** (F6) and **Agent SMS Deflections** (F11), written together by **Update** (R32).

use domain::deflection::Level;
use domain::ids::UserId;
use domain::people::MAX_AGENT_NUMBERS;
use leptos::prelude::*;

use super::deflections::Deflections;
use crate::forms::deflection::Own;
use crate::forms::update::{Update, tried};
use crate::forms::user::{InForce, UserInputs};
use crate::parts::assigned::AssignedNumbers;
use crate::parts::closing::{Closing, UpdateFoot};
use crate::parts::effect::Effect;
use crate::parts::level::LevelBadge;
use crate::session::Session;
use crate::ui::{Banner, Drawer, DrawerFoot, DrawerPanel, Fold, IconName, Toasts, Tone};

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
    let toasts = Toasts::from_context();
    let workspace = session.workspace().get_untracked();
    let Some(record) = workspace.user(user).cloned() else {
        return ().into_any();
    };
    let inputs = UserInputs::new(&workspace, user);
    let outcome = Memo::new(move |_| {
        let intents = inputs.intents().ok()?;
        Some(tried(&session.workspace().read(), &intents).map_err(|error| error.to_string()))
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
    let warnings = move || match outcome.read().as_ref() {
        Some(Ok((_, warnings))) => warnings.clone(),
        _ => Vec::new(),
    };
    let closing = Closing::new(Signal::derive(move || inputs.is_changed()), on_close);
    let is_agent = record.is_agent();
    let roles: Vec<_> = record
        .teams
        .iter()
        .filter_map(|&team| workspace.team(team))
        .map(|team| team.name.clone())
        .collect();
    let detail = [vec![record.email.clone()], roles].concat().join(", ");
    let count = Signal::derive(move || {
        Some(format!(
            "{} of {MAX_AGENT_NUMBERS} numbers",
            inputs.numbers.read().len()
        ))
    });
    let aside = Signal::derive(move || passed_over(session, &force.read()));
    view! {
        <Drawer
            title=format!("Edit user: {name}")
            detail
            on_close=closing.ask()
            form=FORM
            on_submit=move || update.run(session, toasts, untrack(|| inputs.intents()))
            form_name="Settings"
            panel_name="What this does"
        >
            <Fold title="Direct Inbound" open=true aside=count>
                {if is_agent {
                    view! { <AssignedNumbers numbers=inputs.numbers button="+ Assign number" limit=MAX_AGENT_NUMBERS /> }.into_any()
                } else {
                    view! { <Banner icon=IconName::Lock>"Only users with the Agent role have direct numbers."</Banner> }.into_any()
                }}
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
            {move || update.refusal.get().map(|text| view! { <Banner tone=Tone::Danger urgent=true>{text}</Banner> })}
            <DrawerPanel slot>
                <Effect numbers=inputs.numbers after before="Before Update" />
            </DrawerPanel>
            <DrawerFoot slot>
                <UpdateFoot closing form=FORM on_cancel=on_close />
            </DrawerFoot>
        </Drawer>
    }
    .into_any()
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
