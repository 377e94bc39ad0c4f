//! A table as text, in and out: cells between separators, quoted where need be.

use super::decode::line_ends;
use super::{Form, Sheet, SheetError};

/// What may stand between cells.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Reads a table.
pub(super) fn read(text: &str) -> Result<Sheet, SheetError> {
    let separator = separator_of(text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::empty(Form::Csv(char::from(separator)));
    // Cells are never longer than they stand in the file.
    sheet.text.reserve(text.len());
    let mut record = csv::ByteRecord::new();
    let lines = Lines::of(text);
    let mut begin = 0;
    let mut is_header = true;
    loop {
        let more = reader.read_byte_record(&mut record);
        // What is cut at characters of one byte stays text.
        let cells = std::str::from_utf8(record.as_slice());
        let (more, cells) = more
            .map_err(|error| error.to_string())
            .and_then(|more| Ok((more, cells.map_err(|error| error.to_string())?)))
            .map_err(|cause| SheetError::Malformed {
                line: lines.number_at(begin),
                cause,
            })?;
        if !more {
            break;
        }
        let line;
        (begin, line) = record.position().map_or((0, 1), |place| lines.begin(place));
        if cells.trim().is_empty() {
            continue;
        }
        let mut places = (0..record.len()).filter_map(|cell| record.range(cell));
        if std::mem::take(&mut is_header) {
            let names = places.by_ref().filter_map(|place| cells.get(place));
            sheet.header = names.map(|name| name.trim().to_owned()).collect();
            // Spreadsheets write columns that once held something.
            while sheet.header.last().is_some_and(String::is_empty) {
                sheet.header.pop();
            }
        } else {
            if sheet.is_empty() {
                // As if all rows were like the first; a cell takes a byte at least.
                let rows = text.len() / cells.len().max(1);
                sheet.ends.reserve((rows * record.len()).min(text.len()));
            }
            sheet.push_whole(line, cells, places.map(|place| place.end));
        }
    }
    // The reader takes the end of the file for the end of a quote.
    let last = text.as_bytes().get(begin..).unwrap_or_default();
    if let Some(quote) = open_quote(last, separator) {
        return Err(SheetError::Malformed {
            line: lines.number_at(begin + quote),
            cause: "a quote opens there that is never closed: close it, or remove it".to_owned(),
        });
    }
    if is_header {
        return Err(SheetError::Empty);
    }
    Ok(sheet)
}

/// The lines of a text; they end with CRLF, LF or CR.
struct Lines<'a> {
    text: &'a [u8],
    /// Where one ends with CR alone: these the reader does not count.
    bare: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let (marks, text) = (text.match_indices('\r'), text.as_bytes());
        let is_bare = |place: &usize| text.get(place + 1) != Some(&b'\n');
        Self {
            text,
            bare: marks.map(|(place, _)| place).filter(is_bare).collect(),
        }
    }

    /// Where a row begins, and on which line: the reader's place of a row is before the blank lines above it.
    fn begin(&self, place: &csv::Position) -> (usize, u32) {
        let from = usize::try_from(place.byte()).unwrap_or(usize::MAX);
        let blank = self.text.get(from..).unwrap_or_default().iter();
        let blank = blank.take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let (bytes, ends) = blank.fold((0, 0), |(bytes, ends), byte| {
            (bytes + 1, ends + u64::from(*byte == b'\n'))
        });
        let begin = from.saturating_add(bytes);
        let bare = self.bare.partition_point(|end| *end < begin);
        let line = place.line() + ends + u64::try_from(bare).unwrap_or(u64::MAX);
        (begin, u32::try_from(line).unwrap_or(u32::MAX))
    }

    /// The line of a place.
    fn number_at(&self, place: usize) -> u64 {
        let before = self.text.get(..place).unwrap_or_default();
        u64::try_from(line_ends(before) + 1).unwrap_or(u64::MAX)
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

/// A table being written, row after row.
#[derive(Debug)]
pub(in super::super) struct Table {
    text: String,
    separator: char,
}

impl Table {
    /// Without a row yet.
    pub(in super::super) fn new(separator: char) -> Self {
        Self {
            text: String::new(),
            separator,
        }
    }

    /// Adds a row; it may have more cells than others.
    pub(in super::super) fn push<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        let begin = self.text.len();
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                self.text.push(self.separator);
            }
            self.push_cell(cell.as_ref());
        }
        if self.text.len() == begin {
            // Else the row would be a blank line, which is passed over.
            self.text.push_str("\"\"");
        }
        self.text.push('\n');
    }

    fn push_cell(&mut self, cell: &str) {
        // Whichever separator it is: so none is counted for another.
        let marks = |byte: u8| SEPARATORS.contains(&byte) || matches!(byte, b'"' | b'\r' | b'\n');
        if !cell.bytes().any(marks) {
            self.text.push_str(cell);
            return;
        }
        self.text.push('"');
        for (index, part) in cell.split('"').enumerate() {
            if index > 0 {
                self.text.push_str("\"\"");
            }
            self.text.push_str(part);
        }
        self.text.push('"');
    }

    /// The text.
    pub(in super::super) fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r92_a_row_knows_its_line_however_lines_end() {
        for (file, expected) in [
            ("a,b\n1,\"x\ny\"\n\n2,z\n", [2, 5]),
            ("a,b\r\n1,\"x\r\ny\"\r\n\r\n2,z\r\n", [2, 5]),
            ("a,b\r1,\"x\ny\"\r\r2,z\r", [2, 5]),
            ("\n \na,b\n,\n1,x\n2,z", [5, 6]),
        ] {
            let sheet = read(file).unwrap();
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
            let refused = read(file).unwrap_err();
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
            assert!(read(file).is_ok(), "{file:?}");
        }
    }

    #[test]
    fn r92_blank_columns_at_the_end_are_none() {
        let sheet = read("a,b,, \n1,2,,\n").unwrap();
        assert_eq!(sheet.header, ["a", "b"]);
    }

    #[test]
    fn a_table_is_read_as_it_was_written() {
        let rows = [
            vec!["a;b;c;d", "e"],
            vec!["x,\"y\"", "two\nlines", "\ttab"],
            vec![" ", "last"],
        ];
        for separator in [',', ';', '\t'] {
            let mut table = Table::new(separator);
            for row in &rows {
                table.push(row);
            }
            let sheet = read(&table.finish()).unwrap();
            assert_eq!(
                (sheet.form, sheet.header.as_slice()),
                (
                    Form::Csv(separator),
                    ["a;b;c;d".to_owned(), "e".to_owned()].as_slice()
                )
            );
            let read: Vec<Vec<&str>> = sheet
                .rows()
                .map(|row| (0..row.width()).map(|cell| row.raw(cell)).collect())
                .collect();
            assert_eq!(read, rows[1..]);
        }
        let mut table = Table::new(',');
        table.push([""]);
        assert_eq!(table.finish(), "\"\"\n");
    }
}
