//! What is tried: one of the numbers concerned, and when the text comes.

use chrono::{DateTime, NaiveDateTime, Utc};
use domain::{PhoneNumber, Workspace};
use leptos::prelude::*;

use super::moments::{Moment, moment_of};
use super::texts::TriedText;
use crate::session::{Session, now};
use crate::ui::{Choice, Combobox, TextField};
use crate::words;

const FORMAT: &str = "%Y-%m-%d %H:%M";

/// What is picked, and what that means for the form as it stands.
#[derive(Clone, Copy)]
pub(super) struct Picks {
    /// The numbers to choose from.
    pub(super) numbers: Signal<Vec<PhoneNumber>>,
    /// The one chosen while it is among them, else the first.
    pub(super) number: Memo<Option<PhoneNumber>>,
    /// When the text comes; none while that cannot be told.
    pub(super) at: Memo<Option<DateTime<Utc>>>,
    /// What it says.
    pub(super) text: RwSignal<TriedText>,
    after: Signal<Option<Workspace>>,
    chosen: RwSignal<Option<PhoneNumber>>,
    moment: RwSignal<Moment>,
    /// The date and time written for `Moment::Custom`.
    custom: RwSignal<String>,
}

impl Picks {
    pub(super) fn new(numbers: Signal<Vec<PhoneNumber>>, after: Signal<Option<Workspace>>) -> Self {
        let session = expect_context::<Session>();
        let chosen = RwSignal::new(None::<PhoneNumber>);
        let number = Memo::new(move |_| {
            let numbers = numbers.read();
            let chosen = chosen.get().filter(|chosen| numbers.contains(chosen));
            chosen.or(numbers.first().copied())
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
        Self {
            numbers,
            number,
            at,
            text: RwSignal::new(TriedText::PLAIN),
            after,
            chosen,
            moment,
            custom,
        }
    }
}

/// One of the numbers concerned.
#[component]
pub(super) fn NumberPicker(picks: Picks) -> impl IntoView {
    let session = expect_context::<Session>();
    let numbers = picks.numbers;
    let choices = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let after = picks.after.read();
        let choice = |&number: &PhoneNumber| {
            // One that the form adds is not in the draft yet.
            let mut here = std::iter::once(&*workspace).chain(after.as_ref());
            let (workspace, record) =
                here.find_map(|workspace| Some((workspace, workspace.number(number)?)))?;
            let owner = record.owner();
            let owner = owner.map(|owner| workspace.owner_name(owner)).unwrap_or_default();
            Some(Choice::new(number.to_string(), record.printed()).detail(owner))
        };
        numbers.read().iter().filter_map(choice).collect::<Vec<_>>()
    });
    let choose = move |key: Option<String>| picks.chosen.set(key.and_then(|key| key.parse().ok()));
    view! {
        <Combobox
            label=Signal::derive(move || format!("Try one of {}", words::count(numbers.read().len(), "number", "numbers")))
            choices
            value=Signal::derive(move || picks.number.get().map(|number| number.to_string()))
            on_change=choose
            empty="No number concerned has that"
        />
    }
}

/// When the text comes.
#[component]
pub(super) fn Moments(picks: Picks) -> impl IntoView {
    let session = expect_context::<Session>();
    let Picks {
        at, moment, custom, ..
    } = picks;
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
        let unread = parse(&custom.read()).is_none();
        unread.then(|| "write it as `2026-10-15 14:30`".to_owned())
    });
    let hint = Signal::derive(move || format!("{} time", untrack(zone).name()));
    let shown = move || at.get().filter(|_| moment.get() != Moment::Custom);
    view! {
        <div class="chips" role="group" aria-label="Try a text at">
            {Moment::ALL.map(pick).into_iter().collect_view()}
        </div>
        <Show when=move || moment.get() == Moment::Custom>
            <TextField label="Date and time" value=custom hint error />
        </Show>
        {move || shown().map(|at| view! { <p class="strong">{words::moment(at, zone())}</p> })}
    }
}

/// A number as it is written in the open draft; one that the form adds is not there yet.
pub(super) fn printed(session: Session, number: Option<PhoneNumber>) -> Option<String> {
    let workspace = session.workspace();
    let workspace = workspace.read();
    let number = number?;
    let printed = workspace.number(number).map(|record| record.printed());
    Some(printed.unwrap_or_else(|| number.to_string()))
}

fn parse(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text.trim(), FORMAT).ok()
}
