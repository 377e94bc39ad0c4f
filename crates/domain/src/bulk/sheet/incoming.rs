//! A file that comes piece by piece.

use super::table::{Parsing, separator_of};
use super::{Sheet, SheetError};

/// What has come of a file. Rows of a table in UTF-8 are read while more is on its way; of any other file nothing is
/// looked at before all is there.
#[derive(Debug, Default)]
pub struct Incoming {
    bytes: Vec<u8>,
    sort: Sort,
}

/// What is known of it.
#[derive(Debug, Default)]
enum Sort {
    /// There is no whole line yet that is not blank.
    #[default]
    Unknown,
    Table(Box<Parsing>),
    Other,
}

impl Incoming {
    /// Nothing yet of a file of that length in bytes.
    pub fn new(length: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(length),
            sort: Sort::Unknown,
        }
    }

    /// Adds the next piece.
    pub fn add(&mut self, piece: &[u8]) {
        self.bytes.extend_from_slice(piece);
        if matches!(self.sort, Sort::Unknown) {
            self.sort = sort_of(&self.bytes);
        }
        if let Sort::Table(parsing) = &mut self.sort {
            parsing.go_on(&self.bytes);
        }
    }

    /// The file, once all of it has come.
    ///
    /// # Errors
    /// As with [`Sheet::read`].
    pub fn finish(self) -> Result<Sheet, SheetError> {
        let Sort::Table(parsing) = self.sort else {
            return Sheet::read(self.bytes);
        };
        match String::from_utf8(self.bytes) {
            Ok(text) if !text.contains('\0') => parsing.finish(text),
            Ok(text) => Sheet::read(text),
            // In another encoding after all.
            Err(error) => Sheet::read(error.into_bytes()),
        }
    }
}

fn sort_of(bytes: &[u8]) -> Sort {
    let (mark, rest) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (3, rest),
        rest => (0, rest),
    };
    let Some((begin, first)) = rest
        .iter()
        .enumerate()
        .find(|(_, byte)| !byte.is_ascii_whitespace())
    else {
        return Sort::Unknown;
    };
    // A letter of more than one byte may be a blank one; so may be what is no text at all.
    if !first.is_ascii_graphic() || matches!(first, b'[' | b'{') {
        return Sort::Other;
    }
    let line = rest.get(begin..).unwrap_or_default();
    let Some(end) = line.iter().position(|byte| matches!(byte, b'\r' | b'\n')) else {
        return Sort::Unknown;
    };
    match line.get(..end).map(str::from_utf8) {
        Some(Ok(line)) if !line.starts_with("PK\u{3}") => {
            Sort::Table(Box::new(Parsing::new(separator_of(line), mark)))
        }
        _ => Sort::Other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Header, form and rows with their lines.
    type Told = (Vec<String>, super::super::Form, Vec<(u32, Vec<String>)>);

    fn told(sheet: Result<Sheet, SheetError>) -> Result<Told, SheetError> {
        let sheet = sheet?;
        let cells =
            |row: super::super::Row<'_>| (0..row.width()).map(|cell| row.raw(cell).to_owned()).collect();
        let rows = sheet.rows().map(|row| (row.line, cells(row))).collect();
        Ok((sheet.header.clone(), sheet.form, rows))
    }

    #[track_caller]
    fn check(file: &[u8], length: usize) {
        let mut incoming = Incoming::default();
        for piece in file.chunks(length.max(1)) {
            incoming.add(piece);
        }
        assert_eq!(
            told(incoming.finish()),
            told(Sheet::read(file)),
            "{file:?} in pieces of {length}"
        );
    }

    #[test]
    fn r92_a_file_in_pieces_is_read_as_in_one() {
        for file in [
            &b"\xEF\xBB\xBFEmail,Name\r\n\"a,b\",\"two\r\nlines\"\r\n\r\nc,\"d\"\"e\"\r\nf,g"[..],
            "Email;Name\nZo\u{eb};\"Ω\nx\"\r1;2\n".as_bytes(),
            b"Email,Name\na,Zo\xEB\n",
            b"\xEF\xBB\xBFa,b\n1,Zo\xEB\n",
            b"\xFF\xFEa\0,\0b\0\n\x001\0",
            b" [{\"email\": \"a@x.org\"}]",
            b"PK\x03\x04\nrest",
            b"a,b\n\0,1\n",
            b"a,b\n1,\"x\n2,y\n",
            b"\n\n",
            b"",
        ] {
            for length in 1..=file.len().max(1) {
                check(file, length);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn r92_any_file_in_pieces_is_read_as_in_one(text in "[a;,\"\r\n \u{e9}\u{a0}]{0,30}", length in 1_usize..8) {
            check(text.as_bytes(), length);
        }

        #[test]
        fn r92_any_bytes_in_pieces_are_read_as_in_one(file in proptest::collection::vec(any::<u8>(), 0..60), length in 1_usize..20) {
            check(&file, length);
        }
    }
}
