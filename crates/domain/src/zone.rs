//! Time zones by their IANA names. Nothing else in this crate asks for an offset.

mod correction;
mod corrections;

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Duration, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use corrections::correction;

/// The version of the zone database that all offsets follow, as shown to users.
pub const ZONE_DATA: &str = corrections::VERSION;

/// A time zone of the zone database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(Tz);

/// The name is not in the zone database (S146).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is not a time zone: choose one such as `America/Chicago`")]
pub struct UnknownZone {
    /// What was given.
    pub name: String,
}

impl Zone {
    /// Coordinated Universal Time.
    pub const UTC: Self = Self(Tz::UTC);

    /// The IANA name, such as `America/Chicago`.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The city in the name, as shown beside times: `New York`.
    pub fn city(self) -> String {
        self.name()
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .replace('_', " ")
    }

    /// Every zone with a city, by name.
    pub fn all() -> impl Iterator<Item = Self> {
        let named = |zone: &&Tz| zone.name().contains('/') && !zone.name().starts_with("Etc/");
        chrono_tz::TZ_VARIANTS.iter().filter(named).copied().map(Self)
    }

    /// How far the wall clock is ahead of UTC at that moment.
    pub fn offset_at(self, at: DateTime<Utc>) -> Duration {
        let corrected = correction(self.0).and_then(|correction| correction.offset_at(at.timestamp()));
        let seconds = corrected.unwrap_or_else(|| {
            self.0
                .offset_from_utc_datetime(&at.naive_utc())
                .fix()
                .local_minus_utc()
        });
        Duration::seconds(seconds.into())
    }

    /// What the wall clock shows at that moment.
    pub fn to_local(self, at: DateTime<Utc>) -> NaiveDateTime {
        at.naive_utc() + self.offset_at(at)
    }

    /// The moments at which the wall clock shows that time: none in a gap, two in an overlap, earlier first.
    pub fn moments_of(self, local: NaiveDateTime) -> Vec<DateTime<Utc>> {
        // Offsets change at most once within two days, so the two beside the time are all there can be.
        let mut found: Vec<_> = [-1, 1]
            .into_iter()
            .map(|days| local.and_utc() - self.offset_at(local.and_utc() + Duration::days(days)))
            .filter(|&at| self.to_local(at) == local)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The first moment at which the wall clock shows that time or, in a gap, a later one.
    pub fn to_utc(self, local: NaiveDateTime) -> DateTime<Utc> {
        self.moments_of(local).first().copied().unwrap_or_else(|| {
            let around = local.and_utc() - self.offset_at(local.and_utc());
            self.next_transition(around - Duration::days(1), around + Duration::days(1))
                .unwrap_or(around)
        })
    }

    /// The first moment after `from`, and not after `to`, from which the offset is another one.
    pub fn next_transition(self, from: DateTime<Utc>, to: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let mut before = from;
        while before < to {
            let after = (before + Duration::days(1)).min(to);
            if self.offset_at(after) != self.offset_at(before) {
                return Some(self.pin_down(before, after));
            }
            before = after;
        }
        None
    }

    /// Halves the stretch in which the offset changes down to the second.
    fn pin_down(self, mut before: DateTime<Utc>, mut after: DateTime<Utc>) -> DateTime<Utc> {
        let offset = self.offset_at(before);
        while (after - before).num_seconds() > 1 {
            let middle = before + Duration::seconds((after - before).num_seconds() / 2);
            if self.offset_at(middle) == offset {
                before = middle;
            } else {
                after = middle;
            }
        }
        after
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        name.trim().parse().map(Self).map_err(|_| UnknownZone {
            name: name.to_owned(),
        })
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
