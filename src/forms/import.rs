//! Which holidays of a calendar file are added, and to which folder.

use std::collections::BTreeSet;

use domain::Intent;
use domain::calendar::{CalendarFile, FoundHoliday};
use domain::ids::{FolderId, HolidayId};
use domain::schedule::{FolderName, Holiday, HolidayBook, HolidayError, HolidayFolder};

/// Where they go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Into a folder that is there.
    There(FolderId),
    /// Into a new one of this name.
    New(String),
}

/// The places of those that the folder has already, with the same dates.
pub fn known(book: &HolidayBook, file: &CalendarFile, target: &Target) -> BTreeSet<usize> {
    let Target::There(folder) = target else {
        return BTreeSet::new();
    };
    let same = |found: &FoundHoliday, holiday: &Holiday| {
        holiday.name == found.name && holiday.kind == found.kind && holiday.times == found.times
    };
    let there = |found: &FoundHoliday| book.in_folder(*folder).any(|holiday| same(found, holiday));
    let all = file.holidays.iter().enumerate();
    all.filter(|(_, found)| there(found))
        .map(|(place, _)| place)
        .collect()
}

/// What adds the picked ones.
///
/// # Errors
/// A new folder without a name.
pub fn intents(
    file: &CalendarFile,
    picked: &BTreeSet<usize>,
    target: &Target,
    new_folder: FolderId,
    mut new_holiday: impl FnMut() -> HolidayId,
) -> Result<Vec<Intent>, HolidayError> {
    let mut intents = Vec::new();
    let folder = match target {
        Target::There(folder) => *folder,
        Target::New(name) => {
            let name: FolderName = name.parse()?;
            let folder = HolidayFolder { id: new_folder, name };
            intents.push(Intent::AddHolidayFolder { folder });
            new_folder
        }
    };
    let chosen = picked.iter().filter_map(|&place| file.holidays.get(place));
    intents.extend(chosen.map(|found| Intent::AddHoliday {
        holiday: Holiday {
            id: new_holiday(),
            folder,
            name: found.name.clone(),
            kind: found.kind.clone(),
            times: found.times,
            message: None,
        },
    }));
    Ok(intents)
}

#[cfg(test)]
mod tests {
    use domain::{Workspace, Zone};
    use uuid::Uuid;

    use super::*;

    const FILE: &str = "BEGIN:VCALENDAR\n\
        BEGIN:VEVENT\nSUMMARY:Easter Monday\nDTSTART;VALUE=DATE:20270329\nEND:VEVENT\n\
        BEGIN:VEVENT\nSUMMARY:Christmas Day\nDTSTART;VALUE=DATE:20261225\nRRULE:FREQ=YEARLY\nEND:VEVENT\n\
        END:VCALENDAR\n";

    #[test]
    fn a_second_import_finds_what_the_first_has_added() {
        let file = CalendarFile::read(FILE.as_bytes(), "2026-10-15".parse().unwrap()).unwrap();
        let folder: FolderId = Uuid::from_u128(1).into();
        let mut workspace = Workspace::empty("Test", Zone::UTC);
        let mut last = 10_u128;
        let mut id = || {
            last += 1;
            HolidayId::from(Uuid::from_u128(last))
        };
        let target = Target::New("UK".into());
        assert!(known(workspace.holidays(), &file, &target).is_empty());
        for intent in intents(&file, &BTreeSet::from([1]), &target, folder, &mut id).unwrap() {
            workspace.apply(&intent).unwrap();
        }
        let known = known(workspace.holidays(), &file, &Target::There(folder));
        assert_eq!(known, BTreeSet::from([1]));
        assert_eq!(
            intents(&file, &known, &Target::New(" ".into()), folder, &mut id),
            Err(HolidayError::NoFolderName)
        );
    }
}
