//! Reads one row by itself: the user it names, the fields it sets, the numbers it asks for.

use std::collections::BTreeSet;
use std::num::NonZeroU16;

use crate::people::{MAX_ROLES, User, is_email};
use crate::phone::{ParsePhoneError, PhoneNumber};
use crate::workspace::Workspace;

use super::column::{Column, SLOTS};
use super::log::{BulkError, Code};
use super::row::{Draft, Want, blank_user, slots};
use super::sheet::Row;

/// Columns that the uploader may not edit (R95).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    forbidden: BTreeSet<Column>,
}

impl Rights {
    /// An admin's: every column.
    pub fn all() -> Self {
        Self::default()
    }

    /// Every column but these.
    pub fn without(columns: impl IntoIterator<Item = Column>) -> Self {
        Self {
            forbidden: columns.into_iter().collect(),
        }
    }
}

/// What reading a row needs besides the row.
pub(super) struct Reader<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) header: &'a [String],
    pub(super) columns: &'a [Column],
    pub(super) rights: &'a Rights,
}

impl Reader<'_> {
    /// The row understood, and what is wrong in it.
    pub(super) fn read(&self, row: &Row<'_>) -> (Draft, Vec<BulkError>) {
        let email_at = self.place_of(&Column::Email);
        let email = row.cell(email_at).to_owned();
        let present = self.workspace.user_by_email(&email);
        let user = present.map_or_else(|| blank_user(&email), |user| user.as_ref().clone());
        let mut reading = Reading {
            reader: self,
            row,
            before: present.map(AsRef::as_ref),
            user,
            new_teams: Vec::new(),
            numbers: Vec::new(),
            concurrency_on: None,
            errors: Vec::new(),
            skipped: false,
        };
        if !is_email(&email) {
            let message = format!("`{email}` is not an e-mail address: enter the user's");
            reading.skip(email_at, Code::InvalidEmail, message);
        }
        if row.width() > self.columns.len() {
            let (cells, columns) = (row.width(), self.columns.len());
            let message =
                format!("the row has {cells} cells, the header {columns}: look for a missing quote");
            reading.skip(email_at, Code::InvalidValue, message);
        }
        for (index, column) in self.columns.iter().enumerate() {
            let text = row.cell(index);
            if !text.is_empty() {
                reading.take(index, column, text);
            }
        }
        reading.finish(email_at)
    }

    pub(super) fn place_of(&self, column: &Column) -> usize {
        self.columns
            .iter()
            .position(|other| other == column)
            .unwrap_or_default()
    }

    /// An error of a cell.
    pub(super) fn error(&self, row: &Row<'_>, index: usize, code: Code, message: String) -> BulkError {
        BulkError {
            line: Some(row.line),
            column: u32::try_from(index + 1).ok(),
            header: self.header.get(index).cloned().unwrap_or_default(),
            value: shortened(row.raw(index)),
            code,
            message,
        }
    }
}

/// A row being read, with what was found in it so far.
struct Reading<'a> {
    reader: &'a Reader<'a>,
    row: &'a Row<'a>,
    before: Option<&'a User>,
    user: User,
    new_teams: Vec<usize>,
    /// The number cells that are not blank: slot, place in the row, text.
    numbers: Vec<(usize, usize, &'a str)>,
    concurrency_on: Option<bool>,
    errors: Vec<BulkError>,
    skipped: bool,
}

impl<'a> Reading<'a> {
    /// Takes a cell that is not blank into account.
    fn take(&mut self, index: usize, column: &Column, text: &'a str) {
        use Column as C;
        match column {
            C::Email | C::Reason => {}
            C::NewEmail => self.new_email(index, text),
            C::AgentId => self.write(index, text, |user| &mut user.agent_number),
            C::FirstName => self.write(index, text, |user| &mut user.first_name),
            C::LastName => self.write(index, text, |user| &mut user.last_name),
            C::Alias => self.write(index, text, |user| &mut user.alias),
            C::Location => self.write(index, text, |user| &mut user.location),
            C::Kept(header) => {
                let same = self.user.extra.get(*header).is_some_and(|before| before == text);
                if !same && self.may(index) {
                    self.user.extra.insert((*header).to_owned(), text.to_owned());
                }
            }
            C::Status => match text.to_lowercase().as_str() {
                "active" => self.write(index, true, |user| &mut user.active),
                "inactive" => self.write(index, false, |user| &mut user.active),
                _ => self.skip(index, Code::InvalidValue, "write Active or Inactive".to_owned()),
            },
            C::Concurrency => {
                if let Ok(chats) = text.parse::<u16>() {
                    self.write(index, NonZeroU16::new(chats), |user| &mut user.chat_concurrency);
                } else {
                    let message = "write a whole number of chats, such as 3".to_owned();
                    self.skip(index, Code::InvalidValue, message);
                }
            }
            C::ConcurrencyStatus => self.concurrency_on = self.flag(index, text),
            C::Number(slot) => self.numbers.push((*slot, index, text)),
            C::Role(role) => {
                let has = self.user.roles.contains(role);
                match self
                    .flag(index, text)
                    .filter(|wanted| *wanted != has && self.may(index))
                {
                    Some(true) => drop(self.user.roles.insert(role.clone())),
                    Some(false) => drop(self.user.roles.remove(role)),
                    None => {}
                }
            }
            C::Team(id) => {
                let has = self.user.teams.contains(id);
                match self
                    .flag(index, text)
                    .filter(|wanted| *wanted != has && self.may(index))
                {
                    Some(true) => drop(self.user.teams.insert(*id)),
                    Some(false) => drop(self.user.teams.remove(id)),
                    None => {}
                }
            }
            C::NewTeam(_) => {
                if self.flag(index, text) == Some(true) && self.may(index) {
                    self.new_teams.push(index);
                }
            }
        }
    }

    fn new_email(&mut self, index: usize, text: &str) {
        let other = self.reader.workspace.user_by_email(text);
        if self.before.is_none() {
            let message = "this user is new: enter the address under Email".to_owned();
            self.skip(index, Code::InvalidValue, message);
        } else if !is_email(text) {
            self.skip(
                index,
                Code::InvalidEmail,
                format!("`{text}` is not an e-mail address"),
            );
        } else if let Some(other) = other.filter(|other| other.id != self.user.id) {
            self.skip(
                index,
                Code::EmailTaken,
                format!("`{text}` belongs to {} already", other.name()),
            );
        } else {
            self.write(index, text, |user| &mut user.email);
        }
    }

    /// Sets a field, unless it is so already or the uploader may not (R95).
    fn write<T: PartialEq + From<V>, V>(
        &mut self,
        index: usize,
        value: V,
        field: impl Fn(&mut User) -> &mut T,
    ) {
        let value = T::from(value);
        if *field(&mut self.user) != value && self.may(index) {
            *field(&mut self.user) = value;
        }
    }

    /// Whether the uploader may edit the column; else the cell is ignored, with a line in the log.
    fn may(&mut self, index: usize) -> bool {
        let column = self.reader.columns.get(index);
        let forbidden = column.is_some_and(|column| self.reader.rights.forbidden.contains(column));
        if forbidden {
            self.note(
                index,
                Code::ForbiddenColumn,
                "you may not edit this column".to_owned(),
            );
        }
        !forbidden
    }

    fn flag(&mut self, index: usize, text: &str) -> Option<bool> {
        match text {
            "1" => Some(true),
            "0" => Some(false),
            _ => {
                self.skip(
                    index,
                    Code::InvalidValue,
                    "write 1 for yes or 0 for no".to_owned(),
                );
                None
            }
        }
    }

    fn note(&mut self, index: usize, code: Code, message: String) {
        self.errors
            .push(self.reader.error(self.row, index, code, message));
    }

    fn skip(&mut self, index: usize, code: Code, message: String) {
        self.note(index, code, message);
        self.skipped = true;
    }

    fn finish(mut self, email_at: usize) -> (Draft, Vec<BulkError>) {
        if self.concurrency_on == Some(false) {
            self.user.chat_concurrency = None;
        }
        let roles = self.user.roles.len();
        if self.before.is_none() && (self.user.name().is_empty() || roles == 0) {
            let message = "this user is new: give a name and at least one role".to_owned();
            self.skip(email_at, Code::UnknownUserIncomplete, message);
        } else if !(1..=MAX_ROLES).contains(&roles) {
            let message = format!("a user has 1 to {MAX_ROLES} roles: this one would have {roles}");
            self.skip(email_at, Code::InvalidValue, message);
        }
        let held = self
            .before
            .map_or([None; SLOTS], |user| slots(self.reader.workspace, user.id));
        let wants = self.wants(&held);
        let draft = Draft {
            present: self.before.map(|user| user.id),
            user: (!self.skipped).then_some(self.user),
            new_teams: self.new_teams,
            wants,
            held,
        };
        (draft, self.errors)
    }

    /// Steps 1 to 4 and 7 of specification 8.2: what can be said of each number cell by its row alone.
    fn wants(&mut self, held: &[Option<PhoneNumber>; SLOTS]) -> [Want; SLOTS] {
        let mut wants: [Want; SLOTS] = Default::default();
        for (slot, index, text) in std::mem::take(&mut self.numbers) {
            let (Some(place), Some(before)) = (wants.get(slot), held.get(slot)) else {
                continue;
            };
            debug_assert_eq!(*place, Want::Keep);
            let clear = text.eq_ignore_ascii_case("none");
            let judged = if clear {
                Ok(None)
            } else {
                self.judge(text, &wants).map(Some)
            };
            let want = match judged {
                Err((code, message)) => {
                    self.note(index, code, message);
                    Want::Ignored(code)
                }
                Ok(number) if number != *before && !self.may(index) => Want::Ignored(Code::ForbiddenColumn),
                Ok(None) => Want::Clear,
                Ok(Some(number)) => Want::Number(number),
            };
            if let Some(place) = wants.get_mut(slot) {
                *place = want;
            }
        }
        wants
    }

    fn judge(&self, text: &str, before: &[Want]) -> Result<PhoneNumber, (Code, String)> {
        let number: PhoneNumber = text
            .parse()
            .map_err(|error| (Code::NumberFormat, format_message(&error)))?;
        let unusable = |message: String| Err((Code::NumberNotValidated, message));
        if number.is_short_code() {
            return Err((
                Code::NumberFormat,
                format_message(&ParsePhoneError::NoCountryCode),
            ));
        }
        match self.reader.workspace.number(number) {
            None => unusable(format!("`{number}` is not in the list of numbers: add it first")),
            Some(record) if !record.is_direct() => unusable(format!(
                "`{number}` is not a direct number: set it as a direct number first"
            )),
            Some(_) if before.contains(&Want::Number(number)) => {
                let message = format!("`{number}` stands in this row already: remove it here");
                Err((Code::NumberDuplicateInRow, message))
            }
            Some(_) => Ok(number),
        }
    }
}

/// What is wrong with a number; of a lost plus sign spreadsheets are the usual cause.
fn format_message(error: &ParsePhoneError) -> String {
    match error {
        ParsePhoneError::NoCountryCode => {
            "the plus sign is missing, which spreadsheets remove: write `+` and the country code, such as \
             `+1 415 555 0100`"
                .to_owned()
        }
        error => error.to_string(),
    }
}

/// A cell as it is quoted in the log.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 200;
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
    }
}
