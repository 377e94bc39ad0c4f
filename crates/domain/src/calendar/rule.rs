//! How an event repeats: the rules that are one of the kinds of holidays.

use chrono::{Datelike, Month, NaiveDate, Weekday};

use super::Reason;
use super::event::date;
use crate::schedule::{HolidayKind, Occurrence, YearDay};

/// The most dates taken from a rule that ends.
const MOST: usize = 200;

/// What a rule comes to.
pub(super) enum Repeat {
    /// Every year.
    Always(HolidayKind),
    /// Until it ends.
    Dates(Vec<(NaiveDate, NaiveDate)>),
}

/// The parts of a rule that holidays have.
#[derive(Default)]
struct Parts {
    yearly: bool,
    month: Option<u8>,
    month_day: Option<u8>,
    weekday: Option<(Option<i8>, Weekday)>,
    position: Option<i8>,
    count: Option<usize>,
    until: Option<NaiveDate>,
}

/// Reads a rule for an event that first lasts from a date to another.
pub(super) fn repeat(rule: &str, first: NaiveDate, last: NaiveDate) -> Result<Repeat, Reason> {
    let no_holiday = || Reason::Repeats {
        rule: rule.to_owned(),
    };
    let parts = parts(rule).filter(|parts| parts.yearly).ok_or_else(no_holiday)?;
    let kind = kind(&parts, first, last).ok_or_else(no_holiday)?;
    if parts.count.is_none() && parts.until.is_none() {
        return Ok(Repeat::Always(kind));
    }
    let most = parts.count.unwrap_or(MOST).min(MOST);
    let long = last - first;
    let years = first.year()..first.year().saturating_add(2 * i32::try_from(MOST).unwrap_or(0));
    let starts = years.filter_map(|year| start(&kind, year));
    let dates: Vec<_> = starts
        .filter(|&start| start >= first)
        .take_while(|&start| parts.until.is_none_or(|until| start <= until))
        .take(most)
        .filter_map(|start| Some((start, start.checked_add_signed(long)?)))
        .collect();
    if dates.is_empty() {
        return Err(no_holiday());
    }
    Ok(Repeat::Dates(dates))
}

/// The day of a year on which a kind begins.
fn start(kind: &HolidayKind, year: i32) -> Option<NaiveDate> {
    match kind {
        HolidayKind::Yearly { from, .. } => from.in_year(year),
        other => other.dates(year).first().copied(),
    }
}

fn kind(parts: &Parts, first: NaiveDate, last: NaiveDate) -> Option<HolidayKind> {
    let month = parts.month;
    if let Some((place, weekday)) = parts.weekday {
        let occurrence = occurrence(place.or(parts.position)?)?;
        let single = first == last && parts.month_day.is_none();
        let month = Month::try_from(month?).ok()?;
        return single.then_some(HolidayKind::Conditional {
            weekday,
            occurrence,
            month,
        });
    }
    if parts.position.is_some() {
        return None;
    }
    let day = parts.month_day.or(u8::try_from(first.day()).ok())?;
    let month = month.or(u8::try_from(first.month()).ok())?;
    let from = YearDay::new(month, day).ok()?;
    // Before, in and after a leap year: as many days about the end of February do not end on one date.
    let ends = [1999, 2000, 2001].into_iter().filter_map(|year| {
        let end = from.in_year(year)?.checked_add_signed(last - first)?;
        YearDay::new(u8::try_from(end.month()).ok()?, u8::try_from(end.day()).ok()?).ok()
    });
    let mut ends: Vec<_> = ends.collect();
    ends.dedup();
    match ends.as_slice() {
        &[to] => Some(HolidayKind::Yearly { from, to }),
        _ => None,
    }
}

fn occurrence(place: i8) -> Option<Occurrence> {
    match place {
        -1 => Some(Occurrence::Last),
        1..=5 => Occurrence::ALL
            .into_iter()
            .find(|occurrence| occurrence.week().map(i16::from) == Some(i16::from(place))),
        _ => None,
    }
}

/// None for a rule with a part that no holiday has.
fn parts(rule: &str) -> Option<Parts> {
    let mut parts = Parts::default();
    for part in rule
        .trim()
        .to_uppercase()
        .split(';')
        .filter(|part| !part.is_empty())
    {
        let (name, value) = part.split_once('=')?;
        match name {
            "FREQ" => parts.yearly = value == "YEARLY",
            "INTERVAL" if value == "1" => {}
            "WKST" => {}
            "BYMONTH" => parts.month = Some(value.parse().ok()?),
            "BYMONTHDAY" => parts.month_day = Some(value.parse().ok()?),
            "BYDAY" => parts.weekday = Some(weekday(value)?),
            "BYSETPOS" => parts.position = Some(value.parse().ok()?),
            "COUNT" => parts.count = Some(value.parse().ok().filter(|&count| count > 0)?),
            "UNTIL" => parts.until = Some(date(value.get(..8)?)?),
            _ => return None,
        }
    }
    Some(parts)
}

/// `4TH`, `-1MO`, `TU`.
fn weekday(text: &str) -> Option<(Option<i8>, Weekday)> {
    let (place, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let day = match day {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    if place.is_empty() {
        Some((None, day))
    } else {
        Some((Some(place.parse().ok()?), day))
    }
}
