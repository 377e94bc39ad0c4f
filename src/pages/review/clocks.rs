//! What clock changes and holidays do to the hours, before they come.

use chrono::{NaiveTime, TimeDelta};
use engine::{Answer, By, Question, Rehearsed, RehearsedClock, RehearsedHoliday};
use leptos::prelude::*;

use super::touched::Touched;
use crate::parts::answer::{Told, answer};
use crate::session::Session;
use crate::ui::Section;
use crate::words;

/// Both tables.
#[component]
pub(super) fn Rehearsal() -> impl IntoView {
    let session = expect_context::<Session>();
    let told = answer(
        session,
        || Some(Question::Rehearsal),
        |answer| match answer {
            Answer::Rehearsal(rehearsed) => Some(rehearsed),
            _ => None,
        },
    );
    move || {
        let missing = told.read().missing(4);
        match told.get() {
            Told::Here(rehearsed) => both(session, &rehearsed).into_any(),
            Told::Waiting | Told::Failed(_) => {
                view! { <Section title="Clock changes and holidays">{missing}</Section> }.into_any()
            }
        }
    }
}

fn both(session: Session, rehearsed: &Rehearsed) -> impl IntoView + use<> {
    let touching = rehearsed.clocks.iter().filter(|clock| clock.numbers > 0).count();
    let clocks = format!(
        "{} in the coming year, {touching} of them while something is open",
        words::digits(rehearsed.clocks.len())
    );
    let holidays = format!("{} in the coming year", words::digits(rehearsed.holidays.len()));
    let clock_rows = rehearsed.clocks.iter().map(clock_row).collect_view();
    let holiday_rows = rehearsed
        .holidays
        .iter()
        .map(|holiday| holiday_row(session, holiday))
        .collect_view();
    let has_clocks = !rehearsed.clocks.is_empty();
    let has_holidays = !rehearsed.holidays.is_empty();
    view! {
        {has_clocks.then(|| view! {
            <Section title="Clock changes" text=clocks>
                <div class="table-frame boxed" tabindex="0" role="group" aria-label="Clock changes">
                    <table class="table plain">
                        <thead>
                            <tr>
                                <th scope="col">"When"</th>
                                <th scope="col" class="mid">"Clocks"</th>
                                <th scope="col">"What happens"</th>
                            </tr>
                        </thead>
                        <tbody>{clock_rows}</tbody>
                    </table>
                </div>
            </Section>
        })}
        {has_holidays.then(|| view! {
            <Section title="Holidays" text=holidays>
                <div class="table-frame boxed" tabindex="0" role="group" aria-label="Holidays">
                    <table class="table plain">
                        <thead>
                            <tr>
                                <th scope="col">"Date"</th>
                                <th scope="col">"Holiday"</th>
                                <th scope="col" class="num">"Numbers"</th>
                                <th scope="col" class="num">"Open hours taken"</th>
                            </tr>
                        </thead>
                        <tbody>{holiday_rows}</tbody>
                    </table>
                </div>
            </Section>
        })}
    }
}

fn clock_row(clock: &RehearsedClock) -> impl IntoView + use<> {
    let time = |at: chrono::NaiveDateTime| at.format("%H:%M").to_string();
    let (from, to) = (time(clock.from), time(clock.to));
    let is_forward = clock.from < clock.to;
    let (early, late) = if is_forward { (&from, &to) } else { (&to, &from) };
    let what = if clock.numbers == 0 {
        let text = format!("Nothing opens or closes between {early} and {late}, and nothing is open.");
        view! { <span class="muted">{text}</span> }.into_any()
    } else {
        let numbers = words::count(clock.numbers, "number", "numbers");
        let minutes = words::duration(u32::try_from(clock.open_min).unwrap_or(u32::MAX));
        let open = match (clock.open_min > 0, is_forward) {
            (false, _) => String::new(),
            (true, true) => format!("{minutes} of open time are skipped. "),
            (true, false) => format!("{minutes} of open time come twice. "),
        };
        let boundaries: Vec<String> = clock.boundaries.iter().copied().map(time).collect();
        let boundaries = match (boundaries.is_empty(), is_forward) {
            (true, _) => String::new(),
            (false, true) => format!(
                "Opens or closes at {}, which the clock skips.",
                boundaries.join(", ")
            ),
            (false, false) => format!("Opens or closes at {}, which comes twice.", boundaries.join(", ")),
        };
        let by = By::Clock {
            at: clock.at,
            zone: clock.zone,
        };
        view! {
            <b>{numbers}": "</b>{open}{boundaries}
            <Touched by count=clock.numbers at=clock.at />
        }
        .into_any()
    };
    let when = format!("{}, {}", clock.from.format("%a %-d %b %Y"), clock.zone.city());
    view! {
        <tr>
            <th scope="row" class="when">{when}</th>
            <td class="mid">{format!("{from} → {to}")}</td>
            <td class="wraps">{what}</td>
        </tr>
    }
}

fn holiday_row(session: Session, date: &RehearsedHoliday) -> impl IntoView + use<> {
    let workspace = session.workspace();
    let workspace = workspace.read_untracked();
    let holiday = workspace.holidays().holiday(date.holiday);
    let name = holiday
        .map(|holiday| holiday.name.to_string())
        .unwrap_or_default();
    let by = By::Holiday {
        holiday: date.holiday,
        date: date.date,
    };
    // Noon is within most hours of a day.
    let noon = date.date.and_time(NaiveTime::default()) + TimeDelta::hours(12);
    let at = workspace
        .settings()
        .hours
        .zone()
        .moments_of(noon)
        .first()
        .copied();
    let numbers = at.map(|at| view! { <Touched by count=date.numbers at /> });
    view! {
        <tr>
            <th scope="row" class="when">{date.date.format("%a %-d %b %Y").to_string()}</th>
            <td class="wraps">{name}{numbers}</td>
            <td class="num">{words::digits(date.numbers)}</td>
            <td class="num">{words::hours(u64::try_from(date.closed_min).unwrap_or_default())}</td>
        </tr>
    }
}
