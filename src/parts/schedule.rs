//! The editor of hours of operation: zone, day mode, the week, observed holidays.

mod bar;
mod days;
mod drag;
mod editor;
mod grip;
mod inputs;
mod observed;
mod opening;
mod rows;
mod time_text;
mod week;

use domain::Zone;
use domain::schedule::Schedule;
use leptos::prelude::*;

use crate::parts::zone::ZonePicker;
use crate::session::now;
use crate::ui::{Banner, Choice, RadioGroup, RadioLook, Tone, uid};
use crate::words;
use editor::Editor;
use observed::ObservedHolidays;
use rows::Mode;
use week::{MODES, Week};

pub use days::DayBars;
pub(crate) use days::runs;
pub use inputs::ScheduleInputs;
pub(crate) use time_text::tidy as tidy_time;

/// The editor.
#[component]
pub fn ScheduleEditor(
    /// The hours as they stand in it.
    inputs: RwSignal<ScheduleInputs>,
    /// The hours in force, to compare with; none when nothing is deflected.
    #[prop(into)]
    live: Signal<Option<Schedule>>,
    /// Whether it is said what the hours mean for a deflection message.
    #[prop(default = true)]
    remarks: bool,
) -> impl IntoView {
    let zone = Memo::new(move |_| inputs.read().zone);
    let mode = Memo::new(move |_| inputs.read().mode);
    let editor = Editor {
        inputs,
        comparable: Memo::new(move |_| live.get().filter(|live| live.zone() == zone.get())),
        editing: RwSignal::new(None),
        focus: RwSignal::new(None),
        faults: Memo::new(move |_| inputs.read().schedule().err().unwrap_or_default()),
        id: StoredValue::new(uid("hours")),
    };
    let key = Signal::derive(move || {
        let found = MODES.iter().find(|(.., other)| *other == mode.get());
        found.map_or("", |(key, ..)| key).to_owned()
    });
    let choose = move |key: String| {
        if let Some((.., mode)) = MODES.iter().find(|(other, ..)| *other == key) {
            inputs.update(|inputs| inputs.set_mode(*mode));
        }
    };
    let choices = MODES.map(|(key, label, _)| Choice::new(key, label)).to_vec();
    view! {
        <div class="schedule-head">
            <ZonePicker value=zone on_change=move |zone: Zone| inputs.update(|inputs| inputs.zone = zone) />
            <RadioGroup label="Days" choices value=key on_change=choose look=RadioLook::Segmented />
        </div>
        <div class="stack tight">
            <div class="between">
                <span class="label">"Hours of operation"</span>
                <span class="hint">{move || total(editor, live)}</span>
            </div>
            <Show
                when=move || mode.get() != Mode::AllDay
                fallback=|| view! { <p class="muted">"Open 24 hours on every day that is not an observed holiday."</p> }
            >
                <Week editor />
                <span class="hint">"Draw along a day's bar to open it, at an end to change it, in the middle to move it."</span>
            </Show>
            <span class="hint">{move || clock_change(zone.get())}</span>
            {move || remarks.then(|| remark(editor)).flatten().map(|text| view! { <Banner tone=Tone::Warn>{text}</Banner> })}
        </div>
        <ObservedHolidays inputs />
    }
}

/// `41 h 30 min a week, was 50 h. America/Chicago`, as far as it can be told.
fn total(editor: Editor, live: Signal<Option<Schedule>>) -> String {
    let inputs = editor.inputs.read();
    let zone = inputs.zone.name();
    let Ok(schedule) = inputs.schedule() else {
        return zone.to_owned();
    };
    let minutes = schedule.open_minutes_a_week();
    let now = words::duration(minutes);
    match live.read().as_ref() {
        Some(live) if live.zone() != inputs.zone => {
            let was = words::duration(live.open_minutes_a_week());
            format!("{now} a week, was {was} in {}. {zone}", live.zone())
        }
        Some(live) if live.open_minutes_a_week() != minutes => {
            let was = words::duration(live.open_minutes_a_week());
            format!("{now} a week, was {was}. {zone}")
        }
        _ => format!("{now} a week. {zone}"),
    }
}

/// When the zone's clock is next changed.
fn clock_change(zone: Zone) -> String {
    match words::next_clock_change(zone, now()) {
        None => format!("The clock of {} is not changed within a year.", zone.city()),
        Some((before, after)) => format!(
            "Next clock change: {} from {} to {} {}.",
            after.format("%a %-d %b %Y"),
            before.format("%H:%M"),
            after.format("%H:%M"),
            zone.city()
        ),
    }
}

/// What is legal but seldom meant (A45, A46).
fn remark(editor: Editor) -> Option<&'static str> {
    let schedule = editor.inputs.read().schedule().ok()?;
    if schedule.open_minutes_a_week() == 0 {
        Some("Closed all week: every text is answered with the message.")
    } else if editor.inputs.read().mode == Mode::AllDay && schedule.observed().is_empty() {
        Some("Open round the clock and no holiday observed: the message is never sent.")
    } else {
        None
    }
}
