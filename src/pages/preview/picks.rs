//! Moments that people ask about most, one press away.

use chrono::{DateTime, Duration, Utc};
use domain::routing::standing;
use domain::schedule::State;
use domain::{PhoneNumber, Workspace, Zone};
use leptos::prelude::*;

use super::inputs::{Inputs, written};
use crate::session::{Session, now};

/// How far ahead a holiday or a clock change is looked for, in days.
const AHEAD: i64 = 400;

/// The buttons under the moment.
#[component]
pub(super) fn Picks(inputs: Inputs) -> impl IntoView {
    let session = expect_context::<Session>();
    let to = move || inputs.to.read().parse::<PhoneNumber>().ok();
    // One reading of the clock: the buttons do not run away under the pointer.
    let start = now();
    let picks = Memo::new(move |_| {
        let zone = inputs.zone()?;
        let workspace = session.workspace();
        let workspace = workspace.read();
        let holiday = to().and_then(|to| next_holiday(&workspace, to, start));
        Some([
            ("Now", Some(start)),
            ("Tonight", Some(tonight(start, zone))),
            ("Next holiday", holiday),
            (
                "Next clock change",
                zone.next_transition(start, start + Duration::days(AHEAD)),
            ),
        ])
    });
    let pick = move |(name, at): (&'static str, Option<DateTime<Utc>>)| {
        let is_chosen = move || {
            let chosen = at.zip(inputs.zone());
            chosen.is_some_and(|(at, zone)| written(at, zone) == inputs.at.get())
        };
        view! {
            <button
                class="chip plain"
                class:pressed=is_chosen
                type="button"
                aria-pressed=move || is_chosen().to_string()
                aria-disabled=at.is_none().then_some("true")
                on:click=move |_| if let Some(at) = at { inputs.set_moment(at) }
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="chips" role="group" aria-label="Quick picks">
            {move || picks.get().map(|picks| picks.map(pick).collect_view())}
        </div>
    }
}

/// Ten in the evening, or now when it is later than that.
fn tonight(at: DateTime<Utc>, zone: Zone) -> DateTime<Utc> {
    let evening = zone.to_local(at).date().and_hms_opt(22, 0, 0);
    evening.map_or(at, |evening| zone.to_utc(evening)).max(at)
}

/// The next holiday that the number's hours observe, at ten in its morning where it lasts so long.
fn next_holiday(workspace: &Workspace, number: PhoneNumber, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let schedule = standing(workspace, number).hours?.schedule;
    let spans = schedule.timeline(workspace.holidays(), at, at + Duration::days(AHEAD));
    let mut holidays = spans
        .into_iter()
        .filter(|span| matches!(span.state, State::Holiday(_)));
    let next = holidays.find(|span| span.from > at)?;
    let morning = next.from + Duration::hours(10);
    Some(if morning < next.to { morning } else { next.from })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tonight_is_never_in_the_past() {
        let zone: Zone = "America/Chicago".parse().unwrap();
        let check = |at: &str, expected: &str| {
            assert_eq!(written(tonight(at.parse().unwrap(), zone), zone), expected);
        };
        check("2026-10-15T19:32:00Z", "2026-10-15 22:00");
        check("2026-10-16T03:00:00Z", "2026-10-15 22:00");
        check("2026-10-16T04:30:00Z", "2026-10-15 23:30");
        // The clock has been put back in between.
        check("2026-11-01T18:00:00Z", "2026-11-01 22:00");
    }
}
