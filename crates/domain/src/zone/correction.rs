//! What chrono-tz, whose data has stopped in 2025, answers wrongly.

/// The offsets of a zone while chrono-tz is wrong about it.
#[derive(Debug)]
pub(super) struct Correction {
    /// Offsets in seconds, each from a moment on, earliest first; chrono-tz is right before the first.
    pub(super) offsets: &'static [(i64, i32)],
    /// The moment from which chrono-tz is right again.
    pub(super) until: i64,
}

impl Correction {
    /// The offset at a moment; none where chrono-tz is right.
    pub(super) fn offset_at(&self, at: i64) -> Option<i32> {
        if at >= self.until {
            return None;
        }
        let later = self.offsets.partition_point(|&(from, _)| from <= at);
        let (_, offset) = self.offsets.get(later.checked_sub(1)?)?;
        Some(*offset)
    }
}
