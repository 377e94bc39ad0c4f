//! Reads one row by itself: the user it names, the fields it sets, the numbers it asks for.

mod chats;
mod numbers;

use std::sync::Arc;

use crate::people::{MAX_ROLES, User, is_email};

use super::column::{Column, SLOTS};
use super::edit::{Edit, Outline};
use super::known::{Known, Person};
use super::log::{BulkError, Code, shortened};
use super::rights::Rights;
use super::row::Draft;
use super::sheet::{Row, Sheet};

use chats::Chats;

pub(super) use chats::kept_chats;
pub(super) use numbers::format_message;

/// The longest free text of a cell, in characters.
const LONGEST: usize = 255;

/// Whether a text fits where any text does: it is no longer than a person writes, and has no control characters but
/// line breaks and tabs.
pub(super) fn is_free_text(text: &str) -> bool {
    // Most are short, and no byte of theirs may begin a control character.
    let is_plain = |byte: u8| byte >= b' ' && !matches!(byte, b'\x7F' | b'\xC2');
    if text.len() <= LONGEST && text.bytes().all(is_plain) {
        return true;
    }
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    !text.contains(is_control) && text.chars().nth(LONGEST).is_none()
}

/// What is wrong with a row that has more cells than there are columns.
pub(super) fn too_wide(row: &Row<'_>, columns: usize) -> Option<String> {
    row.is_wider_than(columns).then(|| {
        let cells = row.width();
        format!("the row has {cells} cells, the header {columns}: look for a missing quote")
    })
}

/// What reading a row needs besides the row.
#[derive(Debug)]
pub(super) struct Reader {
    pub(super) known: Arc<Known>,
    pub(super) sheet: Arc<Sheet>,
    pub(super) columns: Vec<Column>,
    /// Whether the uploader may not edit a column (R95).
    forbidden: Vec<bool>,
    email_at: usize,
}

impl Reader {
    pub(super) fn new(known: Arc<Known>, sheet: Arc<Sheet>, columns: Vec<Column>, rights: &Rights) -> Self {
        Self {
            known,
            email_at: place_of(&columns, &Column::Email).unwrap_or_default(),
            forbidden: columns.iter().map(|column| rights.forbid(column)).collect(),
            sheet,
            columns,
        }
    }

    /// The row understood; what is wrong in it is added to the errors.
    pub(super) fn read(&self, row: &Row<'_>, errors: &mut Vec<BulkError>) -> Draft {
        let mut unheard = |_: &Edit<'_>| {};
        let mut reading = Reading::new(self, row, &mut unheard, errors);
        reading.take_all();
        reading.finish()
    }

    /// What the row changes of its user, cell by cell.
    pub(super) fn edits(&self, row: &Row<'_>, mut edit: impl FnMut(&Edit<'_>)) {
        // What is wrong in the row has been said.
        let mut errors = Vec::new();
        Reading::new(self, row, &mut edit, &mut errors).take_all();
    }

    /// The address that names the user of a row.
    pub(super) fn address<'a>(&self, row: &Row<'a>) -> &'a str {
        row.cell(self.email_at)
    }

    /// The same by the row's place.
    pub(super) fn address_at(&self, row: usize) -> &str {
        self.sheet.cell(row, self.email_at)
    }

    fn forbids(&self, index: usize) -> bool {
        self.forbidden.get(index) == Some(&true)
    }

    /// Where new addresses stand; none when no row has one, or none may be given.
    pub(super) fn place_of_new_addresses(&self) -> Option<usize> {
        let place = self.place_of(&Column::NewEmail)?;
        let mut rows = self.sheet.rows();
        let is_used = !self.forbids(place) && rows.any(|row| !row.cell(place).is_empty());
        is_used.then_some(place)
    }

    pub(super) fn place_of(&self, column: &Column) -> Option<usize> {
        place_of(&self.columns, column)
    }

    /// An error of a cell.
    pub(super) fn error(&self, row: &Row<'_>, index: usize, code: Code, message: String) -> BulkError {
        BulkError::of_cell(row, index, self.sheet.header.get(index), code, message)
    }
}

fn place_of(columns: &[Column], column: &Column) -> Option<usize> {
    columns.iter().position(|other| other == column)
}

/// A row being read, with what was found in it so far.
struct Reading<'a> {
    reader: &'a Reader,
    row: &'a Row<'a>,
    /// The address by which it names the user.
    address: &'a str,
    /// The user whom the row names, and their place, if there is one already.
    present: Option<(usize, &'a Person)>,
    before: Option<&'a User>,
    /// Hears of each change.
    heard: &'a mut dyn FnMut(&Edit<'_>),
    outline: Outline,
    new_teams: Vec<usize>,
    chats: Chats,
    /// The number cells that are not blank, by slot, and where they stand.
    numbers: [Option<(usize, &'a str)>; SLOTS],
    errors: &'a mut Vec<BulkError>,
    skipped: bool,
}

impl<'a> Reading<'a> {
    fn new(
        reader: &'a Reader,
        row: &'a Row<'a>,
        heard: &'a mut dyn FnMut(&Edit<'_>),
        errors: &'a mut Vec<BulkError>,
    ) -> Self {
        let address = reader.address(row);
        let place = reader.known.place(address);
        let present = place.and_then(|place| Some((place, reader.known.person(place)?)));
        let before = present.map(|(_, person)| person.user.as_ref());
        Self {
            reader,
            row,
            address,
            present,
            before,
            heard,
            outline: Outline::of(before),
            new_teams: Vec::new(),
            chats: Chats::default(),
            numbers: [None; SLOTS],
            errors,
            skipped: false,
        }
    }

    /// Takes all cells into account; those of numbers have their turn in the end.
    fn take_all(&mut self) {
        let (row, reader) = (self.row, self.reader);
        if !is_email(self.address) {
            let message = format!(
                "`{}` is not an e-mail address: enter the user's",
                shortened(self.address)
            );
            self.skip(reader.email_at, Code::InvalidEmail, message);
        }
        if let Some(message) = too_wide(row, reader.columns.len()) {
            self.skip(reader.email_at, Code::InvalidValue, message);
        }
        for ((index, column), text) in reader.columns.iter().enumerate().zip(row.cells()) {
            if !text.is_empty() {
                self.take(index, column, text);
            }
        }
        self.settle_chats();
    }

    /// Takes a cell that is not blank into account.
    fn take(&mut self, index: usize, column: &'a Column, text: &'a str) {
        use Column as C;
        match column {
            C::Email | C::Reason => {}
            C::Number(slot) => {
                if let Some(cell) = self.numbers.get_mut(*slot) {
                    *cell = Some((index, text));
                }
            }
            C::NewEmail => self.new_email(index, column, text),
            C::AgentId | C::FirstName | C::LastName | C::Alias | C::Location | C::Kept(_) => {
                self.text(index, column, text);
            }
            C::Status => self.status(index, text),
            C::Concurrency => self.number_of_chats(index, text),
            C::ConcurrencyStatus => self.whether_chats_count(index, text),
            C::Role(role) => {
                let before = self.before.is_some_and(|user| user.roles.contains(role));
                if let Some(on) = self.flag(index, text, before) {
                    self.edit(&Edit::Role(role, on));
                }
            }
            C::Team(id) => {
                let before = self.before.is_some_and(|user| user.teams.contains(id));
                if let Some(on) = self.flag(index, text, before) {
                    self.edit(&Edit::Team(*id, on));
                }
            }
            C::NewTeam(_) => {
                if self.flag(index, text, false) == Some(true) {
                    self.new_teams.push(index);
                }
            }
        }
    }

    fn new_email(&mut self, index: usize, column: &Column, text: &str) {
        if self.email() == text || !self.may(index) {
            return;
        }
        let own = self.present.map(|(place, _)| place);
        let other = self.reader.known.place(text).filter(|other| Some(*other) != own);
        let other = other.and_then(|other| self.reader.known.person(other));
        if own.is_none() {
            let message = "this user is new: enter the address under Email".to_owned();
            self.skip(index, Code::InvalidValue, message);
        } else if !is_email(text) {
            let message = format!("`{}` is not an e-mail address", shortened(text));
            self.skip(index, Code::InvalidEmail, message);
        } else if let Some(other) = other {
            let message = format!("`{}` belongs to {} already", shortened(text), other.user.name());
            self.skip(index, Code::EmailTaken, message);
        } else if self.fits(index, text) {
            self.edit(&Edit::Text(column, text));
        }
    }

    /// The user's address as it stands.
    fn email(&self) -> &str {
        self.before.map_or(self.address, |user| user.email.as_str())
    }

    fn status(&mut self, index: usize, text: &str) {
        let active = match text {
            text if text.eq_ignore_ascii_case("active") => Some(true),
            text if text.eq_ignore_ascii_case("inactive") => Some(false),
            _ => None,
        };
        let before = self.before.is_none_or(|user| user.active);
        if active == Some(before) || !self.may(index) {
            return;
        }
        match active {
            Some(active) => self.edit(&Edit::Active(active)),
            None => self.skip(index, Code::InvalidValue, "write Active or Inactive".to_owned()),
        }
    }

    /// Sets a text, unless it is so already or the uploader may not (R95).
    fn text(&mut self, index: usize, column: &Column, text: &str) {
        let is_so = self.before.is_some_and(|user| column.text_of(user) == text);
        if !is_so && self.may(index) && self.fits(index, text) {
            self.edit(&Edit::Text(column, text));
        }
    }

    fn edit(&mut self, edit: &Edit<'_>) {
        self.outline.note(edit);
        (self.heard)(edit);
    }

    /// Whether a text is one that may be set; else the row is skipped.
    fn fits(&mut self, index: usize, text: &str) -> bool {
        let fits = is_free_text(text);
        if !fits {
            let message = match text.chars().count() {
                ..=LONGEST => "remove the control characters from this cell".to_owned(),
                length => format!("shorten this cell to {LONGEST} characters: it has {length}"),
            };
            self.skip(index, Code::InvalidValue, message);
        }
        fits
    }

    /// Whether the uploader may edit the column; else the cell is ignored, with a line in the log.
    fn may(&mut self, index: usize) -> bool {
        let forbidden = self.reader.forbids(index);
        if forbidden {
            let message = "you may not edit this column".to_owned();
            self.note(index, Code::ForbiddenColumn, message);
        }
        !forbidden
    }

    /// What a cell of `1` or `0` says, if that is another than before and may be said (R95).
    fn flag(&mut self, index: usize, text: &str, before: bool) -> Option<bool> {
        let flag = match text {
            "1" => Some(true),
            "0" => Some(false),
            _ => None,
        };
        if flag == Some(before) || !self.may(index) {
            return None;
        }
        if flag.is_none() {
            let message = "write 1 for yes or 0 for no".to_owned();
            self.skip(index, Code::InvalidValue, message);
        }
        flag
    }

    fn note(&mut self, index: usize, code: Code, message: String) {
        self.errors
            .push(self.reader.error(self.row, index, code, message));
    }

    fn skip(&mut self, index: usize, code: Code, message: String) {
        self.note(index, code, message);
        self.skipped = true;
    }

    fn finish(mut self) -> Draft {
        let roles = self.outline.roles;
        if self.before.is_none() && (!self.outline.is_named() || roles == 0) {
            let message = "this user is new: give a name and at least one role".to_owned();
            self.skip(self.reader.email_at, Code::UnknownUserIncomplete, message);
        } else if !(1..=MAX_ROLES).contains(&roles) {
            let message = format!("a user has 1 to {MAX_ROLES} roles: this one would have {roles}");
            self.skip(self.reader.email_at, Code::InvalidValue, message);
        }
        let held = self.present.map_or([None; SLOTS], |(_, person)| person.held);
        let wants = self.wants(&held);
        Draft {
            present: self.present.map(|(place, _)| place),
            outline: (!self.skipped).then_some(self.outline),
            new_teams: self.new_teams,
            wants,
            held,
        }
    }
}
