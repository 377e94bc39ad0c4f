//! What a text costs to send, in words and as a meter.

use domain::message::{Encoding, Segments};

use crate::words;

/// A text's segments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cost {
    units: usize,
    segments: usize,
    encoding: Encoding,
    pub(super) forced_by: Option<char>,
}

/// More segments than this are drawn as one full meter.
const DRAWN: usize = 8;

impl Cost {
    pub(super) fn of(text: &str) -> Self {
        let Segments {
            encoding,
            units,
            segments,
            forced_by,
            ..
        } = Segments::of(text);
        Self {
            units,
            segments,
            encoding,
            forced_by,
        }
    }

    /// Places in the segments there are: more than one carry a header each.
    fn room(&self) -> usize {
        match self.segments {
            0 | 1 => self.encoding.single(),
            many => self.encoding.linked() * many,
        }
    }

    /// How full each segment is, in percent.
    pub(super) fn fills(&self) -> Vec<usize> {
        let segments = self.segments.clamp(1, DRAWN);
        let each = self.room() / self.segments.max(1);
        (0..segments)
            .map(|index| (self.units.saturating_sub(index * each) * 100 / each).min(100))
            .collect()
    }

    /// `153 of 160 characters`.
    pub(super) fn length(&self) -> String {
        format!(
            "{} of {} characters",
            words::digits(self.units),
            words::digits(self.room())
        )
    }

    /// `2 segments, Unicode`.
    pub(super) fn segments_in_words(&self) -> String {
        let encoding = match self.encoding {
            Encoding::Gsm7 => "GSM-7",
            Encoding::Ucs2 => "Unicode",
        };
        format!(
            "{}, {encoding}",
            words::count(self.segments, "segment", "segments")
        )
    }

    /// Which character makes the text Unicode, and what that means.
    pub(super) fn forced(&self) -> Option<String> {
        let forced_by = self.forced_by?;
        let shown = if forced_by.is_whitespace() || forced_by.is_control() {
            format!("A blank of its own kind (U+{:04X})", u32::from(forced_by))
        } else {
            format!("“{forced_by}”")
        };
        Some(format!(
            "{shown} is not in the plain alphabet, so a segment holds 70 characters instead of 160. "
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, length: &str, segments: &str, fills: &[usize]) {
        let cost = Cost::of(text);
        assert_eq!(
            (cost.length().as_str(), cost.segments_in_words().as_str()),
            (length, segments)
        );
        assert_eq!(cost.fills(), fills);
    }

    #[test]
    fn a38_the_cost_is_told_at_each_limit() {
        check("", "0 of 160 characters", "0 segments, GSM-7", &[0]);
        check(
            &"a".repeat(160),
            "160 of 160 characters",
            "1 segment, GSM-7",
            &[100],
        );
        check(
            &"a".repeat(161),
            "161 of 306 characters",
            "2 segments, GSM-7",
            &[100, 5],
        );
        check(
            &"ā".repeat(70),
            "70 of 70 characters",
            "1 segment, Unicode",
            &[100],
        );
        check(
            &"ā".repeat(71),
            "71 of 134 characters",
            "2 segments, Unicode",
            &[100, 5],
        );
        check(
            &"a".repeat(1600),
            "1,600 of 1,683 characters",
            "11 segments, GSM-7",
            &[100; 8],
        );
    }

    #[test]
    fn the_character_that_costs_is_named() {
        assert_eq!(Cost::of("plain").forced(), None);
        assert!(Cost::of("9–5").forced().unwrap().starts_with("“–” is not"));
        assert!(
            Cost::of("9\u{a0}h")
                .forced()
                .unwrap()
                .starts_with("A blank of its own kind (U+00A0) is not")
        );
    }
}
