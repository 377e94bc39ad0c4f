//! Hours of operation: the tables of the specification, read from files a person can check.

use std::collections::{BTreeMap, BTreeSet};

use crate::written::{self, hours};
use chrono::{DateTime, Utc};
use domain::Zone;
use domain::schedule::{
    DateRange, DayHours, DayMode, HolidayBook, HolidayName, Interval, OpenWeek, PartOfDay, Schedule,
    ScheduleHint, State, TimeOfDay, YearDay,
};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hours {
    schedule: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    zone: String,
    open: String,
    #[serde(default)]
    holidays: Vec<String>,
    /// Holidays that are there and not observed.
    #[serde(default)]
    unticked: Vec<String>,
    at: Vec<Vec<String>>,
}

#[test]
fn r69_the_table_of_hours_s130_to_s151() {
    let hours: Hours = toml::from_str(include_str!("cases/hours.toml")).unwrap();
    let mut checked = 0;
    for case in hours.schedule {
        let (mut schedule, mut book) = written::schedule(&case.zone, &case.open, &case.holidays);
        if !case.unticked.is_empty() {
            let (ticked, all) = written::schedule(&case.zone, &case.open, &case.unticked);
            (schedule, book) = (ticked.observing(BTreeSet::new()), all);
        }
        for row in case.at {
            let [at, local, expected, ..] = row.as_slice() else {
                panic!("{row:?} is not a row");
            };
            let at: DateTime<Utc> = at.parse().unwrap();
            let shown = schedule.zone().to_local(at).format("%a %m/%d %H:%M").to_string();
            let state = match schedule.state_at(&book, at) {
                State::Open => "open",
                State::OutsideHours => "closed",
                State::Holiday(_) => "holiday",
            };
            assert_eq!(
                (shown.as_str(), state),
                (local.as_str(), expected.as_str()),
                "{row:?}"
            );
            assert_eq!(schedule.is_open(&book, at), state == "open", "{row:?}");
            checked += 1;
        }
    }
    assert!(checked > 70, "{checked} rows were checked");
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holidays {
    falls: Vec<Falls>,
    refused: Vec<BTreeMap<String, String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Falls {
    holiday: String,
    dates: BTreeMap<String, Vec<String>>,
}

#[test]
fn s142_the_table_of_holiday_dates() {
    let table: Holidays = toml::from_str(include_str!("cases/holidays.toml")).unwrap();
    for case in table.falls {
        for (year, expected) in case.dates {
            let dates = written::kind(&case.holiday).dates(year.parse().unwrap());
            let dates: Vec<_> = dates
                .iter()
                .map(|date| date.format("%m/%d").to_string())
                .collect();
            assert_eq!(dates, expected, "{} in {year}", case.holiday);
        }
    }
}

/// What is refused where it is built is refused where it is read, with the same sentence.
#[test]
fn s145_s146_s149_the_table_of_what_is_refused() {
    let table: Holidays = toml::from_str(include_str!("cases/holidays.toml")).unwrap();
    for mut case in table.refused {
        let because = case.remove("because").unwrap();
        let (what, given) = case.pop_first().unwrap();
        let (first, last) = given.split_once("..").unwrap_or((&given, ""));
        let (from, to) = given.split_once('-').unwrap_or((&given, ""));
        let pairs: Vec<_> = given
            .split(' ')
            .map(|pair| pair.split('-').collect::<Vec<_>>())
            .collect();
        let error = |error: &dyn std::error::Error| error.to_string();
        let read = match what.as_str() {
            "day" => {
                assert_eq!(error(&given.parse::<YearDay>().unwrap_err()), because);
                continue;
            }
            "dates" => {
                error(&serde_json::from_value::<DateRange>(json!({ "from": first, "to": last })).unwrap_err())
            }
            "part" => error(&serde_json::from_value::<PartOfDay>(json!([from, to])).unwrap_err()),
            "hours" => {
                assert_eq!(error(&hours(&given).unwrap_err()), because);
                error(&serde_json::from_value::<DayHours>(json!(pairs)).unwrap_err())
            }
            "zone" => error(&serde_json::from_value::<Zone>(json!(given)).unwrap_err()),
            "name" => error(&serde_json::from_value::<HolidayName>(json!(given)).unwrap_err()),
            _ => panic!("cannot read `{what}`"),
        };
        assert_eq!(read, because, "{what} {given}");
    }
}

#[test]
fn s145_hours_do_not_run_into_the_night_before() {
    let nights = |open: &str, next: &str| {
        let mut days = std::array::from_fn(|_| DayHours::CLOSED);
        days[5] = hours(open).unwrap();
        days[6] = hours(next).unwrap();
        Schedule::new(Zone::UTC, DayMode::PerDay { days }, BTreeSet::new())
    };
    assert!(nights("22:00-06:00", "06:01-12:00").is_ok());
    assert!(nights("22:00-24:00", "00:00-12:00").is_ok());
    let error = nights("22:00-06:00", "06:00-12:00").unwrap_err();
    assert_eq!(
        error.to_string(),
        "Sat begins at `06:00`, while the night before lasts until `06:00`: begin later"
    );
    // Nor where the schedule is read.
    let mut stored = serde_json::to_value(nights("22:00-06:00", "07:00-12:00").unwrap()).unwrap();
    stored["days"]["per_day"]["days"][6] = json!([["05:00", "12:00"]]);
    let read = serde_json::from_value::<Schedule>(stored)
        .unwrap_err()
        .to_string();
    assert!(read.contains("begins at `05:00`"), "{read}");
}

#[test]
fn a_day_takes_two_hundred_intervals() {
    let every_six_minutes = |number: u32| {
        let at = |minute| TimeOfDay::of(0, minute);
        Interval::new(at(number * 6), at(number * 6 + 5)).unwrap()
    };
    let day = DayHours::new((0..200).rev().map(every_six_minutes).collect()).unwrap();
    assert_eq!((day.intervals().len(), day.minutes()), (200, 1_000));
    let days = DayMode::WeekdaysWeekends {
        weekdays: day.clone(),
        weekends: day,
    };
    let schedule = Schedule::new(Zone::UTC, days, BTreeSet::new()).unwrap();
    let (from, to) = (
        "2026-10-15T00:00:00Z".parse().unwrap(),
        "2026-10-16T00:00:00Z".parse().unwrap(),
    );
    assert_eq!(schedule.timeline(&HolidayBook::default(), from, to).len(), 400);
    let mut again = schedule.days().clone();
    if let DayMode::WeekdaysWeekends { weekdays, .. } = &mut again {
        let twice = [weekdays.intervals(), weekdays.intervals()].concat();
        assert!(DayHours::new(twice).is_err());
    }
}

#[test]
fn s147_another_zone_keeps_the_wall_times() {
    let (new_york, book) = written::schedule("America/New_York", "weekdays 09:00-17:00", &[]);
    let london = new_york.in_zone("Europe/London".parse().unwrap());
    assert_eq!(london.days(), new_york.days());
    let nine = |at: &str| london.next_change(&book, at.parse().unwrap());
    assert_eq!(
        nine("2026-01-12T08:00:00Z"),
        Some("2026-01-12T09:00:00Z".parse().unwrap())
    );
    assert_eq!(
        nine("2026-07-13T07:00:00Z"),
        Some("2026-07-13T08:00:00Z".parse().unwrap())
    );
}

#[test]
fn s151_a45_what_is_legal_but_seldom_meant_is_hinted_at() {
    let hint = |open: &str, observed: &[String]| written::schedule("UTC", open, observed).0.hint();
    assert_eq!(hint("weekdays", &[]), Some(ScheduleHint::NeverOpen));
    assert_eq!(hint("24h", &[]), Some(ScheduleHint::NeverClosed));
    assert_eq!(hint("24h", &["12/25".to_owned()]), None);
    assert_eq!(hint("Sun 00:00-00:01", &[]), None);
}

#[test]
fn a_week_is_told_in_words() {
    let words = |open: &str| written::schedule("UTC", open, &[]).0.open_week().to_string();
    assert_eq!(words("weekdays 09:00-17:18"), "open 41 h 30 min a week");
    assert_eq!(words("weekdays 09:00-17:00"), "open 40 h a week");
    assert_eq!(words("Fri 22:00-06:00"), "open 8 h a week");
    assert_eq!(words("Sun 00:00-00:45"), "open 45 min a week");
    assert_eq!(words("weekdays"), "never open");
    assert_eq!(words("24h"), "open round the clock");
    assert_eq!(
        OpenWeek { minutes: 10_080 },
        written::schedule("UTC", "24h", &[]).0.open_week()
    );
}

#[test]
fn the_next_change_may_be_years_away() {
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let (leap, book) = written::schedule("UTC", "24h", &["02/29".to_owned()]);
    assert_eq!(
        leap.next_change(&book, at("2024-03-01T00:00:00Z")),
        Some(at("2028-02-29T00:00:00Z"))
    );
    assert_eq!(
        leap.next_open(&book, at("2028-02-29T12:00:00Z")),
        Some(at("2028-03-01T00:00:00Z"))
    );
    let always = Schedule::always(Zone::UTC);
    assert_eq!(always.next_change(&book, at("2026-10-15T00:00:00Z")), None);
    assert_eq!(
        always.next_open(&book, at("2026-10-15T12:34:56Z")),
        Some(at("2026-10-15T12:34:56Z"))
    );
    let (never, _) = written::schedule("UTC", "weekdays", &[]);
    assert_eq!(never.next_open(&book, at("2026-10-15T00:00:00Z")), None);
}

#[test]
fn no_moment_is_too_far() {
    let observed = ["12/24-01/02", "Last Mon May", "12/31 13:00-24:00"].map(str::to_owned);
    for zone in ["Pacific/Kiritimati", "America/Adak", "Africa/Monrovia", "UTC"] {
        let (schedule, book) = written::schedule(zone, "daily 22:00-06:00", &observed);
        let years = [
            "1900-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "0000-01-01T00:00:00Z",
        ]
        .map(|at| at.parse().unwrap());
        for at in years
            .into_iter()
            .chain([DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC])
        {
            let next = schedule.next_change(&book, at);
            assert!(at == DateTime::<Utc>::MAX_UTC || next.is_some(), "{zone} {at}");
            let spans = schedule.timeline(&book, at, at);
            assert!(spans.is_empty());
            let _ = (
                schedule.state_at(&book, at),
                schedule.zone().to_utc(at.naive_utc()),
            );
        }
    }
}

#[test]
fn r64_a_schedule_has_one_of_three_day_modes() {
    // Monday 12 October 2026 and the six days after it, at noon.
    let open_at_noon = |open: &str| -> String {
        let (schedule, book) = written::schedule("UTC", open, &[]);
        (12..19)
            .map(|day| format!("2026-10-{day}T12:00:00Z").parse().unwrap())
            .map(|at| if schedule.is_open(&book, at) { 'o' } else { '.' })
            .collect()
    };
    assert_eq!(open_at_noon("24h"), "ooooooo");
    assert_eq!(open_at_noon("weekdays 09:00-17:00"), "ooooo..");
    assert_eq!(open_at_noon("weekend 09:00-17:00"), ".....oo");
    assert_eq!(open_at_noon("Tue 09:00-17:00"), ".o.....");
    assert_eq!(open_at_noon("Sun 09:00-17:00"), "......o");
    // Exactly one: another, none or two at once cannot be read.
    let read = |days: serde_json::Value| {
        let stored = json!({ "time_zone": "UTC", "days": days, "observed_holidays": [] });
        serde_json::from_value::<Schedule>(stored)
    };
    let week = json!({ "weekdays": [["09:00", "17:00"]], "weekends": [] });
    assert!(read(json!("all_day")).is_ok());
    assert!(read(json!({ "weekdays_weekends": week })).is_ok());
    let both = json!({ "weekdays_weekends": week, "per_day": { "days": vec![json!([]); 7] } });
    for wrong in [json!("weekends_only"), json!({}), both] {
        assert!(read(wrong.clone()).is_err(), "{wrong}");
    }
    for days in [6, 8] {
        assert!(
            read(json!({ "per_day": { "days": vec![json!([]); days] } })).is_err(),
            "{days}"
        );
    }
    assert!(read(json!({ "per_day": { "days": vec![json!([]); 7] } })).is_ok());
}
