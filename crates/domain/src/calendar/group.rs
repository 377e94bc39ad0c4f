//! The dates of one name, year by year, as the rule that they follow.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Month, NaiveDate};

use super::event::{On, Understood};
use super::{FoundHoliday, LeftOut, Reason};
use crate::schedule::{
    DateRange, HolidayKind, HolidayName, MAX_HOLIDAY_NAME, Occurrence, PartOfDay, YearDay,
};

type Run = (NaiveDate, NaiveDate);

/// How many dates make a weekday of a month a rule.
const ENOUGH: usize = 3;

/// The holidays, and the dates that are over.
pub(super) fn group(events: Vec<Understood>, today: NaiveDate) -> (Vec<FoundHoliday>, Vec<LeftOut>) {
    let mut found: Vec<(usize, FoundHoliday)> = Vec::new();
    let mut over = Vec::new();
    let mut dated: BTreeMap<(String, Option<(u16, u16)>), Dated> = BTreeMap::new();
    for event in events {
        match event.on {
            On::Rule(kind) => found.extend(holiday(event.line, &event.name, kind, event.times, 1)),
            On::Dates(runs) => {
                let times = event
                    .times
                    .map(|part| (part.from().minutes(), part.to().minutes()));
                let group = dated.entry((event.name, times)).or_default();
                group.times = event.times;
                group.runs.extend(runs.into_iter().map(|run| (run, event.line)));
            }
        }
    }
    for ((name, _), Dated { times, runs }) in dated {
        let distinct: BTreeSet<Run> = runs.iter().map(|&(run, _)| run).collect();
        if let Some(kind) = rule(&distinct) {
            let line = runs.iter().map(|&(_, line)| line).min().unwrap_or_default();
            found.extend(holiday(line, &name, kind, times, distinct.len()));
            continue;
        }
        let mut seen = BTreeSet::new();
        for (run, line) in runs.into_iter().filter(|&(run, _)| seen.insert(run)) {
            match once(run).filter(|_| run.1 >= today) {
                Some(kind) => found.extend(holiday(line, &name, kind, times, 1)),
                None => over.push(LeftOut {
                    name: name.clone(),
                    line,
                    reason: Reason::Over,
                }),
            }
        }
    }
    found.sort_by_key(|(line, _)| *line);
    (found.into_iter().map(|(_, holiday)| holiday).collect(), over)
}

/// The dates of one name and part of the day, with their lines.
#[derive(Default)]
struct Dated {
    times: Option<PartOfDay>,
    runs: Vec<(Run, usize)>,
}

fn once((from, to): Run) -> Option<HolidayKind> {
    DateRange::new(from, to).map(HolidayKind::Once).ok()
}

fn holiday(
    line: usize,
    full_name: &str,
    kind: HolidayKind,
    times: Option<PartOfDay>,
    dates: usize,
) -> Option<(usize, FoundHoliday)> {
    let name = short(full_name)?;
    let full_name = full_name.to_owned();
    let holiday = FoundHoliday {
        name,
        full_name,
        kind,
        times,
        dates,
    };
    Some((line, holiday))
}

/// A name with room for it, cut after a word where there is one.
fn short(name: &str) -> Option<HolidayName> {
    if let Ok(whole) = name.parse() {
        return Some(whole);
    }
    let cut: String = name.chars().take(MAX_HOLIDAY_NAME).collect();
    let at_word = name
        .chars()
        .nth(MAX_HOLIDAY_NAME)
        .is_some_and(char::is_whitespace);
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    let short = if at_word || words.chars().count() < MAX_HOLIDAY_NAME / 2 {
        &cut
    } else {
        words
    };
    short.trim_end_matches([' ', '(', ',', '-']).parse().ok()
}

/// The rule that dates of different years follow, if there is one and no other.
fn rule(runs: &BTreeSet<Run>) -> Option<HolidayKind> {
    let years: BTreeSet<i32> = runs.iter().map(|(from, _)| from.year()).collect();
    if runs.len() < 2 || years.len() != runs.len() {
        return None;
    }
    let kind = same_days(runs).or_else(|| same_weekday(runs).filter(|_| runs.len() >= ENOUGH))?;
    // Every fourth year is no rule: in between, only years without such a day may be missing.
    let mut gaps = years
        .iter()
        .zip(years.iter().skip(1))
        .flat_map(|(&one, &next)| one + 1..next);
    gaps.all(|year| kind.dates(year).is_empty()).then_some(kind)
}

fn same_days(runs: &BTreeSet<Run>) -> Option<HolidayKind> {
    let day = |date: NaiveDate| (date.month(), date.day());
    let (from, to) = *runs.first()?;
    let alike = runs
        .iter()
        .all(|&(first, last)| day(first) == day(from) && day(last) == day(to));
    let year_day = |date: NaiveDate| {
        let (month, day) = day(date);
        YearDay::new(u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
    };
    alike
        .then(|| {
            Some(HolidayKind::Yearly {
                from: year_day(from)?,
                to: year_day(to)?,
            })
        })
        .flatten()
}

/// Three fourth Mondays may be three last Mondays as well: then nobody can tell.
fn same_weekday(runs: &BTreeSet<Run>) -> Option<HolidayKind> {
    let (first, _) = *runs.first()?;
    let month = Month::try_from(u8::try_from(first.month()).ok()?).ok()?;
    let fits = |occurrence: Occurrence| {
        let kind = HolidayKind::Conditional {
            weekday: first.weekday(),
            occurrence,
            month,
        };
        let all = runs.iter().all(|&(from, to)| from == to && kind.falls_on(from));
        all.then_some(kind)
    };
    let mut fitting = Occurrence::ALL.into_iter().filter_map(fits);
    let found = fitting.next()?;
    fitting.next().is_none().then_some(found)
}
