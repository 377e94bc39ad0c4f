//! Durable records in IndexedDB: texts under keys, written in one strict transaction or not at all.
//!
//! The store knows nothing of what the texts mean. Everything is gathered first and then written in
//! one short transaction: nothing foreign is awaited while it is open.

use indexed_db_futures::database::Database;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{TransactionDurability, TransactionMode, TransactionOptions};

use super::Error;

/// Raised with every change of the tables below; a migration goes with it.
pub const SCHEMA_VERSION: u32 = 2;

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
        for write in writes {
            let table = transaction.object_store(write.table().name())?;
            request(&table, write)?;
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
            found.push(keys.into_iter().zip(texts).collect());
        }
        Ok(found)
    }
}

/// Sends the request off; its failure surfaces in the transaction's commit.
fn request(table: &ObjectStore<'_>, write: &Write) -> Result<(), Error> {
    match write {
        Write::Add(_, key, text) => drop(table.add(text.as_str()).with_key(key.as_str()).primitive()?),
        Write::Put(_, key, text) => drop(table.put(text.as_str()).with_key(key.as_str()).primitive()?),
        Write::Remove(_, key) => drop(table.delete(key.as_str()).primitive()?),
        Write::Clear(_) => drop(table.clear()?),
    }
    Ok(())
}
