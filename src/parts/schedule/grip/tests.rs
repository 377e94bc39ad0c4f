use std::collections::BTreeSet;

use chrono::Weekday;
use domain::Zone;
use domain::schedule::{DayHours, DayMode, Schedule};

use super::*;

const FRIDAY: Row = Row::Day(Weekday::Fri);
const SATURDAY: Row = Row::Day(Weekday::Sat);

/// Minutes of `13:30`.
fn minute(text: &str) -> i32 {
    let (hour, minute) = text.split_once(':').unwrap();
    hour.parse::<i32>().unwrap() * 60 + minute.parse::<i32>().unwrap()
}

/// A week with these openings on Friday and none on the other days.
fn friday(openings: &[(&str, &str)]) -> ScheduleInputs {
    let interval =
        |&(from, to): &(&str, &str)| Interval::new(from.parse().unwrap(), to.parse().unwrap()).unwrap();
    let mut days = [const { DayHours::CLOSED }; 7];
    days[5] = DayHours::new(openings.iter().map(interval).collect()).unwrap();
    ScheduleInputs::of(&Schedule::new(Zone::UTC, DayMode::PerDay { days }, BTreeSet::new()).unwrap())
}

fn written(inputs: &ScheduleInputs, row: Row) -> String {
    let openings = inputs.openings(row).iter();
    let written: Vec<_> = openings
        .map(|opening| format!("{}-{}", opening.from, opening.to))
        .collect();
    written.join(" ")
}

/// What Friday is once the pointer was drawn along a line's bar.
#[track_caller]
fn check(openings: &[(&str, &str)], row: Row, drag: (&str, &str), expected: &str) {
    let inputs = friday(openings);
    let (at, to) = (minute(drag.0), minute(drag.1));
    let drawn = Grip::at(&inputs, row, at, 20).drawn(&inputs, row, to);
    assert_eq!(written(&drawn, FRIDAY), expected, "{drag:?}");
    assert!(drawn.schedule().is_ok(), "{drag:?}");
}

#[test]
fn an_opening_is_drawn_on_an_empty_place_either_way_and_in_quarters() {
    check(&[], FRIDAY, ("09:05", "17:02"), "09:00-17:00");
    check(&[], FRIDAY, ("17:02", "09:05"), "09:00-17:00");
    check(&[], FRIDAY, ("20:00", "24:00"), "20:00-24:00");
    check(&[], FRIDAY, ("20:00", "27:00"), "20:00-24:00");
    check(&[], FRIDAY, ("09:00", "09:04"), "");
    // It is written among the others where it belongs.
    check(
        &[("13:00", "17:00")],
        FRIDAY,
        ("08:00", "10:00"),
        "08:00-10:00 13:00-17:00",
    );
}

#[test]
fn its_ends_are_drawn_and_never_past_each_other() {
    let office = [("09:00", "17:00")];
    check(&office, FRIDAY, ("09:10", "07:58"), "08:00-17:00");
    check(&office, FRIDAY, ("16:50", "18:20"), "09:00-18:15");
    check(&office, FRIDAY, ("09:00", "20:00"), "16:45-17:00");
    check(&office, FRIDAY, ("17:00", "02:00"), "09:00-09:15");
    check(&office, FRIDAY, ("17:00", "24:00"), "09:00-24:00");
    check(&office, FRIDAY, ("09:00", "00:00"), "00:00-17:00");
}

#[test]
fn its_middle_moves_it_within_the_day() {
    let office = [("09:00", "17:00")];
    check(&office, FRIDAY, ("12:00", "13:00"), "10:00-18:00");
    check(&office, FRIDAY, ("12:00", "23:00"), "16:00-24:00");
    check(&office, FRIDAY, ("12:00", "00:00"), "00:00-08:00");
    // Even of the shortest there is.
    check(&[("09:00", "09:15")], FRIDAY, ("09:07", "10:07"), "10:00-10:15");
}

#[test]
fn openings_of_a_day_do_not_come_to_touch() {
    let lunch = [("09:00", "12:00"), ("13:00", "17:00")];
    check(&lunch, FRIDAY, ("12:00", "15:00"), "09:00-12:45 13:00-17:00");
    check(&lunch, FRIDAY, ("13:00", "10:00"), "09:00-12:00 12:15-17:00");
    check(&lunch, FRIDAY, ("10:30", "15:00"), "09:45-12:45 13:00-17:00");
    check(
        &[("09:00", "12:00"), ("14:00", "17:00")],
        FRIDAY,
        ("13:00", "20:00"),
        "09:00-12:00 13:00-13:45 14:00-17:00",
    );
}

#[test]
fn a_night_is_drawn_on_both_of_its_days() {
    let night = [("22:00", "06:00")];
    check(&night, FRIDAY, ("22:00", "20:00"), "20:00-06:00");
    check(&night, FRIDAY, ("22:00", "02:00"), "06:15-06:00");
    check(&night, FRIDAY, ("23:00", "22:00"), "21:00-05:00");
    check(&night, FRIDAY, ("24:00", "23:00"), "22:00-23:00");
    check(&night, SATURDAY, ("06:00", "08:00"), "22:00-08:00");
    check(&night, SATURDAY, ("06:00", "00:00"), "22:00-24:00");
    check(&night, SATURDAY, ("06:00", "23:00"), "22:00-21:45");
    check(&night, SATURDAY, ("03:00", "04:00"), "23:00-07:00");
    check(&night, SATURDAY, ("03:00", "09:00"), "23:45-07:45");
}
