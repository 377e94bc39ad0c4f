//! How long it takes to lay schedules out over a year.
#![allow(missing_docs, reason = "criterion's macros write public functions")]

use std::collections::BTreeSet;
use std::error::Error;
use std::hint::black_box;

use chrono::{DateTime, Month, Utc, Weekday};
use criterion::{Criterion, criterion_group, criterion_main};
use domain::ids::{FolderId, HolidayId};
use domain::schedule::{
    Almanac, DayHours, DayMode, Holiday, HolidayBook, HolidayFolder, HolidayKind, Occurrence, Schedule,
    YearDay,
};
use uuid::Uuid;

/// Weekdays 09:00–17:00 in New York, with so many observed holidays.
fn office(holidays: u128) -> Result<(Schedule, HolidayBook), Box<dyn Error>> {
    let folder = FolderId::from(Uuid::nil());
    let mut book = HolidayBook::default();
    book.add_folder(HolidayFolder {
        id: folder,
        name: "All".parse()?,
    })?;
    let mut observed = BTreeSet::new();
    for number in 0..holidays {
        let id = HolidayId::from(Uuid::from_u128(number));
        let day = YearDay::new(1 + u8::try_from(number % 12)?, 1 + u8::try_from(number * 7 % 28)?)?;
        let kind = if number % 2 == 0 {
            HolidayKind::Yearly { from: day, to: day }
        } else {
            HolidayKind::Conditional {
                weekday: Weekday::Mon,
                occurrence: Occurrence::Last,
                month: Month::try_from(day.month())?,
            }
        };
        book.add(Holiday {
            id,
            folder,
            name: "Day off".to_owned().try_into()?,
            kind,
            times: None,
            message: None,
        })?;
        observed.insert(id);
    }
    let days = DayMode::WeekdaysWeekends {
        weekdays: DayHours::new(vec!["09:00-17:00".parse()?])?,
        weekends: DayHours::CLOSED,
    };
    Ok((Schedule::new("America/New_York".parse()?, days, observed)?, book))
}

fn year() -> Result<(DateTime<Utc>, DateTime<Utc>), chrono::ParseError> {
    Ok(("2026-10-15T00:00:00Z".parse()?, "2027-10-15T00:00:00Z".parse()?))
}

fn hours(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let (from, to) = year()?;
    for holidays in [0, 10] {
        let (schedule, book) = office(holidays)?;
        let mut almanac = Almanac::new(book.clone(), from, to);
        let mut breaks = Vec::new();
        c.bench_function(&format!("hours_year_breaks_{holidays}_holidays"), |b| {
            b.iter(|| almanac.breaks(black_box(&schedule), black_box(&mut breaks)));
        });
        c.bench_function(&format!("hours_year_timeline_{holidays}_holidays"), |b| {
            b.iter(|| black_box(&schedule).timeline(&book, from, to));
        });
    }
    Ok(())
}

fn all(c: &mut Criterion) {
    if let Err(error) = hours(c) {
        unreachable!("the schedules are well formed: {error}");
    }
}

criterion_group!(benches, all);
criterion_main!(benches);
