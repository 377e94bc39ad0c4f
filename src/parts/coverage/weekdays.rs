//! Answered hours by the day of the week, before and after.

use chrono::Datelike;
use domain::impact::Shares;
use engine::Coverages;
use leptos::prelude::*;

use super::facts::{DAYS, signed};
use crate::words;

/// Where the bars begin, how long the longest is, and from one day to the next.
const LEFT: f64 = 36.0;
const LONGEST: f64 = 520.0;
const STEP: f64 = 20.0;
const HEIGHT: f64 = 14.0;

/// Minutes of the coming year on each day of the week, Monday first: before and after.
pub(super) fn by_weekday(coverage: &Coverages) -> [(Shares, Shares); 7] {
    let mut found = [(Shares::default(), Shares::default()); 7];
    for (before, after) in coverage.days_before.iter().zip(&coverage.days_after) {
        let day = found.get_mut(before.date.weekday().num_days_from_monday() as usize);
        if let Some((one, other)) = day {
            *one = sum(*one, before.shares);
            *other = sum(*other, after.shares);
        }
    }
    found
}

/// Both together.
pub(super) fn sum(one: Shares, other: Shares) -> Shares {
    Shares {
        answered_min: one.answered_min + other.answered_min,
        deflected_min: one.deflected_min + other.deflected_min,
        nobody_min: one.nobody_min + other.nobody_min,
    }
}

/// A bar a day: what stays, and what is gained or lost behind it.
pub(super) fn weekdays_drawing(coverage: &Coverages) -> impl IntoView + use<> {
    let days = by_weekday(coverage).map(|(one, other)| (one.answered_min, other.answered_min));
    let most = days
        .iter()
        .flat_map(|&(one, other)| [one, other])
        .max()
        .unwrap_or_default();
    let length = |minutes: u64| share(minutes, most) * LONGEST;
    let bars = (0_u8..)
        .zip(DAYS)
        .zip(days)
        .map(|((place, name), (before, after))| {
            let top = 2.0 + f64::from(place) * STEP;
            let (kept, more) = (length(before.min(after)), length(before.abs_diff(after)));
            let class = if after > before { "f-gained" } else { "f-lost" };
            let change = i64::try_from(after).unwrap_or(i64::MAX) - i64::try_from(before).unwrap_or(i64::MAX);
            let said = format!(
                "{} → {} h ({})",
                words::hours(before),
                words::hours(after),
                signed(change)
            );
            view! {
                <text class="axis" x="0" y=top + 11.0>{name.get(..3)}</text>
                <rect class="f-answered" x=LEFT y=top width=kept height=HEIGHT />
                <rect class=class x=LEFT + kept y=top width=more height=HEIGHT />
                <text class="axis" x=LEFT + kept + more + 8.0 y=top + 11.0>{said}</text>
            }
        });
    let all = |side: fn(&(u64, u64)) -> u64| words::hours(days.iter().map(side).sum());
    let label = format!(
        "Answered hours of the coming year by day of the week: {} live, {} in the draft. The table below has the same facts.",
        all(|day| day.0),
        all(|day| day.1)
    );
    view! {
        <svg class="chart" viewBox="0 0 756 144" role="img" aria-label=label>{bars.collect_view()}</svg>
    }
}

/// A part of the whole, 0 to 1, to the thousandth.
pub(super) fn share(part: u64, whole: u64) -> f64 {
    let permille = (part * 1000).checked_div(whole).unwrap_or_default();
    f64::from(u32::try_from(permille).unwrap_or(u32::MAX)) / 1000.0
}

#[cfg(test)]
mod tests {
    use domain::impact::Day;

    use super::*;

    #[test]
    fn the_same_days_of_the_week_are_added_up() {
        let day = |date: &str, answered_min: u64| Day {
            date: date.parse().unwrap(),
            shares: Shares {
                answered_min,
                ..Shares::default()
            },
        };
        let days = |monday: u64, sunday: u64, next: u64| {
            vec![
                day("2026-10-19", monday),
                day("2026-10-25", sunday),
                day("2026-10-26", next),
            ]
        };
        let coverage = Coverages {
            numbers: 1,
            week_before: Vec::new(),
            week_after: Vec::new(),
            days_before: days(60, 0, 30),
            days_after: days(60, 15, 45),
        };
        let found = by_weekday(&coverage).map(|(one, other)| (one.answered_min, other.answered_min));
        assert_eq!((found[0], found[1], found[6]), ((90, 105), (0, 0), (0, 15)));
    }

    #[test]
    fn a_share_of_nothing_is_nothing() {
        let close = |part, whole, expected: f64| (share(part, whole) - expected).abs() < 1e-9;
        assert!(close(1, 2, 0.5) && close(3, 3, 1.0) && close(0, 0, 0.0));
    }
}
