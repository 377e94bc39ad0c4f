//! Holidays: which dates they fall on, in words.

use chrono::{Datelike, NaiveDate};
use domain::schedule::{Holiday, HolidayKind};

pub use domain::schedule::{dates, weekday_name};

/// How many years ahead dates are looked for: every 29 February comes within them.
const YEARS: i32 = 8;

/// `13:00–24:00`, or `All day`.
pub fn holiday_times(holiday: &Holiday) -> String {
    holiday
        .times
        .map_or_else(|| "All day".to_owned(), |part| part.to_string())
}

/// The next runs of its dates that are not over on a day, first and last date of each.
pub fn next_dates(kind: &HolidayKind, today: NaiveDate, most: usize) -> Vec<(NaiveDate, NaiveDate)> {
    // Dates that come once may lie farther ahead than any rule looks.
    if let HolidayKind::Once(range) = kind {
        return (range.to() >= today && most > 0)
            .then_some((range.from(), range.to()))
            .into_iter()
            .collect();
    }
    let mut runs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for date in (today.year() - 1..=today.year() + YEARS).flat_map(|year| kind.dates(year)) {
        match runs.last_mut() {
            Some((_, last)) if last.succ_opt() == Some(date) => *last = date,
            _ => runs.push((date, date)),
        }
    }
    runs.retain(|(_, last)| *last >= today);
    runs.truncate(most);
    runs
}

#[cfg(test)]
mod tests {
    use chrono::{Month, Weekday};
    use domain::schedule::{DateRange, Occurrence};

    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(kind: &HolidayKind, rule: &str, next: &[&str]) {
        assert_eq!(kind.to_string(), rule);
        let found: Vec<_> = next_dates(kind, date("2026-10-15"), 3)
            .into_iter()
            .map(dates)
            .collect();
        assert_eq!(found, next);
    }

    #[test]
    fn each_kind_is_told_with_its_next_dates() {
        let yearly = |from: &str, to: &str| HolidayKind::Yearly {
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
        };
        check(
            &yearly("12/25", "12/25"),
            "12/25 every year",
            &["Fri 25 Dec 2026", "Sat 25 Dec 2027", "Mon 25 Dec 2028"],
        );
        check(
            &yearly("12/24", "01/02"),
            "12/24–01/02 every year",
            &[
                "Thu 24 Dec 2026 – Sat 2 Jan 2027",
                "Fri 24 Dec 2027 – Sun 2 Jan 2028",
                "Sun 24 Dec 2028 – Tue 2 Jan 2029",
            ],
        );
        check(
            &yearly("02/29", "02/29"),
            "02/29 every year",
            &["Tue 29 Feb 2028", "Sun 29 Feb 2032"],
        );
        let thanksgiving = HolidayKind::Conditional {
            weekday: Weekday::Thu,
            occurrence: Occurrence::Week4,
            month: Month::November,
        };
        check(
            &thanksgiving,
            "Thursday, Week 4 of November",
            &["Thu 26 Nov 2026", "Thu 25 Nov 2027", "Thu 23 Nov 2028"],
        );
        let once = |from: &str, to: &str| HolidayKind::Once(DateRange::new(date(from), date(to)).unwrap());
        let words = "Fri 4 Dec 2026 – Sat 5 Dec 2026";
        check(&once("2026-12-04", "2026-12-05"), words, &[words]);
        check(&once("2026-10-14", "2026-10-14"), "Wed 14 Oct 2026", &[]);
    }
}
