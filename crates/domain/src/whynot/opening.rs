//! The smallest longer hours that hold a certain minute.

use chrono::{DateTime, Datelike, Timelike, Utc, Weekday};

use crate::schedule::{
    DayHours, DayMode, HolidayBook, Interval, Schedule, ScheduleError, TimeOfDay, WEEKDAYS,
};

/// Hours are moved to full quarters of an hour.
const QUARTER: u32 = 15;
const HOUR: u32 = 60;

/// Hours that hold the minute, and how they differ from those before.
pub(super) struct Opening {
    pub(super) schedule: Schedule,
    /// `Thursdays: 08:00–19:00 instead of 08:00–18:00`.
    pub(super) words: String,
    /// How much longer it is open in a week.
    pub(super) minutes: u32,
}

/// On which days the hours become longer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// On the one day of the week.
    Day,
    /// On all days that have the same hours in the schedule's mode.
    Alike,
}

/// Longer hours that hold a moment, at most one for the day alone and one for all days alike; none in 24-hour mode,
/// nor where the moment is inside the hours.
pub(super) fn openings(schedule: &Schedule, at: DateTime<Utc>) -> Vec<Opening> {
    let local = schedule.zone().to_local(at);
    let (day, minute) = (local.weekday(), local.hour() * HOUR + local.minute());
    let scopes = match schedule.days() {
        DayMode::AllDay => return Vec::new(),
        DayMode::PerDay { .. } => vec![Scope::Day],
        DayMode::WeekdaysWeekends { .. } => vec![Scope::Day, Scope::Alike],
    };
    let smallest = |scope| {
        let found = changed_days(schedule, day, minute).into_iter();
        let found = found.filter_map(|(day, hours)| opening(schedule, scope, day, &hours));
        // Holidays are another matter: here only the hours count.
        let found = found.filter(|opening| {
            opening
                .schedule
                .observing([].into())
                .is_open(&HolidayBook::default(), at)
        });
        found.min_by_key(|opening| opening.minutes)
    };
    scopes.into_iter().filter_map(smallest).collect()
}

/// Ways to make a day, or the night before, hold the minute; not all of them are hours that can be.
fn changed_days(schedule: &Schedule, day: Weekday, minute: u32) -> Vec<(Weekday, Vec<Interval>)> {
    let today = intervals(schedule, day);
    let (from, to) = (minute / QUARTER * QUARTER, (minute / QUARTER + 1) * QUARTER);
    let before = today.iter().rposition(|&interval| {
        let (_, end) = times(interval);
        !interval.is_overnight() && end <= minute
    });
    let after = today.iter().position(|&interval| times(interval).0 > minute);
    let mut found = Vec::new();
    let mut push = |keep: &dyn Fn(usize) -> bool, new: Option<Interval>| {
        let kept = today.iter().enumerate().filter(|(index, _)| keep(*index));
        let hours = kept.map(|(_, &interval)| interval).chain(new).collect();
        found.push((day, hours));
    };
    let earlier = before
        .and_then(|index| today.get(index))
        .map(|&interval| times(interval).0);
    let later = after
        .and_then(|index| today.get(index))
        .map(|&interval| times(interval).1);
    if let Some(start) = earlier {
        push(&|index| Some(index) != before, interval(start, to));
    }
    if let Some(end) = later {
        push(&|index| Some(index) != after, interval(from, end));
    }
    if let (Some(start), Some(end)) = (earlier, later) {
        let keep = |index| Some(index) != before && Some(index) != after;
        push(&keep, interval(start, end));
    }
    // Hours apart from the others are seldom meant; a day without any opens for one.
    if earlier.is_none() && later.is_none() {
        push(
            &|_| true,
            interval(minute / HOUR * HOUR, (minute / HOUR + 1) * HOUR),
        );
    }
    let night = intervals(schedule, day.pred());
    if let Some((&last, rest)) = night.split_last()
        && last.is_overnight()
    {
        let longer = rest.iter().copied().chain(interval(times(last).0, to));
        found.push((day.pred(), longer.collect()));
    }
    found
}

fn opening(schedule: &Schedule, scope: Scope, day: Weekday, hours: &[Interval]) -> Option<Opening> {
    let new = DayHours::new(hours.to_vec()).ok()?;
    let old = intervals(schedule, day);
    let (days, name) = match (scope, schedule.days()) {
        (Scope::Alike, DayMode::WeekdaysWeekends { weekends, .. }) if !is_weekend(day) => (
            DayMode::WeekdaysWeekends {
                weekdays: new.clone(),
                weekends: weekends.clone(),
            },
            "weekdays",
        ),
        (Scope::Alike, DayMode::WeekdaysWeekends { weekdays, .. }) => (
            DayMode::WeekdaysWeekends {
                weekdays: weekdays.clone(),
                weekends: new.clone(),
            },
            "weekends",
        ),
        _ => (per_day(schedule, day, &new).ok()?, plural(day)),
    };
    let longer = Schedule::new(schedule.zone(), days, schedule.observed().clone()).ok()?;
    let minutes = longer
        .open_minutes_a_week()
        .checked_sub(schedule.open_minutes_a_week())?;
    let city = schedule.zone().city();
    Some(Opening {
        schedule: longer,
        words: format!(
            "{name} {} instead of {}, {city} time",
            list(new.intervals()),
            list(&old)
        ),
        minutes,
    })
}

/// Each day for itself, one of them with new hours.
fn per_day(schedule: &Schedule, day: Weekday, new: &DayHours) -> Result<DayMode, ScheduleError> {
    let hours = |other: Weekday| {
        if other == day {
            Ok(new.clone())
        } else {
            DayHours::new(intervals(schedule, other))
        }
    };
    let [mon, tue, wed, thu, fri, sat, sun] = WEEKDAYS;
    let days = [
        hours(sun)?,
        hours(mon)?,
        hours(tue)?,
        hours(wed)?,
        hours(thu)?,
        hours(fri)?,
        hours(sat)?,
    ];
    Ok(DayMode::PerDay { days })
}

fn intervals(schedule: &Schedule, day: Weekday) -> Vec<Interval> {
    let hours = match schedule.days() {
        DayMode::AllDay => None,
        DayMode::WeekdaysWeekends { weekends, .. } if is_weekend(day) => Some(weekends),
        DayMode::WeekdaysWeekends { weekdays, .. } => Some(weekdays),
        DayMode::PerDay { days } => days.get(day.num_days_from_sunday() as usize),
    };
    hours.map_or_else(Vec::new, |hours| hours.intervals().to_vec())
}

fn is_weekend(day: Weekday) -> bool {
    matches!(day, Weekday::Sat | Weekday::Sun)
}

fn times(interval: Interval) -> (u32, u32) {
    let (start, end): (TimeOfDay, TimeOfDay) = interval.into();
    (start.minutes().into(), end.minutes().into())
}

fn interval(start: u32, end: u32) -> Option<Interval> {
    let time = |minutes: u32| TimeOfDay::of(minutes / HOUR, minutes % HOUR);
    Interval::new(time(start), time(end)).ok()
}

/// `09:00–12:00, 13:00–17:00`, or `closed`.
fn list(intervals: &[Interval]) -> String {
    if intervals.is_empty() {
        return "closed".to_owned();
    }
    let words: Vec<String> = intervals.iter().map(ToString::to_string).collect();
    words.join(", ")
}

fn plural(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Mondays",
        Weekday::Tue => "Tuesdays",
        Weekday::Wed => "Wednesdays",
        Weekday::Thu => "Thursdays",
        Weekday::Fri => "Fridays",
        Weekday::Sat => "Saturdays",
        Weekday::Sun => "Sundays",
    }
}
