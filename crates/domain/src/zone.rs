//! Time zones by their IANA names. Nothing else in this crate asks for an offset.

mod database;
mod old_names;
mod window;

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

pub use database::ZONE_DATA;
pub(crate) use window::{Segment, ZoneWindow};

const DAY: i64 = 24 * 60 * 60;
/// Since 1900 no zone has changed its clock and changed it back in less than 6.9 days.
const STRIDE: i64 = 6 * DAY;

/// A time zone of the zone database.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(database::Place);

/// The name is not in the zone database (S146).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is not a time zone: choose one such as `America/Chicago`")]
pub struct UnknownZone {
    /// What was given.
    pub name: String,
}

impl Zone {
    /// Coordinated Universal Time.
    pub const UTC: Self = Self(database::PLACE_OF_UTC);

    /// The IANA name, such as `America/Chicago`.
    pub fn name(self) -> &'static str {
        database::name_at(self.0)
    }

    /// The city in the name, as shown beside times: `New York`.
    pub fn city(self) -> String {
        self.name()
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .replace('_', " ")
    }

    /// The zones to choose from: those of the cities that the zone database lists by country, by name, and UTC
    /// before them. Old names such as `US/Pacific` are still read.
    pub fn all() -> impl Iterator<Item = Self> {
        let offered = |zone: &Self| zone.name().contains('/') && !old_names::is_old(zone.name());
        let cities = database::places().map(Self).filter(offered);
        std::iter::once(Self::UTC).chain(cities)
    }

    /// How far the wall clock is ahead of UTC at that moment.
    pub fn offset_at(self, at: DateTime<Utc>) -> Duration {
        Duration::seconds(self.offset_second(at.timestamp()))
    }

    /// What the wall clock shows at that moment; at the ends of what chrono can count, what it shows in UTC.
    pub fn to_local(self, at: DateTime<Utc>) -> NaiveDateTime {
        let utc = at.naive_utc();
        utc.checked_add_signed(self.offset_at(at)).unwrap_or(utc)
    }

    /// The moments at which the wall clock shows that time: none in a gap, two in an overlap, earlier first.
    pub fn moments_of(self, local: NaiveDateTime) -> Vec<DateTime<Utc>> {
        // Offsets change at most once within two days, so the two beside the time are all there can be.
        let around = local.and_utc().timestamp();
        let mut found: Vec<_> = [-DAY, DAY]
            .into_iter()
            .filter_map(|aside| {
                let offset = Duration::seconds(self.offset_second(around + aside));
                local.and_utc().checked_sub_signed(offset)
            })
            .filter(|&at| self.to_local(at) == local)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The first moment at which the wall clock shows that time or, in a gap, a later one.
    pub fn to_utc(self, local: NaiveDateTime) -> DateTime<Utc> {
        self.moments_of(local).first().copied().unwrap_or_else(|| {
            let around = local.and_utc().timestamp();
            let change = self.next_transition_second(around - DAY, around + DAY);
            change
                .and_then(|at| DateTime::from_timestamp(at, 0))
                .unwrap_or(local.and_utc())
        })
    }

    /// The first moment after `from`, and before `to`, from which the offset is another one.
    pub fn next_transition(self, from: DateTime<Utc>, to: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let second = self.next_transition_second(from.timestamp(), to.timestamp())?;
        DateTime::from_timestamp(second, 0)
    }

    /// The offset at a second of UTC, in seconds.
    pub(crate) fn offset_second(self, at: i64) -> i64 {
        database::offset_at(self.0, at).into()
    }

    /// The first second after `from`, and before `to`, from which the offset is another one.
    pub(crate) fn next_transition_second(self, from: i64, to: i64) -> Option<i64> {
        let offset = self.offset_second(from);
        let mut before = from;
        while before < to {
            let mut after = (before + STRIDE).min(to);
            if self.offset_second(after) == offset {
                before = after;
                continue;
            }
            while after - before > 1 {
                let middle = before.midpoint(after);
                if self.offset_second(middle) == offset {
                    before = middle;
                } else {
                    after = middle;
                }
            }
            return Some(after).filter(|&at| at < to);
        }
        None
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownZone {
            name: name.to_owned(),
        };
        database::place_of(name.trim()).map(Self).ok_or_else(unknown)
    }
}

impl TryFrom<String> for Zone {
    type Error = UnknownZone;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        name.parse()
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name().to_owned()
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({})", self.name())
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new_york() -> Zone {
        "America/New_York".parse().unwrap()
    }

    #[test]
    fn s146_an_unknown_zone_is_refused() {
        assert_eq!(
            "Mars/Base".parse::<Zone>().unwrap_err().to_string(),
            "`Mars/Base` is not a time zone: choose one such as `America/Chicago`"
        );
        assert_eq!(new_york().city(), "New York");
    }

    #[test]
    fn a_gap_has_no_moment_and_an_overlap_two() {
        let local = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        let utc = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        assert_eq!(new_york().moments_of(local("2026-03-08T02:30:00")).len(), 0);
        assert_eq!(
            new_york().to_utc(local("2026-03-08T02:30:00")),
            utc("2026-03-08T07:00:00Z")
        );
        assert_eq!(
            new_york().moments_of(local("2026-11-01T01:30:00")),
            [utc("2026-11-01T05:30:00Z"), utc("2026-11-01T06:30:00Z")]
        );
        assert_eq!(
            new_york().next_transition(utc("2026-01-01T00:00:00Z"), utc("2026-06-01T00:00:00Z")),
            Some(utc("2026-03-08T07:00:00Z"))
        );
    }
}
