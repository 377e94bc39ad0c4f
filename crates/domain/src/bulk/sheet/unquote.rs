//! The cells of a row in which quotes stand for more than the begin or the end of a cell.

use csv_core::ReadRecordResult;

use super::decode::line_ends;
use super::scan::Extent;

/// Takes such rows apart.
#[derive(Debug)]
pub(super) struct Unquote {
    reader: csv_core::Reader,
    separator: u8,
    /// The cells of the last row, one after the other, and where each ends; both longer than need be.
    cells: Vec<u8>,
    ends: Vec<usize>,
}

impl Unquote {
    pub(super) fn new(separator: u8) -> Self {
        Self {
            reader: csv_core::ReaderBuilder::new().delimiter(separator).build(),
            separator,
            cells: vec![0; 1 << 10],
            ends: vec![0; 1 << 6],
        }
    }

    /// The cells of the row with which a text begins; or what is wrong with it, and where.
    pub(super) fn row<'a>(
        &'a mut self,
        text: &[u8],
    ) -> Result<(impl Iterator<Item = &'a str> + use<'a>, Extent), (usize, String)> {
        let (length, count) = self.take_apart(text);
        // The reader takes the end of the file for the end of a quote.
        if length == text.len()
            && let Some(quote) = open_quote(text, self.separator)
        {
            let cause = "a quote opens there that is never closed: close it, or remove it".to_owned();
            return Err((quote, cause));
        }
        let row = text.get(..length).unwrap_or_default();
        let ended = row.strip_suffix(b"\r\n").or_else(|| row.strip_suffix(b"\n"));
        let row = ended.or_else(|| row.strip_suffix(b"\r")).unwrap_or(row);
        let extent = Extent {
            length: row.len(),
            inner_lines: line_ends(Some(row)),
        };
        let ends = self.ends.get(..count).unwrap_or_default();
        let cells = self.cells.get(..ends.last().copied().unwrap_or_default());
        // What is cut at characters of one byte stays text.
        let cells = std::str::from_utf8(cells.unwrap_or_default()).map_err(|error| (0, error.to_string()))?;
        let places = std::iter::once(0).chain(ends.iter().copied()).zip(ends);
        Ok((
            places.map(|(begin, end)| cells.get(begin..*end).unwrap_or_default()),
            extent,
        ))
    }

    /// Fills cells and their ends; gives how many bytes the row takes with the end of its last line, or the first byte of
    /// that, and how many cells there are.
    fn take_apart(&mut self, row: &[u8]) -> (usize, usize) {
        self.reader.reset();
        let (mut read, mut written, mut cells) = (0, 0, 0);
        loop {
            let (result, more_read, more_written, more_cells) = self.reader.read_record(
                row.get(read..).unwrap_or_default(),
                self.cells.get_mut(written..).unwrap_or_default(),
                self.ends.get_mut(cells..).unwrap_or_default(),
            );
            (read, written, cells) = (read + more_read, written + more_written, cells + more_cells);
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.cells.resize(self.cells.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record | ReadRecordResult::End => return (read, cells),
            }
        }
    }
}

/// Where a quote opens that is never closed. A quote within a cell that does not begin with one is a mark like others.
fn open_quote(rows: &[u8], separator: u8) -> Option<usize> {
    let mut opened = None;
    let mut is_begin = true;
    let mut bytes = rows.iter().copied().enumerate().peekable();
    while let Some((place, byte)) = bytes.next() {
        match opened {
            Some(_) if byte == b'"' => {
                // Twice in a row it stands for itself.
                if bytes.next_if(|(_, next)| *next == b'"').is_none() {
                    (opened, is_begin) = (None, false);
                }
            }
            Some(_) => {}
            None if byte == b'"' && is_begin => opened = Some(place),
            None => is_begin = byte == separator || matches!(byte, b'\r' | b'\n'),
        }
    }
    opened
}
