//! The stretch of time that is looked at.

use chrono::{DateTime, DurationRound, Months, TimeDelta, Utc};

/// The most months that are looked at: ten years.
pub const MAX_MONTHS: u32 = 120;

/// From a moment, included, to another, excluded; both on a full minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
// INVARIANT: `from` is not after `to`, and at most `MAX_MONTHS` lie between them.
pub struct Horizon {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

impl Horizon {
    /// So many months from a moment on; seconds are cut off, and past [`MAX_MONTHS`] it is those.
    ///
    /// ```
    /// use domain::impact::Horizon;
    /// let year = Horizon::months("2026-10-15T14:32:10Z".parse()?, 12);
    /// assert_eq!(year.to(), "2027-10-15T14:32:00Z".parse::<chrono::DateTime<chrono::Utc>>()?);
    /// assert_eq!(year.minutes(), 365 * 24 * 60);
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    pub fn months(from: DateTime<Utc>, months: u32) -> Self {
        let from = from.duration_trunc(TimeDelta::minutes(1)).unwrap_or(from);
        let months = Months::new(months.min(MAX_MONTHS));
        let to = from.checked_add_months(months).unwrap_or(from);
        Self { from, to }
    }

    /// From one moment to another; seconds are cut off, and past [`MAX_MONTHS`] it is those.
    pub fn between(from: DateTime<Utc>, to: DateTime<Utc>) -> Self {
        let longest = Self::months(from, MAX_MONTHS);
        let to = Self::months(to, 0).from;
        Self {
            from: longest.from,
            to: to.clamp(longest.from, longest.to),
        }
    }

    /// Its first minute.
    pub fn from(self) -> DateTime<Utc> {
        self.from
    }

    /// The first minute after it.
    pub fn to(self) -> DateTime<Utc> {
        self.to
    }

    /// How many minutes it has.
    pub fn minutes(self) -> i64 {
        (self.to - self.from).num_minutes()
    }

    /// Both ends in seconds of UTC.
    pub(super) fn seconds(self) -> (i64, i64) {
        (self.from.timestamp(), self.to.timestamp())
    }
}
