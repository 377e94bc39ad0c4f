//! Holidays out of a calendar file (`.ics`, RFC 5545): each event becomes one of the three kinds, or is left out with
//! the reason.
//!
//! Calendars of public holidays list the dates of a few years one by one. Dates that follow a rule every year become
//! that rule, so that nobody has to import the next years again.

mod event;
mod group;
mod lines;
mod rule;

use chrono::NaiveDate;

use crate::schedule::{HolidayKind, HolidayName, PartOfDay};

/// The largest file that is read, in bytes.
pub const MAX_CALENDAR: usize = 5_000_000;

/// The most holidays of one file.
pub const MAX_FOUND: usize = 1_000;

/// What a calendar file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    /// What the calendar calls itself.
    pub name: Option<String>,
    /// The holidays, in the order of the file.
    pub holidays: Vec<FoundHoliday>,
    /// The events that are none.
    pub left_out: Vec<LeftOut>,
}

/// A holiday of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundHoliday {
    /// Its name, shortened where a holiday's name has no more room.
    pub name: HolidayName,
    /// The name as the file has it.
    pub full_name: String,
    /// Which dates.
    pub kind: HolidayKind,
    /// Which part of them; none takes the whole day.
    pub times: Option<PartOfDay>,
    /// How many dates of the file it stands for.
    pub dates: usize,
}

/// An event that cannot be a holiday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its name, as far as it has one.
    pub name: String,
    /// The line on which it begins.
    pub line: usize,
    /// Why not.
    pub reason: Reason,
}

/// Why an event cannot be a holiday.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// There is nothing to call it by.
    #[error("it has no name")]
    NoName,
    /// A date is missing, or is none.
    #[error("`{given}` is not a date")]
    NoDate {
        /// What stands in its place.
        given: String,
    },
    /// It ends before it begins, or at once.
    #[error("it ends when it begins, or before")]
    NoLength,
    /// Longer than any holiday.
    #[error("it is longer than a year")]
    TooLong,
    /// Its times are in UTC, which is the clock of no schedule.
    #[error("its times are in UTC, not on a wall clock: add it by hand")]
    Utc,
    /// It goes over midnight.
    #[error("it goes over midnight: make two holidays of it by hand")]
    OverMidnight,
    /// A repetition that is none of the three kinds.
    #[error("it repeats in a way that no holiday does, `{rule}`: add it by hand")]
    Repeats {
        /// The rule.
        rule: String,
    },
    /// It does not take place.
    #[error("it is cancelled")]
    Cancelled,
    /// It lies in the past and does not come again.
    #[error("it is over")]
    Over,
}

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// Too large.
    #[error("the file has {size} bytes: at most {MAX_CALENDAR} are read")]
    TooLarge {
        /// How many it has.
        size: usize,
    },
    /// Not UTF-8, which every calendar file is.
    #[error("the file is not text: save it as a calendar file, `.ics`")]
    NotText,
    /// Some other text.
    #[error("the file is no calendar: its first line is not `BEGIN:VCALENDAR`")]
    NotACalendar,
    /// A calendar without events.
    #[error("there is no event in this calendar")]
    NoEvent,
    /// More holidays than anybody has.
    #[error("the file has {count} holidays: at most {MAX_FOUND} are read at once")]
    TooMany {
        /// How many it has.
        count: usize,
    },
}

impl CalendarFile {
    /// Reads a file; what is over by `today` and does not come again is left out.
    ///
    /// # Errors
    /// A file that is no calendar, has no events, or is too large.
    pub fn read(bytes: &[u8], today: NaiveDate) -> Result<Self, CalendarError> {
        if bytes.len() > MAX_CALENDAR {
            return Err(CalendarError::TooLarge { size: bytes.len() });
        }
        let text = std::str::from_utf8(bytes).map_err(|_| CalendarError::NotText)?;
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let first = text.lines().next().unwrap_or_default().trim_end();
        if !first.eq_ignore_ascii_case("BEGIN:VCALENDAR") {
            return Err(CalendarError::NotACalendar);
        }
        let (name, events) = event::events(&lines::lines(text));
        if events.is_empty() {
            return Err(CalendarError::NoEvent);
        }
        let mut left_out = Vec::new();
        let mut understood = Vec::new();
        for event in events {
            match event.understand() {
                Ok(event) => understood.push(event),
                Err(reason) => left_out.push(event.left_out(reason)),
            }
        }
        let (holidays, over) = group::group(understood, today);
        left_out.extend(over);
        left_out.sort_by_key(|event| event.line);
        if holidays.len() > MAX_FOUND {
            return Err(CalendarError::TooMany {
                count: holidays.len(),
            });
        }
        Ok(Self {
            name,
            holidays,
            left_out,
        })
    }
}
