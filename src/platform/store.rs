//! Durable records in IndexedDB: texts under keys, written in one strict transaction or not at all.
//!
//! The store knows nothing of what the texts mean. Everything is gathered first and then written in
//! one short transaction: nothing foreign is awaited while it is open.
//!
//! A long text stands in several records, the later ones under `key+000001` and so on: to hand over all of it at a time
//! would hold the page up. Whoever reads or writes knows nothing of that.

use std::ops::Range;

use indexed_db_futures::database::Database;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{TransactionDurability, TransactionMode, TransactionOptions};

use super::Error;

/// Raised with every change of the tables below; a migration goes with it.
pub const SCHEMA_VERSION: u32 = 3;

/// Bytes of a record, at the most, and bytes that are handed over at a time.
const RECORD: usize = 200_000;

/// The tables. All are of one shape: text under a text key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Small facts about the whole, such as the snapshot's revision.
    Meta,
    /// The head as it was at the snapshot's revision, in pieces.
    Snapshot,
    /// The commits since, by revision.
    Commits,
    /// One record a draft: name, base, state.
    Drafts,
    /// What was done in each draft, step by step; only ever appended.
    Log,
    /// The configuration that the kept commits begin with, in pieces.
    Origin,
}

impl Table {
    /// Every table, in the order they are created.
    pub const ALL: [Self; 6] = [
        Self::Meta,
        Self::Snapshot,
        Self::Commits,
        Self::Drafts,
        Self::Log,
        Self::Origin,
    ];

    /// Its name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Meta => "meta",
            Self::Snapshot => "snapshot",
            Self::Commits => "commits",
            Self::Drafts => "drafts",
            Self::Log => "log",
            Self::Origin => "origin",
        }
    }
}

/// One step of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Writes a new record; the whole transaction fails with `Taken` when the key is in use.
    Add(Table, String, String),
    /// Writes a record, over an older one if need be.
    Put(Table, String, String),
    /// Removes a record, if it is there.
    Remove(Table, String),
    /// Removes every record of a table.
    Clear(Table),
}

impl Write {
    /// The record it writes, if it writes one.
    fn record(&self) -> Option<(&str, &str)> {
        match self {
            Self::Add(_, key, text) | Self::Put(_, key, text) => Some((key, text)),
            Self::Remove(..) | Self::Clear(_) => None,
        }
    }

    fn table(&self) -> Table {
        match self {
            Self::Add(table, ..) | Self::Put(table, ..) | Self::Remove(table, _) | Self::Clear(table) => {
                *table
            }
        }
    }
}

/// An open database.
#[derive(Clone, Debug)]
pub struct Store {
    database: Database,
}

impl Store {
    /// Opens the database of that name and creates its tables where they are missing.
    ///
    /// # Errors
    /// `Unavailable` without IndexedDB, `TooNew` when a newer app wrote it.
    pub async fn open(name: &str, on_blocked: impl FnOnce() + 'static) -> Result<Self, Error> {
        let database = Database::open(name)
            .with_version(SCHEMA_VERSION)
            .with_on_blocked(move |_| {
                on_blocked();
                Ok(())
            })
            .with_on_upgrade_needed(|_, database| {
                let present: Vec<String> = database.object_store_names().collect();
                for table in Table::ALL {
                    if !present.iter().any(|name| name == table.name()) {
                        database.create_object_store(table.name()).build()?;
                    }
                }
                Ok(())
            })
            .await?;
        Ok(Self { database })
    }

    /// Waits until another tab wants to change the database, and lets go of it.
    pub async fn close_when_outdated(&self) {
        if let Ok(mut listener) = self.database.version_changes()
            && listener.recv().await.is_some()
        {
            self.database.clone().close();
        }
    }

    /// Carries out all writes or none, and returns once they are on the disk.
    ///
    /// # Errors
    /// `Taken` when a key to be added exists, `Full` when there is no space.
    pub async fn write(&self, writes: &[Write]) -> Result<(), Error> {
        let mut names: Vec<&str> = writes.iter().map(|write| write.table().name()).collect();
        names.sort_unstable();
        names.dedup();
        let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        let transaction = self
            .database
            .transaction(names)
            .with_mode(TransactionMode::Readwrite)
            .with_options(strict)
            .build()?;
        let mut at_once = 0;
        for write in writes {
            let table = transaction.object_store(write.table().name())?;
            clear_way(&table, write)?;
            let Some((key, text)) = write.record() else {
                continue;
            };
            for (place, piece) in pieces(text).enumerate() {
                let key = key_of(key, place);
                let is_new = matches!(write, Write::Add(..));
                let stored = if is_new {
                    table.add(piece).with_key(key).primitive()?
                } else {
                    table.put(piece).with_key(key).primitive()?
                };
                at_once += piece.len();
                // The rest of the page has its turn before the next one is handed over. A key that is taken is told
                // by its own request: those behind it would only say that nothing is written any more.
                if is_new || at_once >= RECORD {
                    stored.await?;
                    at_once = 0;
                }
            }
        }
        transaction.commit().await?;
        Ok(())
    }

    /// All records of the tables, each in the order of its keys, as of one moment.
    ///
    /// # Errors
    /// Whatever the browser says when it cannot read.
    pub async fn read(&self, tables: &[Table]) -> Result<Vec<Vec<(String, String)>>, Error> {
        let names: Vec<&str> = tables.iter().map(|table| table.name()).collect();
        let transaction = self.database.transaction(names).build()?;
        let mut found = Vec::with_capacity(tables.len());
        for table in tables {
            let table = transaction.object_store(table.name())?;
            let keys = table.get_all_keys::<String>().primitive()?;
            let texts = table.get_all::<String>().primitive()?;
            let keys = keys.await?.collect::<Result<Vec<_>, _>>()?;
            let texts = texts.await?.collect::<Result<Vec<_>, _>>()?;
            found.push(joined(keys.into_iter().zip(texts)));
        }
        Ok(found)
    }
}

/// Takes away what a write removes, or what would be left of a longer text in the place of its own. A failure surfaces
/// in the transaction's commit.
fn clear_way(table: &ObjectStore<'_>, write: &Write) -> Result<(), Error> {
    match write {
        Write::Add(..) => {}
        Write::Put(_, key, _) => drop(table.delete(later_records(key)).primitive()?),
        Write::Remove(_, key) => {
            drop(table.delete(key.as_str()).primitive()?);
            drop(table.delete(later_records(key)).primitive()?);
        }
        Write::Clear(_) => drop(table.clear()?),
    }
    Ok(())
}

/// The keys of all records of a text but the first.
fn later_records(key: &str) -> Range<String> {
    // The colon is what comes behind the digits.
    format!("{key}+")..format!("{key}+:")
}

/// The key of one of the records of a text.
fn key_of(key: &str, place: usize) -> String {
    if place == 0 {
        key.to_owned()
    } else {
        format!("{key}+{place:06}")
    }
}

/// A text in pieces that a record holds, cut between characters; one piece of an empty one.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (piece, left) = text.split_at(text.floor_char_boundary(RECORD));
        rest = (!left.is_empty()).then_some(left);
        Some(piece)
    })
}

/// Records in the order of their keys, those of one text joined.
pub fn joined(records: impl IntoIterator<Item = (String, String)>) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for (key, text) in records {
        match (key.rsplit_once('+'), found.last_mut()) {
            (Some((first, _)), Some((last, whole))) if last == first => whole.push_str(&text),
            _ => found.push((key, text)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_stands_in_several_records_and_comes_back_whole() {
        let long = format!("{}{}", "a".repeat(RECORD - 1), "ü".repeat(RECORD));
        let texts = [
            ("draft/00000000", ""),
            ("draft/00000001", &long),
            ("draft/00000002", "b"),
        ];
        let mut records = Vec::new();
        for (key, text) in texts {
            records.extend(pieces(text).enumerate().map(|(place, piece)| {
                assert!(piece.len() <= RECORD);
                (key_of(key, place), piece.to_owned())
            }));
        }
        assert_eq!(records.len(), 1 + 3 + 1);
        assert!(records.is_sorted());
        let range = later_records("draft/00000001");
        let later = records.iter().filter(|(key, _)| range.contains(key)).count();
        assert_eq!(later, 2);
        let texts = texts.map(|(key, text)| (key.to_owned(), text.to_owned()));
        assert_eq!(joined(records), texts);
    }
}
