//! Values in words.

use std::collections::BTreeSet;

use domain::Workspace;
use domain::deflection::Deflection;
use domain::schedule::{DayHours, DayMode, Schedule};

/// `On` or `Off`.
pub(super) fn on(is_on: bool) -> String {
    if is_on { "On" } else { "Off" }.to_owned()
}

/// `Yes` or `No`.
pub(super) fn yes(is_so: bool) -> String {
    if is_so { "Yes" } else { "No" }.to_owned()
}

/// `30 minutes`; nothing where there is no limit.
pub(super) fn minutes(minutes: Option<u16>) -> String {
    match minutes {
        Some(1) => "1 minute".to_owned(),
        Some(minutes) => format!("{minutes} minutes"),
        None => String::new(),
    }
}

/// Names in the order of the alphabet.
pub(super) fn names(names: impl IntoIterator<Item = String>) -> String {
    let names: BTreeSet<String> = names.into_iter().collect();
    names.into_iter().collect::<Vec<_>>().join(", ")
}

/// Whether a level deflects.
pub(super) fn state(deflection: Option<&Deflection>, without: &str) -> String {
    match deflection {
        Some(Deflection::On(_)) => "On".to_owned(),
        Some(Deflection::Off { .. }) => "Off".to_owned(),
        None => without.to_owned(),
    }
}

/// `Weekdays 09:00–18:00, weekends closed`.
pub(super) fn days(schedule: &Schedule) -> String {
    match schedule.days() {
        DayMode::AllDay => "24 hours, every day".to_owned(),
        DayMode::WeekdaysWeekends { weekdays, weekends } => {
            format!("Weekdays {}, weekends {}", day(weekdays), day(weekends))
        }
        DayMode::PerDay { days } => {
            let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
            let parts = names
                .iter()
                .zip(days)
                .map(|(name, hours)| format!("{name} {}", day(hours)));
            parts.collect::<Vec<_>>().join(", ")
        }
    }
}

/// `09:00–12:00 and 13:00–17:00`.
fn day(hours: &DayHours) -> String {
    if hours.intervals().is_empty() {
        return "closed".to_owned();
    }
    let intervals = hours.intervals().iter().map(ToString::to_string);
    intervals.collect::<Vec<_>>().join(" and ")
}

/// The holidays that a schedule observes, by name.
pub(super) fn observed(workspace: &Workspace, schedule: &Schedule) -> String {
    let holidays = schedule.observed().iter();
    names(holidays.filter_map(|&id| Some(workspace.holidays().holiday(id)?.name().to_owned())))
}
