//! The holidays on which the hours are closed: whole folders, or single ones.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use domain::Zone;
use domain::schedule::{Holiday, HolidayBook};
use leptos::prelude::*;

use super::inputs::ScheduleInputs;
use crate::session::{Session, now};
use crate::ui::{Button, ButtonKind, ButtonSize, Checkbox, PickBox, Tick};

/// A folder's name with its holidays by name.
#[derive(Clone, PartialEq)]
struct Folder {
    name: String,
    holidays: Vec<Arc<Holiday>>,
}

/// The picker.
#[component]
pub(super) fn ObservedHolidays(inputs: RwSignal<ScheduleInputs>) -> impl IntoView {
    let session = expect_context::<Session>();
    let folders = Memo::new(move |_| folders(session.workspace().read().holidays()));
    let next = move || {
        let inputs = inputs.read();
        next(session.workspace().read().holidays(), &inputs)
    };
    let list = move || {
        folders
            .get()
            .into_iter()
            .map(|folder| view! { <FolderBoxes inputs folder /> })
            .collect_view()
    };
    view! {
        <fieldset class="stack tight observed">
            <legend class="label">"Observed holidays"</legend>
            <Show
                when=move || !folders.read().is_empty()
                fallback=|| view! { <span class="hint">"There are no holidays yet. Add them in Support Center Details."</span> }
            >
                {list}
                <span class="hint">{next}</span>
            </Show>
        </fieldset>
    }
}

/// One folder: a box for all of it, and its holidays once asked for.
#[component]
fn FolderBoxes(inputs: RwSignal<ScheduleInputs>, folder: Folder) -> impl IntoView {
    let Folder { name, holidays } = folder;
    let open = RwSignal::new(false);
    let ids: Vec<_> = holidays.iter().map(|holiday| holiday.id).collect();
    let count = ids.len();
    let held = ids.clone();
    let chosen = Memo::new(move |_| {
        let inputs = inputs.read();
        held.iter().filter(|id| inputs.observed.contains(id)).count()
    });
    let set_all = move |on: bool| {
        inputs.update(|inputs| {
            for &id in &ids {
                if on {
                    inputs.observed.insert(id);
                } else {
                    inputs.observed.remove(&id);
                }
            }
        });
    };
    let words = move || format!("{} of {count}", chosen.get());
    let label = StoredValue::new(name.clone());
    let boxes = move || {
        let holidays = holidays.clone();
        open.get().then(|| {
            let boxes = holidays
                .into_iter()
                .map(|holiday| holiday_box(inputs, &holiday))
                .collect_view();
            view! { <div class="boxes">{boxes}</div> }
        })
    };
    view! {
        <div class="folder">
            <PickBox
                label=format!("Observe all of {name}")
                tick=Signal::derive(move || Tick::of(chosen.get(), count))
                on_change=set_all
            />
            <span class="grow">{name}" "<span class="faint">{words}</span></span>
            <Button
                kind=ButtonKind::Quiet
                size=ButtonSize::Compact
                label=Signal::derive(move || {
                    format!("{} of {}", if open.get() { "Hide the holidays" } else { "Choose the holidays" }, label.get_value())
                })
                on_press=move || open.update(|open| *open = !*open)
            >
                {move || if open.get() { "Hide" } else { "Choose" }}
            </Button>
        </div>
        {boxes}
    }
}

fn holiday_box(inputs: RwSignal<ScheduleInputs>, holiday: &Holiday) -> impl IntoView + use<> {
    let id = holiday.id;
    let (kind, times) = (holiday.kind.clone(), holiday.times);
    let when = move || {
        let from = inputs.with(|inputs| inputs.zone).to_local(now()).date();
        let date = (0..366)
            .filter_map(|days| from.checked_add_days(Days::new(days)))
            .find(|&date| kind.falls_on(date));
        date.map_or_else(
            || "Not within a year".to_owned(),
            |date| date_in_words(date, times.map(|part| part.to_string())),
        )
    };
    let change = move |on: bool| {
        inputs.update(|inputs| {
            if on {
                inputs.observed.insert(id);
            } else {
                inputs.observed.remove(&id);
            }
        });
    };
    view! {
        <Checkbox
            label=holiday.name().to_owned()
            checked=Signal::derive(move || inputs.read().observed.contains(&id))
            on_change=change
            hint=Signal::derive(move || Some(when()))
        />
    }
}

fn date_in_words(date: NaiveDate, times: Option<String>) -> String {
    format!(
        "{}, {}",
        date.format("%a %-d %b %Y"),
        times.unwrap_or_else(|| "all day".to_owned())
    )
}

/// The folders that hold holidays, both by name.
fn folders(book: &HolidayBook) -> Vec<Folder> {
    let mut folders: Vec<_> = book
        .folders()
        .map(|folder| {
            let mut holidays: Vec<_> = book
                .holidays()
                .filter(|holiday| holiday.folder == folder.id)
                .cloned()
                .collect();
            holidays.sort_by(|a, b| a.name().cmp(b.name()));
            Folder {
                name: folder.name.to_string(),
                holidays,
            }
        })
        .filter(|folder| !folder.holidays.is_empty())
        .collect();
    folders.sort_by(|a, b| a.name.cmp(&b.name));
    folders
}

/// The first observed holiday from today on, within a year.
fn next(book: &HolidayBook, inputs: &ScheduleInputs) -> String {
    let zone: Zone = inputs.zone;
    let observed: Vec<_> = inputs
        .observed
        .iter()
        .filter_map(|&id| book.holiday(id))
        .collect();
    let today = zone.to_local(now()).date();
    let mut dates = (0..366).filter_map(|days| today.checked_add_days(Days::new(days)));
    let found = dates.find_map(|date| {
        let falls = |holiday: &&&Arc<Holiday>| holiday.kind.falls_on(date);
        observed.iter().find(falls).map(|holiday| (date, holiday))
    });
    match found {
        None if observed.is_empty() => "No holiday is observed.".to_owned(),
        None => "None of them falls within a year.".to_owned(),
        Some((date, holiday)) => {
            let times = holiday.times.map(|part| part.to_string());
            format!(
                "Next: {}, {} {}.",
                holiday.name(),
                date_in_words(date, times),
                zone.city()
            )
        }
    }
}
