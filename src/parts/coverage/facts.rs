//! The facts of the drawings as tables.

use chrono::{Datelike, NaiveDate};
use domain::impact::{Day, Shares, Square};
use engine::Coverages;
use leptos::prelude::*;

use super::weekdays::by_weekday;
use crate::ui::{Button, ButtonKind};
use crate::words;

pub(super) const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// Both tables, unfolded on demand; a day that differs leads to what lies behind it.
#[component]
pub(super) fn Facts(coverage: Coverages, city: String, square: RwSignal<Option<Square>>) -> impl IntoView {
    let coverage = StoredValue::new(coverage);
    view! {
        {week(&coverage.read_value(), &city)}
        {days(&coverage.read_value(), &city, square)}
    }
}

fn week(coverage: &Coverages, city: &str) -> impl IntoView + use<> {
    let both = coverage.week_before.iter().zip(&coverage.week_after);
    let rows = DAYS.into_iter().zip(both).map(|(day, (before, after))| {
        let change = half_hours(after) - half_hours(before);
        view! {
            <tr>
                <th scope="row">{day}</th>
                <td>{spans(before)}</td>
                <td>{spans(after)}</td>
                <td class="num">{signed(change * 30)}</td>
            </tr>
        }
    });
    view! {
        <div class="table-frame boxed" tabindex="0" role="group" aria-label="Answered in most weeks">
            <table class="table plain">
                <thead>
                    <tr>
                        <th scope="col">{format!("Answered in most weeks, {city} time")}</th>
                        <th scope="col">"Live"</th>
                        <th scope="col">"Draft"</th>
                        <th scope="col" class="num">"A week"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// The months, then the days that differ.
fn days(coverage: &Coverages, city: &str, square: RwSignal<Option<Square>>) -> impl IntoView + use<> {
    let both = || coverage.days_before.iter().zip(&coverage.days_after);
    let mut months: Vec<(NaiveDate, u64, u64)> = Vec::new();
    for (before, after) in both() {
        let month = before.date.with_day(1).unwrap_or(before.date);
        let (one, other) = (before.shares.answered_min, after.shares.answered_min);
        match months.last_mut() {
            Some(last) if last.0 == month => {
                last.1 += one;
                last.2 += other;
            }
            _ => months.push((month, one, other)),
        }
    }
    let rows = months
        .into_iter()
        .map(|(month, before, after)| row(month.format("%B %Y").to_string(), before, after));
    let weekdays = DAYS.into_iter().zip(by_weekday(coverage));
    let weekdays = weekdays.map(|(day, (before, after))| row(format!("{day}s"), before, after));
    let differs = |(before, after): &(&Day, &Day)| before.shares != after.shares;
    let dates = both().filter(differs).map(|(before, after)| {
        let date = before.date;
        let name = date.format("%a %-d %b %Y").to_string();
        let pick = move || square.set(Some(Square::Day(date)));
        row(
            view! { <Button kind=ButtonKind::Link on_press=pick>{name}</Button> },
            before.shares.answered_min,
            after.shares.answered_min,
        )
    });
    view! {
        <div class="table-frame boxed" tabindex="0" role="group" aria-label="Answered by month and day">
            <table class="table plain">
                <thead>
                    <tr>
                        <th scope="col">{format!("Answered hours, {city} time")}</th>
                        <th scope="col" class="num">"Live"</th>
                        <th scope="col" class="num">"Draft"</th>
                        <th scope="col" class="num">"Difference"</th>
                    </tr>
                </thead>
                <tbody>{weekdays.collect_view()}</tbody>
                <tbody>{rows.collect_view()}</tbody>
                <tbody aria-label="Days that differ">{dates.collect_view()}</tbody>
            </table>
        </div>
    }
}

fn row(name: impl IntoView, before: u64, after: u64) -> impl IntoView {
    let change = i64::try_from(after).unwrap_or(i64::MAX) - i64::try_from(before).unwrap_or(i64::MAX);
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="num">{words::hours(before)}</td>
            <td class="num">{words::hours(after)}</td>
            <td class="num">{signed(change)}</td>
        </tr>
    }
}

fn is_answered(shares: &Shares) -> bool {
    shares.answered_min > 0 && shares.answered_permille() >= 500
}

fn half_hours(day: &[Shares]) -> i64 {
    i64::try_from(day.iter().filter(|slot| is_answered(slot)).count()).unwrap_or_default()
}

/// `+10 h`, `−2.5 h`, `0 h`.
pub(super) fn signed(minutes: i64) -> String {
    let sign = match minutes {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    format!("{sign}{} h", words::hours(minutes.unsigned_abs()))
}

/// `08:00–12:00, 13:00–17:30`, to the half hour.
fn spans(day: &[Shares]) -> String {
    let clock = |slot: usize| format!("{:02}:{:02}", slot / 2, slot % 2 * 30);
    let mut spans = Vec::new();
    let mut from = None;
    for (slot, is_open) in day.iter().map(is_answered).chain([false]).enumerate() {
        match (from, is_open) {
            (None, true) => from = Some(slot),
            (Some(start), false) => {
                spans.push(format!("{}–{}", clock(start), clock(slot)));
                from = None;
            }
            _ => {}
        }
    }
    match spans.as_slice() {
        [] => "Not answered".to_owned(),
        [all] if all == "00:00–24:00" => "Round the clock".to_owned(),
        _ => spans.join(", "),
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
                    30
                } else {
                    0
                },
                deflected_min: 30,
                nobody_min: 0,
            };
            (0..48).map(shares).collect()
        };
        assert_eq!(spans(&day(&[])), "Not answered");
        assert_eq!(spans(&day(&[(0, 48)])), "Round the clock");
        assert_eq!(spans(&day(&[(16, 24), (26, 35)])), "08:00–12:00, 13:00–17:30");
        assert_eq!(spans(&day(&[(36, 48)])), "18:00–24:00");
    }

    #[test]
    fn a_difference_bears_its_sign() {
        assert_eq!([600, -150, 0].map(signed), ["+10 h", "−2.5 h", "0 h"]);
    }
}
