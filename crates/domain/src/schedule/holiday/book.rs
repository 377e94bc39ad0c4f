//! All holidays, in their folders.

use std::sync::Arc;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use super::{FolderName, Holiday, HolidayError};
use crate::ids::{FolderId, HolidayId};

/// A named group of holidays, such as one a region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidayFolder {
    /// Identifies the folder.
    pub id: FolderId,
    /// Not empty.
    pub name: FolderName,
}

/// All holidays and their folders; cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Fields", into = "Fields")]
// INVARIANT: every holiday lies in a folder that is there.
pub struct HolidayBook {
    folders: OrdMap<FolderId, Arc<HolidayFolder>>,
    holidays: OrdMap<HolidayId, Arc<Holiday>>,
}

/// The stored form.
#[derive(Serialize, Deserialize)]
struct Fields {
    folders: Vec<Arc<HolidayFolder>>,
    holidays: Vec<Arc<Holiday>>,
}

impl HolidayBook {
    /// One folder.
    pub fn folder(&self, id: FolderId) -> Option<&Arc<HolidayFolder>> {
        self.folders.get(&id)
    }

    /// All folders, oldest first.
    pub fn folders(&self) -> impl Iterator<Item = &Arc<HolidayFolder>> {
        self.folders.values()
    }

    /// One holiday.
    pub fn holiday(&self, id: HolidayId) -> Option<&Arc<Holiday>> {
        self.holidays.get(&id)
    }

    /// All holidays, oldest first.
    pub fn holidays(&self) -> impl Iterator<Item = &Arc<Holiday>> {
        self.holidays.values()
    }

    /// The holidays of a folder, oldest first.
    pub fn in_folder(&self, folder: FolderId) -> impl Iterator<Item = &Arc<Holiday>> {
        self.holidays
            .values()
            .filter(move |holiday| holiday.folder == folder)
    }

    /// Adds a folder.
    ///
    /// # Errors
    /// `FolderTwice` when its id is taken.
    pub fn add_folder(&mut self, folder: HolidayFolder) -> Result<(), HolidayError> {
        if self.folders.contains_key(&folder.id) {
            return Err(HolidayError::FolderTwice {
                name: folder.name.into(),
            });
        }
        self.folders.insert(folder.id, Arc::new(folder));
        Ok(())
    }

    /// Gives a folder another name.
    ///
    /// # Errors
    /// `NoFolder` when it is not there.
    pub fn rename_folder(&mut self, id: FolderId, name: FolderName) -> Result<(), HolidayError> {
        let folder = self.folders.get_mut(&id).ok_or(HolidayError::NoFolder)?;
        *folder = Arc::new(HolidayFolder { id, name });
        Ok(())
    }

    /// Removes a folder with its holidays, and returns those.
    ///
    /// # Errors
    /// `NoFolder` when it is not there.
    pub fn remove_folder(&mut self, id: FolderId) -> Result<Vec<Arc<Holiday>>, HolidayError> {
        self.folders.remove(&id).ok_or(HolidayError::NoFolder)?;
        let inside: Vec<_> = self.in_folder(id).cloned().collect();
        for holiday in &inside {
            self.holidays.remove(&holiday.id);
        }
        Ok(inside)
    }

    /// Adds a holiday to its folder.
    ///
    /// # Errors
    /// `HolidayTwice` when its id is taken, `FolderMissing` when its folder is not there.
    pub fn add(&mut self, holiday: Holiday) -> Result<(), HolidayError> {
        self.put(Arc::new(holiday))
    }

    /// Writes a holiday anew, in another folder if it says so.
    ///
    /// # Errors
    /// `NoHoliday` when it is not there, `FolderMissing` when its folder is not there.
    pub fn edit(&mut self, holiday: Holiday) -> Result<(), HolidayError> {
        if !self.holidays.contains_key(&holiday.id) {
            return Err(HolidayError::NoHoliday);
        }
        self.check_folder(&holiday)?;
        self.holidays.insert(holiday.id, Arc::new(holiday));
        Ok(())
    }

    /// Removes a holiday, and returns it.
    ///
    /// # Errors
    /// `NoHoliday` when it is not there.
    pub fn remove(&mut self, id: HolidayId) -> Result<Arc<Holiday>, HolidayError> {
        self.holidays.remove(&id).ok_or(HolidayError::NoHoliday)
    }

    fn put(&mut self, holiday: Arc<Holiday>) -> Result<(), HolidayError> {
        if self.holidays.contains_key(&holiday.id) {
            return Err(HolidayError::HolidayTwice {
                name: holiday.name().to_owned(),
            });
        }
        self.check_folder(&holiday)?;
        self.holidays.insert(holiday.id, holiday);
        Ok(())
    }

    fn check_folder(&self, holiday: &Holiday) -> Result<(), HolidayError> {
        if self.folders.contains_key(&holiday.folder) {
            Ok(())
        } else {
            Err(HolidayError::FolderMissing {
                name: holiday.name().to_owned(),
            })
        }
    }
}

impl TryFrom<Fields> for HolidayBook {
    type Error = HolidayError;

    fn try_from(fields: Fields) -> Result<Self, Self::Error> {
        let mut book = Self::default();
        for folder in fields.folders {
            book.add_folder(Arc::unwrap_or_clone(folder))?;
        }
        for holiday in fields.holidays {
            book.put(holiday)?;
        }
        Ok(book)
    }
}

impl From<HolidayBook> for Fields {
    fn from(book: HolidayBook) -> Self {
        Self {
            folders: book.folders.values().cloned().collect(),
            holidays: book.holidays.values().cloned().collect(),
        }
    }
}
