//! A table being written: cells between separators, quoted where need be.

use super::table::SEPARATORS;

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
    use super::super::{Form, Sheet};
    use super::*;

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
            let sheet = Sheet::read(table.finish()).unwrap();
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
