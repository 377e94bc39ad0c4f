//! Dates and times; every one names its zone.

use chrono::{DateTime, Utc};
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
}
