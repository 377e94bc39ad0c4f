//! Offsets against the current zone database, which jiff carries.

#[path = "zones/minutes.rs"]
mod minutes;

use domain::Zone;

#[test]
fn r69_no_minute_of_any_zone_disagrees_with_the_current_zone_database() {
    assert_eq!(minutes::disagreeing().unwrap(), 0);
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
