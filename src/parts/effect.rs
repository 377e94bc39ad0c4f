//! What a form does before it is saved: one text, live and with the form's changes, at a moment of one's choice.

mod kept;
mod moments;

use chrono::{DateTime, NaiveDateTime, Utc};
use domain::routing::{InboundText, Situation, route};
use domain::{PhoneNumber, Workspace};
use leptos::prelude::*;

use crate::parts::verdict::Verdict;
use crate::session::{Session, now};
use crate::ui::{Choice, Combobox, IconButton, IconName, Tag, TagKind, TextField};
use crate::words;
use moments::{Moment, moment_of};

/// Who writes, and what, in the texts that are tried.
const BODY: &str = "Hello, is somebody there?";
const SENDER: &str = "+12025550173";

/// The panel's content, which can be put away; the panel itself belongs to the page or the drawer.
#[component]
pub fn Effect(
    /// The numbers concerned. Give a memo.
    #[prop(into)]
    numbers: Signal<Vec<PhoneNumber>>,
    /// The configuration with the draft and the form in it; none while the form cannot be saved.
    #[prop(into)]
    after: Signal<Option<Workspace>>,
    /// That nothing is written yet: `Before Update`.
    before: &'static str,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let picked = RwSignal::new(None::<PhoneNumber>);
    let number = Memo::new(move |_| {
        let numbers = numbers.read();
        picked
            .get()
            .filter(|picked| numbers.contains(picked))
            .or(numbers.first().copied())
    });
    let moment = RwSignal::new(Moment::Now);
    let custom = RwSignal::new(String::new());
    let at = Memo::new(move |_| {
        let after = after.read();
        let draft = after.as_ref()?;
        let head = session.head();
        match moment.get() {
            Moment::Custom => {
                let zone = draft.settings().hours.zone();
                parse(&custom.read()).map(|local| zone.to_utc(local))
            }
            other => moment_of(other, &head.read().workspace, draft, number.get()?, now()),
        }
    });
    let shown = RwSignal::new(kept::is_shown());
    let turn = move || {
        shown.update(|shown| *shown = !*shown);
        kept::keep(shown.get_untracked());
    };
    let verb = Signal::derive(move || {
        if shown.get() {
            "Hide what this does".to_owned()
        } else {
            "Show what this does".to_owned()
        }
    });
    view! {
        <div class="between effect-head" class:closed=move || !shown.get()>
            <h2>"What this does"</h2>
            <Show when=move || shown.get()><Tag kind=TagKind::Draft word=before /></Show>
            <IconButton name=IconName::Chevron label=verb on_press=turn />
        </div>
        <Show when=move || shown.get()>
            <Tried numbers number picked moment custom at after />
        </Show>
    }
}

/// What is tried, and what comes of it.
#[component]
fn Tried(
    numbers: Signal<Vec<PhoneNumber>>,
    number: Memo<Option<PhoneNumber>>,
    picked: RwSignal<Option<PhoneNumber>>,
    moment: RwSignal<Moment>,
    custom: RwSignal<String>,
    at: Memo<Option<DateTime<Utc>>>,
    after: Signal<Option<Workspace>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let many = move || numbers.read().len() > 1;
    view! {
        <Show
            when=move || number.get().is_some()
            fallback=|| view! { <p class="muted">"No direct SMS number follows these settings yet."</p> }
        >
            <Show when=many fallback=move || view! { <p class="number">{move || printed(session, number.get())}</p> }>
                <NumberPicker numbers number picked />
            </Show>
            <Picks moment custom at />
            {move || answers(session, number.get()?, at.get(), after)}
        </Show>
    }
}

/// One of the numbers concerned.
#[component]
fn NumberPicker(
    numbers: Signal<Vec<PhoneNumber>>,
    number: Memo<Option<PhoneNumber>>,
    picked: RwSignal<Option<PhoneNumber>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let choices = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let choice = |&number: &PhoneNumber| {
            let record = workspace.number(number)?;
            let owner = record
                .owner()
                .map(|owner| workspace.owner_name(owner))
                .unwrap_or_default();
            Some(Choice::new(number.to_string(), record.printed()).detail(owner))
        };
        numbers.read().iter().filter_map(choice).collect::<Vec<_>>()
    });
    let choose = move |key: Option<String>| picked.set(key.and_then(|key| key.parse().ok()));
    view! {
        <Combobox
            label=Signal::derive(move || format!("Try one of {}", words::count(numbers.read().len(), "number", "numbers")))
            choices
            value=Signal::derive(move || number.get().map(|number| number.to_string()))
            on_change=choose
            empty="No number concerned has that"
        />
    }
}

/// When the text comes.
#[component]
fn Picks(
    moment: RwSignal<Moment>,
    custom: RwSignal<String>,
    at: Memo<Option<DateTime<Utc>>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = move || session.workspace().read().settings().hours.zone();
    let pick = move |key: Moment| {
        let choose = move |_| {
            if key == Moment::Custom {
                let start = at.get_untracked().unwrap_or_else(now);
                custom.set(untrack(zone).to_local(start).format(FORMAT).to_string());
            }
            moment.set(key);
        };
        view! {
            <button
                type="button"
                class="chip plain"
                class:pressed=move || moment.get() == key
                aria-pressed=move || if moment.get() == key { "true" } else { "false" }
                on:click=choose
            >
                {key.name()}
            </button>
        }
    };
    let error = Signal::derive(move || {
        parse(&custom.read())
            .is_none()
            .then(|| "write it as `2026-10-15 14:30`".to_owned())
    });
    view! {
        <div class="chips" role="group" aria-label="Try a text at">
            {Moment::ALL.map(pick).into_iter().collect_view()}
        </div>
        <Show when=move || moment.get() == Moment::Custom>
            <TextField label="Date and time" value=custom hint=Signal::derive(move || format!("{} time", untrack(zone).name())) error />
        </Show>
        {move || at.get().filter(|_| moment.get() != Moment::Custom).map(|at| view! { <p class="strong">{words::moment(at, zone())}</p> })}
    }
}

/// Live and draft, beside each other's words.
fn answers(
    session: Session,
    number: PhoneNumber,
    at: Option<DateTime<Utc>>,
    after: Signal<Option<Workspace>>,
) -> Option<AnyView> {
    let after = after.read();
    let Some(after) = after.as_ref() else {
        return Some(view! { <p class="muted">"Mend the form to see what it does."</p> }.into_any());
    };
    let Some(at) = at else {
        return Some(view! { <p class="muted">"There is no such moment within a year."</p> }.into_any());
    };
    let text = InboundText {
        to: number,
        from: SENDER.parse().ok()?,
        body: BODY,
        at,
    };
    let head = session.head();
    let head = head.read();
    let live = route(&head.workspace, &text, &Situation::default());
    let draft = route(after, &text, &Situation::default());
    let title = format!("Live, revision {}", head.revision);
    if live == draft {
        let workspace = after.clone();
        return Some(
            view! {
                <p class="muted">"Live and with this change alike."</p>
                <Verdict title="Live and with this change" draft=false body=BODY.to_owned() workspace decision=draft brief=true />
            }
            .into_any(),
        );
    }
    Some(
        view! {
            <Verdict title draft=false body=BODY.to_owned() workspace=head.workspace.clone() decision=live brief=true />
            <Verdict title="With this change" draft=true body=BODY.to_owned() workspace=after.clone() decision=draft brief=true />
        }
        .into_any(),
    )
}

fn printed(session: Session, number: Option<PhoneNumber>) -> Option<String> {
    let workspace = session.workspace();
    let workspace = workspace.read();
    let number = number?;
    // One that the form adds is not there yet.
    let printed = workspace.number(number).map(|record| record.printed());
    Some(printed.unwrap_or_else(|| number.to_string()))
}

const FORMAT: &str = "%Y-%m-%d %H:%M";

fn parse(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text.trim(), FORMAT).ok()
}
