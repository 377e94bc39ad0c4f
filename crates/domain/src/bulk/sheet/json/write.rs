//! Rows of cells as a list of users.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use super::super::super::column::{FIXED, REASON, SLOTS, number_header};
use super::{LISTS, REASON_KEY, number_key};

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

/// Rows of cells under headers as a list of users, one on a line.
pub(in super::super::super) fn write<'a>(
    header: &[String],
    rows: impl Iterator<Item = Vec<Cow<'a, str>>>,
) -> String {
    let keys: Vec<Option<String>> = header.iter().map(|header| key_of(header)).collect();
    let mut text = String::from("[");
    for (index, cells) in rows.enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        let user = Written {
            header,
            keys: &keys,
            cells: &cells,
        };
        // Texts and numbers can always be written.
        text.push_str(&serde_json::to_string(&user).unwrap_or_default());
    }
    text.push_str("\n]\n");
    text
}

/// A row about to be written.
struct Written<'a> {
    header: &'a [String],
    keys: &'a [Option<String>],
    cells: &'a [Cow<'a, str>],
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, writer: S) -> Result<S::Ok, S::Error> {
        let mut map = writer.serialize_map(None)?;
        let cells = || self.header.iter().zip(self.keys).zip(self.cells);
        for ((_, key), cell) in cells() {
            if let Some(key) = key {
                map.serialize_entry(key, &**cell)?;
            }
        }
        for (list, begin) in LISTS {
            let flags = cells().filter_map(|((header, key), cell)| {
                let name = header.strip_prefix(begin.trim_end())?.trim_start();
                (key.is_none() && !cell.is_empty()).then_some((name, &**cell))
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
