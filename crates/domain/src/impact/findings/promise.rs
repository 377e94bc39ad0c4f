//! Whether a schedule has the hours that a text promises.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, Utc, Weekday};

use super::reader::{Promise, promises};
use super::tokens::Times;
use crate::impact::horizon::Horizon;
use crate::schedule::{HolidayBook, Schedule, State};
use crate::zone::Zone;

const DAY: u32 = 24 * 60;

/// The first moment at which a text is sent that promises to be open then, or to be open on the next day when it
/// will not be. Holidays are left out: a text can hardly speak of them all.
pub(super) fn broken(
    text: &str,
    schedule: &Schedule,
    holidays: &HolidayBook,
    horizon: Horizon,
) -> Option<DateTime<Utc>> {
    let promises = promises(text);
    if promises.is_empty() {
        return None;
    }
    let week = Week::of(schedule)?;
    let places: Vec<_> = promises
        .iter()
        .filter_map(|promise| week.breaks(promise))
        .collect();
    let zone = schedule.zone();
    let days = zone.to_local(horizon.from()).date().iter_days();
    let last = zone.to_local(horizon.to()).date();
    days.take_while(|date| *date <= last)
        .flat_map(|date| {
            let here = places
                .iter()
                .filter(move |(weekday, _)| *weekday == date.weekday());
            here.map(move |(_, minute)| date.and_time(NaiveTime::MIN) + Duration::minutes((*minute).into()))
        })
        .map(|local| zone.to_utc(local))
        .filter(|at| horizon.from() <= *at && *at < horizon.to())
        .find(|&at| schedule.state_at(holidays, at) == State::OutsideHours)
}

/// An ordinary week of the wall clock: open stretches in minutes from its Monday, and once more a week later.
struct Week(Vec<(u32, u32)>);

impl Week {
    fn of(schedule: &Schedule) -> Option<Self> {
        let wall = Schedule::new(Zone::UTC, schedule.days().clone(), BTreeSet::new()).ok()?;
        // A Monday; which one does not matter without holidays.
        let monday = NaiveDate::from_ymd_opt(2024, 1, 1)?
            .and_time(NaiveTime::MIN)
            .and_utc();
        let spans = wall.timeline(&HolidayBook::default(), monday, monday + Duration::days(16));
        let minutes = |at: DateTime<Utc>| u32::try_from((at - monday).num_minutes()).unwrap_or_default();
        let open = spans.iter().filter(|span| span.state == State::Open);
        Some(Self(
            open.map(|span| (minutes(span.from), minutes(span.to))).collect(),
        ))
    }

    fn is_open(&self, at: u32) -> bool {
        self.0.iter().any(|&(from, to)| from <= at && at < to)
    }

    /// The first minute of a stretch that is closed.
    fn closed_in(&self, from: u32, to: u32) -> Option<u32> {
        let mut at = from;
        while let Some(&(_, end)) = self.0.iter().find(|&&(start, end)| start <= at && at < end) {
            at = end;
        }
        (at < to).then_some(at)
    }

    /// A day and a minute of it at which a promise is broken, however its words are meant.
    fn breaks(&self, promise: &Promise) -> Option<(Weekday, u32)> {
        let mut all_week = 0..7;
        match promise {
            Promise::Always => self.closed_in(0, 7 * DAY),
            Promise::Range { days, from, to } if days.is_empty() => {
                let shut: Option<Vec<u32>> = all_week.map(|day| self.shut_between(day, from, to)).collect();
                shut?.first().copied()
            }
            Promise::Range { days, from, to } => {
                let mut days = days.iter().map(Weekday::num_days_from_monday);
                days.find_map(|day| self.shut_between(day, from, to))
            }
            Promise::From { at } => {
                let shut: Option<Vec<u32>> = all_week.map(|day| self.shut_at(day, at)).collect();
                shut?.first().copied()
            }
            Promise::Until { at } => {
                let last: Times = at.iter().map(|at| at.saturating_sub(1)).collect();
                let shut: Option<Vec<u32>> = all_week.map(|day| self.shut_at(day, &last)).collect();
                shut?.first().copied()
            }
            // Who writes in the evening before a closed day reads that it is open.
            Promise::Tomorrow { at } => all_week.find_map(|day| {
                self.shut_at(day + 1, at)?;
                self.closed_in(day * DAY + 12 * 60, (day + 1) * DAY)
            }),
        }
        .and_then(place)
    }

    /// A closed minute in what is promised for a day, if every reading has one.
    fn shut_between(&self, day: u32, from: &Times, to: &Times) -> Option<u32> {
        let readings = from.iter().flat_map(|&from| to.iter().map(move |&to| (from, to)));
        let closed: Option<Vec<u32>> = readings
            .map(|(from, to)| {
                let to = if from < to { to } else { to + DAY };
                self.closed_in(day * DAY + from, day * DAY + to)
            })
            .collect();
        closed?.first().copied()
    }

    /// The minute of that day, if it is closed in every reading.
    fn shut_at(&self, day: u32, at: &Times) -> Option<u32> {
        let mut minutes = at.iter().map(|at| day * DAY + at);
        let first = minutes.clone().next();
        first.filter(|_| minutes.all(|minute| !self.is_open(minute)))
    }
}

/// The day of the week and the minute of the day.
fn place(minute_of_week: u32) -> Option<(Weekday, u32)> {
    let day = u8::try_from(minute_of_week / DAY % 7).ok()?;
    Some((Weekday::try_from(day).ok()?, minute_of_week % DAY))
}
