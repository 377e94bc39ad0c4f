//! The days of a schedule as bars, those with the same hours together.

use chrono::Weekday;
use domain::schedule::{Schedule, WEEKDAYS};
use leptos::prelude::*;

use super::bar::{Drawn, Stretch, bar, in_words, open_on, openings_of};

/// What days have in common: their hours, and those they are held against.
type Hours = (Vec<Stretch>, Option<Vec<Stretch>>);

/// A bar for each run of days, against another schedule of the same clock where one is given. For the eye only: the
/// hours stand beside it in words.
#[component]
pub fn DayBars(
    /// The hours.
    schedule: Schedule,
    /// What they are held against.
    before: Option<Schedule>,
) -> impl IntoView {
    let before = before.filter(|before| before.zone() == schedule.zone());
    let bars = runs_of(&schedule, before.as_ref())
        .into_iter()
        .map(|(days, (now, before))| {
            let drawn = Drawn::new(&now, before.as_deref());
            let drawn = Memo::new(move |_| drawn.clone());
            view! {
                <span>{days}</span>
                {bar(drawn, Signal::stored(in_words(&now)))}
            }
        });
    view! { <span class="day-bars" aria-hidden="true">{bars.collect_view()}</span> }
}

/// Runs of days with the same hours: `Mon–Thu`, with what they are.
pub(crate) fn runs(schedule: &Schedule) -> Vec<(String, String)> {
    let runs = runs_of(schedule, None).into_iter();
    runs.map(|(days, (now, _))| (days, in_words(&now))).collect()
}

fn runs_of(schedule: &Schedule, before: Option<&Schedule>) -> Vec<(String, Hours)> {
    let mut runs: Vec<(Weekday, Weekday, Hours)> = Vec::new();
    let on = |schedule: &Schedule, day| open_on(day, |day| openings_of(schedule, day));
    for day in WEEKDAYS {
        let hours = (on(schedule, day), before.map(|before| on(before, day)));
        match runs.last_mut() {
            Some((_, last, same)) if *same == hours => *last = day,
            _ => runs.push((day, day, hours)),
        }
    }
    let name = |first: Weekday, last: Weekday| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        }
    };
    runs.into_iter()
        .map(|(first, last, hours)| (name(first, last), hours))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::schedule::{DayHours, DayMode, Interval};

    use super::*;

    fn weekdays(from: &str, to: &str) -> Schedule {
        let interval = Interval::new(from.parse().unwrap(), to.parse().unwrap()).unwrap();
        let mode = DayMode::WeekdaysWeekends {
            weekdays: DayHours::new(vec![interval]).unwrap(),
            weekends: DayHours::CLOSED,
        };
        Schedule::new("Europe/London".parse().unwrap(), mode, BTreeSet::new()).unwrap()
    }

    #[test]
    fn days_with_the_same_hours_are_told_together() {
        let schedule = weekdays("09:00", "17:00");
        let pair = |days: &str, hours: &str| (days.to_owned(), hours.to_owned());
        assert_eq!(
            runs(&schedule),
            [pair("Mon–Fri", "09:00–17:00"), pair("Sat–Sun", "closed")]
        );
        assert_eq!(
            runs(&Schedule::always(schedule.zone())),
            [pair("Mon–Sun", "00:00–24:00")]
        );
    }

    #[test]
    fn days_that_differ_on_either_side_are_told_apart() {
        let always = Schedule::always("Europe/London".parse().unwrap());
        let names = |now: &Schedule, before: &Schedule| {
            let runs = runs_of(now, Some(before)).into_iter();
            runs.map(|(days, _)| days).collect::<Vec<_>>()
        };
        let schedule = weekdays("09:00", "17:00");
        assert_eq!(names(&always, &schedule), ["Mon–Fri", "Sat–Sun"]);
        assert_eq!(names(&always, &always), ["Mon–Sun"]);
    }
}
