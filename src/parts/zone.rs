//! One of the zones of the zone database, found by city, name or offset.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::Zone;
use leptos::prelude::*;

use crate::session::now;
use crate::ui::{Choice, Combobox};

/// The picker; a cleared field leaves the zone as it was.
#[component]
pub fn ZonePicker(
    /// The zone.
    #[prop(into)]
    value: Signal<Zone>,
    /// The zone a person chose.
    #[prop(into)]
    on_change: Callback<(Zone,)>,
) -> impl IntoView {
    let choices = Signal::stored(choices(now()));
    let choose = move |key: Option<String>| {
        if let Some(zone) = key.and_then(|key| key.parse().ok()) {
            on_change.run((zone,));
        }
    };
    view! {
        <Combobox
            label="Time zone"
            choices
            value=Signal::derive(move || Some(value.get().name().to_owned()))
            on_change=choose
            empty="No zone has that city, name or offset"
            placeholder="City, name or UTC−6"
        />
    }
}

/// Every zone with its city, and its offsets of the year.
fn choices(at: DateTime<Utc>) -> Vec<Choice> {
    Zone::all().map(|zone| choice(zone, at)).collect()
}

fn choice(zone: Zone, at: DateTime<Utc>) -> Choice {
    let label = format!("{} ({})", zone.name(), offset(zone, at));
    let city = zone.city();
    let seasons = [(1, "January"), (7, "July")].map(|(month, name)| {
        let date = NaiveDate::from_ymd_opt(at.year(), month, 15);
        let midnight = date.map_or(at, |date| date.and_time(chrono::NaiveTime::MIN).and_utc());
        (midnight, name)
    });
    let mut others = seasons.iter().map(|(then, month)| (offset(zone, *then), month));
    let detail = match others.find(|(other, _)| *other != offset(zone, at)) {
        Some((other, month)) => format!("{city}, {other} in {month}"),
        None => city,
    };
    let also = seasons.map(|(then, _)| in_four_digits(zone, then)).join(" ");
    Choice::new(zone.name(), label).detail(detail).also(also)
}

/// `UTC-06:00`, as it may be typed.
fn in_four_digits(zone: Zone, at: DateTime<Utc>) -> String {
    let minutes = zone.offset_at(at).num_minutes();
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    format!("UTC{sign}{hours:02}:{minutes:02}")
}

/// `UTC−6`, `UTC+5:30`.
fn offset(zone: Zone, at: DateTime<Utc>) -> String {
    let minutes = zone.offset_at(at).num_minutes();
    let sign = if minutes < 0 { '−' } else { '+' };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    match (hours, minutes) {
        (0, 0) => "UTC".to_owned(),
        (_, 0) => format!("UTC{sign}{hours}"),
        _ => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(zone: &str, label: &str, detail: &str) {
        let found = choice(zone.parse().unwrap(), "2026-10-15T19:32:00Z".parse().unwrap());
        assert_eq!((found.label.as_str(), found.detail.as_str()), (label, detail));
    }

    #[test]
    fn a_zone_tells_its_offsets_of_the_year() {
        check(
            "America/Chicago",
            "America/Chicago (UTC−5)",
            "Chicago, UTC−6 in January",
        );
        check(
            "Australia/Sydney",
            "Australia/Sydney (UTC+11)",
            "Sydney, UTC+10 in July",
        );
        check(
            "America/New_York",
            "America/New_York (UTC−4)",
            "New York, UTC−5 in January",
        );
        check("Asia/Kolkata", "Asia/Kolkata (UTC+5:30)", "Kolkata");
        check("Europe/London", "Europe/London (UTC+1)", "London, UTC in January");
    }

    #[test]
    fn a_zone_is_found_by_its_offsets_in_four_digits() {
        let also = |zone: &str| choice(zone.parse().unwrap(), "2026-10-15T19:32:00Z".parse().unwrap()).also;
        assert_eq!(also("America/Chicago"), "UTC-06:00 UTC-05:00");
        assert_eq!(also("Asia/Kolkata"), "UTC+05:30 UTC+05:30");
        assert_eq!(also("America/St_Johns"), "UTC-03:30 UTC-02:30");
    }
}
