//! The dates a holiday falls on, year by year.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use super::{HolidayKind, Occurrence, YearDay};

impl HolidayKind {
    /// Its dates in a year, earliest first.
    pub fn dates(&self, year: i32) -> Vec<NaiveDate> {
        self.runs(year - 1..=year)
            .into_iter()
            .flat_map(|(from, to)| from.iter_days().take_while(move |&date| date <= to))
            .skip_while(|date| date.year() < year)
            .take_while(|date| date.year() == year)
            .collect()
    }

    /// The runs of dates that begin in these years, first and last date of each; a run of dated days in any year.
    pub(in crate::schedule) fn runs(&self, years: RangeInclusive<i32>) -> Vec<(NaiveDate, NaiveDate)> {
        match self {
            Self::Once { from, to } => vec![(*from, *to)],
            Self::Yearly { from, to } => years.filter_map(|year| yearly(*from, *to, year)).collect(),
            Self::Conditional {
                weekday,
                occurrence,
                month,
            } => {
                let day = |year, week| {
                    NaiveDate::from_weekday_of_month_opt(year, month.number_from_month(), *weekday, week)
                };
                let date = |year| match occurrence {
                    Occurrence::Week(week) => day(year, *week),
                    Occurrence::Last => day(year, 5).or_else(|| day(year, 4)),
                };
                years.filter_map(date).map(|date| (date, date)).collect()
            }
        }
    }
}

/// The run that begins in a year.
fn yearly(from: YearDay, to: YearDay, year: i32) -> Option<(NaiveDate, NaiveDate)> {
    let last_year = if from <= to { year } else { year + 1 };
    // Without a 29 February a run begins on 1 March, or ends on the 28th.
    let date = |day: YearDay, year| NaiveDate::from_ymd_opt(year, day.month.into(), day.day.into());
    let first = date(from, year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))?;
    let last = date(to, last_year).or_else(|| NaiveDate::from_ymd_opt(last_year, 2, 28))?;
    Some((first, last)).filter(|(first, last)| first <= last)
}
