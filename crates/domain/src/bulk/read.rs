//! Reads one row by itself: the user it names, the fields it sets, the numbers it asks for.

mod chats;
mod numbers;

use std::sync::Arc;

use crate::people::{MAX_ROLES, User, is_email};
use crate::workspace::Workspace;

use super::column::{Column, SLOTS};
use super::known::Known;
use super::log::{BulkError, Code, shortened};
use super::rights::Rights;
use super::row::{Draft, blank_user};
use super::sheet::Row;

use chats::Chats;

pub(super) use chats::kept_chats;
pub(super) use numbers::format_message;

/// The longest free text of a cell, in characters.
const LONGEST: usize = 255;

/// Whether a text fits where any text does: it is no longer than a person writes, and has no control characters but
/// line breaks and tabs.
pub(super) fn is_free_text(text: &str) -> bool {
    // Most are short and plain.
    if text.len() <= LONGEST && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
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
pub(super) struct Reader<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) known: &'a Known,
    pub(super) header: &'a [String],
    pub(super) columns: &'a [Column],
    pub(super) rights: &'a Rights,
}

impl Reader<'_> {
    /// The row understood, and what is wrong in it.
    pub(super) fn read(&self, row: &Row<'_>) -> (Draft, Vec<BulkError>) {
        let email_at = self.place_of(&Column::Email);
        let email = row.cell(email_at).to_owned();
        let present = self.known.user(&email);
        let user = present.map_or_else(|| Arc::new(blank_user(&email)), Arc::clone);
        let mut reading = Reading {
            reader: self,
            row,
            before: present.map(AsRef::as_ref),
            user,
            new_teams: Vec::new(),
            numbers: Vec::new(),
            chats: Chats::default(),
            errors: Vec::new(),
            skipped: false,
        };
        if !is_email(&email) {
            let message = format!(
                "`{}` is not an e-mail address: enter the user's",
                shortened(&email)
            );
            reading.skip(email_at, Code::InvalidEmail, message);
        }
        if let Some(message) = too_wide(row, self.columns.len()) {
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
        BulkError::of_cell(row, index, self.header.get(index), code, message)
    }
}

/// A row being read, with what was found in it so far.
struct Reading<'a> {
    reader: &'a Reader<'a>,
    row: &'a Row<'a>,
    before: Option<&'a User>,
    /// The same one until something of it changes.
    user: Arc<User>,
    new_teams: Vec<usize>,
    /// The number cells that are not blank: slot, place in the row, text.
    numbers: Vec<(usize, usize, &'a str)>,
    chats: Chats,
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
            C::AgentId => self.text(
                index,
                text,
                |user| &user.agent_number,
                |user| &mut user.agent_number,
            ),
            C::FirstName => self.text(index, text, |user| &user.first_name, |user| &mut user.first_name),
            C::LastName => self.text(index, text, |user| &user.last_name, |user| &mut user.last_name),
            C::Alias => self.text(index, text, |user| &user.alias, |user| &mut user.alias),
            C::Location => self.text(index, text, |user| &user.location, |user| &mut user.location),
            C::Kept(header) => {
                let same = self.user.extra.get(*header).is_some_and(|before| before == text);
                if !same && self.may(index) && self.fits(index, text) {
                    self.edit().extra.insert((*header).to_owned(), text.to_owned());
                }
            }
            C::Status => self.status(index, text),
            C::Concurrency => self.number_of_chats(index, text),
            C::ConcurrencyStatus => self.whether_chats_count(index, text),
            C::Number(slot) => self.numbers.push((*slot, index, text)),
            C::Role(role) => match self.flag(index, text, self.user.roles.contains(role)) {
                Some(true) => drop(self.edit().roles.insert(role.clone())),
                Some(false) => drop(self.edit().roles.remove(role)),
                None => {}
            },
            C::Team(id) => match self.flag(index, text, self.user.teams.contains(id)) {
                Some(true) => drop(self.edit().teams.insert(*id)),
                Some(false) => drop(self.edit().teams.remove(id)),
                None => {}
            },
            C::NewTeam(_) => {
                if self.flag(index, text, false) == Some(true) {
                    self.new_teams.push(index);
                }
            }
        }
    }

    fn new_email(&mut self, index: usize, text: &str) {
        if self.user.email == text || !self.may(index) {
            return;
        }
        let other = self.reader.known.user(text);
        if self.before.is_none() {
            let message = "this user is new: enter the address under Email".to_owned();
            self.skip(index, Code::InvalidValue, message);
        } else if !is_email(text) {
            let message = format!("`{}` is not an e-mail address", shortened(text));
            self.skip(index, Code::InvalidEmail, message);
        } else if let Some(other) = other.filter(|other| other.id != self.user.id) {
            let message = format!("`{}` belongs to {} already", shortened(text), other.name());
            self.skip(index, Code::EmailTaken, message);
        } else if self.fits(index, text) {
            text.clone_into(&mut self.edit().email);
        }
    }

    fn status(&mut self, index: usize, text: &str) {
        let active = match text.to_lowercase().as_str() {
            "active" => Some(true),
            "inactive" => Some(false),
            _ => None,
        };
        if active == Some(self.user.active) || !self.may(index) {
            return;
        }
        match active {
            Some(active) => self.edit().active = active,
            None => self.skip(index, Code::InvalidValue, "write Active or Inactive".to_owned()),
        }
    }

    /// Sets a text, unless it is so already or the uploader may not (R95).
    fn text(
        &mut self,
        index: usize,
        text: &str,
        before: impl Fn(&User) -> &String,
        field: impl Fn(&mut User) -> &mut String,
    ) {
        if before(&self.user) != text && self.may(index) && self.fits(index, text) {
            text.clone_into(field(self.edit()));
        }
    }

    /// The user as the row's own, to be changed.
    fn edit(&mut self) -> &mut User {
        Arc::make_mut(&mut self.user)
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
        let column = self.reader.columns.get(index);
        let forbidden = column.is_some_and(|column| self.reader.rights.forbid(column));
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

    fn finish(mut self, email_at: usize) -> (Draft, Vec<BulkError>) {
        self.settle_chats();
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
            .map_or([None; SLOTS], |user| self.reader.known.held(user.id));
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
}
