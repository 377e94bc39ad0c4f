//! The dates a holiday falls on, year by year.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::{HolidayKind, YearDay};

impl HolidayKind {
    /// Its dates in a year, earliest first.
    pub fn dates(&self, year: i32) -> Vec<NaiveDate> {
        let ends = (
            NaiveDate::from_ymd_opt(year, 1, 1),
            NaiveDate::from_ymd_opt(year, 12, 31),
        );
        let (Some(first), Some(last)) = ends else {
            return Vec::new();
        };
        self.runs(year.saturating_sub(1)..=year)
            .into_iter()
            .map(|(from, to)| (from.max(first), to.min(last)))
            .flat_map(|(from, to)| from.iter_days().take_while(move |&date| date <= to))
            .collect()
    }

    /// The runs of dates that begin in these years, first and last date of each; dates that come once always.
    pub(in crate::schedule) fn runs(&self, years: RangeInclusive<i32>) -> Vec<(NaiveDate, NaiveDate)> {
        match self {
            Self::Once(range) => vec![(range.from(), range.to())],
            Self::Yearly { from, to } => years.filter_map(|year| yearly(*from, *to, year)).collect(),
            Self::Conditional {
                weekday,
                occurrence,
                month,
            } => {
                let month = month.number_from_month();
                let of_week = |year, week| NaiveDate::from_weekday_of_month_opt(year, month, *weekday, week);
                let date = |year| match occurrence.week() {
                    Some(week) => of_week(year, week),
                    None => of_week(year, 5).or_else(|| of_week(year, 4)),
                };
                years.filter_map(date).map(|date| (date, date)).collect()
            }
        }
    }
}

/// The run that begins in a year.
fn yearly(from: YearDay, to: YearDay, year: i32) -> Option<(NaiveDate, NaiveDate)> {
    let last_year = if from <= to { year } else { year.checked_add(1)? };
    // Without a 29 February a run begins on 1 March, or ends on the 28th.
    let first = from
        .in_year(year)
        .or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))?;
    let last = to
        .in_year(last_year)
        .or_else(|| NaiveDate::from_ymd_opt(last_year, 2, 28))?;
    Some((first, last)).filter(|(first, last)| first <= last)
}
