//! A file as rows of cells: encoding, separator and form recognised, nothing understood yet.

mod cell;
mod decode;
mod incoming;
mod json;
mod scan;
mod table;
mod unquote;
mod write;

use serde::{Deserialize, Serialize};

pub(super) use cell::{escape, escape_number};
pub use incoming::Incoming;
pub(super) use json::UserList;
pub(super) use write::Table;

/// A table with a header, each row with its line in the file.
///
/// A large file has millions of cells. It is kept as it was written, with a note of where each cell ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The cells of the first line.
    pub header: Vec<String>,
    /// How it was written.
    pub form: Form,
    /// All of the file.
    text: String,
    /// The rows whose cells differ from how they stand in the file.
    unquoted: String,
    /// Where each cell of each row ends, in the one or the other. The next cell begins a byte behind it.
    ends: Vec<usize>,
    /// The rows below the first line that are not blank.
    rows: Vec<Place>,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// As CSV, with this between cells.
    Csv(char),
    /// As a JSON list of users; a row's line is its place in the list, the first being 1.
    Json,
}

/// Where a row lies.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    line: u32,
    /// Where its first cell begins.
    begin: usize,
    /// How many cells come before its own.
    cells: usize,
    /// Whether it is among the unquoted rows.
    is_unquoted: bool,
}

/// One row.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The line of the file on which it begins; the header is on line 1.
    pub line: u32,
    text: &'a str,
    begin: usize,
    ends: &'a [usize],
    /// Whether cells stand in quotes.
    is_quoted: bool,
}

/// Why a file is no table (code `not_csv`).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// Nothing in it.
    #[error("the file is empty: download the template and fill it in")]
    Empty,
    /// A workbook of a spreadsheet program, by its first bytes (S096).
    #[error("this is a spreadsheet workbook: save it as CSV and upload that file")]
    Workbook,
    /// Marked as UTF-8, and not so everywhere.
    #[error("line {line} has a damaged character: save the table anew as CSV (UTF-8) and upload that file")]
    Damaged {
        /// Where the first such byte is.
        line: u64,
    },
    /// Bytes that no text has.
    #[error("this is not a text file: save the table as CSV (UTF-8) and upload that file")]
    Binary,
    /// A quote that is never closed, and the like.
    #[error("line {line} cannot be read: {cause}")]
    Malformed {
        /// Where.
        line: u64,
        /// What the reader said.
        cause: String,
    },
    /// JSON, but no list.
    #[error("this is no list of users: write `[{{\"email\": …}}, …]`")]
    NoList,
    /// A user of a JSON list with a key that the template does not know, a key twice, or a value that is no cell.
    #[error("user {row} of the list does not fit the template: {cause}")]
    Misfit {
        /// Its place in the list, from 1.
        row: u32,
        /// What the reader said.
        cause: String,
    },
}

impl Sheet {
    /// Reads a file: UTF-8 with or without byte-order mark, UTF-16 with one, or Windows-1252. A table is separated by
    /// commas, semicolons or tabs, its lines ended by CRLF or LF, its cells quoted where need be. What begins as JSON
    /// is read as a list of users, by the keys of specification 8.1.
    ///
    /// # Errors
    /// What the file is instead.
    pub fn read(bytes: impl Into<Vec<u8>>) -> Result<Self, SheetError> {
        let text = decode::decode(bytes.into())?;
        match text.trim_start().chars().next() {
            None => Err(SheetError::Empty),
            Some('[' | '{') => json::read(&text),
            Some(_) => table::read(text),
        }
    }

    /// How many rows there are below the header.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is only the header.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A row by its place.
    pub fn row(&self, index: usize) -> Option<Row<'_>> {
        let place = self.rows.get(index)?;
        let next = self.rows.get(index + 1);
        let ends = place.cells..next.map_or(self.ends.len(), |next| next.cells);
        Some(Row {
            line: place.line,
            text: if place.is_unquoted {
                &self.unquoted
            } else {
                &self.text
            },
            begin: place.begin,
            ends: self.ends.get(ends)?,
            is_quoted: !place.is_unquoted,
        })
    }

    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.rows.len()).filter_map(|index| self.row(index))
    }

    /// On which line of the file a row begins.
    pub fn line(&self, index: usize) -> Option<u32> {
        self.rows.get(index).map(|place| place.line)
    }

    /// A cell by its row's place, as `Row::cell` gives it.
    pub(super) fn cell(&self, row: usize, column: usize) -> &str {
        self.row(row).map_or("", |row| row.cell(column))
    }

    fn empty(form: Form) -> Self {
        Self {
            header: Vec::new(),
            form,
            text: String::new(),
            unquoted: String::new(),
            ends: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Adds a row of these cells.
    fn push<'a>(&mut self, line: u32, cells: impl Iterator<Item = &'a str>) {
        self.rows.push(Place {
            line,
            begin: self.unquoted.len(),
            cells: self.ends.len(),
            is_unquoted: true,
        });
        for cell in cells {
            self.unquoted.push_str(cell);
            self.ends.push(self.unquoted.len());
            // Where the next cell begins does not depend on where it stands.
            self.unquoted.push('\n');
        }
    }
}

impl<'a> Row<'a> {
    /// A cell without the blanks around it and without the apostrophe that keeps a spreadsheet from running it
    /// as a formula; empty where the row is shorter.
    pub fn cell(&self, column: usize) -> &'a str {
        cell::bare(self.raw(column))
    }

    /// All its cells, each as `cell` gives it.
    pub(super) fn cells(&self) -> impl Iterator<Item = &'a str> {
        let row = *self;
        let begins = std::iter::once(row.begin).chain(row.ends.iter().map(|end| end + 1));
        let places = begins.zip(row.ends);
        places.map(move |(begin, end)| cell::bare(row.between(begin, *end)))
    }

    /// A cell as it stands.
    pub fn raw(&self, column: usize) -> &'a str {
        let before = column.checked_sub(1);
        let begin = before.map_or(Some(self.begin), |before| Some(self.ends.get(before)? + 1));
        let place = begin.zip(self.ends.get(column));
        place.map_or("", |(begin, end)| self.between(begin, *end))
    }

    fn between(&self, begin: usize, end: usize) -> &'a str {
        let cell = self.text.get(begin..end).unwrap_or_default();
        if self.is_quoted && cell.starts_with('"') {
            cell.get(1..cell.len() - 1).unwrap_or_default()
        } else {
            cell
        }
    }

    /// Whether it has a cell to the right of so many columns that is not blank.
    pub fn is_wider_than(&self, columns: usize) -> bool {
        (columns..self.width()).any(|column| !self.raw(column).trim().is_empty())
    }

    /// How many cells it has.
    pub fn width(&self) -> usize {
        self.ends.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], separator: char, expected: &[&[&str]]) {
        let sheet = Sheet::read(bytes).unwrap();
        assert_eq!(sheet.form, Form::Csv(separator));
        let rows = sheet
            .rows()
            .map(|row| (0..row.width()).map(|cell| row.raw(cell)).collect::<Vec<_>>());
        let all: Vec<Vec<&str>> = std::iter::once(sheet.header.iter().map(String::as_str).collect())
            .chain(rows)
            .collect();
        assert_eq!(all, expected);
    }

    #[test]
    fn r92_encodings_separators_and_line_ends_are_recognised() {
        check(
            b"Email,Name\r\na@x.org,Ann\r\n",
            ',',
            &[&["Email", "Name"], &["a@x.org", "Ann"]],
        );
        check(
            "\u{feff}Email;Name\na@x.org;Zoë\n".as_bytes(),
            ';',
            &[&["Email", "Name"], &["a@x.org", "Zoë"]],
        );
        check(
            b"Email\tName\na@x.org\tZo\xeb \x80",
            '\t',
            &[&["Email", "Name"], &["a@x.org", "Zoë €"]],
        );
        let little: Vec<u8> = "\u{feff}Email,Name\n\"a,b\",Ω"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        check(&little, ',', &[&["Email", "Name"], &["a,b", "Ω"]]);
        let big: Vec<u8> = "\u{feff}Email\nx"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        check(&big, ',', &[&["Email"], &["x"]]);
        check(
            b"\"Email;x\",Name\n\n1,\"two\nlines\"\n",
            ',',
            &[&["Email;x", "Name"], &["1", "two\nlines"]],
        );
    }

    #[test]
    fn s096_what_is_no_csv_says_what_it_is() {
        assert_eq!(Sheet::read(b""), Err(SheetError::Empty));
        assert_eq!(Sheet::read(b" \r\n\r\n"), Err(SheetError::Empty));
        assert_eq!(Sheet::read(b"PK\x03\x04rest"), Err(SheetError::Workbook));
        assert_eq!(Sheet::read(b"\xD0\xCF\x11\xE0rest"), Err(SheetError::Workbook));
        assert_eq!(Sheet::read(b"a,b\n\0,1"), Err(SheetError::Binary));
        assert_eq!(
            Sheet::read(b"\xEF\xBB\xBFa\nZo\xeb"),
            Err(SheetError::Damaged { line: 2 })
        );
        assert_eq!(Sheet::read(b"\xFF\xFEa"), Err(SheetError::Binary));
        assert_eq!(Sheet::read(b"\xFF\xFE\x00\xD8"), Err(SheetError::Binary));
    }
}
