//! The hours of the coming year by day of the week, month and day.

use chrono::{Datelike, NaiveDate};
use domain::impact::{Shares, Square};
use engine::Coverages;
use leptos::prelude::*;

use super::super::weekdays::{by_weekday, sum};
use super::{DAYS, STATES, signed};
use crate::ui::{Button, ButtonKind, ButtonSize};
use crate::words;

/// What is told of some minutes: their name, and both sides.
type Row<T> = (T, Shares, Shares);

/// The months, in their order.
fn months(coverage: &Coverages) -> Vec<Row<NaiveDate>> {
    let mut months: Vec<Row<NaiveDate>> = Vec::new();
    for (before, after) in coverage.days_before.iter().zip(&coverage.days_after) {
        let month = before.date.with_day(1).unwrap_or(before.date);
        match months.last_mut() {
            Some(last) if last.0 == month => {
                last.1 = sum(last.1, before.shares);
                last.2 = sum(last.2, after.shares);
            }
            _ => months.push((month, before.shares, after.shares)),
        }
    }
    months
}

/// The days: those that differ, or all.
fn dates(coverage: &Coverages, are_all: bool) -> Vec<Row<NaiveDate>> {
    let both = coverage.days_before.iter().zip(&coverage.days_after);
    both.filter(|(before, after)| are_all || before.shares != after.shares)
        .map(|(before, after)| (before.date, before.shares, after.shares))
        .collect()
}

/// The days of the week, the months, then the days.
pub(super) fn days(
    coverage: StoredValue<Coverages>,
    city: &str,
    square: RwSignal<Option<Square>>,
) -> impl IntoView + use<> {
    let are_all = RwSignal::new(false);
    let months = coverage.with_value(months);
    let rows = months
        .into_iter()
        .map(|(month, before, after)| row(month.format("%B %Y").to_string(), before, after));
    let weekdays = DAYS.into_iter().zip(coverage.with_value(by_weekday));
    let weekdays = weekdays.map(|(day, (before, after))| row(format!("{day}s"), before, after));
    let day_rows = move || {
        let dates = coverage.with_value(|coverage| dates(coverage, are_all.get()));
        let day_row = move |(date, before, after): Row<NaiveDate>| {
            let name = date.format("%a %-d %b %Y").to_string();
            let pick = move || square.set(Some(Square::Day(date)));
            let name = view! { <Button kind=ButtonKind::Link on_press=pick>{name}</Button> };
            row(name, before, after)
        };
        dates.into_iter().map(day_row).collect_view()
    };
    let label = move || {
        if are_all.get() {
            "All days"
        } else {
            "Days that differ"
        }
    };
    let total = coverage.with_value(|coverage| coverage.days_before.len());
    let turn = move || are_all.update(|all| *all = !*all);
    let verb = move || {
        if are_all.get() {
            "Show only the days that differ".to_owned()
        } else {
            format!("Show all {}", words::count(total, "day", "days"))
        }
    };
    let states = || STATES.map(|(_, word)| view! { <th scope="col" class="num">{word}</th> });
    view! {
        <div class="table-frame boxed" tabindex="0" role="group" aria-label="Hours by month and day">
            <table class="table plain">
                <thead>
                    <tr>
                        <th scope="col" rowspan="2">{format!("Hours, {city} time")}</th>
                        <th scope="colgroup" colspan="3" class="num">"Live"</th>
                        <th scope="colgroup" colspan="3" class="num">"Draft"</th>
                        <th scope="col" rowspan="2" class="num">"Answered, difference"</th>
                    </tr>
                    <tr>{states()}{states()}</tr>
                </thead>
                <tbody>{weekdays.collect_view()}</tbody>
                <tbody>{rows.collect_view()}</tbody>
                <tbody aria-label=label>{day_rows}</tbody>
            </table>
        </div>
        <div><Button size=ButtonSize::Compact on_press=turn>{verb}</Button></div>
    }
}

fn row(name: impl IntoView, before: Shares, after: Shares) -> impl IntoView {
    let minutes = |minutes: u64| i64::try_from(minutes).unwrap_or(i64::MAX);
    let change = minutes(after.answered_min) - minutes(before.answered_min);
    let hours = |shares: Shares| {
        [shares.answered_min, shares.deflected_min, shares.nobody_min]
            .map(|minutes| view! { <td class="num">{words::hours(minutes)}</td> })
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            {hours(before)}
            {hours(after)}
            <td class="num">{signed(change)}</td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use domain::impact::Day;

    use super::*;

    /// Every minute of the answer stands in the table, once in the months and once in the days.
    #[test]
    fn the_table_has_all_that_the_drawing_has() {
        let start: NaiveDate = "2026-10-15".parse().unwrap();
        let side = |factor: u64| -> Vec<Day> {
            let day = |(place, date): (u64, NaiveDate)| Day {
                date,
                shares: Shares {
                    answered_min: place * factor % 700,
                    deflected_min: 600,
                    nobody_min: 740 - place * factor % 700,
                },
            };
            (0..).zip(start.iter_days().take(365)).map(day).collect()
        };
        let coverage = Coverages {
            numbers: 1,
            week_before: Vec::new(),
            week_after: Vec::new(),
            days_before: side(7),
            days_after: side(14),
        };
        let all = |days: &[Day]| {
            days.iter()
                .fold(Shares::default(), |all, day| sum(all, day.shares))
        };
        let expected = (all(&coverage.days_before), all(&coverage.days_after));
        let total = |rows: &[Row<NaiveDate>]| {
            rows.iter()
                .fold((Shares::default(), Shares::default()), |all, row| {
                    (sum(all.0, row.1), sum(all.1, row.2))
                })
        };
        assert_eq!(total(&months(&coverage)), expected);
        assert_eq!(months(&coverage).len(), 13);
        let dates = |are_all| dates(&coverage, are_all);
        assert_eq!(total(&dates(true)), expected);
        let weekdays = by_weekday(&coverage);
        let weekdays = weekdays.map(|(before, after)| (start, before, after));
        assert_eq!(total(&weekdays), expected);
        let differing: Vec<_> = dates(true).into_iter().filter(|row| row.1 != row.2).collect();
        assert!(!differing.is_empty() && differing.len() < 365);
        assert_eq!(dates(false), differing);
    }
}
