//! Agent's own settings: what an agent with the permission sees of their deflection (F12).

use domain::deflection::{Deflection, Level, effective};
use domain::ids::UserId;
use domain::number::Owner;
use domain::{Intent, Refusal, Workspace};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::forms::deflection::{DeflectionForm, DeflectionInputs, Own, SourceBanner};
use crate::forms::update::on_draft;
use crate::forms::user::InForce;
use crate::pages::address::query_value;
use crate::parts::effect::Effect;
use crate::parts::page_head::PageHead;
use crate::parts::reply::ReplySummary;
use crate::parts::save_bar::SaveBar;
use crate::paths::{Page, query};
use crate::session::{Address, Session};
use crate::ui::{
    Banner, ButtonSize, Choice, Combobox, EmptyState, IconName, LinkButton, Section, Toasts,
    focus_first_error,
};

/// What there is to see.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    /// Nobody is chosen.
    Nobody,
    /// The agent may not configure anything, and why.
    Locked(UserId, Refusal),
    /// The agent's form.
    Form(UserId),
}

/// The page.
#[component]
pub fn OwnSettings() -> impl IntoView {
    let session = expect_context::<Session>();
    let (agent, set_agent) = query_value(query::AS);
    let changed = RwSignal::new(false);
    let shown = Memo::new(move |_| shown(&session.workspace().read(), &agent.read()));
    let choices = Memo::new(move |_| agents(&session.workspace().read()));
    let chosen = Signal::derive(move || match shown.get() {
        Shown::Nobody => None,
        Shown::Locked(user, _) | Shown::Form(user) => Some(user.to_string()),
    });
    let choose = move |key: Option<String>| set_agent.run((key.unwrap_or_default(),));
    let hint = Signal::derive(move || {
        let words = if changed.get() {
            "Save or discard the changes before you look as somebody else."
        } else {
            "What is saved here is the agent's own choice, as if saved in the chat adapter."
        };
        Some(words.to_owned())
    });
    let body = move || {
        match shown.get() {
        Shown::Nobody => view! {
            <EmptyState
                icon=IconName::User
                title="Choose an agent"
                text="The page shows what that agent sees: own hours, holidays and message, where an admin allows it."
            />
        }
        .into_any(),
        Shown::Locked(user, refusal) => view! { <Locked user refusal /> }.into_any(),
        Shown::Form(user) => view! { <Form user changed /> }.into_any(),
    }
    };
    view! {
        <PageHead
            title="Agent's own settings"
            text="What an agent sees who may configure their own deflection options."
        />
        <div class="page stack loose">
            <div class="look-as">
                <Combobox
                    label="Look as"
                    choices
                    value=chosen
                    on_change=choose
                    empty="No agent has that name"
                    placeholder="Name of an agent"
                    disabled=changed
                    hint
                />
            </div>
            {body}
        </div>
    }
}

/// What the engine says to a first setting of the agent decides what there is to see (S121).
fn shown(workspace: &Workspace, agent: &str) -> Shown {
    let agent = agent.parse().ok().filter(|&user| workspace.user(user).is_some());
    let Some(user) = agent else {
        return Shown::Nobody;
    };
    let probe = Intent::SetOwnDeflection {
        user,
        deflection: Deflection::Off { kept: None },
    };
    match workspace.clone().apply(&probe) {
        Ok(_) => Shown::Form(user),
        Err(refusal) => Shown::Locked(user, refusal),
    }
}

/// The agents by name.
fn agents(workspace: &Workspace) -> Vec<Choice> {
    let choice = |user: &std::sync::Arc<domain::people::User>| {
        let detail = if user.may_configure_own {
            "may configure their own"
        } else {
            ""
        };
        Choice::new(user.id.to_string(), user.name()).detail(detail)
    };
    let agents = workspace.users().filter(|user| user.is_agent());
    let mut choices: Vec<_> = agents.map(choice).collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}

/// Why there is nothing to configure, the way to the permission, and what applies.
#[component]
fn Locked(user: UserId, refusal: Refusal) -> impl IntoView {
    let session = expect_context::<Session>();
    let id = user.to_string();
    let way = move || {
        let href = Page::Users.with(&[(query::EDIT, &id)]);
        view! { <LinkButton href size=ButtonSize::Compact>"Edit user"</LinkButton> }
    };
    let applies = move || {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let effective = effective(&workspace, user);
        match effective.reply() {
            Some(reply) => view! { <ReplySummary reply=reply.clone() /> }.into_any(),
            None => view! { <p class="muted">"Nothing is deflected."</p> }.into_any(),
        }
    };
    view! {
        <Banner icon=IconName::Lock action=way>
            <b>"Own settings are not available: "</b>
            {refusal.to_string()}
            "."
        </Banner>
        <Section title="What applies">{applies}</Section>
    }
}

/// The agent's form, with what it does beside it.
#[component]
fn Form(user: UserId, changed: RwSignal<bool>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let stored = Memo::new(move |_| own(&session.workspace().read(), user));
    let zone = session.workspace().read_untracked().settings().hours.zone();
    let inputs = DeflectionInputs::new(stored.into(), zone);
    let unsaved = Signal::derive(move || inputs.is_changed());
    expect_context::<Address>().guard(unsaved);
    Effect::new(move |_| changed.set(unsaved.get()));
    on_cleanup(move || {
        let _ = changed.try_set(false);
    });
    // Undo and redo change what is stored: a form that has nothing unsaved follows.
    Effect::watch(
        move || stored.get(),
        move |_, before, _| inputs.follow(before.and_then(Option::as_ref)),
        false,
    );
    let intents = move || -> Option<Vec<Intent>> {
        let setting = inputs.setting().ok()?.filter(|_| inputs.is_changed());
        let deflection = setting.map(|deflection| Intent::SetOwnDeflection { user, deflection });
        Some(deflection.into_iter().collect())
    };
    let after = on_draft(session, intents);
    // While the form cannot be saved, what it says still is the agent's.
    let force = Memo::new(move |_| match after.read().as_ref() {
        Some(after) => InForce::of(after, user),
        None => InForce {
            level: Level::Agent(user),
            reply: None,
            passed_over: Vec::new(),
        },
    });
    let numbers = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let numbers = workspace.numbers_of(Owner::Agent(user));
        numbers.map(|number| number.number).collect::<Vec<_>>()
    });
    let live = Signal::derive(move || {
        let head = session.head();
        let head = head.read();
        let reply = InForce::of(&head.workspace, user).reply;
        reply.map(|reply| reply.schedule)
    });
    let refusal = RwSignal::new(None::<String>);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        inputs.tried.set(true);
        refusal.set(None);
        let Some(intents) = untrack(intents) else {
            let form = event_target::<web_sys::Element>(&event);
            // Once the fields have got their errors.
            request_animation_frame(move || {
                focus_first_error(&form);
            });
            return;
        };
        for intent in intents {
            match session.dispatch(intent) {
                Ok(_) => {
                    inputs.tried.set(false);
                    toasts.done("Saved in the draft");
                }
                Err(error) => refusal.set(Some(error.to_string())),
            }
        }
    };
    let text =
        Signal::derive(move || source(&session.workspace().read(), inputs.own.get(), force.read().level));
    let banner = move || {
        let level = Signal::derive(move || force.read().level);
        view! { <SourceBanner level text reset=Signal::stored(None::<String>) on_reset=|| () /> }
    };
    view! {
        <div class="effect-split">
            <form class="stack" novalidate on:submit=save aria-label="Agent's own settings">
                <DeflectionForm
                    inputs
                    label="After hours deflection"
                    inherited=Signal::derive(move || force.read().reply.clone())
                    source=banner
                    live
                    numbers
                    nobody="You have"
                />
                <SaveBar
                    label="Save chat availability hours"
                    changed=unsaved
                    refusal
                    on_discard=move || inputs.discard()
                />
            </form>
            <Effect numbers after before="Before saving" />
        </div>
    }
}

/// The agent's own setting while it is in force; one that an admin has replaced is not shown (R62).
fn own(workspace: &Workspace, user: UserId) -> Option<Deflection> {
    let in_force = effective(workspace, user).level == Level::Agent(user);
    let own = workspace.user(user)?.own_deflection.clone();
    own.filter(|_| in_force)
}

/// Whose settings apply, said to the agent.
fn source(workspace: &Workspace, own: Own, level: Level) -> String {
    match (own, level) {
        (Own::On, _) => "Your own hours and message apply.".to_owned(),
        (Own::Off, _) => "Nothing is deflected for you, whatever others have set.".to_owned(),
        (Own::Nothing, Level::Global) => "Global settings apply to you.".to_owned(),
        (Own::Nothing, Level::User(_)) => {
            "An admin's settings apply to you. What you save here replaces them.".to_owned()
        }
        (Own::Nothing, level) => format!("The settings of {} apply to you.", level.name(workspace)),
    }
}
