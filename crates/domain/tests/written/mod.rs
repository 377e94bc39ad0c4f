//! Schedules and holidays as the case files write them.
#![allow(dead_code, reason = "each file of tests reads some of it")]

use std::collections::BTreeSet;

use chrono::Weekday;
use domain::ids::{FolderId, HolidayId};
use domain::schedule::{
    DateRange, DayHours, DayMode, Holiday, HolidayBook, HolidayFolder, HolidayKind, Occurrence, PartOfDay,
    Schedule, ScheduleError,
};
use uuid::Uuid;

const FOLDER: u128 = 1_000;

/// `09:00-12:00 13:00-17:00`; nothing is closed.
pub fn hours(text: &str) -> Result<DayHours, ScheduleError> {
    DayHours::new(
        text.split_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()?,
    )
}

/// `24h`, `weekdays …`, `weekend …`, `daily …`, or days of the week with their hours; the rest is closed.
pub fn days(text: &str) -> DayMode {
    let (mode, rest) = text.split_once(' ').unwrap_or((text, ""));
    let open = hours(rest);
    match mode {
        "24h" => DayMode::AllDay,
        "weekdays" => DayMode::WeekdaysWeekends {
            weekdays: open.unwrap(),
            weekends: DayHours::CLOSED,
        },
        "weekend" => DayMode::WeekdaysWeekends {
            weekdays: DayHours::CLOSED,
            weekends: open.unwrap(),
        },
        "daily" => DayMode::WeekdaysWeekends {
            weekdays: open.clone().unwrap(),
            weekends: open.unwrap(),
        },
        day => {
            let mut days = std::array::from_fn(|_| DayHours::CLOSED);
            days[day.parse::<Weekday>().unwrap().num_days_from_sunday() as usize] = open.unwrap();
            DayMode::PerDay { days }
        }
    }
}

/// `12/25`, `12/24-01/02`, `Week 4 Thu November`, `Last Mon May` or `2026-12-04..2026-12-05`.
pub fn kind(text: &str) -> HolidayKind {
    if let Some((from, to)) = text.split_once("..") {
        return HolidayKind::Once(DateRange::new(from.parse().unwrap(), to.parse().unwrap()).unwrap());
    }
    if let Ok(from) = text.split('-').next().unwrap().parse() {
        let to = text.split_once('-').map_or(from, |(_, to)| to.parse().unwrap());
        return HolidayKind::Yearly { from, to };
    }
    let words: Vec<_> = text.rsplitn(3, ' ').collect();
    let [month, weekday, occurrence] = words.as_slice() else {
        panic!("cannot read `{text}`");
    };
    HolidayKind::Conditional {
        weekday: weekday.parse().unwrap(),
        occurrence: Occurrence::ALL
            .into_iter()
            .find(|one| one.to_string() == *occurrence)
            .unwrap(),
        month: month.parse().unwrap(),
    }
}

/// `13:00-24:00`.
pub fn part(text: &str) -> PartOfDay {
    let (from, to) = text.split_once('-').unwrap();
    PartOfDay::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
}

/// A kind of holiday, and the part of the day if it takes only that.
pub fn holiday(number: usize, text: &str) -> Holiday {
    let timed = text.rsplit_once(' ').filter(|(_, last)| last.contains(':'));
    match timed {
        Some((dates, of_day)) => of_kind(number, kind(dates), Some(part(of_day))),
        None => of_kind(number, kind(text), None),
    }
}

pub fn of_kind(number: usize, kind: HolidayKind, times: Option<PartOfDay>) -> Holiday {
    Holiday {
        id: HolidayId::from(Uuid::from_u128(number as u128)),
        folder: FolderId::from(Uuid::from_u128(FOLDER)),
        name: format!("Holiday {number}").parse().unwrap(),
        kind,
        times,
        message: None,
    }
}

/// A book of these holidays.
pub fn book(holidays: Vec<Holiday>) -> HolidayBook {
    let mut book = HolidayBook::default();
    let name = "All".parse().unwrap();
    let id = FolderId::from(Uuid::from_u128(FOLDER));
    book.add_folder(HolidayFolder { id, name }).unwrap();
    for holiday in holidays {
        book.add(holiday).unwrap();
    }
    book
}

/// A schedule, and a book of the holidays it observes.
pub fn schedule(zone: &str, open: &str, observed: &[String]) -> (Schedule, HolidayBook) {
    let holidays: Vec<_> = (0..)
        .zip(observed)
        .map(|(number, text)| holiday(number, text))
        .collect();
    let ids: BTreeSet<_> = holidays.iter().map(|holiday| holiday.id).collect();
    let schedule = Schedule::new(zone.parse().unwrap(), days(open), ids).unwrap();
    (schedule, book(holidays))
}
