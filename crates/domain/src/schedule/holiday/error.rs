//! Why a holiday or a folder cannot be.

use chrono::NaiveDate;

use super::name::MAX_HOLIDAY_NAME;
use crate::schedule::TimeOfDay;

/// What is wrong with a holiday, a folder, or what is done with them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HolidayError {
    /// A holiday without a name.
    #[error("enter a name for the holiday")]
    NoName,
    /// A name over the limit (S149).
    #[error("shorten the name of the holiday to {MAX_HOLIDAY_NAME} characters: it has {length}")]
    NameTooLong {
        /// Its length in characters.
        length: usize,
    },
    /// A folder without a name.
    #[error("enter a name for the folder")]
    NoFolderName,
    /// Not a day of any year.
    #[error("`{given}` is not a day of the year: write it as `12/25`, month first")]
    NotADay {
        /// What was given.
        given: String,
    },
    /// A range of dates that ends before it begins.
    #[error("the last date `{to}` comes before the first, `{from}`: exchange them")]
    Reversed {
        /// The first date.
        from: NaiveDate,
        /// The last date.
        to: NaiveDate,
    },
    /// Times that are no part of one day (specification 5.2).
    #[error(
        "a holiday from `{from}` has to end later than that, not at `{to}`: for a night make two holidays"
    )]
    NoTimes {
        /// The beginning.
        from: TimeOfDay,
        /// The end.
        to: TimeOfDay,
    },
    /// Two folders with one id.
    #[error("holiday folder `{name}` is there already: add it under a new id")]
    FolderTwice {
        /// The folder's name.
        name: String,
    },
    /// Two holidays with one id.
    #[error("holiday `{name}` is there already: add it under a new id")]
    HolidayTwice {
        /// The holiday's name.
        name: String,
    },
    /// A holiday in a folder that is not there.
    #[error("holiday `{name}` lies in a folder that does not exist: choose another folder")]
    FolderMissing {
        /// The holiday's name.
        name: String,
    },
    /// The folder to change is not there.
    #[error("this holiday folder does not exist any more: choose another")]
    NoFolder,
    /// The holiday to change is not there.
    #[error("this holiday does not exist any more: choose another")]
    NoHoliday,
}
