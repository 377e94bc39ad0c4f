//! **Add Holiday**, and the pencil of one: folder, name, dates of the three kinds, part of the day, text (S5).

use std::sync::Arc;

use chrono::Month;
use domain::ids::{FolderId, HolidayId};
use domain::schedule::{HolidayName, Occurrence, WEEKDAYS};
use leptos::prelude::*;

use super::observers::Observers;
use crate::forms::drawer::FormDrawer;
use crate::forms::holiday::{Field, HolidayInputs, Kind, observing};
use crate::forms::update::{Update, on_draft};
use crate::parts::message::{MessageEditor, replies_from};
use crate::session::{Session, new_id, now};
use crate::ui::{Checkbox, Choice, Fold, RadioGroup, RadioLook, Select, TextField, TextKind};
use crate::words;

const FORM: &str = "edit-holiday";

/// The kinds with their keys and words.
const KINDS: [(&str, &str, Kind); 3] = [
    ("yearly", "Yearly date range", Kind::Yearly),
    ("conditional", "Conditional", Kind::Conditional),
    ("once", "One-off dates", Kind::Once),
];

/// The drawer.
#[component]
pub(super) fn EditHoliday(
    holiday: Option<HolidayId>,
    folder: Option<FolderId>,
    on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let (stored, folder) = {
        let workspace = session.workspace();
        let workspace = workspace.read_untracked();
        let book = workspace.holidays();
        let stored = holiday.and_then(|id| book.holiday(id)).cloned();
        let first = || book.folders().map(|folder| (&folder.name, folder.id)).min();
        (stored, folder.or_else(|| first().map(|(_, id)| id)))
    };
    let id = holiday.unwrap_or_else(new_id);
    let name = stored.as_ref().map(|holiday| holiday.name().to_owned());
    let inputs = HolidayInputs::new(id, stored.map(Arc::unwrap_or_clone), folder);
    let (title, change, verb, before) = match &name {
        Some(name) => (
            format!("Holiday: {name}"),
            format!("change holiday {name}"),
            "Apply",
            "Before Apply",
        ),
        None => (
            "Add Holiday".to_owned(),
            "add a holiday".to_owned(),
            "Add",
            "Before Add",
        ),
    };
    let after = on_draft(session, move || inputs.intents().ok());
    let numbers = Memo::new(move |_| observing(&session.workspace().read(), id));
    let update = Update {
        title: StoredValue::new(change),
        form: FORM,
        tried: inputs.tried,
        refusal: RwSignal::new(None),
        on_close,
    };
    view! {
        <FormDrawer
            title
            update
            verb
            changed=Signal::derive(move || inputs.is_changed())
            intents=move || inputs.intents()
            numbers
            after
            before
        >
            <Fold title="Holiday" open=true>
                <Named inputs />
                <Dates inputs />
                <Times inputs />
            </Fold>
            <Fold title="Message" open=true>
                <Text inputs from=replies_from(numbers.into()) />
            </Fold>
            <Fold title="Observed by" open=true>
                <Observers holiday=id new=holiday.is_none() />
            </Fold>
        </FormDrawer>
    }
}

/// Name and folder.
#[component]
fn Named(inputs: HolidayInputs) -> impl IntoView {
    let session = expect_context::<Session>();
    let name_error = Signal::derive(move || {
        let name = inputs.name.read();
        let early = name.trim().is_empty() && !inputs.tried.get();
        let error = name.parse::<HolidayName>().err().filter(|_| !early);
        error.map(|error| error.to_string())
    });
    let folders = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let folders = workspace.holidays().folders();
        let mut choices: Vec<_> = folders
            .map(|folder| Choice::new(folder.id.to_string(), folder.name.to_string()))
            .collect();
        choices.sort_by(|a, b| a.label.cmp(&b.label));
        choices
    });
    view! {
        <div class="pair">
            <TextField label="Name" value=inputs.name hint="1 to 25 characters" error=name_error />
            <Select
                label="Folder"
                choices=folders
                value=inputs.folder
                on_change=move |key: String| inputs.folder.set(key)
            />
        </div>
    }
}

/// The kind, its fields, and the dates that come of it.
#[component]
fn Dates(inputs: HolidayInputs) -> impl IntoView {
    let session = expect_context::<Session>();
    let kind = Memo::new(move |_| inputs.kind.get());
    let key = Signal::derive(move || {
        let found = KINDS.iter().find(|(.., other)| *other == kind.get());
        found.map_or("", |(key, ..)| key).to_owned()
    });
    let choose = move |key: String| {
        if let Some((.., kind)) = KINDS.iter().find(|(other, ..)| *other == key) {
            inputs.kind.set(*kind);
        }
    };
    let choices = KINDS.map(|(key, label, _)| Choice::new(key, label)).to_vec();
    let fields = move || match kind.get() {
        Kind::Yearly => view! { <TwoDates inputs texts=inputs.yearly kind=TextKind::Text /> }.into_any(),
        Kind::Once => view! { <TwoDates inputs texts=inputs.once kind=TextKind::Date /> }.into_any(),
        Kind::Conditional => view! { <Condition inputs /> }.into_any(),
    };
    let next = move || {
        let Ok(kind) = inputs.dates() else {
            return String::new();
        };
        let today = session
            .workspace()
            .read()
            .settings()
            .hours
            .zone()
            .to_local(now())
            .date();
        let dates: Vec<_> = words::next_dates(&kind, today, 3)
            .into_iter()
            .map(words::dates)
            .collect();
        if dates.is_empty() {
            "No date of it lies ahead.".to_owned()
        } else {
            format!("Next: {}.", dates.join(", "))
        }
    };
    view! {
        <div class="stack tight">
            <RadioGroup label="Kind" choices value=key on_change=choose look=RadioLook::Segmented />
            {fields}
            <span class="hint" role="status">{next}</span>
        </div>
    }
}

/// A first and a last date.
#[component]
fn TwoDates(
    inputs: HolidayInputs,
    texts: (RwSignal<String>, RwSignal<String>),
    kind: TextKind,
) -> impl IntoView {
    let error = move |field: Field, text: RwSignal<String>| {
        Signal::derive(move || {
            let early = text.read().trim().is_empty() && !inputs.tried.get();
            let (at, words) = inputs.dates().err()?;
            (at == field && !early).then_some(words)
        })
    };
    let (first, last) = texts;
    let written = |hint: &'static str| if kind == TextKind::Date { None } else { Some(hint) };
    view! {
        <div class="pair">
            <TextField
                label="First day"
                kind
                value=first
                placeholder=written("12/25").map(ToOwned::to_owned)
                hint=written("MM/DD, month first").map(ToOwned::to_owned)
                error=error(Field::First, first)
            />
            <TextField
                label="Last day"
                kind
                value=last
                hint="Empty for a single day"
                error=error(Field::Last, last)
            />
        </div>
    }
}

/// Such a weekday of a month.
#[component]
fn Condition(inputs: HolidayInputs) -> impl IntoView {
    let months = || (1..=12_u8).filter_map(|month| Month::try_from(month).ok());
    let choice = |name: String| Choice::new(name.clone(), name);
    let days = WEEKDAYS
        .map(|day| choice(words::weekday_name(day).to_owned()))
        .to_vec();
    let weeks = Occurrence::ALL.map(|week| choice(week.to_string())).to_vec();
    let names: Vec<_> = months().map(|month| choice(month.name().to_owned())).collect();
    let set_day = move |name: String| {
        if let Some(day) = WEEKDAYS.into_iter().find(|day| words::weekday_name(*day) == name) {
            inputs.weekday.set(day);
        }
    };
    let set_week = move |name: String| {
        if let Some(week) = Occurrence::ALL.into_iter().find(|week| week.to_string() == name) {
            inputs.occurrence.set(week);
        }
    };
    let set_month = move |name: String| {
        if let Some(month) = months().find(|month| month.name() == name) {
            inputs.month.set(month);
        }
    };
    view! {
        <div class="thirds">
            <Select
                label="Day of week"
                choices=days
                value=Signal::derive(move || words::weekday_name(inputs.weekday.get()).to_owned())
                on_change=set_day
            />
            <Select
                label="Occurrence"
                choices=weeks
                value=Signal::derive(move || inputs.occurrence.get().to_string())
                on_change=set_week
            />
            <Select
                label="Month"
                choices=names
                value=Signal::derive(move || inputs.month.get().name().to_owned())
                on_change=set_month
            />
        </div>
    }
}

/// The whole day, or a part of it (R66).
#[component]
fn Times(inputs: HolidayInputs) -> impl IntoView {
    let error = move |field: Field| {
        Signal::derive(move || {
            let (at, words) = inputs.part().err()?;
            (at == field).then_some(words)
        })
    };
    let (from, to) = inputs.times;
    view! {
        <Checkbox
            label="All day"
            checked=inputs.all_day
            on_change=move |on: bool| inputs.all_day.set(on)
        />
        <Show when=move || !inputs.all_day.get()>
            <div class="pair">
                <TextField label="Closed from" value=from hint="On the clock of each schedule" error=error(Field::First) />
                <TextField label="Closed until" value=to hint="24:00 is the end of the day" error=error(Field::Last) />
            </div>
        </Show>
    }
}

/// The text of the day.
#[component]
fn Text(
    inputs: HolidayInputs,
    /// The number that the text comes from.
    from: Signal<String>,
) -> impl IntoView {
    view! {
        <MessageEditor
            value=inputs.message
            tried=false
            from
            label="Text message"
            when="On this holiday"
            hint="Sent on this holiday in place of the after-hours message. Empty sends that message."
        />
    }
}
