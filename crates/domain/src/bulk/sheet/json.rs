//! Users as JSON, in and out: a list of objects with the keys of specification 8.1.

mod write;

use std::collections::HashMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::super::column::{FIXED, REASON, SLOTS, number_header};
use super::super::log::shortened;
use super::{Form, Sheet, SheetError, escape};

pub(in super::super) use write::UserList;

/// The key of the reasons in a list of failed rows.
const REASON_KEY: &str = "reason";
/// The lists of flags: their key, and how the headers of their columns begin.
const LISTS: [(&str, &str); 2] = [("roles", "Role: "), ("teams", "Team: ")];

fn number_key(slot: usize) -> String {
    format!("direct_inbound_number{}", slot + 1)
}

/// Reads a list of users.
pub(super) fn read(text: &str) -> Result<Sheet, SheetError> {
    let fixed = FIXED
        .into_iter()
        .map(|(header, key, _)| (header.to_owned(), key.to_owned()));
    let numbers = (0..SLOTS).map(|slot| (number_header(slot), number_key(slot)));
    let mut table = Table {
        sheet: Sheet::empty(Form::Json),
        keys: HashMap::new(),
        flags: HashMap::new(),
        cells: Vec::new(),
    };
    for (header, key) in fixed.chain(numbers) {
        table.keys.insert(key, table.sheet.header.len());
        table.sheet.header.push(header);
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = List(&mut table).deserialize(&mut reader);
    read.and_then(|()| reader.end()).map_err(|error| {
        let row = u32::try_from(table.sheet.len()).unwrap_or(u32::MAX);
        let cause = error.to_string();
        match (error.is_data(), table.cells.is_empty()) {
            (false, _) => SheetError::Malformed {
                line: u64::try_from(error.line()).unwrap_or_default(),
                cause,
            },
            (true, true) => SheetError::NoList,
            (true, false) => SheetError::Misfit { row: row + 1, cause },
        }
    })?;
    Ok(table.sheet)
}

/// The table as it grows.
struct Table {
    sheet: Sheet,
    /// The column of each key.
    keys: HashMap<String, usize>,
    /// The columns of each flag; several where several teams have the same name.
    flags: HashMap<(usize, String), Vec<usize>>,
    /// The row at hand; empty before the first.
    cells: Vec<Option<String>>,
}

impl Table {
    fn add_column(&mut self, header: String) -> usize {
        self.sheet.header.push(header);
        self.cells.push(None);
        self.sheet.header.len() - 1
    }

    fn column_of(&mut self, key: &str) -> Option<usize> {
        if key == REASON_KEY && !self.keys.contains_key(key) {
            let column = self.add_column(REASON.to_owned());
            self.keys.insert(REASON_KEY.to_owned(), column);
        }
        self.keys.get(key).copied()
    }

    /// The next column of that flag which the row has not filled.
    fn column_of_flag(&mut self, list: usize, name: &str) -> usize {
        let key = (list, name.to_owned());
        let columns = self.flags.get(&key).into_iter().flatten();
        let free = columns
            .copied()
            .find(|column| matches!(self.cells.get(*column), Some(None)));
        free.unwrap_or_else(|| {
            let begin = LISTS.get(list).map_or("", |(_, begin)| begin);
            let column = self.add_column(format!("{begin}{name}"));
            self.flags.entry(key).or_default().push(column);
            column
        })
    }

    /// Fills a cell; false when it is filled already.
    fn fill(&mut self, column: usize, text: String) -> bool {
        let cell = self.cells.get_mut(column);
        cell.is_some_and(|cell| cell.replace(text).is_none())
    }

    fn finish_row(&mut self) {
        let line = u32::try_from(self.sheet.len() + 1).unwrap_or(u32::MAX);
        let cells = self.cells.iter().map(|cell| cell.as_deref().unwrap_or_default());
        self.sheet.push(line, cells);
    }
}

/// The list of users.
struct List<'a>(&'a mut Table);

impl<'de> DeserializeSeed<'de> for List<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of users")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        loop {
            self.0.cells.clear();
            self.0.cells.resize(self.0.sheet.header.len(), None);
            if list.next_element_seed(User(self.0))?.is_none() {
                return Ok(());
            }
            self.0.finish_row();
        }
    }
}

/// One of them.
struct User<'a>(&'a mut Table);

impl<'de> DeserializeSeed<'de> for User<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for User<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a user: keys and values in braces")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut user: A) -> Result<(), A::Error> {
        let mut lists = [false; LISTS.len()];
        let twice = |key: &str| {
            A::Error::custom(format!(
                "`{}` is there twice, remove one of them,",
                shortened(key)
            ))
        };
        while let Some(key) = user.next_key::<String>()? {
            let list = LISTS.iter().position(|(known, _)| *known == key);
            if let Some((list, seen)) = list.and_then(|list| Some((list, lists.get_mut(list)?))) {
                if std::mem::replace(seen, true) {
                    return Err(twice(&key));
                }
                let table = &mut *self.0;
                user.next_value_seed(Flags { table, list })?;
            } else if let Some(column) = self.0.column_of(&key) {
                let Cell(text) = user.next_value()?;
                if !self.0.fill(column, escape(text.trim()).into_owned()) {
                    return Err(twice(&key));
                }
            } else {
                return Err(A::Error::custom(format!(
                    "`{}` is no key of it, remove it,",
                    shortened(&key)
                )));
            }
        }
        Ok(())
    }
}

/// Roles or teams.
struct Flags<'a> {
    table: &'a mut Table,
    list: usize,
}

impl<'de> DeserializeSeed<'de> for Flags<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Flags<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of names and values, such as `[{\"name\": \"Agent\", \"value\": 1}]`")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut flags: A) -> Result<(), A::Error> {
        while let Some(Flag { name, value }) = flags.next_element()? {
            let column = self.table.column_of_flag(self.list, name.trim());
            self.table.fill(column, value.0);
        }
        Ok(())
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Flag {
    name: String,
    value: Cell,
}

/// A value as the cell of a table would have it.
struct Cell(String);

impl<'de> serde::Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_any(AnyCell)
    }
}

struct AnyCell;

impl Visitor<'_> for AnyCell {
    type Value = Cell;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, true, false or null")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Cell, E> {
        Ok(Cell(text.to_owned()))
    }

    fn visit_bool<E: Error>(self, on: bool) -> Result<Cell, E> {
        Ok(Cell(u8::from(on).to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Cell, E> {
        Ok(Cell(number.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Cell, E> {
        Ok(Cell(number.to_string()))
    }

    /// With its exponent, as a spreadsheet damages numbers.
    fn visit_f64<E: Error>(self, number: f64) -> Result<Cell, E> {
        let text = format!("{number:E}");
        Ok(Cell(text.replace('E', "E+").replace("E+-", "E-")))
    }

    /// Like a blank cell: it leaves things as they are.
    fn visit_unit<E: Error>(self) -> Result<Cell, E> {
        Ok(Cell(String::new()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&[(&str, &str)]]) {
        let sheet = Sheet::read(text.as_bytes()).unwrap();
        assert_eq!(sheet.form, Form::Json);
        let filled = |row: super::super::Row<'_>| -> Vec<(String, String)> {
            let cells = sheet.header.iter().enumerate();
            let cells = cells.map(|(column, header)| (header.clone(), row.cell(column).to_owned()));
            cells.filter(|(_, cell)| !cell.is_empty()).collect()
        };
        let rows: Vec<_> = sheet.rows().map(filled).collect();
        let own = |(header, cell): &(&str, &str)| ((*header).to_owned(), (*cell).to_owned());
        let expected: Vec<Vec<_>> = expected.iter().map(|row| row.iter().map(own).collect()).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn r92_a_list_of_users_is_read_by_its_keys() {
        check(
            r#" [{"direct_inbound_number2": "+14155550100", "email": "a@x.org", "alias": null, "max_chat_limit": 3,
                  "max_chat_limit_enabled": true, "roles": [{"name": "Agent", "value": 1}]},
                 {"email": "=b", "reason": "passed over", "direct_inbound_number1": 1.41556e10,
                  "teams": [{"name": "A", "value": 1}, {"name": "A", "value": 0}], "roles": []}]"#,
            &[
                &[
                    ("Email", "a@x.org"),
                    ("Chat concurrency", "3"),
                    ("Chat concurrency status", "1"),
                    ("Direct Inbound Number: 2", "+14155550100"),
                    ("Role: Agent", "1"),
                ],
                &[
                    ("Email", "=b"),
                    ("Direct Inbound Number: 1", "1.41556E+10"),
                    ("Reason", "passed over"),
                    ("Team: A", "1"),
                    ("Team: A", "0"),
                ],
            ],
        );
        check("\u{feff}[]", &[]);
    }

    #[test]
    fn r92_what_is_no_list_of_users_is_refused() {
        let refused = |text: &str| Sheet::read(text.as_bytes()).unwrap_err().to_string();
        let list = "this is no list of users: write `[{\"email\": …}, …]`";
        assert_eq!(refused("{\"users\": []}"), list);
        assert_eq!(
            refused("[{\"email\": \"a@x.org\"}"),
            "line 1 cannot be read: EOF while parsing a list at line 1 column 21"
        );
        assert_eq!(
            refused("[]\n1"),
            "line 2 cannot be read: trailing characters at line 2 column 1"
        );
        for (user, cause) in [
            ("{\"nickname\": \"A\"}", "`nickname` is no key of it, remove it,"),
            (
                "{\"alias\": \"A\", \"alias\": \"B\"}",
                "`alias` is there twice, remove one of them,",
            ),
            (
                "{\"roles\": [], \"roles\": []}",
                "`roles` is there twice, remove one of them,",
            ),
            (
                "{\"alias\": []}",
                "invalid type: sequence, expected a text, a number, true, false or null",
            ),
            (
                "{\"roles\": 1}",
                "invalid type: integer `1`, expected a list of names and values, such as \
                 `[{\"name\": \"Agent\", \"value\": 1}]`",
            ),
            (
                "5",
                "invalid type: integer `5`, expected a user: keys and values in braces",
            ),
        ] {
            let said = format!("user 2 of the list does not fit the template: {cause} at line 1 column ");
            let refusal = refused(&format!("[{{}}, {user}]"));
            assert!(refusal.starts_with(&said), "{refusal}");
        }
    }
}
