//! Texts to schedules and back.

use super::*;

fn chicago() -> Zone {
    "America/Chicago".parse().unwrap()
}

/// An editor in the mode of its rows, with these openings.
fn written(mode: Mode, rows: &[(Row, &[(&str, &str)])]) -> ScheduleInputs {
    let mut inputs = ScheduleInputs::of(&Schedule::always(chicago()));
    inputs.mode = mode;
    for (row, openings) in rows {
        for (from, to) in *openings {
            let key = inputs.add(*row);
            inputs.write(*row, key, End::From, (*from).to_owned());
            inputs.write(*row, key, End::To, (*to).to_owned());
        }
    }
    inputs
}

#[track_caller]
fn check(openings: &[(&str, &str)], expected: &[(Option<End>, &str)]) {
    let row = Row::Day(Weekday::Mon);
    let inputs = written(Mode::PerDay, &[(row, openings)]);
    let faults = inputs.schedule().err().unwrap_or_default();
    let found: Vec<_> = faults
        .iter()
        .map(|fault| (fault.end, fault.text.as_str()))
        .collect();
    assert_eq!(found, expected, "{openings:?}");
    assert!(faults.iter().all(|fault| fault.row == row));
}

#[test]
fn each_time_that_is_none_has_its_own_sentence() {
    check(&[("09:00", "17:00")], &[]);
    check(&[("09:00", "24:00")], &[]);
    check(&[("22:00", "06:00")], &[]);
    check(
        &[("noon", "25:00")],
        &[
            (Some(End::From), "`noon` is not a time: write it as `09:00`"),
            (Some(End::To), "`25:00` is not a time: write it as `09:00`"),
        ],
    );
    check(
        &[("", "17:00")],
        &[(Some(End::From), "enter the opening time, such as `09:00`")],
    );
    check(
        &[("09:00", " ")],
        &[(Some(End::To), "enter the closing time, such as `09:00`")],
    );
}

#[test]
fn s145_the_same_start_and_end_is_refused() {
    let sentence = "opening and closing at `09:00` leaves no hours: for a whole day choose 24 hour operation";
    check(&[("09:00", "09:00")], &[(None, sentence)]);
    let sentence = "opening at `24:00` is opening at `00:00` of the day after: choose that day";
    check(&[("24:00", "09:00")], &[(Some(End::From), sentence)]);
    check(&[("00:00", "24:00")], &[]);
}

#[test]
fn openings_that_touch_are_told_at_the_later_one() {
    let sentence =
        "`12:00–17:00` begins before `08:00–12:00` has ended: leave a gap between them, or make them one";
    check(
        &[("08:00", "12:00"), ("12:00", "17:00")],
        &[(Some(End::From), sentence)],
    );
    check(
        &[("12:00", "17:00"), ("08:00", "12:00")],
        &[(Some(End::From), sentence)],
    );
    check(&[("08:00", "12:00"), ("12:01", "17:00")], &[]);
}

#[test]
fn a_day_within_the_night_before_is_told_on_that_day() {
    let (mon, tue) = (Row::Day(Weekday::Mon), Row::Day(Weekday::Tue));
    let inputs = written(
        Mode::PerDay,
        &[(mon, &[("22:00", "06:00")]), (tue, &[("05:00", "09:00")])],
    );
    let faults = inputs.schedule().unwrap_err();
    assert_eq!(faults.len(), 1);
    assert_eq!((faults[0].row, faults[0].key), (tue, Some(2)));
    let rows = [
        (Row::Weekends, &[("22:00", "10:00")][..]),
        (Row::Weekdays, &[("09:00", "17:00")]),
    ];
    let faults = written(Mode::Weekdays, &rows).schedule().unwrap_err();
    assert_eq!(faults[0].row, Row::Weekdays);
}

#[test]
fn a_schedule_comes_back_as_it_was() {
    let day = |text: &[(&str, &str)]| {
        let interval = |(from, to): &(&str, &str)| Interval::new(from.parse().unwrap(), to.parse().unwrap());
        DayHours::new(text.iter().map(|times| interval(times).unwrap()).collect()).unwrap()
    };
    let modes = [
        DayMode::AllDay,
        DayMode::WeekdaysWeekends {
            weekdays: day(&[("09:00", "17:00")]),
            weekends: DayHours::CLOSED,
        },
        DayMode::PerDay {
            days: [
                DayHours::CLOSED,
                day(&[("07:00", "12:00"), ("13:00", "24:00")]),
                day(&[("00:30", "01:00")]),
                DayHours::CLOSED,
                DayHours::CLOSED,
                day(&[("22:00", "06:00")]),
                DayHours::CLOSED,
            ],
        },
    ];
    for mode in modes {
        let schedule = Schedule::new(chicago(), mode, BTreeSet::new()).unwrap();
        assert_eq!(ScheduleInputs::of(&schedule).schedule(), Ok(schedule));
    }
}

#[test]
fn another_mode_begins_with_the_hours_of_the_one_before_and_keeps_its_own() {
    let mut inputs = written(Mode::Weekdays, &[(Row::Weekdays, &[("08:00", "12:30")])]);
    inputs.set_mode(Mode::PerDay);
    assert_eq!(inputs.openings(Row::Day(Weekday::Fri))[0].to, "12:30");
    assert_eq!(inputs.openings(Row::Day(Weekday::Sat)), []);
    inputs.close(Row::Day(Weekday::Fri));
    inputs.set_mode(Mode::Weekdays);
    inputs.set_mode(Mode::AllDay);
    inputs.set_mode(Mode::PerDay);
    assert_eq!(inputs.openings(Row::Day(Weekday::Fri)), []);
    assert_eq!(inputs.openings(Row::Day(Weekday::Mon)).len(), 1);
}

#[test]
fn a_second_opening_begins_after_a_pause() {
    let row = Row::Day(Weekday::Mon);
    let next = |openings: &[(&str, &str)]| {
        let mut inputs = written(Mode::PerDay, &[(row, openings)]);
        let key = inputs.add(row);
        let opening = inputs.opening(row, key).unwrap();
        (opening.from.clone(), opening.to.clone())
    };
    let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(next(&[]), pair("09:00", "17:00"));
    assert_eq!(next(&[("08:00", "12:30")]), pair("13:30", "17:30"));
    assert_eq!(next(&[("08:00", "22:00")]), pair("23:00", "24:00"));
    assert_eq!(next(&[("08:00", "23:00")]), pair("", ""));
    assert_eq!(next(&[("22:00", "06:00")]), pair("", ""));
}

#[test]
fn a_closing_time_of_midnight_is_the_end_of_the_day() {
    let row = Row::Day(Weekday::Mon);
    for text in ["0", "00:00", "12 am", "24:00"] {
        let mut inputs = written(Mode::PerDay, &[(row, &[("09:00", text)])]);
        inputs.tidy(row, 1, End::To);
        assert_eq!(inputs.openings(row)[0].to, "24:00", "{text}");
        assert!(inputs.schedule().is_ok());
    }
}
