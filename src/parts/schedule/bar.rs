//! A day drawn as a bar of 24 hours: what is open, and what that changes.

use std::fmt::Write;

use chrono::Weekday;
use domain::schedule::{DayMode, Interval, Schedule, TimeOfDay};
use leptos::prelude::*;

/// Open from a minute of the day to another.
pub(super) type Stretch = (u16, u16);

const DAY: u16 = 24 * 60;

/// When a day is open on the clock: its own openings, and the end of the night before.
pub(super) fn open_on(day: Weekday, openings: impl Fn(Weekday) -> Vec<Interval>) -> Vec<Stretch> {
    let times = |interval: Interval| -> (u16, u16) {
        let (start, end): (TimeOfDay, TimeOfDay) = interval.into();
        (start.minutes(), end.minutes())
    };
    let night = openings(day.pred())
        .into_iter()
        .filter(|interval| interval.is_overnight())
        .map(|interval| (0, times(interval).1));
    let own = openings(day).into_iter().map(|interval| match times(interval) {
        (start, end) if start < end => (start, end),
        (start, _) => (start, DAY),
    });
    let mut stretches: Vec<_> = night.chain(own).collect();
    stretches.sort_unstable();
    stretches
}

/// The openings that a schedule has on a day of the week.
pub(super) fn openings_of(schedule: &Schedule, day: Weekday) -> Vec<Interval> {
    let hours = match schedule.days() {
        DayMode::AllDay => {
            return Interval::new(TimeOfDay::of(0, 0), TimeOfDay::MIDNIGHT)
                .into_iter()
                .collect();
        }
        DayMode::WeekdaysWeekends { weekends, .. } if matches!(day, Weekday::Sat | Weekday::Sun) => {
            Some(weekends)
        }
        DayMode::WeekdaysWeekends { weekdays, .. } => Some(weekdays),
        DayMode::PerDay { days } => days.get(day.num_days_from_sunday() as usize),
    };
    hours.map_or_else(Vec::new, |hours| hours.intervals().to_vec())
}

/// `07:00–12:00, 13:00–17:00`, or `closed`.
pub(super) fn in_words(stretches: &[Stretch]) -> String {
    let time = |minutes: u16| TimeOfDay::of(0, minutes.into()).to_string();
    let words: Vec<_> = stretches
        .iter()
        .map(|&(from, to)| format!("{}–{}", time(from), time(to)))
        .collect();
    if words.is_empty() {
        "closed".to_owned()
    } else {
        words.join(", ")
    }
}

/// What a bar shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Drawn {
    /// Open now and before.
    kept: Vec<Stretch>,
    /// Open now alone.
    gained: Vec<Stretch>,
    /// Open before alone.
    lost: Vec<Stretch>,
}

impl Drawn {
    /// Now against before; without a before all is as it was.
    pub(super) fn new(now: &[Stretch], before: Option<&[Stretch]>) -> Self {
        let before = before.unwrap_or(now);
        let mut edges: Vec<u16> = now
            .iter()
            .chain(before)
            .flat_map(|&(from, to)| [from, to])
            .collect();
        edges.sort_unstable();
        edges.dedup();
        let mut drawn = Self::default();
        for (&from, &to) in edges.iter().zip(edges.iter().skip(1)) {
            let inside =
                |stretches: &[Stretch]| stretches.iter().any(|&(start, end)| start <= from && to <= end);
            let list = match (inside(now), inside(before)) {
                (true, true) => &mut drawn.kept,
                (true, false) => &mut drawn.gained,
                (false, true) => &mut drawn.lost,
                (false, false) => continue,
            };
            list.push((from, to));
        }
        drawn
    }
}

/// The bar, 240 wide: ten a hour.
pub(super) fn bar(drawn: Memo<Drawn>, label: Signal<String>) -> impl IntoView {
    let path = move |class: &'static str, of: fn(&Drawn) -> &[Stretch]| {
        view! { <path class=class d=move || drawn.with(|drawn| outline(of(drawn))) /> }
    };
    view! {
        <svg class="day-bar" viewBox="0 0 240 16" preserveAspectRatio="none" role="img" aria-label=move || label.get()>
            <rect class="f-bg" width="240" height="16" />
            {path("f-answered", |drawn| &drawn.kept)}
            {path("f-gained", |drawn| &drawn.gained)}
            {path("f-lost", |drawn| &drawn.lost)}
            <path class="l-day" d="M60 0v16M120 0v16M180 0v16" />
        </svg>
    }
}

/// Rectangles as one path.
fn outline(stretches: &[Stretch]) -> String {
    let mut path = String::new();
    for &(from, to) in stretches {
        let (x, width) = (tenths(from), tenths(to - from));
        let _ = write!(path, "M{x} 0h{width}v16h-{width}z");
    }
    path
}

/// Minutes as widths: six a unit.
fn tenths(minutes: u16) -> String {
    let tenths = u32::from(minutes) * 10 / 6;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(from: &str, to: &str) -> Interval {
        Interval::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
    }

    #[test]
    fn a_night_is_drawn_on_both_days() {
        let openings = |day: Weekday| match day {
            Weekday::Fri => vec![interval("22:00", "06:00")],
            Weekday::Sat => vec![interval("10:00", "24:00")],
            _ => Vec::new(),
        };
        assert_eq!(open_on(Weekday::Fri, openings), [(1320, 1440)]);
        assert_eq!(open_on(Weekday::Sat, openings), [(0, 360), (600, 1440)]);
        assert_eq!(open_on(Weekday::Sun, openings), []);
        assert_eq!(
            in_words(&open_on(Weekday::Sat, openings)),
            "00:00–06:00, 10:00–24:00"
        );
        assert_eq!(in_words(&[]), "closed");
    }

    #[test]
    fn what_is_gained_and_lost_lies_beside_what_stays() {
        let drawn = Drawn::new(&[(420, 720), (780, 1020)], Some(&[(480, 1080)]));
        assert_eq!(drawn.kept, [(480, 720), (780, 1020)]);
        assert_eq!(drawn.gained, [(420, 480)]);
        assert_eq!(drawn.lost, [(720, 780), (1020, 1080)]);
        assert_eq!(Drawn::new(&[(1, 2)], None).kept, [(1, 2)]);
        assert_eq!(
            outline(&[(420, 480), (0, 1)]),
            "M70.0 0h10.0v16h-10.0zM0.0 0h0.1v16h-0.1z"
        );
    }
}
