//! The clock changes of every zone as a second source has them: `scripts/refresh-zones` writes them down.

use std::collections::BTreeMap;

/// A second of UTC, and how many seconds the wall clock is ahead from then on.
pub type Change = (i64, i64);

/// What was written down.
pub struct Second {
    /// The release of the zone database it was made from.
    pub release: &'static str,
    /// From 1970 to the end of 2100, by the zones' names; the first entry is the offset that 1970 begins with.
    pub zones: BTreeMap<&'static str, Vec<Change>>,
}

pub fn second() -> Second {
    let mut lines = include_str!("transitions.txt").lines();
    let head = lines.next().and_then(|line| line.strip_prefix("# ")).unwrap();
    let mut zones: BTreeMap<&'static str, Vec<Change>> = BTreeMap::new();
    for line in lines {
        let mut pieces = line.split(' ');
        let name = pieces.next().unwrap();
        let mut changes = vec![(0, seconds(pieces.next().unwrap()))];
        let mut year = "";
        for piece in pieces {
            if let Some(other) = piece.strip_prefix('=') {
                let (last, others) = (changes.last().copied().unwrap().0, &zones[other]);
                changes.extend(others.iter().filter(|&&(at, _)| at > last));
            } else if piece.len() == 4 {
                year = piece;
            } else {
                changes.push(change(year, piece));
            }
        }
        zones.insert(name, changes);
    }
    Second {
        release: head.split_once(',').unwrap().0,
        zones,
    }
}

/// `042610-7`: on 26 April at 10:00 UTC; minutes and seconds follow where they are not 0.
fn change(year: &str, text: &str) -> Change {
    let (at, ahead) = text.split_at(text.rfind(['+', '-']).unwrap());
    let (day, time) = at.split_at(4);
    let whole = format!("{year}{day}T{time:0<6}Z");
    (
        whole.parse::<jiff::Timestamp>().unwrap().as_second(),
        seconds(ahead),
    )
}

/// `-7` or `-0:44:30`.
fn seconds(text: &str) -> i64 {
    let (sign, digits) = text.split_at(1);
    let units = digits.split(':').zip([3600, 60, 1]);
    let sum: i64 = units
        .map(|(piece, unit)| piece.parse::<i64>().unwrap() * unit)
        .sum();
    if sign == "-" { -sum } else { sum }
}
