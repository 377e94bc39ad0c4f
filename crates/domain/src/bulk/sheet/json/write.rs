//! Rows of cells as a list of users.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use super::super::super::column::{FIXED, REASON, SLOTS, number_header};
use super::{LISTS, REASON_KEY, number_key};

/// A list of users being written, one on a line.
#[derive(Debug)]
pub(in super::super::super) struct UserList {
    header: Vec<String>,
    /// The key of each column; none for a flag of a list.
    keys: Vec<Option<String>>,
    text: String,
}

impl UserList {
    /// Without a user yet. The headers of the columns say under which keys they go.
    pub(in super::super::super) fn new(header: Vec<String>) -> Self {
        Self {
            keys: header.iter().map(|header| key_of(header)).collect(),
            header,
            text: String::from("["),
        }
    }

    /// Adds a user by some cells, each with its column; blank flags are left out.
    pub(in super::super::super) fn push(&mut self, cells: &[(usize, Cow<'_, str>)]) {
        let is_first = self.text.len() == 1;
        self.text.push_str(if is_first { "\n" } else { ",\n" });
        let user = Written { list: self, cells };
        // Texts and numbers can always be written.
        let user = serde_json::to_string(&user).unwrap_or_default();
        self.text.push_str(&user);
    }

    /// The text.
    pub(in super::super::super) fn finish(mut self) -> String {
        self.text.push_str("\n]\n");
        self.text
    }
}

/// The key of a column by its header; none for a flag of a list.
fn key_of(header: &str) -> Option<String> {
    if header == REASON {
        return Some(REASON_KEY.to_owned());
    }
    let fixed = FIXED.into_iter().find(|(known, ..)| *known == header);
    let number = || (0..SLOTS).find(|slot| number_header(*slot) == header);
    fixed
        .map(|(_, key, _)| key.to_owned())
        .or_else(|| number().map(number_key))
}

/// A row about to be written.
struct Written<'a> {
    list: &'a UserList,
    cells: &'a [(usize, Cow<'a, str>)],
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, writer: S) -> Result<S::Ok, S::Error> {
        let mut map = writer.serialize_map(None)?;
        let key = |column: usize| self.list.keys.get(column).and_then(Option::as_ref);
        for (column, cell) in self.cells {
            if let Some(key) = key(*column) {
                map.serialize_entry(key, cell)?;
            }
        }
        for (list, begin) in LISTS {
            let flags = self.cells.iter().filter_map(|(column, cell)| {
                let header = self.list.header.get(*column)?;
                let name = header.strip_prefix(begin.trim_end())?.trim_start();
                (key(*column).is_none() && !cell.is_empty()).then_some((name, &**cell))
            });
            map.serialize_entry(list, &FlagsWritten(flags.collect()))?;
        }
        map.end()
    }
}

/// Names and values; the flags of a row as numbers.
struct FlagsWritten<'a>(Vec<(&'a str, &'a str)>);

impl Serialize for FlagsWritten<'_> {
    fn serialize<S: Serializer>(&self, writer: S) -> Result<S::Ok, S::Error> {
        let mut list = writer.serialize_seq(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            let value: serde_json::Value = match value.parse::<u8>() {
                Ok(flag) => flag.into(),
                Err(_) => (*value).into(),
            };
            let flag = BTreeMap::from([("name", serde_json::Value::from(*name)), ("value", value)]);
            list.serialize_element(&flag)?;
        }
        list.end()
    }
}
