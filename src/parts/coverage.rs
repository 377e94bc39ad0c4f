//! How much of the time somebody answers, before and after: a week, a year, and the same facts as tables.

mod behind;
mod drawing;
mod facts;
mod traces;
mod weekdays;

use domain::deflection::effective;
use domain::impact::Square;
use domain::number::Owner;
use domain::{PhoneNumber, Workspace, Zone};
use engine::{Answer, Coverages, Of, Question};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::parts::answer::answer;
use crate::session::Session;
use crate::ui::{Choice, Icon, IconName, RadioGroup, RadioLook};
use crate::words;
use behind::Behind;
use drawing::{Paths, Side, Tint, WEEK_LEFT, WEEK_STEP, YEAR_STEP};
use facts::Facts;
use weekdays::weekdays_drawing;

/// The wall clock of a number: that of the hours its texts follow, otherwise the company's.
pub fn zone_of(workspace: &Workspace, number: PhoneNumber) -> Zone {
    let owner = workspace.number(number).and_then(|number| number.owner());
    let zone = match owner {
        Some(Owner::Agent(user)) => effective(workspace, user)
            .reply()
            .map(|reply| reply.schedule.zone()),
        Some(Owner::Queue(queue)) => workspace
            .queue(queue)
            .map(|queue| workspace.hours_of(queue).zone()),
        None => None,
    };
    zone.unwrap_or_else(|| workspace.settings().hours.zone())
}

/// The drawings of some numbers.
#[component]
pub fn CoverageOf(
    /// Whose.
    of: Of,
    /// On whose wall clock.
    zone: Zone,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let told = answer(
        session,
        move || Some(Question::Coverage { of, zone }),
        |answer| match answer {
            Answer::Coverage(coverage) => Some(*coverage),
            _ => None,
        },
    );
    let side = RwSignal::new("difference".to_owned());
    let square = RwSignal::new(None);
    move || {
        let drawn = |coverage| view! { <Drawn coverage of zone side square /> };
        told.get().drawn(6, drawn)
    }
}

#[component]
fn Drawn(
    coverage: Coverages,
    of: Of,
    zone: Zone,
    side: RwSignal<String>,
    square: RwSignal<Option<Square>>,
) -> impl IntoView {
    let city = zone.city();
    let choices = vec![
        Choice::new("live", "Live"),
        Choice::new("draft", "Draft"),
        Choice::new("difference", "Difference"),
    ];
    let opened = RwSignal::new(false);
    let shown = StoredValue::new(coverage);
    let which = move || match side.read().as_str() {
        "live" => Side::Live,
        "draft" => Side::Draft,
        _ => Side::Difference,
    };
    let press_week = move |event: web_sys::MouseEvent| {
        if let Some(place) = place_in(&event, drawing::WEEK_WIDTH) {
            square.set(drawing::week_square(place).or(square.get_untracked()));
        }
    };
    let press_year = move |event: web_sys::MouseEvent| {
        if let Some(place) = place_in(&event, drawing::YEAR_WIDTH) {
            let found = shown.with_value(|coverage| drawing::year_square(&coverage.days_before, place));
            square.set(found.or(square.get_untracked()));
        }
    };
    view! {
        <div class="between">
            <ul class="legend">
                {key(Tint::Answered, "Answered")}
                {key(Tint::Deflected, "Deflected")}
                {key(Tint::Nobody, "Nobody")}
                {key(Tint::Gained, "Answered from now on")}
                {key(Tint::Lost, "No longer answered")}
            </ul>
            <RadioGroup
                label="Show"
                label_hidden=true
                look=RadioLook::Segmented
                choices
                value=Signal::derive(move || side.get())
                on_change=move |key| side.set(key)
            />
        </div>
        <div class="chart-scroll pressed" tabindex="0" role="group" aria-label="Week" on:click=press_week>
            {move || week_drawing(&shown.read_value(), which(), zone)}
        </div>
        <div class="chart-scroll pressed" tabindex="0" role="group" aria-label="Year" on:click=press_year>
            {move || year_drawing(&shown.read_value(), which(), zone)}
        </div>
        <Behind of zone square />
        <div class="chart-scroll" tabindex="0" role="group" aria-label="Days of the week">
            {weekdays_drawing(&shown.read_value())}
        </div>
        <details class="facts" on:toggle=move |_| opened.set(true)>
            <summary><Icon name=IconName::Chevron small=true />"Same facts as a table"</summary>
            <div class="stack">
                <Show when=move || opened.get()>
                    <Facts coverage=shown.get_value() city=city.clone() square />
                </Show>
            </div>
        </details>
    }
}

/// Where a drawing of that width was pressed, in its own measure.
fn place_in(event: &web_sys::MouseEvent, width: f64) -> Option<(f64, f64)> {
    let frame = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
    let drawn = frame.query_selector("svg").ok()??.get_bounding_client_rect();
    let scale = width / drawn.width();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    Some(((x - drawn.left()) * scale, (y - drawn.top()) * scale))
}

fn key(tint: Tint, word: &'static str) -> impl IntoView {
    view! {
        <li>
            <svg class="key" aria-hidden="true"><rect class=tint.class() width="12" height="12" /></svg>
            {word}
        </li>
    }
}

fn drawn(paths: Paths) -> impl IntoView {
    let path = |(tint, d): (Tint, String)| view! { <path class=tint.class() d=d /> };
    paths.into_iter().map(path).collect_view()
}

fn week_drawing(coverage: &Coverages, side: Side, zone: Zone) -> impl IntoView + use<> {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let days = (0_u8..).zip(days).map(|(place, day)| {
        view! { <text class="axis" x="0" y=31.0 + f64::from(place) * WEEK_STEP>{day}</text> }
    });
    let hours = (0_u8..24).step_by(3).map(|hour| {
        view! { <text class="axis" x=WEEK_LEFT + f64::from(hour) * 30.0 y="10">{format!("{hour:02}")}</text> }
    });
    let label = format!(
        "A normal week, {} time, by half hours. The table below has the same facts.",
        zone.city()
    );
    view! {
        <svg class="chart" viewBox=format!("0 0 {} 158", drawing::WEEK_WIDTH) role="img" aria-label=label>
            {drawn(drawing::week(coverage, side))}
            {days.collect_view()}
            {hours.collect_view()}
        </svg>
    }
}

fn year_drawing(coverage: &Coverages, side: Side, zone: Zone) -> impl IntoView + use<> {
    let days = [(0_u8, "Mon"), (2, "Wed"), (4, "Fri"), (6, "Sun")];
    let days = days.into_iter().map(|(place, day)| {
        view! { <text class="axis" x="0" y=37.5 + f64::from(place) * YEAR_STEP>{day}</text> }
    });
    let months = drawing::months(&coverage.days_before)
        .into_iter()
        .map(|(left, month)| view! { <text class="axis" x=left y="20">{month}</text> });
    let answered = |days: &[domain::impact::Day]| {
        words::hours(days.iter().map(|day| day.shares.answered_min).sum::<u64>())
    };
    let label = format!(
        "Every day of the coming year, {} time: {} answered hours live, {} in the draft.",
        zone.city(),
        answered(&coverage.days_before),
        answered(&coverage.days_after)
    );
    view! {
        <svg class="chart" viewBox=format!("0 0 {} 122", drawing::YEAR_WIDTH) role="img" aria-label=label>
            {drawn(drawing::year(coverage, side))}
            {days.collect_view()}
            {months.collect_view()}
        </svg>
    }
}
