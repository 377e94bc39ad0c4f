//! What a day of most weeks has, to the half hour.

use domain::impact::Shares;
use engine::Coverages;
use leptos::prelude::*;

use super::super::drawing::{Tint, half_hour};
use super::{DAYS, STATES, signed};

/// The table of the week.
pub(super) fn week(coverage: &Coverages, city: &str) -> impl IntoView + use<> {
    let both = coverage.week_before.iter().zip(&coverage.week_after);
    let rows = DAYS.into_iter().zip(both).map(|(day, (before, after))| {
        let change = half_hours(after) - half_hours(before);
        view! {
            <tr>
                <th scope="row">{day}</th>
                <td>{states(before)}</td>
                <td>{states(after)}</td>
                <td class="num">{signed(change * 30)}</td>
            </tr>
        }
    });
    view! {
        <div class="table-frame boxed" tabindex="0" role="group" aria-label="Most weeks">
            <table class="table plain">
                <thead>
                    <tr>
                        <th scope="col">{format!("In most weeks, {city} time")}</th>
                        <th scope="col">"Live"</th>
                        <th scope="col">"Draft"</th>
                        <th scope="col" class="num">"Answered a week"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// `Answered 08:00–17:00`, and so on for what else the day has.
fn states(day: &[Shares]) -> impl IntoView + use<> {
    let line = |(state, word): (Tint, &'static str)| {
        let spans = spans(day, state)?;
        Some(view! { <li>{format!("{word} {spans}")}</li> })
    };
    let lines: Vec<_> = STATES.into_iter().filter_map(line).collect();
    view! { <ul>{lines}</ul> }
}

fn half_hours(day: &[Shares]) -> i64 {
    let answered = day.iter().filter(|slot| half_hour(**slot) == Tint::Answered);
    i64::try_from(answered.count()).unwrap_or_default()
}

/// When a day is so: `08:00–12:00, 13:00–17:30`, to the half hour; none where it never is.
fn spans(day: &[Shares], state: Tint) -> Option<String> {
    let clock = |slot: usize| format!("{:02}:{:02}", slot / 2, slot % 2 * 30);
    let mut spans = Vec::new();
    let mut from = None;
    let is_so = day.iter().map(|slot| half_hour(*slot) == state);
    for (slot, is_so) in is_so.chain([false]).enumerate() {
        match (from, is_so) {
            (None, true) => from = Some(slot),
            (Some(start), false) => {
                spans.push(format!("{}–{}", clock(start), clock(slot)));
                from = None;
            }
            _ => {}
        }
    }
    match spans.as_slice() {
        [] => None,
        [all] if all == "00:00–24:00" => Some("round the clock".to_owned()),
        _ => Some(spans.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_of_a_day_are_told_to_the_half_hour() {
        let day = |open: &[(usize, usize)]| -> Vec<Shares> {
            let shares = |slot: usize| Shares {
                answered_min: if open.iter().any(|span| span.0 <= slot && slot < span.1) {
                    60
                } else {
                    0
                },
                deflected_min: if slot == 40 { 0 } else { 30 },
                nobody_min: 10,
            };
            (0..48).map(shares).collect()
        };
        let told = |open: &[(usize, usize)]| STATES.map(|(state, _)| spans(&day(open), state));
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            told(&[]),
            [None, some("00:00–20:00, 20:30–24:00"), some("20:00–20:30")]
        );
        assert_eq!(
            told(&[(16, 24), (26, 35)]),
            [
                some("08:00–12:00, 13:00–17:30"),
                some("00:00–08:00, 12:00–13:00, 17:30–20:00, 20:30–24:00"),
                some("20:00–20:30"),
            ]
        );
    }
}
