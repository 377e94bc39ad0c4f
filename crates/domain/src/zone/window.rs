//! The offsets of a zone over a stretch of time, looked up once.

use super::Zone;

/// A stretch of time in which the wall clock runs evenly; all in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    /// Its first second of UTC.
    pub(crate) from: i64,
    /// The first second after it.
    pub(crate) to: i64,
    /// How far the wall clock is ahead of UTC.
    pub(crate) offset: i64,
}

/// Which offsets a zone has from one second to another.
#[derive(Clone, Debug)]
// INVARIANT: sorted and gapless, neighbours have different offsets.
pub(crate) struct ZoneWindow(Vec<Segment>);

impl ZoneWindow {
    /// The offsets of a zone from a second of UTC, included, to another, excluded.
    pub(crate) fn new(zone: Zone, from: i64, to: i64) -> Self {
        let mut segments = Vec::new();
        let mut at = from;
        while at < to {
            let next = zone.next_transition_second(at, to).unwrap_or(to);
            segments.push(Segment {
                from: at,
                to: next,
                offset: zone.offset_second(at),
            });
            at = next;
        }
        Self(segments)
    }

    /// The stretches, earliest first; none when the end is not after the beginning.
    pub(crate) fn segments(&self) -> &[Segment] {
        &self.0
    }
}
