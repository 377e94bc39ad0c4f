//! A week or a day in a row of a list: when texts are answered, and what the draft changes of that.

use std::fmt::Write;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc, Weekday};
use domain::impact::Handling;
use domain::routing::{Outcome, Standing, Stretch, standing};
use domain::{PhoneNumber, Workspace, Zone};
use leptos::prelude::*;

use crate::words;

/// How high it is drawn, in px.
const HEIGHT: u32 = 12;

/// The calendar time that is drawn, on the company's clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    zone: Zone,
    /// How wide it is drawn, in px.
    width: u32,
    /// What the lines across it part.
    parts: u32,
    /// Spoken: `This week`.
    name: &'static str,
}

impl Window {
    /// The week of a moment, Monday first: an hour is a pixel wide.
    pub fn week(workspace: &Workspace, at: DateTime<Utc>) -> Self {
        let zone = workspace.settings().hours.zone();
        let monday = zone.to_local(at).date().week(Weekday::Mon).first_day();
        Self {
            width: 168,
            parts: 7,
            name: "This week",
            ..Self::days(zone, monday, 7)
        }
    }

    /// The day of a moment.
    pub fn day(workspace: &Workspace, at: DateTime<Utc>) -> Self {
        let zone = workspace.settings().hours.zone();
        Self::days(zone, zone.to_local(at).date(), 1)
    }

    fn days(zone: Zone, first: NaiveDate, days: u64) -> Self {
        let midnight = |days| {
            let day = first.checked_add_days(Days::new(days)).unwrap_or(first);
            zone.to_utc(day.and_time(NaiveTime::MIN))
        };
        Self {
            from: midnight(0),
            to: midnight(days),
            zone,
            width: 240,
            parts: 4,
            name: "Today",
        }
    }

    /// What ordinary texts meet in it.
    pub fn stretches(self, standing: &Standing, workspace: &Workspace) -> Vec<Stretch> {
        standing.stretches(workspace.holidays(), self.from, self.to)
    }

    /// Where a moment lies. Where clocks change, hours are a little narrower or wider.
    fn x(self, at: DateTime<Utc>) -> f64 {
        let minutes = |from: DateTime<Utc>, to: DateTime<Utc>| {
            let minutes = to.signed_duration_since(from).num_minutes();
            f64::from(i32::try_from(minutes).unwrap_or_default())
        };
        minutes(self.from, at) / minutes(self.from, self.to).max(1.0) * f64::from(self.width)
    }

    /// The days over a week.
    pub fn weekdays(self, at: DateTime<Utc>) -> impl IntoView + use<> {
        let today = self.zone.to_local(at).weekday().num_days_from_monday();
        let days = (0..).zip(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]);
        let days = days.map(|(day, name)| view! { <span class:today=day == today>{name}</span> });
        view! {
            <span class="visually-hidden">{format!("{}, {} time: ", self.name, self.zone.city())}</span>
            <span class="week-axis">{days.collect_view()}</span>
        }
    }
}

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// Answered live and in the draft.
    kept: String,
    /// In the draft alone.
    gained: String,
    /// Live alone.
    lost: String,
    /// Nobody sees it.
    nobody: String,
    /// The same in words.
    label: String,
}

impl Strip {
    /// Of a number in two configurations; none for one that takes no texts.
    pub fn of_number(
        live: &Workspace,
        draft: &Workspace,
        number: PhoneNumber,
        window: Window,
    ) -> Option<Self> {
        let [before, after] = [live, draft].map(|side| window.stretches(&standing(side, number), side));
        let takes_texts = after
            .iter()
            .any(|stretch| stretch.outcome != Outcome::DroppedUnassigned);
        takes_texts.then(|| Self::of(&before, &after, window))
    }

    /// Of what texts meet, live and in the draft.
    pub fn of(live: &[Stretch], draft: &[Stretch], window: Window) -> Self {
        let mut edges: Vec<_> = live.iter().chain(draft).map(|stretch| stretch.from).collect();
        edges.push(window.to);
        edges.sort_unstable();
        edges.dedup();
        let mut strip = Self::default();
        let (mut live_minutes, mut draft_minutes) = (0, 0);
        for (from, to) in edges.iter().zip(edges.iter().skip(1)) {
            let minutes = u64::try_from(to.signed_duration_since(*from).num_minutes()).unwrap_or_default();
            let (was, is) = (handling(live, *from), handling(draft, *from));
            live_minutes += if was == Handling::Answered { minutes } else { 0 };
            draft_minutes += if is == Handling::Answered { minutes } else { 0 };
            let path = match (was, is) {
                (Handling::Answered, Handling::Answered) => &mut strip.kept,
                (_, Handling::Answered) => &mut strip.gained,
                (Handling::Answered, _) => &mut strip.lost,
                (_, Handling::Nobody) => &mut strip.nobody,
                (_, Handling::Deflected) => continue,
            };
            let (left, right) = (window.x(*from), window.x(*to));
            let _ = write!(path, "M{left:.1} 0H{right:.1}V{HEIGHT}H{left:.1}z");
        }
        strip.label = format!("answered {} hours", words::hours(draft_minutes));
        if live_minutes != draft_minutes {
            let _ = write!(strip.label, ", {} live", words::hours(live_minutes));
        }
        strip
    }

    /// The drawing, with this moment in it.
    pub fn view(&self, window: Window, at: DateTime<Utc>) -> impl IntoView + use<> {
        let Window {
            width,
            parts,
            name,
            zone,
            ..
        } = window;
        let label = format!("{name}, {} time: {}", zone.city(), self.label);
        let path = |class: &'static str, d: &str| {
            (!d.is_empty()).then(|| view! { <path class=class d=d.to_owned() /> })
        };
        let mut across = String::new();
        for part in 1..parts {
            let _ = write!(across, "M{} 0v{HEIGHT}", width / parts * part);
        }
        view! {
            <svg
                class="strip"
                viewBox=format!("0 0 {width} {HEIGHT}")
                preserveAspectRatio="none"
                role="img"
                aria-label=label
            >
                <rect class="f-bg" width=width height=HEIGHT />
                {path("f-answered", &self.kept)}
                {path("f-gained", &self.gained)}
                {path("f-lost", &self.lost)}
                {path("f-nobody", &self.nobody)}
                <path class="l-day" d=across />
                <path class="l-now" d=format!("M{:.1} 0v{HEIGHT}", window.x(at)) />
            </svg>
        }
    }
}

fn handling(stretches: &[Stretch], at: DateTime<Utc>) -> Handling {
    let stretch = stretches
        .iter()
        .find(|stretch| stretch.from <= at && at < stretch.to);
    stretch.map_or(Handling::Nobody, |stretch| Handling::of(stretch.outcome))
}

#[cfg(test)]
mod tests {
    use domain::Intent;

    use super::*;

    fn company() -> Workspace {
        let mut company = Workspace::empty("Larkspur", "America/Chicago".parse().unwrap());
        company.apply(&Intent::SetSmsChat { on: true }).unwrap();
        company
    }

    fn add(direct: bool) -> (PhoneNumber, Intent) {
        let number: PhoneNumber = "+13125550100".parse().unwrap();
        let label = "Desk".parse().unwrap();
        let (entered_as, facts) = (number.to_string(), None);
        (
            number,
            Intent::AddNumber {
                number,
                label,
                direct,
                entered_as,
                facts,
            },
        )
    }

    #[test]
    fn a_week_is_that_of_the_companys_clock() {
        // Sunday night in Chicago, when it is Monday elsewhere; the clocks go back on that day.
        let week = Window::week(&company(), "2026-11-02T05:30:00Z".parse().unwrap());
        assert_eq!(week.from.to_rfc3339(), "2026-10-26T05:00:00+00:00");
        assert_eq!(week.to.to_rfc3339(), "2026-11-02T06:00:00+00:00");
        assert!((week.x(week.to) - 168.0).abs() < 0.01 && week.x(week.from).abs() < 0.01);
        let day = Window::day(&company(), "2026-11-01T12:00:00Z".parse().unwrap());
        assert_eq!(day.from.to_rfc3339(), "2026-11-01T05:00:00+00:00");
        assert_eq!(day.to.to_rfc3339(), "2026-11-02T06:00:00+00:00", "25 hours long");
    }

    #[test]
    fn d12_a_direct_number_without_an_owner_answers_nobody_and_an_ordinary_one_has_no_strip() {
        let live = company();
        let week = Window::week(&live, "2026-10-15T12:00:00Z".parse().unwrap());
        let mut draft = live.clone();
        let (number, intent) = add(true);
        draft.apply(&intent).unwrap();
        let strip = Strip::of_number(&live, &draft, number, week).unwrap();
        assert_eq!(strip.nobody, "M0.0 0H168.0V12H0.0z");
        assert_eq!(
            (strip.kept + &strip.gained + &strip.lost, strip.label),
            (String::new(), "answered 0 hours".to_owned())
        );
        let mut ordinary = live.clone();
        ordinary.apply(&add(false).1).unwrap();
        assert_eq!(Strip::of_number(&live, &ordinary, number, week), None);
    }
}
