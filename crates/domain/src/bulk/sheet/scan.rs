//! The cells of a row that stands as it is.

use super::decode::line_ends;

/// How many bytes the end of a line takes, if there is one at that place.
pub(super) fn end_of_line(text: &[u8], at: usize) -> usize {
    match text.get(at..) {
        Some([b'\r', b'\n', ..]) => 2,
        Some([b'\r' | b'\n', ..]) => 1,
        _ => 0,
    }
}

/// How far a row goes.
#[derive(Clone, Copy)]
pub(super) struct Extent {
    /// In bytes, without the end of its last line.
    pub(super) length: usize,
    /// How many lines end within its cells.
    pub(super) inner_lines: u64,
}

/// Why a row cannot be read as it stands.
#[derive(Clone, Copy)]
pub(super) enum Unread {
    /// The text ends within a quote.
    Open,
    /// A quote stands for more than the begin or the end of a cell.
    Other,
}

/// Finds the cells of rows that stand as they are.
#[derive(Debug)]
pub(super) struct Scan {
    separator: u8,
    /// Whether a cell that is not quoted goes on with such a byte.
    goes_on: [bool; 256],
}

impl Scan {
    pub(super) fn new(separator: u8) -> Self {
        let goes_on = |byte| byte != separator && !matches!(byte, b'\n' | b'\r' | b'"');
        let mut all = [true; 256];
        for (byte, place) in (0..=u8::MAX).zip(&mut all) {
            *place = goes_on(byte);
        }
        Self {
            separator,
            goes_on: all,
        }
    }

    /// Adds where the cells end of the row with which a text begins, itself so many bytes behind the begin of the file.
    ///
    /// Not put into the loops that call it: a browser runs a long function as it was first compiled until it is called
    /// again, which is several times slower.
    #[inline(never)]
    pub(super) fn row(&self, text: &[u8], before: usize, ends: &mut Vec<usize>) -> Result<Extent, Unread> {
        let mut row = Extent {
            length: 0,
            inner_lines: 0,
        };
        loop {
            let rest = text.get(row.length..).unwrap_or_default();
            if let [b'"', quoted @ ..] = rest {
                let quoted = memchr::memchr(b'"', quoted).and_then(|end| quoted.get(..end));
                let quoted = quoted.ok_or(Unread::Open)?;
                row.length += quoted.len() + 2;
                row.inner_lines += line_ends(Some(quoted));
            } else {
                // Cells are short: nothing finds their ends sooner than looking at each byte.
                let goes_on = |byte: &&u8| self.goes_on.get(usize::from(**byte)) == Some(&true);
                row.length += rest.iter().take_while(goes_on).count();
            }
            ends.push(before + row.length);
            match text.get(row.length) {
                Some(byte) if *byte == self.separator => row.length += 1,
                None | Some(b'\r' | b'\n') => return Ok(row),
                Some(_) => return Err(Unread::Other),
            }
        }
    }
}
