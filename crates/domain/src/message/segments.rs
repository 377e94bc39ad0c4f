//! Segments as GSM 03.38 and 03.40 have them: 160 characters of seven bits or 70 of sixteen, fewer when linked.

use std::fmt;

use super::alphabet::places;

/// How the characters travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Seven bits a character; those of the extension table take two places.
    Gsm7,
    /// Sixteen bits; characters beyond the basic plane take two places.
    Ucs2,
}

/// What a text costs to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segments {
    /// How it travels.
    pub encoding: Encoding,
    /// Places taken.
    pub units: usize,
    /// Messages it is cut into.
    pub segments: usize,
    /// The first character that the seven-bit alphabet lacks, which forces the other encoding.
    pub forced_by: Option<char>,
    /// Where that character stands, in bytes from the start.
    pub forced_at: Option<usize>,
}

/// A text that does not fit into one segment, so it costs more than one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    /// Messages it is cut into.
    pub segments: usize,
    /// Places of a message on its own.
    pub limit: usize,
    /// The character that made the limit so small.
    pub forced_by: Option<char>,
}

impl fmt::Display for Split {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { segments, limit, .. } = self;
        write!(
            f,
            "sent as {segments} texts, since it is longer than {limit} characters"
        )?;
        match self.forced_by {
            None => Ok(()),
            Some(c) => write!(f, ": `{c}` is not in the alphabet that allows 160"),
        }
    }
}

impl Encoding {
    /// Places of a message that stands alone.
    pub fn single(self) -> usize {
        match self {
            Self::Gsm7 => 160,
            Self::Ucs2 => 70,
        }
    }

    /// Places of one of several linked messages; the header that links them takes the rest.
    pub fn linked(self) -> usize {
        match self {
            Self::Gsm7 => 153,
            Self::Ucs2 => 67,
        }
    }

    /// Places a character takes, which are never parted: not an escape from what it escapes, nor a surrogate from
    /// its other half.
    fn width(self, c: char) -> usize {
        match self {
            Self::Gsm7 => places(c).unwrap_or(1),
            Self::Ucs2 => c.len_utf16(),
        }
    }
}

impl Segments {
    /// Counts a text.
    ///
    /// ```
    /// use domain::message::Segments;
    /// assert_eq!(Segments::of(&"a".repeat(160)).segments, 1);
    /// assert_eq!(Segments::of(&"a".repeat(161)).segments, 2);
    /// assert_eq!(Segments::of(&"ā".repeat(70)).segments, 1);
    /// ```
    pub fn of(text: &str) -> Self {
        let forced = text.char_indices().find(|&(_, c)| places(c).is_none());
        let encoding = if forced.is_some() {
            Encoding::Ucs2
        } else {
            Encoding::Gsm7
        };
        let units = text.chars().map(|c| encoding.width(c)).sum();
        let segments = if units <= encoding.single() {
            usize::from(units > 0)
        } else {
            cuts(text, encoding).count() + 1
        };
        Self {
            encoding,
            units,
            segments,
            forced_by: forced.map(|(_, c)| c),
            forced_at: forced.map(|(at, _)| at),
        }
    }

    /// The text as it is cut; the parts together are the text.
    ///
    /// ```
    /// use domain::message::Segments;
    /// let text = "a".repeat(152) + "€uro";
    /// assert_eq!(Segments::parts(&text), [text.as_str()]);
    /// // Longer than one message: the euro sign takes two places and does not fit into the first 153.
    /// let text = text + "opean";
    /// assert_eq!(Segments::parts(&text), [&text[..152], "€uroopean"]);
    /// ```
    pub fn parts(text: &str) -> Vec<&str> {
        let counted = Self::of(text);
        if counted.segments <= 1 {
            return (!text.is_empty()).then_some(text).into_iter().collect();
        }
        let mut parts = Vec::with_capacity(counted.segments);
        let mut rest = (text, 0);
        for cut in cuts(text, counted.encoding) {
            let (part, after) = rest.0.split_at(cut - rest.1);
            parts.push(part);
            rest = (after, cut);
        }
        parts.push(rest.0);
        parts
    }

    /// What to say of a text that is cut; none when it fits into one.
    pub fn split(&self) -> Option<Split> {
        (self.segments > 1).then_some(Split {
            segments: self.segments,
            limit: self.encoding.single(),
            forced_by: self.forced_by,
        })
    }
}

/// Where a text of several linked messages is cut, in bytes from the start.
fn cuts(text: &str, encoding: Encoding) -> impl Iterator<Item = usize> {
    let mut filled = 0;
    text.char_indices().filter_map(move |(at, c)| {
        let width = encoding.width(c);
        filled += width;
        if filled <= encoding.linked() {
            return None;
        }
        filled = width;
        Some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, encoding: Encoding, units: usize, segments: usize) {
        let counted = Segments::of(text);
        assert_eq!(
            (counted.encoding, counted.units, counted.segments),
            (encoding, units, segments),
            "{text:?}"
        );
        assert_eq!(Segments::parts(text).len(), segments);
        assert_eq!(Segments::parts(text).concat(), text);
    }

    #[test]
    fn a38_segments_are_counted_as_the_network_does() {
        check("", Encoding::Gsm7, 0, 0);
        check(&"a".repeat(160), Encoding::Gsm7, 160, 1);
        check(&"a".repeat(161), Encoding::Gsm7, 161, 2);
        check(&"a".repeat(306), Encoding::Gsm7, 306, 2);
        check(&"a".repeat(307), Encoding::Gsm7, 307, 3);
        check(&"€".repeat(80), Encoding::Gsm7, 160, 1);
        // 153 is odd: the 77th euro sign does not fit into the first segment.
        check(&"€".repeat(153), Encoding::Gsm7, 306, 3);
        check(&"ā".repeat(70), Encoding::Ucs2, 70, 1);
        check(&"ā".repeat(71), Encoding::Ucs2, 71, 2);
        check(&"\u{1f600}".repeat(35), Encoding::Ucs2, 70, 1);
        check(&"\u{1f600}".repeat(67), Encoding::Ucs2, 134, 3);
    }

    #[test]
    fn a38_names_the_character_that_forces_the_other_encoding() {
        let counted = Segments::of("na\u{ef}ve – yes");
        assert_eq!((counted.forced_by, counted.forced_at), (Some('ï'), Some(2)));
        let counted = Segments::of("£5 – yes");
        assert_eq!((counted.forced_by, counted.forced_at), (Some('–'), Some(4)));
        assert_eq!(Segments::of("£5, yes").forced_by, None);
    }

    #[test]
    fn a38_a_text_over_one_segment_is_warned_of() {
        let warning = |text: &str| Segments::of(text).split().map(|split| split.to_string());
        assert_eq!(warning(&"a".repeat(160)), None);
        assert_eq!(
            warning(&"a".repeat(161)).as_deref(),
            Some("sent as 2 texts, since it is longer than 160 characters")
        );
        assert_eq!(warning(&"ā".repeat(70)), None);
        assert_eq!(
            warning(&format!("{}ā", "a".repeat(70))).as_deref(),
            Some(
                "sent as 2 texts, since it is longer than 70 characters: `ā` is not in the alphabet that allows 160"
            )
        );
    }
}
