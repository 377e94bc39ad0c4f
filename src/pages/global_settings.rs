//! Settings → Chat → Direct Numbers Global Settings (F8).

use domain::deflection::{Deflection, Level, effective};
use domain::number::Owner;
use domain::workspace::MAX_MINUTES;
use domain::{Intent, PhoneNumber, Workspace};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::forms::deflection::{DeflectionForm, DeflectionInputs, Faulty};
use crate::forms::reply_limit::reply_limit;
use crate::forms::update::{on_draft, write};
use crate::parts::effect::Effect;
use crate::parts::lock::Lockable;
use crate::parts::page_head::PageHead;
use crate::parts::reply::ReplySummary;
use crate::parts::save_bar::SaveBar;
use crate::session::{Address, Session};
use crate::ui::{NumberField, Toasts, focus_first_error};

/// The page.
#[component]
pub fn GlobalSettings() -> impl IntoView {
    view! {
        <PageHead
            title="Direct Numbers Global Settings"
            text="Who answers direct numbers after hours, where no team and no user has settings of their own."
        />
        <div class="page">
            <Lockable form=|| view! { <Form /> } saved=|| view! { <Saved /> } />
        </div>
    }
}

/// What is saved, to read, while the panel is locked (R48).
#[component]
fn Saved() -> impl IntoView {
    let session = expect_context::<Session>();
    move || {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let reply = workspace.global_deflection().and_then(Deflection::reply).cloned();
        reply.map(|reply| view! { <ReplySummary reply /> })
    }
}

/// The panel, with what it does beside it.
#[component]
fn Form() -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let stored = Memo::new(move |_| session.workspace().read().global_deflection().cloned());
    let zone = session.workspace().read_untracked().settings().hours.zone();
    let inputs = DeflectionInputs::new(stored.into(), zone);
    let stored_limit = Memo::new(move |_| session.workspace().read().settings().reply_limit_min);
    let limit = RwSignal::new(stored_limit.get_untracked().to_string());
    let limit_changed = move || reply_limit(&limit.read()) != Ok(stored_limit.get());
    let changed = Signal::derive(move || inputs.is_changed() || limit_changed());
    expect_context::<Address>().guard(changed);
    // Undo and redo change what is stored: a form that has nothing unsaved follows.
    Effect::watch(
        move || stored.get(),
        move |_, before, _| inputs.follow(before.and_then(Option::as_ref)),
        false,
    );
    let follow_limit = move |now: &u16, before: Option<&u16>, _| {
        if before.is_some_and(|before| reply_limit(&limit.read_untracked()) == Ok(*before)) {
            limit.set(now.to_string());
        }
    };
    Effect::watch(move || stored_limit.get(), follow_limit, false);
    let intents = move || -> Result<Vec<Intent>, Faulty> {
        let setting = inputs.setting()?.filter(|_| inputs.is_changed());
        let minutes = reply_limit(&limit.read()).map_err(|_| Faulty)?;
        let deflection = setting.map(|deflection| Intent::SetGlobalDeflection { deflection });
        let limit = limit_changed().then_some(Intent::SetReplyLimit { minutes });
        Ok(deflection.into_iter().chain(limit).collect())
    };
    let after = on_draft(session, move || intents().ok());
    let numbers = Memo::new(move |_| concerned(&session.workspace().read()));
    let live = Signal::derive(move || {
        let head = session.head();
        let head = head.read();
        let reply = head.workspace.global_deflection().and_then(Deflection::reply);
        reply.map(|reply| reply.schedule.clone())
    });
    let refusal = RwSignal::new(None::<String>);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        inputs.tried.set(true);
        refusal.set(None);
        let Ok(intents) = untrack(intents) else {
            let form = event_target::<web_sys::Element>(&event);
            // Once the fields have got their errors.
            request_animation_frame(move || {
                focus_first_error(&form);
            });
            return;
        };
        match write(
            session,
            "change Direct Numbers Global Settings".to_owned(),
            intents,
        ) {
            Ok(true) => {
                inputs.tried.set(false);
                toasts.done("Saved in the draft");
            }
            Ok(false) => {}
            Err(error) => refusal.set(Some(error.to_string())),
        }
    };
    let discard = move || {
        inputs.discard();
        limit.set(stored_limit.get_untracked().to_string());
    };
    view! {
        <div class="effect-split">
            <form class="stack" novalidate on:submit=save aria-label="Direct Numbers Global Settings">
                <DeflectionForm
                    inputs
                    label="Global SMS after-hours deflection"
                    inherited=Signal::stored(None)
                    live
                    numbers
                />
                <NumberField
                    label="Reply limit, in minutes"
                    value=limit
                    min=0
                    max=i64::from(MAX_MINUTES)
                    hint="A sender gets at most one message from a number within this time, so that two answering machines never go on for ever. 10 unless changed; 0 answers every text."
                    error=Signal::derive(move || reply_limit(&limit.read()).err().map(|error| error.to_string()))
                />
                <SaveBar
                    label="Save Direct Numbers Global Settings"
                    changed
                    refusal
                    on_discard=discard
                />
            </form>
            <Effect numbers after before="Before saving" />
        </div>
    }
}

/// Numbers that follow the global setting: of agents who inherit it, and of queues.
fn concerned(workspace: &Workspace) -> Vec<PhoneNumber> {
    let follows = |owner: Owner| match owner {
        Owner::Agent(agent) => effective(workspace, agent).level == Level::Global,
        Owner::Queue(_) => true,
    };
    let numbers = workspace
        .numbers()
        .filter(|number| number.owner().is_some_and(follows));
    numbers.map(|number| number.number).collect()
}
