//! The lines of the week: openings as texts, the day as a bar, how long it is open.

use domain::schedule::{DayHours, Interval};
use leptos::html;
use leptos::prelude::*;

use super::bar::{Drawn, bar, in_words, open_on, openings_of};
use super::drag::Drag;
use super::editor::Editor;
use super::opening::OpeningFields;
use super::rows::{Mode, Row};
use crate::ui::{Icon, IconButton, IconName, Menu, MenuEntry, MenuItem};
use crate::words;
use domain::schedule::WEEKDAYS;

/// The lines of the mode.
#[component]
pub(super) fn Week(editor: Editor) -> impl IntoView {
    let mode = Memo::new(move |_| editor.inputs.read().mode);
    view! {
        <div class="week">
            <div class="week-row head" aria-hidden="true">
                <span>"Day"</span>
                <span>"Open"</span>
                <span class="ticks"><span>"00"</span><span>"06"</span><span>"12"</span><span>"18"</span><span>"24"</span></span>
                <span></span>
                <span></span>
            </div>
            {move || Row::of(mode.get()).into_iter().map(|row| view! { <Line editor row /> }).collect_view()}
        </div>
    }
}

/// One line.
#[component]
fn Line(editor: Editor, row: Row) -> impl IntoView {
    let inputs = editor.inputs;
    let keys = Memo::new(move |_| {
        inputs
            .read()
            .openings(row)
            .iter()
            .map(|opening| opening.key)
            .collect::<Vec<_>>()
    });
    let closed = move || keys.read().is_empty();
    let add_button = NodeRef::<html::Button>::new();
    let add = move || {
        let mut key = 0;
        inputs.update(|inputs| key = inputs.add(row));
        editor.focus.set(Some(key));
    };
    let remove = Callback::from(move |key: u32| {
        inputs.update(|inputs| inputs.remove(row, key));
        if let Some(button) = add_button.get_untracked() {
            let _ = button.focus();
        }
    });
    let faults = Memo::new(move |_| editor.shown_faults(row));
    let error_id = editor.error_id(row);
    let described_by = StoredValue::new(error_id.clone());
    let openings = move |key: u32| view! { <OpeningFields editor row key error_id=described_by remove /> };
    view! {
        <div class="week-row" class:closed=closed role="group" aria-label=name(row)>
            <span class="day">{short_name(row)}</span>
            <div class="spans">
                <For each=move || keys.get() key=|key| *key children=openings />
                <Show when=closed><span class="faint">"Closed"</span></Show>
                <IconButton
                    name=IconName::Plus
                    label=format!("Add an opening on {}", name(row))
                    on_press=add
                    node_ref=add_button
                />
            </div>
            {day_bar(editor, row)}
            <span class="hours">{move || duration(editor, row)}</span>
            <Menu label=format!("Options for {}", name(row)) entries=move |()| options(editor, row)>
                <Icon name=IconName::Dots />
            </Menu>
            <Show when=move || !faults.read().is_empty()>
                <div class="errors" id=described_by.get_value() role="alert">
                    {move || faults.get().into_iter().map(|fault| view! {
                        <span class="error"><Icon name=IconName::Warn small=true /><span>{words::sentence(&fault.text)}</span></span>
                    }).collect_view()}
                </div>
            </Show>
        </div>
    }
}

/// The bar with its sentence.
fn day_bar(editor: Editor, row: Row) -> impl IntoView {
    let day = row.day();
    let now = Memo::new(move |_| {
        editor
            .inputs
            .with(|inputs| open_on(day, |day| inputs.readable(day)))
    });
    let before = Memo::new(move |_| {
        let live = editor.comparable.read();
        live.as_ref()
            .map(|live| open_on(day, |day| openings_of(live, day)))
    });
    let drawn = Memo::new(move |_| Drawn::new(&now.read(), before.read().as_deref()));
    let label = Signal::derive(move || {
        let city = editor.inputs.read().zone.city();
        let draft = in_words(&now.read());
        match before.read().as_deref() {
            Some(live) => format!("{}: live {}, draft {draft}, {city}", name(row), in_words(live)),
            None => format!("{}: {draft}, {city}", name(row)),
        }
    });
    view! { <Drag editor row>{bar(drawn, label)}</Drag> }
}

/// How long a line is open, while it can be told.
fn duration(editor: Editor, row: Row) -> String {
    let inputs = editor.inputs.read();
    let intervals: Vec<Interval> = inputs.readable(row.day());
    let whole = intervals.len() == inputs.openings(row).len();
    match DayHours::new(intervals) {
        Ok(hours) if whole && hours.minutes() == 0 => "–".to_owned(),
        Ok(hours) if whole => words::duration(hours.minutes()),
        _ => "…".to_owned(),
    }
}

/// What else can be done with a line.
fn options(editor: Editor, row: Row) -> Vec<MenuEntry> {
    let inputs = editor.inputs;
    let item = move |label: String, rows: Vec<Row>| {
        let copy = move || inputs.update(|inputs| inputs.copy(row, &rows));
        MenuItem::new(label, copy).entry()
    };
    let mut entries = match row {
        Row::Weekdays => vec![item("Copy to weekends".into(), vec![Row::Weekends])],
        Row::Weekends => vec![item("Copy to weekdays".into(), vec![Row::Weekdays])],
        Row::Day(day) => vec![
            item(
                format!("Copy to {}", words::weekday_name(day.succ())),
                vec![Row::Day(day.succ())],
            ),
            item(
                "Copy to Monday–Friday".into(),
                WEEKDAYS[..5].iter().copied().map(Row::Day).collect(),
            ),
            item("Copy to every day".into(), WEEKDAYS.map(Row::Day).to_vec()),
        ],
    };
    let close = move || inputs.update(|inputs| inputs.close(row));
    let open = !inputs.read_untracked().openings(row).is_empty();
    entries.extend([
        MenuEntry::Line,
        MenuItem::new("Close all day", close).enabled(open).entry(),
    ]);
    entries
}

/// The name of a line.
pub(super) fn name(row: Row) -> &'static str {
    match row {
        Row::Weekdays => "Weekdays",
        Row::Weekends => "Weekends",
        Row::Day(day) => words::weekday_name(day),
    }
}

fn short_name(row: Row) -> String {
    match row {
        Row::Weekdays => "Mon–Fri".to_owned(),
        Row::Weekends => "Sat, Sun".to_owned(),
        Row::Day(day) => day.to_string(),
    }
}

/// The modes as the segmented choice offers them.
pub(super) const MODES: [(&str, &str, Mode); 3] = [
    ("24h", "24 hours", Mode::AllDay),
    ("weekdays", "Weekdays, weekends", Mode::Weekdays),
    ("days", "Each day", Mode::PerDay),
];
