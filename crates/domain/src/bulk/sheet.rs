//! A file as rows of cells: encoding and separator recognised, nothing understood yet.

use std::borrow::Cow;

/// A table with a header, each row with its line in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The cells of the first line.
    pub header: Vec<String>,
    /// The lines below it that are not blank.
    pub rows: Vec<Row>,
    /// What stands between cells.
    pub separator: char,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file on which it begins; the header is on line 1.
    pub line: u32,
    /// Its cells, as they stand.
    pub cells: csv::StringRecord,
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
}

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

impl Sheet {
    /// Reads a file: UTF-8 with or without byte-order mark, UTF-16 with one, or Windows-1252; separated by
    /// commas, semicolons or tabs; lines ended by CRLF or LF; cells quoted where need be.
    ///
    /// # Errors
    /// What the file is instead.
    pub fn read(bytes: &[u8]) -> Result<Self, SheetError> {
        let text = decode(bytes)?;
        if text.trim().is_empty() {
            return Err(SheetError::Empty);
        }
        let separator = separator_of(&text);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.records() {
            let cells = record.map_err(|error| SheetError::Malformed {
                line: error.position().map_or(0, csv::Position::line),
                cause: error.to_string(),
            })?;
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                rows.push(Row {
                    line: line_of(&cells, &text),
                    cells,
                });
            }
        }
        if rows.is_empty() {
            return Err(SheetError::Empty);
        }
        let first = rows.remove(0);
        Ok(Self {
            header: first.cells.iter().map(|cell| cell.trim().to_owned()).collect(),
            rows,
            separator: char::from(separator),
        })
    }
}

impl Row {
    /// A cell without the blanks around it and without the apostrophe that keeps a spreadsheet from running it
    /// as a formula; empty where the row is shorter.
    pub fn cell(&self, column: usize) -> &str {
        unescape(self.cells.get(column).unwrap_or_default().trim())
    }
}

/// Characters with which a spreadsheet begins a formula.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// A cell's text, kept from being run as a formula. A phone number keeps its plus sign bare: it holds digits and
/// marks alone, which no spreadsheet turns into anything but a number.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    let number = text.starts_with('+')
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '.' | '(' | ')'));
    // An apostrophe that would be taken for ours gets one more.
    let guarded = text.strip_prefix('\'').unwrap_or(text);
    if !number && guarded.trim_start().starts_with(FORMULA) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text as it was before `escape`.
fn unescape(text: &str) -> &str {
    text.strip_prefix('\'')
        .filter(|rest| {
            rest.strip_prefix('\'')
                .unwrap_or(rest)
                .trim_start()
                .starts_with(FORMULA)
        })
        .unwrap_or(text)
}

/// The line on which a row begins. The reader's own count stands before the blank lines that it passed over.
fn line_of(cells: &csv::StringRecord, text: &str) -> u32 {
    let position = cells.position();
    let byte = position.and_then(|position| usize::try_from(position.byte()).ok());
    let rest = byte.and_then(|byte| text.get(byte..)).unwrap_or_default();
    let blank = rest.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    let blank = blank.filter(|byte| *byte == b'\n').count();
    let line = position.map_or(0, csv::Position::line);
    u32::try_from(line)
        .unwrap_or(u32::MAX)
        .saturating_add(u32::try_from(blank).unwrap_or(0))
}

fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, SheetError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(SheetError::Workbook);
    }
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8_or_windows(rest),
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)?),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)?),
        _ => utf8_or_windows(bytes),
    };
    if text.contains('\0') {
        return Err(SheetError::Binary);
    }
    Ok(text)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, SheetError> {
    let (pairs, []) = bytes.as_chunks::<2>() else {
        return Err(SheetError::Binary);
    };
    let units: Vec<u16> = pairs.iter().map(|&pair| unit(pair)).collect();
    String::from_utf16(&units).map_err(|_| SheetError::Binary)
}

/// What is not UTF-8 is taken for Windows-1252, which spreadsheets of Western countries write by default.
fn utf8_or_windows(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|&byte| windows_1252(byte)).collect()),
    }
}

/// Latin-1 but for the 32 places from 0x80 on.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    byte.checked_sub(0x80)
        .and_then(|place| HIGH.get(usize::from(place)))
        .copied()
        .unwrap_or_else(|| char::from(byte))
}

/// The separator that the first line holds most often; a comma when it holds none.
fn separator_of(text: &str) -> u8 {
    let first = text.trim_start().lines().next().unwrap_or_default();
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
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], separator: char, expected: &[&[&str]]) {
        let sheet = Sheet::read(bytes).unwrap();
        assert_eq!(sheet.separator, separator);
        let rows = sheet.rows.iter().map(|row| row.cells.iter().collect::<Vec<_>>());
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
    fn r92_a_row_knows_its_line() {
        let sheet = Sheet::read(b"a,b\n1,\"x\ny\"\n\n2,z\n").unwrap();
        assert_eq!(sheet.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 5]);
    }

    #[test]
    fn s096_what_is_no_csv_says_what_it_is() {
        assert_eq!(Sheet::read(b""), Err(SheetError::Empty));
        assert_eq!(Sheet::read(b" \r\n\r\n"), Err(SheetError::Empty));
        assert_eq!(Sheet::read(b"PK\x03\x04rest"), Err(SheetError::Workbook));
        assert_eq!(Sheet::read(b"\xD0\xCF\x11\xE0rest"), Err(SheetError::Workbook));
        assert_eq!(Sheet::read(b"a,b\n\0,1"), Err(SheetError::Binary));
        assert_eq!(Sheet::read(b"\xFF\xFEa"), Err(SheetError::Binary));
        assert_eq!(Sheet::read(b"\xFF\xFE\x00\xD8"), Err(SheetError::Binary));
    }

    #[test]
    fn free_text_is_kept_from_running_and_comes_back() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("-2", "'-2"),
            ("@home", "'@home"),
            ("+cmd|' /C calc'!Z9", "'+cmd|' /C calc'!Z9"),
            ("'=quoted", "''=quoted"),
            ("+1 415-555-0100", "+1 415-555-0100"),
            ("'tis", "'tis"),
            ("plain", "plain"),
        ] {
            assert_eq!(escape(text), written);
            assert_eq!(unescape(written), text);
        }
    }
}
