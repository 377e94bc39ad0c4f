//! Routing preview: try a text, live and draft side by side, before anything is saved.

use chrono::{DateTime, NaiveDateTime, Utc};
use domain::routing::{AgentState, Decision, InboundText, Situation, route};
use domain::{PhoneNumber, Workspace, Zone};
use leptos::prelude::*;

use crate::pages::address::query_value;
use crate::parts::page_head::PageHead;
use crate::parts::verdict::Verdict;
use crate::paths::query;
use crate::session::Session;
use crate::ui::{Banner, Button, ButtonSize, Choice, Combobox, Select, TextArea, TextField, TextKind, Tone};

/// Agent situations by their key in the address.
const AGENT: [(&str, &str, AgentState); 6] = [
    ("available", "Available", AgentState::Available),
    ("full", "In-chat, at the limit", AgentState::AtCapacity),
    ("call", "On a call", AgentState::OnCall),
    ("missed", "Missed Chat", AgentState::MissedChat),
    ("unresponsive", "Unresponsive", AgentState::Unresponsive),
    ("out", "Signed out", AgentState::Unavailable),
];

/// A field whose value stands in the address.
fn field(key: &'static str, default: impl Fn() -> String) -> RwSignal<String> {
    let (given, set) = query_value(key);
    let value = RwSignal::new(
        Some(given.get_untracked())
            .filter(|given| !given.is_empty())
            .unwrap_or_else(default),
    );
    Effect::watch(
        move || value.get(),
        move |value, _, _| set.run((value.clone(),)),
        false,
    );
    value
}

/// The page.
#[component]
pub fn Preview() -> impl IntoView {
    let session = expect_context::<Session>();
    let start = session.workspace().get_untracked();
    let zone = start.settings().hours.zone();
    let first = move || {
        start
            .numbers()
            .find(|number| number.owner().is_some())
            .map(|number| number.number.to_string())
    };
    let to = field(query::TO, || first().unwrap_or_default());
    let from = field(query::FROM, || "+12025550173".to_owned());
    let body = field(query::TEXT, || "Is somebody there?".to_owned());
    let at = field(query::AT, || {
        zone.to_local(crate::session::now())
            .format("%Y-%m-%d %H:%M")
            .to_string()
    });
    let agent = field(query::AGENT, || "available".to_owned());
    let choices = Memo::new(move |_| numbers(&session.workspace().read()));
    let from_error = Signal::derive(move || {
        from.read()
            .parse::<PhoneNumber>()
            .err()
            .map(|error| error.to_string())
    });
    let at_error = Signal::derive(move || {
        moment(&at.read(), zone)
            .is_none()
            .then(|| "write it as `2026-10-15 14:30`".to_owned())
    });
    let ask = move |workspace: &Workspace| -> Option<Decision> {
        let body = body.read();
        let text = InboundText {
            to: to.read().parse().ok()?,
            from: from.read().parse().ok()?,
            body: &body,
            at: moment(&at.read(), zone)?,
        };
        let agent = AGENT
            .into_iter()
            .find(|(key, ..)| *key == agent.read().as_str())
            .map(|(.., state)| state);
        Some(route(
            workspace,
            &text,
            &Situation {
                agent: agent.unwrap_or_default(),
                ..Situation::default()
            },
        ))
    };
    let (revision, set_revision) = query_value(query::REVISION);
    // An old revision in the place of the live one, when the address names it.
    let past = Memo::new(move |_| {
        let wanted = revision.read().parse::<u64>().ok()?;
        (wanted != session.head().read().revision).then(|| (wanted, session.revision(wanted)))
    });
    let sides = move || answers(session, past, ask, &body.read());
    view! {
        <PageHead title="Routing preview" text="Try a text: who gets it, what the sender hears, and why." />
        <div class="page">
            <div class="trial">
                <form class="stack" aria-label="Try a text" on:submit=|event| event.prevent_default()>
                    <Combobox
                        label="Receiving number"
                        choices
                        value=Signal::derive(move || Some(to.get()).filter(|to| !to.is_empty()))
                        on_change={move |key: Option<String>| to.set(key.unwrap_or_default())}
                        empty="No such number"
                    />
                    <TextField label="Sender" kind=TextKind::Phone value=from error=from_error />
                    <TextArea label="Text" value=body rows=3 />
                    <TextField label="Received at" value=at hint=format!("{} time", zone.name()) error=at_error />
                    <Select
                        label="Agent is"
                        choices=Signal::derive(|| AGENT.map(|(key, label, _)| choice(key, label)).to_vec())
                        value=agent
                        on_change=move |key: String| agent.set(key)
                    />
                    <p class="hint">"Answers follow every keystroke. Nothing is sent."</p>
                </form>
                <div class="stack">
                    {move || past.read().is_some().then(|| view! {
                        <div>
                            <Button size=ButtonSize::Compact on_press=move || set_revision.run((String::new(),))>"Back to the live revision"</Button>
                        </div>
                    })}
                    {sides}
                </div>
            </div>
        </div>
    }
}

/// An old revision, or why it cannot be opened.
type Past = Option<(u64, Result<Workspace, String>)>;

/// The answers side by side: that of the live configuration, or of an old one in its place, and the draft's.
fn answers(
    session: Session,
    past: Memo<Past>,
    ask: impl Fn(&Workspace) -> Option<Decision>,
    body: &str,
) -> Option<AnyView> {
    let (old, head) = match past.get() {
        Some((_, Err(error))) => {
            return Some(view! { <Banner tone=Tone::Danger>{error}</Banner> }.into_any());
        }
        Some((revision, Ok(workspace))) => (Some(revision), workspace),
        None => (None, session.head().read().workspace.clone()),
    };
    let open = session.workspace().get();
    let live = ask(&head)?;
    let draft = ask(&open)?;
    let same = live == draft;
    let live_title = match old {
        Some(revision) => format!("Revision {revision}"),
        None => format!("Live, revision {}", session.head().read().revision),
    };
    let sentence = match (old, same) {
        (None, true) => "Live and draft answer alike.".to_owned(),
        (None, false) => "The draft changes the answer.".to_owned(),
        (Some(revision), true) => format!("Revision {revision} and the draft answer alike."),
        (Some(revision), false) => format!("Revision {revision} gave another answer than the draft."),
    };
    Some(
        view! {
            <Banner tone=Tone::Draft>{sentence}</Banner>
            <div class="sides">
                <Verdict title=live_title draft=false body=body.to_owned() workspace=head decision=live />
                <Verdict title="Draft" draft=true body=body.to_owned() workspace=open decision=draft />
            </div>
        }
        .into_any(),
    )
}

fn moment(text: &str, zone: Zone) -> Option<DateTime<Utc>> {
    NaiveDateTime::parse_from_str(text.trim(), "%Y-%m-%d %H:%M")
        .ok()
        .map(|local| zone.to_utc(local))
}

fn numbers(workspace: &Workspace) -> Vec<Choice> {
    let owner = |number: &domain::number::SmsNumber| number.owner().map(|owner| workspace.owner_name(owner));
    workspace
        .numbers()
        .map(|number| Choice {
            detail: owner(number).unwrap_or_default(),
            ..choice(&number.number.to_string(), &number.printed())
        })
        .collect()
}

fn choice(key: &str, label: &str) -> Choice {
    Choice::new(key, label)
}
