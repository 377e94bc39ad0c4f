//! How long it takes to lay schedules out over a year, and to say whether they are open.
#![allow(missing_docs, reason = "criterion's macros write public functions")]

use std::collections::BTreeSet;
use std::error::Error;
use std::hint::black_box;

use chrono::{DateTime, Month, Utc, Weekday};
use chrono_tz::Tz;
use criterion::{Criterion, criterion_group, criterion_main};
use domain::ids::{FolderId, HolidayId};
use domain::schedule::{
    Almanac, DayHours, DayMode, Holiday, HolidayBook, HolidayFolder, HolidayKind, Occurrence, Schedule,
    YearDay,
};
use opening_hours::localization::TzLocation;
use opening_hours::{Context, OpeningHours};
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

/// Each zone with days as we write them and as OpenStreetMap does.
const PEERS: [(Tz, &str, &str, &str); 4] = [
    (Tz::America__New_York, "09:00-17:00", "", "Mo-Fr 09:00-17:00"),
    (
        Tz::Europe__London,
        "09:00-12:30 13:15-17:45",
        "10:00-14:00",
        "Mo-Fr 09:00-12:30,13:15-17:45; Sa-Su 10:00-14:00",
    ),
    // Ends and begins where clocks change.
    (
        Tz::Australia__Lord_Howe,
        "22:00-01:45",
        "02:15-03:00",
        "Mo-Fr 22:00-01:45, Sa-Su 02:15-03:00",
    ),
    (Tz::Asia__Kolkata, "00:00-24:00", "", "Mo-Fr 00:00-24:00"),
];

/// Is it open at each of 1,000 moments of a year? Ours against the crate `opening-hours`.
fn peer(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let (from, to) = year()?;
    let step = (to - from) / 1_000;
    let moments: Vec<DateTime<Utc>> = (0..1_000).map(|number| from + step * number).collect();
    let book = HolidayBook::default();
    let day = |text: &str| -> Result<DayHours, Box<dyn Error>> {
        let intervals: Result<_, _> = text.split_whitespace().map(str::parse).collect();
        Ok(DayHours::new(intervals?)?)
    };
    let mut pairs = Vec::new();
    for (zone, weekdays, weekends, theirs) in PEERS {
        let days = DayMode::WeekdaysWeekends {
            weekdays: day(weekdays)?,
            weekends: day(weekends)?,
        };
        let ours = Schedule::new(zone.name().parse()?, days, BTreeSet::new())?;
        let context = Context::default().with_locale(TzLocation::new(zone));
        let theirs = theirs.parse::<OpeningHours>()?.with_context(context);
        for &at in &moments {
            let answers = (ours.is_open(&book, at), theirs.is_open(at.with_timezone(&zone)));
            assert_eq!(answers.0, answers.1, "{theirs} in {zone} at {at}");
        }
        pairs.push((zone, ours, theirs));
    }
    let mut group = c.benchmark_group("hours_vs_opening_hours");
    group.bench_function("ours", |b| {
        b.iter(|| {
            let open = |(_, ours, _): &(Tz, Schedule, _)| {
                moments.iter().filter(|&&at| ours.is_open(&book, at)).count()
            };
            pairs.iter().map(open).sum::<usize>()
        });
    });
    group.bench_function("opening-hours", |b| {
        b.iter(|| {
            let open = |(zone, _, theirs): &(Tz, Schedule, OpeningHours<TzLocation<Tz>>)| {
                let open = |&&at: &&DateTime<Utc>| theirs.is_open(at.with_timezone(zone));
                moments.iter().filter(open).count()
            };
            pairs.iter().map(open).sum::<usize>()
        });
    });
    group.finish();
    Ok(())
}

fn all(c: &mut Criterion) {
    if let Err(error) = hours(c).and_then(|()| peer(c)) {
        unreachable!("the schedules are well formed: {error}");
    }
}

criterion_group!(benches, all);
criterion_main!(benches);
