//! A table as text: which separator, which rows, which of them is the header.

use super::decode::line_ends;
use super::scan::{Extent, Scan, Unread, end_of_line};
use super::unquote::Unquote;
use super::{Form, Place, Sheet, SheetError};

/// What may stand between cells.
pub(super) const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Reads a table.
pub(super) fn read(text: String) -> Result<Sheet, SheetError> {
    Parsing::new(separator_of(&text), 0).finish(text)
}

/// A table being read.
///
/// A row stands as it is in the file when each quote in it begins or ends a cell, and nearly all do. Others are left to
/// the library that knows what is to be made of them.
#[derive(Debug)]
pub(super) struct Parsing {
    scan: Scan,
    unquote: Unquote,
    /// What was read, without its text.
    sheet: Sheet,
    is_header: bool,
    /// Where the next row begins, and on which line.
    at: usize,
    line: u64,
    /// How long the file has to be for the next row to be looked at.
    wanted: usize,
}

impl Parsing {
    /// Of a table that begins so far behind the begin of its file.
    pub(super) fn new(separator: u8, at: usize) -> Self {
        Self {
            scan: Scan::new(separator),
            unquote: Unquote::new(separator),
            sheet: Sheet::empty(Form::Csv(char::from(separator))),
            is_header: true,
            at,
            line: 1,
            wanted: 0,
        }
    }

    /// Reads the rows that are whole in what there is of the file.
    pub(super) fn go_on(&mut self, text: &[u8]) {
        while text.len() > self.wanted.max(self.at) {
            let rest = text.get(self.at..).unwrap_or_default();
            let cells = self.sheet.ends.len();
            let row = self.scan.row(rest, self.at, &mut self.sheet.ends);
            // A line that ends with CR may end with CRLF.
            let is_whole = |row: &Extent| rest.len() > row.length + end_of_line(rest, row.length);
            if let Ok(extent) = row
                && is_whole(&extent)
            {
                self.take_plain(text, cells, extent);
                continue;
            }
            self.sheet.ends.truncate(cells);
            self.wanted = match row {
                // No more than twice is looked at any of a cell that goes on and on.
                Ok(_) | Err(Unread::Open) => text.len() + rest.len(),
                Err(Unread::Other) => usize::MAX,
            };
        }
    }

    /// Reads the rest, and gives the sheet.
    pub(super) fn finish(mut self, text: String) -> Result<Sheet, SheetError> {
        let bytes = text.as_bytes();
        while let Some(rest) = bytes.get(self.at..).filter(|rest| !rest.is_empty()) {
            let cells = self.sheet.ends.len();
            if let Ok(extent) = self.scan.row(rest, self.at, &mut self.sheet.ends) {
                self.take_plain(bytes, cells, extent);
            } else {
                self.sheet.ends.truncate(cells);
                self.take_other(rest)?;
            }
        }
        if self.is_header {
            return Err(SheetError::Empty);
        }
        self.sheet.text = text;
        Ok(self.sheet)
    }

    /// Takes a row as it stands; its cells are those from there on among all.
    fn take_plain(&mut self, text: &[u8], cells: usize, extent: Extent) {
        let row = text.get(self.at..).unwrap_or_default();
        // Most begin with something.
        let begin = row.get(..extent.length.min(8)).unwrap_or_default();
        let is_row = !self.is_header && begin.iter().any(u8::is_ascii_alphanumeric);
        if is_row || self.is_row(cells_at(text, self.at, self.sheet.ends.get(cells..))) {
            self.sheet.rows.push(Place {
                line: self.number(),
                begin: self.at,
                cells,
                is_unquoted: false,
            });
        } else {
            self.sheet.ends.truncate(cells);
        }
        self.pass(row, extent);
    }

    /// Takes a row whose quotes stand for more.
    fn take_other(&mut self, rest: &[u8]) -> Result<(), SheetError> {
        let line = self.line;
        let malformed = |(place, cause)| SheetError::Malformed {
            line: line + line_ends(rest.get(..place)),
            cause,
        };
        let (row, extent) = self.unquote.row(rest).map_err(malformed)?;
        let row: Vec<String> = row.map(str::to_owned).collect();
        if self.is_row(row.iter().map(|cell| cell.trim().to_owned()).collect()) {
            self.sheet.push(self.number(), row.iter().map(String::as_str));
        }
        self.pass(rest, extent);
        Ok(())
    }

    /// Whether these cells, without the blanks around them, are a row below the header. The first that are not blank are
    /// the header.
    fn is_row(&mut self, mut cells: Vec<String>) -> bool {
        // Spreadsheets write columns that once held something.
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if self.is_header && !cells.is_empty() {
            self.is_header = false;
            self.sheet.header = cells;
            return false;
        }
        !cells.is_empty()
    }

    fn number(&self) -> u32 {
        u32::try_from(self.line).unwrap_or(u32::MAX)
    }

    /// Goes on behind a row.
    fn pass(&mut self, row: &[u8], extent: Extent) {
        self.at += extent.length + end_of_line(row, extent.length);
        self.line += extent.inner_lines + 1;
    }
}

/// The cells of a row as it stands, without the blanks around them.
fn cells_at(text: &[u8], begin: usize, ends: Option<&[usize]>) -> Vec<String> {
    let ends = ends.unwrap_or_default();
    let begins = std::iter::once(begin).chain(ends.iter().map(|end| end + 1));
    let cells = begins.zip(ends).map(|(begin, end)| match text.get(begin..*end) {
        Some([b'"', cell @ .., b'"']) => cell,
        cell => cell.unwrap_or_default(),
    });
    cells
        .map(|cell| String::from_utf8_lossy(cell).trim().to_owned())
        .collect()
}

/// The separator that the first line holds most often; a comma when it holds none.
pub(super) fn separator_of(text: &str) -> u8 {
    let first = text.trim_start().split(['\r', '\n']).next().unwrap_or_default();
    let mut quoted = false;
    let mut counts = [0_usize; SEPARATORS.len()];
    for byte in first.bytes() {
        quoted ^= byte == b'"';
        for (count, separator) in counts.iter_mut().zip(SEPARATORS) {
            *count += usize::from(!quoted && byte == separator);
        }
    }
    let most = counts
        .iter()
        .zip(SEPARATORS)
        .rev()
        .max_by_key(|(count, _)| **count);
    most.map_or(b',', |(_, separator)| separator)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn r92_a_row_knows_its_line_however_lines_end() {
        for (file, expected) in [
            ("a,b\n1,\"x\ny\"\n\n2,z\n", [2, 5]),
            ("a,b\r\n1,\"x\r\ny\"\r\n\r\n2,z\r\n", [2, 5]),
            ("a,b\r1,\"x\ny\"\r\r2,z\r", [2, 5]),
            ("\n \na,b\n,\n1,x\n2,z", [5, 6]),
        ] {
            let sheet = read(file.to_owned()).unwrap();
            let lines: Vec<u32> = sheet.rows().map(|row| row.line).collect();
            assert_eq!(lines, expected, "{file:?}");
        }
    }

    #[test]
    fn r92_a_quote_that_is_never_closed_refuses_the_file() {
        for (file, line) in [
            ("a,b\n1,\"x\n2,y\n", 2),
            ("a,b\n1,\"x\ny\"\n2,\"z\"\"\n", 4),
            ("a,b\r\n\r\n\"", 3),
            ("\"a,b\n1,2\n", 1),
        ] {
            let refused = read(file.to_owned()).unwrap_err();
            assert!(
                matches!(refused, SheetError::Malformed { line: found, .. } if found == line),
                "{file:?}: {refused}"
            );
        }
        for file in [
            "a,b\n1,\"x\"",
            "a,b\n1,6\" pipe",
            "a,b\n1,\"x\"y\"",
            "a,b\n1,\"\"\"\"",
            "a,b\n1,\"\"",
        ] {
            assert!(read(file.to_owned()).is_ok(), "{file:?}");
        }
    }

    /// The rows as the library reads all of them, blank ones left out.
    fn rows_by_library(text: &str, separator: u8) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let rows = reader.records().map(|row| row.unwrap());
        let rows = rows.filter(|row| row.iter().any(|cell| !cell.trim().is_empty()));
        rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn r92_rows_that_stand_as_they_are_are_those_of_the_library(text in "a[a,\"\"\r\n é]{0,24}") {
            let Ok(sheet) = read(text.clone()) else {
                return Ok(());
            };
            let rows = sheet.rows().map(|row| (0..row.width()).map(|cell| row.raw(cell).to_owned()).collect::<Vec<_>>());
            prop_assert_eq!(rows.collect::<Vec<_>>(), rows_by_library(&text, b',').split_off(1));
        }
    }

    #[test]
    fn r92_blank_columns_at_the_end_are_none() {
        let sheet = read("a,b,, \n1,2,,\n".to_owned()).unwrap();
        assert_eq!(sheet.header, ["a", "b"]);
    }
}
