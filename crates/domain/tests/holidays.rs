//! Holidays and their folders: what cannot be built, what the book keeps, which dates they fall on.

use chrono::{Datelike, Month, NaiveDate, Weekday};
use domain::ids::{FolderId, HolidayId};
use domain::schedule::{
    DateRange, DayMode, FolderName, Holiday, HolidayBook, HolidayError, HolidayFolder, HolidayKind,
    HolidayName, Occurrence, PartOfDay, Schedule, State, YearDay,
};
use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;

fn folder(number: u128) -> HolidayFolder {
    HolidayFolder {
        id: FolderId::from(Uuid::from_u128(number)),
        name: format!("Folder {number}").parse().unwrap(),
    }
}

fn holiday(number: u128, folder: u128) -> Holiday {
    Holiday {
        id: HolidayId::from(Uuid::from_u128(number)),
        folder: FolderId::from(Uuid::from_u128(folder)),
        name: format!("Holiday {number}").parse().unwrap(),
        kind: HolidayKind::Yearly {
            from: "12/25".parse().unwrap(),
            to: "12/26".parse().unwrap(),
        },
        times: None,
        message: None,
    }
}

/// Two folders, the first with holidays 11 and 12, the second with 13.
fn book() -> HolidayBook {
    let mut book = HolidayBook::default();
    book.add_folder(folder(1)).unwrap();
    book.add_folder(folder(2)).unwrap();
    for (number, folder) in [(11, 1), (12, 1), (13, 2)] {
        book.add(holiday(number, folder)).unwrap();
    }
    book
}

/// Reading JSON gives the value, which is written as the same JSON; or the error that contains the words.
#[track_caller]
fn check<T: serde::de::DeserializeOwned + serde::Serialize>(
    given: serde_json::Value,
    expected: Result<(), &str>,
) {
    match (serde_json::from_value::<T>(given.clone()), expected) {
        (Ok(value), Ok(())) => assert_eq!(serde_json::to_value(value).unwrap(), given),
        (Err(error), Err(words)) => assert!(error.to_string().contains(words), "{given}: {error}"),
        (Ok(_), Err(words)) => panic!("{given} was taken, expected `{words}`"),
        (Err(error), Ok(())) => panic!("{given}: {error}"),
    }
}

#[test]
fn s149_a_name_has_1_to_25_characters() {
    check::<HolidayName>(json!("d".repeat(25)), Ok(()));
    check::<HolidayName>(
        json!("d".repeat(26)),
        Err("shorten the name of the holiday to 25 characters: it has 26"),
    );
    check::<HolidayName>(json!("ü".repeat(25)), Ok(()));
    check::<HolidayName>(json!(" \n "), Err("enter a name for the holiday"));
    check::<FolderName>(json!("UK & Ireland"), Ok(()));
    check::<FolderName>(json!("\t"), Err("enter a name for the folder"));
    assert_eq!(
        " Boxing\nDay ".parse::<HolidayName>().unwrap().as_str(),
        "BoxingDay"
    );
}

#[test]
fn a_day_of_the_year_is_one_that_leap_years_have() {
    let day = |month, day| json!({ "month": month, "day": day });
    for (month, last) in [(1, 31), (2, 29), (4, 30), (12, 31)] {
        check::<YearDay>(day(month, 1), Ok(()));
        check::<YearDay>(day(month, last), Ok(()));
        check::<YearDay>(day(month, last + 1), Err("is not a day of the year"));
        check::<YearDay>(day(month, 0), Err("is not a day of the year"));
    }
    check::<YearDay>(
        day(13, 1),
        Err("`13/01` is not a day of the year: write it as `12/25`, month first"),
    );
    check::<YearDay>(day(0, 1), Err("is not a day of the year"));
    assert_eq!("7/4".parse::<YearDay>().unwrap().to_string(), "07/04");
    for wrong in ["25/12", "12-25", "12/25/2026", "+1/2", "/", ""] {
        assert!(wrong.parse::<YearDay>().is_err(), "{wrong}");
    }
}

#[test]
fn dates_and_times_do_not_run_backwards() {
    check::<HolidayKind>(
        json!({ "once": { "from": "2026-12-04", "to": "2026-12-04" } }),
        Ok(()),
    );
    check::<HolidayKind>(
        json!({ "once": { "from": "2026-12-04", "to": "2026-12-03" } }),
        Err("the last date `2026-12-03` comes before the first, `2026-12-04`: exchange them"),
    );
    check::<PartOfDay>(json!(["13:00", "24:00"]), Ok(()));
    check::<PartOfDay>(json!(["00:00", "00:01"]), Ok(()));
    check::<PartOfDay>(
        json!(["22:00", "06:00"]),
        Err(
            "a holiday from `22:00` has to end later than that, not at `06:00`: for a night make two holidays",
        ),
    );
    check::<PartOfDay>(json!(["13:00", "13:00"]), Err("has to end later"));
    check::<PartOfDay>(json!(["24:00", "24:00"]), Err("has to end later"));
}

#[test]
fn an_occurrence_is_one_of_six() {
    for occurrence in ["week1", "week5", "last"] {
        check::<Occurrence>(json!(occurrence), Ok(()));
    }
    check::<Occurrence>(json!("week6"), Err("unknown variant `week6`"));
    check::<Occurrence>(json!("week0"), Err("unknown variant `week0`"));
    let names: Vec<_> = Occurrence::ALL.map(|occurrence| occurrence.to_string()).into();
    assert_eq!(names, ["Week 1", "Week 2", "Week 3", "Week 4", "Week 5", "Last"]);
}

#[test]
fn s148_removing_a_folder_removes_its_holidays() {
    let mut book = book();
    let removed = book.remove_folder(folder(1).id).unwrap();
    let names: Vec<_> = removed.iter().map(|holiday| holiday.name()).collect();
    assert_eq!(names, ["Holiday 11", "Holiday 12"]);
    assert_eq!(book.holidays().count(), 1);
    assert_eq!(book.folders().count(), 1);
    assert_eq!(book.remove_folder(folder(1).id), Err(HolidayError::NoFolder));
}

#[test]
fn a_book_is_changed_by_what_is_there_only() {
    let mut book = book();
    let renamed = "UK".parse::<FolderName>().unwrap();
    book.rename_folder(folder(2).id, renamed.clone()).unwrap();
    assert_eq!(book.folder(folder(2).id).unwrap().name, renamed);
    assert_eq!(
        book.rename_folder(folder(3).id, renamed),
        Err(HolidayError::NoFolder)
    );
    book.edit(holiday(11, 2)).unwrap();
    assert_eq!(book.in_folder(folder(2).id).count(), 2);
    assert_eq!(book.edit(holiday(14, 2)), Err(HolidayError::NoHoliday));
    assert_eq!(
        book.edit(holiday(11, 3)).unwrap_err().to_string(),
        "holiday `Holiday 11` lies in a folder that does not exist: choose another folder"
    );
    assert_eq!(
        book.add(holiday(11, 1)).unwrap_err().to_string(),
        "holiday `Holiday 11` is there already: add it under a new id"
    );
    assert_eq!(
        book.add_folder(folder(1)).unwrap_err().to_string(),
        "holiday folder `Folder 1` is there already: add it under a new id"
    );
    assert_eq!(book.remove(holiday(12, 1).id).unwrap().name(), "Holiday 12");
    assert_eq!(book.remove(holiday(12, 1).id), Err(HolidayError::NoHoliday));
}

#[test]
fn a_book_that_contradicts_itself_is_not_read() {
    let stored = serde_json::to_value(book()).unwrap();
    check::<HolidayBook>(stored.clone(), Ok(()));
    let twice = |part: &str| {
        let mut stored = stored.clone();
        let records = stored.get_mut(part).unwrap().as_array_mut().unwrap();
        records.push(records.first().unwrap().clone());
        stored
    };
    check::<HolidayBook>(
        twice("folders"),
        Err("holiday folder `Folder 1` is there already"),
    );
    check::<HolidayBook>(twice("holidays"), Err("holiday `Holiday 11` is there already"));
    let mut orphaned = stored;
    orphaned.get_mut("folders").unwrap().as_array_mut().unwrap().pop();
    check::<HolidayBook>(
        orphaned,
        Err("holiday `Holiday 13` lies in a folder that does not exist"),
    );
}

fn any_kind() -> impl Strategy<Value = HolidayKind> {
    let day = (0..366_u32).prop_map(|day| {
        let date = NaiveDate::from_yo_opt(2000, day + 1).unwrap();
        let small = |number| u8::try_from(number).unwrap();
        YearDay::new(small(date.month()), small(date.day())).unwrap()
    });
    let date = (10_000..40_000_i32).prop_map(|days| NaiveDate::from_epoch_days(days).unwrap());
    prop_oneof![
        (day.clone(), day).prop_map(|(from, to)| HolidayKind::Yearly { from, to }),
        (0..7_u8, 0..6_usize, 1..=12_u8).prop_map(|(weekday, occurrence, month)| HolidayKind::Conditional {
            weekday: Weekday::try_from(weekday).unwrap(),
            occurrence: *Occurrence::ALL.get(occurrence).unwrap(),
            month: Month::try_from(month).unwrap(),
        }),
        (date, 0..900_u64).prop_map(|(from, days)| {
            HolidayKind::Once(DateRange::new(from, from + chrono::Days::new(days)).unwrap())
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn the_dates_of_a_year_are_those_it_falls_on(kind in any_kind(), year in 1990..2090) {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let expected: Vec<_> = first
            .iter_days()
            .take_while(|date| date.year() == year)
            .filter(|&date| kind.falls_on(date))
            .collect();
        prop_assert_eq!(kind.dates(year), expected);
    }

    #[test]
    fn a_kind_is_written_and_read_back(kind in any_kind()) {
        let stored = serde_json::to_string(&kind).unwrap();
        prop_assert_eq!(serde_json::from_str::<HolidayKind>(&stored).unwrap(), kind);
    }

    #[test]
    fn no_year_is_too_far(kind in any_kind(), year in any::<i32>()) {
        prop_assert!(kind.dates(year).len() <= 366);
    }
}

#[test]
fn r65_the_last_of_seventy_thousand_observed_holidays_is_kept() {
    let mut book = book();
    let last = 999_999;
    let mut christmas = holiday(last, 1);
    christmas.name = "Christmas".parse().unwrap();
    book.add(christmas).unwrap();
    let observed = (1_000..71_000)
        .chain([last])
        .map(|number| Uuid::from_u128(number).into());
    let zone = "UTC".parse().unwrap();
    let schedule = Schedule::new(zone, DayMode::AllDay, observed.collect()).unwrap();
    let state = schedule.state_at(&book, "2026-12-25T12:00:00Z".parse().unwrap());
    assert_eq!(state, State::Holiday(Uuid::from_u128(last).into()));
}
