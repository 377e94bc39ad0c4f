//! Segments as GSM 03.38 and 03.40 have them: 160 characters of seven bits or 70 of sixteen, fewer when linked.

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
}

const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

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
        let forced_by = text
            .chars()
            .find(|c| !BASIC.contains(*c) && !EXTENSION.contains(*c));
        let (encoding, single, linked) = match forced_by {
            None => (Encoding::Gsm7, 160, 153),
            Some(_) => (Encoding::Ucs2, 70, 67),
        };
        let widths = text.chars().map(|c| encoding.width(c));
        let units = widths.clone().sum();
        let segments = if units <= single {
            usize::from(units > 0)
        } else {
            cut(widths, linked)
        };
        Self {
            encoding,
            units,
            segments,
            forced_by,
        }
    }
}

impl Encoding {
    fn width(self, c: char) -> usize {
        match self {
            Self::Gsm7 => 1 + usize::from(EXTENSION.contains(c)),
            Self::Ucs2 => c.len_utf16(),
        }
    }
}

/// How many segments hold the characters when none is split in two.
fn cut(widths: impl Iterator<Item = usize>, limit: usize) -> usize {
    let mut segments = 1;
    let mut filled = 0;
    for width in widths {
        if filled + width > limit {
            segments += 1;
            filled = 0;
        }
        filled += width;
    }
    segments
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
        assert_eq!(Segments::of("naïve – yes").forced_by, Some('ï'));
    }
}
