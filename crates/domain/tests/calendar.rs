//! Holidays out of calendar files: what each event becomes, and why others are left out.

use chrono::NaiveDate;
use domain::calendar::{CalendarError, CalendarFile, MAX_CALENDAR};
use domain::schedule::HolidayKind;
use proptest::prelude::*;

fn today() -> NaiveDate {
    "2026-10-15".parse().unwrap()
}

fn read(events: &[&str]) -> CalendarFile {
    let event = |event: &&str| format!("BEGIN:VEVENT\n{event}\nEND:VEVENT\n");
    let events = events.iter().map(event).collect::<Vec<_>>().concat();
    let head = "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Holidays\\, US\n";
    let text = format!("{head}{events}END:VCALENDAR\n").replace('\n', "\r\n");
    CalendarFile::read(text.as_bytes(), today()).unwrap()
}

/// `Name: kind [times]`, or `Name! reason`.
fn lines(file: &CalendarFile) -> Vec<String> {
    let kind = |kind: &HolidayKind| match kind {
        HolidayKind::Yearly { from, to } => format!("{from}-{to}"),
        HolidayKind::Conditional {
            weekday,
            occurrence,
            month,
        } => format!("{occurrence} {weekday} {}", month.name()),
        HolidayKind::Once(range) => format!("{}..{}", range.from(), range.to()),
    };
    let holidays = file.holidays.iter().map(|holiday| {
        let times = holiday.times.map(|part| format!(" {part}")).unwrap_or_default();
        format!("{}: {}{times}", holiday.name, kind(&holiday.kind))
    });
    let left_out = file.left_out.iter();
    holidays
        .chain(left_out.map(|event| format!("{}! {}", event.name, event.reason)))
        .collect()
}

#[track_caller]
fn check(events: &[&str], expected: &[&str]) {
    assert_eq!(lines(&read(events)), expected);
}

fn day(name: &str, date: &str) -> String {
    format!("SUMMARY:{name}\nDTSTART;VALUE=DATE:{date}")
}

#[track_caller]
fn check_days(name: &str, dates: &[&str], expected: &[&str]) {
    let events: Vec<_> = dates.iter().map(|date| day(name, date)).collect();
    let events: Vec<_> = events.iter().map(String::as_str).collect();
    check(&events, expected);
}

#[test]
fn a_date_comes_once_and_the_same_date_of_two_years_every_year() {
    check_days(
        "Easter Monday",
        &["20270329"],
        &["Easter Monday: 2027-03-29..2027-03-29"],
    );
    check_days(
        "Christmas Day",
        &["20251225", "20261225"],
        &["Christmas Day: 12/25-12/25"],
    );
    check_days(
        "Easter Monday",
        &["20260406", "20270329", "20280417"],
        &[
            "Easter Monday: 2027-03-29..2027-03-29",
            "Easter Monday: 2028-04-17..2028-04-17",
            "Easter Monday! it is over",
        ],
    );
    // Twice in one year is no rule.
    check_days(
        "Audit",
        &["20270101", "20270601"],
        &["Audit: 2027-01-01..2027-01-01", "Audit: 2027-06-01..2027-06-01"],
    );
}

#[test]
fn what_does_not_come_every_year_is_no_rule() {
    // Every fourth year, or every second: a rule would close in the years between as well.
    check_days(
        "Inauguration Day",
        &["20290120", "20330120"],
        &[
            "Inauguration Day: 2029-01-20..2029-01-20",
            "Inauguration Day: 2033-01-20..2033-01-20",
        ],
    );
    check_days(
        "Election Day",
        &["20261103", "20281107", "20301105"],
        &[
            "Election Day: 2026-11-03..2026-11-03",
            "Election Day: 2028-11-07..2028-11-07",
            "Election Day: 2030-11-05..2030-11-05",
        ],
    );
    // A leap day comes when there is one.
    check_days("Leap day", &["20280229", "20320229"], &["Leap day: 02/29-02/29"]);
    check_days(
        "Leap day",
        &["20280229", "20360229"],
        &[
            "Leap day: 2028-02-29..2028-02-29",
            "Leap day: 2036-02-29..2036-02-29",
        ],
    );
}

#[test]
fn days_about_the_end_of_february_are_no_range_of_every_year() {
    let trip = |from: &str, to: &str| {
        format!("SUMMARY:Trip\nDTSTART;VALUE=DATE:{from}\nDTEND;VALUE=DATE:{to}\nRRULE:FREQ=YEARLY")
    };
    // Two days, which end on the 29th in leap years only.
    check(
        &[&trip("20270228", "20270302")],
        &["Trip! it repeats in a way that no holiday does, `FREQ=YEARLY`: add it by hand"],
    );
    check(&[&trip("20270301", "20270303")], &["Trip: 03/01-03/02"]);
    check(&[&trip("20270227", "20270301")], &["Trip: 02/27-02/28"]);
    check(&[&trip("20271231", "20280102")], &["Trip: 12/31-01/01"]);
}

#[test]
fn a_weekday_of_a_month_is_a_rule_only_when_no_other_fits() {
    check_days(
        "Labor Day",
        &["20250901", "20260907", "20270906"],
        &["Labor Day: Week 1 Mon September"],
    );
    // Fourth and last alike: nobody can tell.
    // Three times the fourth Monday, and the last: nobody can tell which.
    check_days(
        "Memorial Day",
        &["20240527", "20250526", "20260525"],
        &[
            "Memorial Day! it is over",
            "Memorial Day! it is over",
            "Memorial Day! it is over",
        ],
    );
    check_days(
        "Memorial Day",
        &["20250526", "20260525", "20270531"],
        &["Memorial Day: Last Mon May"],
    );
    check_days(
        "Labor Day",
        &["20260907", "20270906"],
        &["Labor Day: 2027-09-06..2027-09-06", "Labor Day! it is over"],
    );
}

#[test]
fn rules_of_the_file_are_kept() {
    let with = |rule: &str| format!("{}\nRRULE:{rule}", day("Day", "20261126"));
    let reject =
        |rule: &str| format!("Day! it repeats in a way that no holiday does, `{rule}`: add it by hand");
    for (rule, expected) in [
        ("FREQ=YEARLY", "Day: 11/26-11/26"),
        ("FREQ=YEARLY;INTERVAL=1;WKST=SU", "Day: 11/26-11/26"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24", "Day: 12/24-12/24"),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "Day: Week 4 Thu November"),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", "Day: Last Mon May"),
        (
            "FREQ=YEARLY;BYMONTH=11;BYDAY=TH;BYSETPOS=4",
            "Day: Week 4 Thu November",
        ),
        ("FREQ=YEARLY;COUNT=1", "Day: 2026-11-26..2026-11-26"),
        ("FREQ=YEARLY;COUNT=5", "Day: 11/26-11/26"),
        ("FREQ=YEARLY;UNTIL=20281231", "Day: 11/26-11/26"),
    ] {
        check(&[&with(rule)], &[expected]);
    }
    for rule in [
        "FREQ=WEEKLY",
        "FREQ=YEARLY;INTERVAL=2",
        "FREQ=YEARLY;BYDAY=4TH",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=TH",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=6TH",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=YEARLY;COUNT=0",
        "nonsense",
    ] {
        check(&[&with(rule)], &[&reject(rule)]);
    }
    let excepted = format!("{}\nEXDATE;VALUE=DATE:20271126", with("FREQ=YEARLY"));
    check(&[&excepted], &[&reject("EXDATE:20271126")]);
}

#[test]
fn r66_times_are_a_part_of_one_day() {
    let timed = |from: &str, to: &str| {
        format!("SUMMARY:Eve\nDTSTART;TZID=Europe/London:{from}\nDTEND;TZID=Europe/London:{to}")
    };
    for (from, to, expected) in [
        (
            "20261231T130000",
            "20270101T000000",
            "Eve: 2026-12-31..2026-12-31 13:00–24:00",
        ),
        (
            "20261231T130059",
            "20261231T180000",
            "Eve: 2026-12-31..2026-12-31 13:00–18:00",
        ),
        (
            "20261231T130000",
            "20270101T010000",
            "Eve! it goes over midnight: make two holidays of it by hand",
        ),
        (
            "20261231T130000",
            "20261231T130000",
            "Eve! it ends when it begins, or before",
        ),
        (
            "20261231T130000Z",
            "20261231T180000Z",
            "Eve! its times are in UTC, not on a wall clock: add it by hand",
        ),
        (
            "20261231T250000",
            "20261231T180000",
            "Eve! `20261231T250000` is not a date",
        ),
    ] {
        check(&[&timed(from, to)], &[expected]);
    }
    check(
        &["SUMMARY:Eve\nDTSTART:20261231T130000\nDURATION:PT11H"],
        &["Eve: 2026-12-31..2026-12-31 13:00–24:00"],
    );
}

#[test]
fn the_end_of_whole_days_is_the_day_after_the_last() {
    let until = |end: &str| format!("{}\nDTEND;VALUE=DATE:{end}", day("Break", "20261224"));
    check(&[&until("20261225")], &["Break: 2026-12-24..2026-12-24"]);
    check(&[&until("20261224")], &["Break: 2026-12-24..2026-12-24"]);
    check(&[&until("20270103")], &["Break: 2026-12-24..2027-01-02"]);
    check(&[&until("20271225")], &["Break: 2026-12-24..2027-12-24"]);
    check(&[&until("20271226")], &["Break! it is longer than a year"]);
    check(
        &[&until("20261220")],
        &["Break! it ends when it begins, or before"],
    );
    let weeks = format!("{}\nDURATION:P1W", day("Break", "20261224"));
    check(&[&weeks], &["Break: 2026-12-24..2026-12-30"]);
    let yearly = format!("{}\nRRULE:FREQ=YEARLY", until("20270103"));
    check(&[&yearly], &["Break: 12/24-01/02"]);
}

#[test]
fn s149_a_name_without_room_is_shortened_and_the_whole_one_kept() {
    let name = "Birthday of Martin Luther King\\, Jr.";
    let file = read(&[&day(name, "20270118")]);
    let found = file.holidays.first().unwrap();
    assert_eq!(found.name.as_str(), "Birthday of Martin Luther");
    assert_eq!(found.full_name, "Birthday of Martin Luther King, Jr.");
    assert_eq!(file.name.as_deref(), Some("Holidays, US"));
    let exact = "d".repeat(25);
    assert_eq!(
        read(&[&day(&exact, "20270118")])
            .holidays
            .first()
            .unwrap()
            .name
            .as_str(),
        exact
    );
    let long = "d".repeat(26);
    assert_eq!(
        read(&[&day(&long, "20270118")])
            .holidays
            .first()
            .unwrap()
            .name
            .as_str(),
        exact
    );
}

#[test]
fn what_surrounds_the_events_is_passed_over() {
    check(
        &[
            "SUMMARY;LANGUAGE=\"en:x;y\":Folded\n  name\nDTSTART;VALUE=DATE:20270101\nBEGIN:VALARM\nSUMMARY:Alarm\nEND:VALARM\nSTATUS:CONFIRMED",
            "SUMMARY:Off\nDTSTART;VALUE=DATE:20270102\nSTATUS:CANCELLED",
            "DTSTART;VALUE=DATE:20270103",
            "SUMMARY:Dateless",
        ],
        &[
            "Folded name: 2027-01-01..2027-01-01",
            "Off! it is cancelled",
            "! it has no name",
            "Dateless! `` is not a date",
        ],
    );
}

#[test]
fn a_file_that_is_no_calendar_is_refused() {
    let read = |bytes: &[u8]| CalendarFile::read(bytes, today()).unwrap_err();
    assert_eq!(read(b"name,date\n"), CalendarError::NotACalendar);
    assert_eq!(read(&[0xFF, 0xFE, 0x00]), CalendarError::NotText);
    assert_eq!(
        read(b"\xEF\xBB\xBFBEGIN:VCALENDAR\nEND:VCALENDAR"),
        CalendarError::NoEvent
    );
    let size = MAX_CALENDAR + 1;
    assert_eq!(read(&vec![b' '; size]), CalendarError::TooLarge { size });
}

proptest! {
    #[test]
    fn no_text_stops_it(text in "(BEGIN:VEVENT\n|SUMMARY:A\n|DTSTART:[0-9TZ]{0,16}\n|DTEND:2027[0-9T]{4,11}\n|DURATION:P[0-9TWDHM]{0,9}\n|RRULE:FREQ=YEARLY;(COUNT|BYDAY|BYMONTH|BYSETPOS|UNTIL)=[-0-9A-Z]{0,9}\n|END:VEVENT\n|.{0,9}\n){0,30}") {
        let _ = CalendarFile::read(format!("BEGIN:VCALENDAR\n{text}").as_bytes(), today());
    }
}
