//! Hours and holidays: the vectors of the specification, read from a table a person can check.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it fails"
)]

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Month, NaiveDate, Utc, Weekday};
use domain::ids::{FolderId, HolidayId};
use domain::schedule::{
    DayHours, DayMode, Holiday, HolidayBook, HolidayFolder, HolidayKind, Interval, Occurrence, PartOfDay,
    Schedule, ScheduleError, State, TimeOfDay,
};
use domain::{Zone, zone::UnknownZone};
use proptest::prelude::*;
use uuid::Uuid;

fn time(text: &str) -> TimeOfDay {
    text.parse().unwrap()
}

/// `09:00-12:00 13:00-17:00`, or `-` for closed.
fn hours(text: &str) -> DayHours {
    let interval = |part: &str| {
        let (from, to) = part.split_once('-').unwrap();
        Interval::new(time(from), time(to)).unwrap()
    };
    if text == "-" {
        DayHours::CLOSED
    } else {
        DayHours::new(text.split(' ').map(interval).collect()).unwrap()
    }
}

/// `24h`, `weekdays …`, `weekend …`, `daily …`, or a day of the week with its hours, the others closed.
fn days(text: &str) -> DayMode {
    let (mode, rest) = text.split_once(' ').unwrap_or((text, ""));
    match mode {
        "24h" => DayMode::AllDay,
        "weekdays" => DayMode::WeekdaysWeekends {
            weekdays: hours(rest),
            weekends: DayHours::CLOSED,
        },
        "weekend" => DayMode::WeekdaysWeekends {
            weekdays: DayHours::CLOSED,
            weekends: hours(rest),
        },
        "daily" => DayMode::WeekdaysWeekends {
            weekdays: hours(rest),
            weekends: hours(rest),
        },
        day => {
            let mut all = std::array::from_fn(|_| DayHours::CLOSED);
            all[day.parse::<Weekday>().unwrap().num_days_from_sunday() as usize] = hours(rest);
            DayMode::PerDay { days: all }
        }
    }
}

/// `12/25`, `12/24-01/02`, or `12/31 13:00-24:00`.
fn holiday(text: &str) -> Holiday {
    let (dates, times) = text
        .split_once(' ')
        .map_or((text, None), |(dates, times)| (dates, Some(times)));
    let (from, to) = dates.split_once('-').unwrap_or((dates, dates));
    let times = times.map(|times| {
        times
            .split_once('-')
            .map(|(from, to)| PartOfDay::new(time(from), time(to)).unwrap())
            .unwrap()
    });
    of_kind(
        HolidayKind::Yearly {
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
        },
        times,
    )
}

fn of_kind(kind: HolidayKind, times: Option<PartOfDay>) -> Holiday {
    let id = HolidayId::from(Uuid::from_u128(7));
    let folder = FolderId::from(Uuid::from_u128(8));
    Holiday {
        id,
        folder,
        name: "Day off".to_owned().try_into().unwrap(),
        kind,
        times,
        message: None,
    }
}

fn empty_book() -> HolidayBook {
    let mut book = HolidayBook::default();
    let id = FolderId::from(Uuid::from_u128(8));
    let name = "All".parse().unwrap();
    book.add_folder(HolidayFolder { id, name }).unwrap();
    book
}

fn with(zone: &str, mode: DayMode, observed: Option<Holiday>) -> (Schedule, HolidayBook) {
    let mut book = empty_book();
    let ids = observed.iter().map(|holiday| holiday.id).collect();
    if let Some(holiday) = observed {
        book.add(holiday).unwrap();
    }
    (Schedule::new(zone.parse().unwrap(), mode, ids).unwrap(), book)
}

#[test]
fn r69_the_vectors_of_section_5_4_and_the_scenarios() {
    let mut schedule = None;
    let mut checked = 0;
    for line in include_str!("cases/hours.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let fields: Vec<_> = line.split('|').map(str::trim).collect();
        match fields.as_slice() {
            ["schedule", zone, mode, "none"] => schedule = Some(with(zone, days(mode), None)),
            ["schedule", zone, mode, observed] => {
                schedule = Some(with(zone, days(mode), Some(holiday(observed))));
            }
            [at, expected, ..] => {
                let (schedule, book) = schedule.as_ref().unwrap();
                let state = match schedule.state_at(book, at.parse().unwrap()) {
                    State::Open => "open",
                    State::OutsideHours => "closed",
                    State::Holiday(_) => "holiday",
                };
                assert_eq!(state, *expected, "{line}");
                checked += 1;
            }
            _ => panic!("cannot read `{line}`"),
        }
    }
    assert!(checked > 40, "{checked} lines were checked");
}

#[test]
fn s142_conditional_holidays_fall_where_the_calendar_says() {
    let falls = |occurrence, weekday, month, year, day| {
        let date = NaiveDate::from_ymd_opt(year, Month::number_from_month(&month), day).unwrap();
        HolidayKind::Conditional {
            weekday,
            occurrence,
            month,
        }
        .falls_on(date)
    };
    assert!(falls(Occurrence::Week4, Weekday::Thu, Month::November, 2026, 26));
    assert!(falls(Occurrence::Week4, Weekday::Thu, Month::November, 2027, 25));
    assert!(falls(Occurrence::Last, Weekday::Mon, Month::May, 2026, 25));
    assert!(falls(Occurrence::Last, Weekday::Mon, Month::May, 2027, 31));
    assert!((1..=28).all(|day| !falls(Occurrence::Week5, Weekday::Mon, Month::February, 2026, day)));
}

#[test]
fn s145_impossible_hours_cannot_be_built() {
    let same = Interval::new(time("09:00"), time("09:00"))
        .unwrap_err()
        .to_string();
    assert_eq!(
        same,
        "opening and closing at `09:00` leaves no hours: for a whole day choose 24 hour operation"
    );
    let two = |a: &str, b: &str| DayHours::new([a, b].map(|text| hours(text).intervals()[0]).to_vec());
    assert!(matches!(
        two("09:00-12:00", "12:00-17:00"),
        Err(ScheduleError::Overlap { .. })
    ));
    assert!(two("13:00-17:00", "09:00-12:59").is_ok());
    let nights = |first: &str| {
        let mut all = std::array::from_fn(|_| DayHours::CLOSED);
        all[5] = hours("22:00-06:00");
        all[6] = hours(first);
        Schedule::new(Zone::UTC, DayMode::PerDay { days: all }, BTreeSet::new())
    };
    assert!(nights("06:01-12:00").is_ok());
    assert_eq!(
        nights("06:00-12:00").unwrap_err().to_string(),
        "Sat begins at `06:00`, while the night before lasts until `06:00`: begin later"
    );
    for wrong in ["24:01", "9", "09:60", "-1:00", "09:00:00", ""] {
        assert!(wrong.parse::<TimeOfDay>().is_err(), "{wrong}");
    }
}

/// Zones that change their clocks in different ways: whole hours, half an hour, by country, never.
const ZONES: [&str; 7] = [
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "America/St_Johns",
    "Pacific/Apia",
    "Africa/Cairo",
];

fn any_mode() -> impl Strategy<Value = DayMode> {
    let texts = [
        "-",
        "09:00-17:00",
        "22:00-06:00",
        "00:00-01:30",
        "02:30-04:00",
        "07:15-12:00 13:00-17:45",
    ];
    let text = prop::sample::select(texts.to_vec());
    (text.clone(), text, any::<bool>()).prop_map(|(week, end, all_day)| {
        if all_day {
            DayMode::AllDay
        } else {
            DayMode::WeekdaysWeekends {
                weekdays: hours(week),
                weekends: hours(end),
            }
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_timeline_agrees_with_every_minute(
        zone in prop::sample::select(ZONES.to_vec()),
        mode in any_mode(),
        // Around the clock changes of 2026, and anywhere.
        start in prop_oneof![Just(1_772_900_000_i64), Just(1_793_400_000), Just(1_774_700_000), 1_700_000_000_i64..1_900_000_000],
        observed in prop::option::of(prop::sample::select(vec!["03/08", "11/01", "03/29 01:00-02:30", "12/24-01/02"])),
    ) {
        let zone: Result<Zone, UnknownZone> = zone.parse();
        let Ok(schedule) = Schedule::new(zone.unwrap(), mode, BTreeSet::from([HolidayId::from(Uuid::from_u128(7))])) else {
            return Ok(());
        };
        let mut book = empty_book();
        if let Some(text) = observed {
            book.add(holiday(text)).unwrap();
        }
        let from: DateTime<Utc> = DateTime::from_timestamp(start - start % 60, 0).unwrap();
        let to = from + Duration::days(3);
        let spans = schedule.timeline(&book, from, to);
        prop_assert_eq!((spans.first().unwrap().from, spans.last().unwrap().to), (from, to));
        for pair in spans.windows(2) {
            prop_assert_eq!(pair[0].to, pair[1].from);
            prop_assert_ne!(pair[0].state, pair[1].state);
        }
        for span in &spans {
            let mut at = span.from;
            while at < span.to {
                prop_assert_eq!(schedule.state_at(&book, at), span.state, "{}", at);
                at += Duration::minutes(1);
            }
        }
        let now = spans[0].state;
        let change = spans.get(1).map(|span| span.from);
        prop_assert!(change.is_none() || schedule.next_change(&book, from) == change, "{:?}", now);
    }
}
