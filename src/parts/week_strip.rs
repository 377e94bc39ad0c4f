//! A number's week in a list: when its texts are answered, and what the draft changes of that.

use std::fmt::Write;

use chrono::{DateTime, Datelike, Days, NaiveTime, Utc, Weekday};
use domain::impact::Handling;
use domain::routing::{Outcome, Stretch, stretches};
use domain::{PhoneNumber, Workspace, Zone};
use leptos::prelude::*;

use crate::words;

/// How wide it is drawn, in px: a unit an hour.
const WIDTH: f64 = 168.0;

/// The calendar week around a moment, Monday first, on the company's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    zone: Zone,
}

impl Week {
    /// The one of this moment.
    pub fn around(workspace: &Workspace, at: DateTime<Utc>) -> Self {
        let zone = workspace.settings().hours.zone();
        let today = zone.to_local(at).date();
        let monday = today.week(Weekday::Mon).first_day();
        let midnight = |days| {
            let day = monday.checked_add_days(Days::new(days)).unwrap_or(monday);
            zone.to_utc(day.and_time(NaiveTime::MIN))
        };
        Self {
            from: midnight(0),
            to: midnight(7),
            zone,
        }
    }

    /// Where a moment lies. In a week of a clock change, hours are a little narrower or wider.
    fn x(self, at: DateTime<Utc>) -> f64 {
        let minutes = |from: DateTime<Utc>, to: DateTime<Utc>| {
            let minutes = to.signed_duration_since(from).num_minutes();
            f64::from(i32::try_from(minutes).unwrap_or_default())
        };
        minutes(self.from, at) / minutes(self.from, self.to).max(1.0) * WIDTH
    }

    /// The days over it.
    pub fn axis(self, at: DateTime<Utc>) -> impl IntoView + use<> {
        let today = self.zone.to_local(at).weekday().num_days_from_monday();
        let days = (0..).zip(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]);
        let days = days.map(|(day, name)| view! { <span class:today=day == today>{name}</span> });
        view! {
            <span class="visually-hidden">{format!("This week, {} time: ", self.zone.city())}</span>
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
    /// Of a number; none for one that takes no texts.
    pub fn of(live: &Workspace, draft: &Workspace, number: PhoneNumber, week: Week) -> Option<Self> {
        let [before, after] = [live, draft].map(|side| stretches(side, number, week.from, week.to));
        if after
            .iter()
            .all(|stretch| stretch.outcome == Outcome::DroppedUnassigned)
        {
            return None;
        }
        let mut edges: Vec<_> = before.iter().chain(&after).map(|stretch| stretch.from).collect();
        edges.push(week.to);
        edges.sort_unstable();
        edges.dedup();
        let mut strip = Self::default();
        let (mut live_minutes, mut draft_minutes) = (0, 0);
        for (from, to) in edges.iter().zip(edges.iter().skip(1)) {
            let minutes = u64::try_from(to.signed_duration_since(*from).num_minutes()).unwrap_or_default();
            let (was, is) = (handling(&before, *from), handling(&after, *from));
            live_minutes += if was == Handling::Answered { minutes } else { 0 };
            draft_minutes += if is == Handling::Answered { minutes } else { 0 };
            let path = match (was, is) {
                (Handling::Answered, Handling::Answered) => &mut strip.kept,
                (_, Handling::Answered) => &mut strip.gained,
                (Handling::Answered, _) => &mut strip.lost,
                (_, Handling::Nobody) => &mut strip.nobody,
                (_, Handling::Deflected) => continue,
            };
            let (left, right) = (week.x(*from), week.x(*to));
            let _ = write!(path, "M{left:.1} 0H{right:.1}V12H{left:.1}z");
        }
        strip.label = format!("answered {} hours", words::hours(draft_minutes));
        if live_minutes != draft_minutes {
            let _ = write!(strip.label, ", {} live", words::hours(live_minutes));
        }
        Some(strip)
    }
}

fn handling(stretches: &[Stretch], at: DateTime<Utc>) -> Handling {
    let stretch = stretches
        .iter()
        .find(|stretch| stretch.from <= at && at < stretch.to);
    stretch.map_or(Handling::Nobody, |stretch| Handling::of(stretch.outcome))
}

/// The drawing; empty while there is none.
pub fn week_strip(strip: Memo<Option<Strip>>, week: Memo<Week>, at: Signal<DateTime<Utc>>) -> impl IntoView {
    let path = move |class: &'static str, of: fn(&Strip) -> &str| {
        let d = move || strip.with(|strip| strip.as_ref().map(of).unwrap_or_default().to_owned());
        view! { <path class=class d=d /> }
    };
    let label = move || {
        let label = strip.with(|strip| strip.as_ref().map(|strip| strip.label.clone()))?;
        Some(format!("This week, {} time: {label}", week.get().zone.city()))
    };
    let now = Memo::new(move |_| format!("M{:.1} 0v12", week.get().x(at.get())));
    let is_there = Memo::new(move |_| strip.with(Option::is_some));
    view! {
        <svg
            class="strip"
            class:none=move || !is_there.get()
            viewBox="0 0 168 12"
            preserveAspectRatio="none"
            role=move || if is_there.get() { "img" } else { "presentation" }
            aria-label=label
        >
            <rect class="f-bg" width="168" height="12" />
            {path("f-answered", |strip| &strip.kept)}
            {path("f-gained", |strip| &strip.gained)}
            {path("f-lost", |strip| &strip.lost)}
            {path("f-nobody", |strip| &strip.nobody)}
            <path class="l-day" d="M24 0v12M48 0v12M72 0v12M96 0v12M120 0v12M144 0v12" />
            <path class="l-now" d=move || now.get() />
        </svg>
    }
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
        let week = Week::around(&company(), "2026-11-02T05:30:00Z".parse().unwrap());
        assert_eq!(week.from.to_rfc3339(), "2026-10-26T05:00:00+00:00");
        assert_eq!(week.to.to_rfc3339(), "2026-11-02T06:00:00+00:00");
        assert!((week.x(week.to) - WIDTH).abs() < 0.01 && week.x(week.from).abs() < 0.01);
    }

    #[test]
    fn d12_a_direct_number_without_an_owner_answers_nobody_and_an_ordinary_one_has_no_strip() {
        let live = company();
        let week = Week::around(&live, "2026-10-15T12:00:00Z".parse().unwrap());
        let mut draft = live.clone();
        let (number, intent) = add(true);
        draft.apply(&intent).unwrap();
        let strip = Strip::of(&live, &draft, number, week).unwrap();
        assert_eq!(strip.nobody, "M0.0 0H168.0V12H0.0z");
        assert_eq!(
            (strip.kept + &strip.gained + &strip.lost, strip.label),
            (String::new(), "answered 0 hours".to_owned())
        );
        let mut ordinary = live.clone();
        ordinary.apply(&add(false).1).unwrap();
        assert_eq!(Strip::of(&live, &ordinary, number, week), None);
    }
}
