//! Dates and times; every one names its zone.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use domain::Zone;

/// `Thu 15 Oct 2026, 14:32 Chicago`.
pub fn moment(at: DateTime<Utc>, zone: Zone) -> String {
    format!(
        "{} {}",
        zone.to_local(at).format("%a %-d %b %Y, %H:%M"),
        zone.city()
    )
}

/// `14:32 Chicago`.
pub fn clock(at: DateTime<Utc>, zone: Zone) -> String {
    format!("{} {}", zone.to_local(at).format("%H:%M"), zone.city())
}

/// The next time within a year that a zone's clocks are changed: what they show before and after.
pub fn next_clock_change(zone: Zone, from: DateTime<Utc>) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let at = zone.next_transition(from, from + TimeDelta::days(366))?;
    let second = TimeDelta::seconds(1);
    Some((zone.to_local(at - second) + second, zone.to_local(at)))
}

/// `41 h 30 min`, `9 h`, `45 min`.
pub fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// `9,898`, `2.5`: hours as a figure, to the tenth.
pub fn hours(minutes: u64) -> String {
    let tenths = (minutes + 3) / 6;
    let whole = super::digits(usize::try_from(tenths / 10).unwrap_or(usize::MAX));
    match tenths % 10 {
        0 if tenths == 0 && minutes > 0 => "0.1".to_owned(),
        0 => whole,
        tenth => format!("{whole}.{tenth}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_names_its_zone() {
        let at = "2026-10-15T19:32:00Z".parse().unwrap();
        let zone = "America/Chicago".parse().unwrap();
        assert_eq!(moment(at, zone), "Thu 15 Oct 2026, 14:32 Chicago");
        assert_eq!(clock(at, zone), "14:32 Chicago");
    }

    #[test]
    fn hours_are_told_to_the_tenth() {
        let words = [0, 1, 60, 150, 593_880].map(hours);
        assert_eq!(words, ["0", "0.1", "1", "2.5", "9,898"]);
    }

    #[test]
    fn a_duration_leaves_out_what_is_nought() {
        let words = [0, 45, 540, 2490].map(duration);
        assert_eq!(words, ["0 min", "45 min", "9 h", "41 h 30 min"]);
    }
}
