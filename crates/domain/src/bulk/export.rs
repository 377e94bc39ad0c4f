//! Files out: the template, and all users.

use std::borrow::Cow;
use std::sync::Arc;

use crate::number::SmsNumber;
use crate::people::User;
use crate::workspace::Workspace;

use super::column::{Column, template};
use super::read::kept_chats;
use super::row::slots;
use super::sheet::{Form, Table, UserList, escape};

/// The header alone, to be filled in (F7).
pub fn template_file(workspace: &Workspace) -> String {
    let mut table = Table::new(',');
    table.push(template(workspace).into_iter().map(|(header, _)| header));
    table.finish()
}

/// All users as they stand, oldest first; read back, the file changes nothing.
pub fn users_file(workspace: &Workspace) -> String {
    UsersExport::new(workspace, Form::Csv(',')).finish()
}

/// The same as JSON, for scripts: of roles and teams only those that the user has, since what is not there stays as it
/// is.
pub fn users_json(workspace: &Workspace) -> String {
    UsersExport::new(workspace, Form::Json).finish()
}

/// All users on their way into a file, in steps, so that a page stays alive under many of them. Dropping it cancels.
#[derive(Debug)]
pub struct UsersExport {
    workspace: Workspace,
    columns: Vec<(String, Column)>,
    users: Vec<Arc<User>>,
    written: usize,
    text: Text,
}

#[derive(Debug)]
enum Text {
    Table(Table),
    List(UserList),
}

impl UsersExport {
    /// Begins with the users as they stand now.
    pub fn new(workspace: &Workspace, form: Form) -> Self {
        let columns = template(workspace);
        let header = || columns.iter().map(|(header, _)| header.clone());
        let text = match form {
            Form::Csv(separator) => {
                let mut table = Table::new(separator);
                table.push(header());
                Text::Table(table)
            }
            Form::Json => Text::List(UserList::new(header().collect())),
        };
        Self {
            workspace: workspace.clone(),
            users: workspace.users().cloned().collect(),
            written: 0,
            text,
            columns,
        }
    }

    /// Writes up to so many users; true once all are written.
    pub fn step(&mut self, users: usize) -> bool {
        let end = self.written.saturating_add(users).min(self.users.len());
        for user in self.users.get(self.written..end).unwrap_or_default() {
            let numbers = slots(&self.workspace, user.id);
            let number = |slot: usize| {
                let number = numbers.get(slot).copied().flatten();
                number.and_then(|number| self.workspace.number(number))
            };
            let columns = self.columns.iter().map(|(_, column)| column);
            match &mut self.text {
                Text::Table(table) => table.push(columns.map(|column| match column {
                    Column::Number(slot) => {
                        Cow::Owned(number(*slot).map_or_else(String::new, |number| spreadsheet_proof(number)))
                    }
                    column => guarded(column.text_of(user)),
                })),
                Text::List(list) => {
                    let cells = columns.enumerate().filter_map(|(place, column)| {
                        let text = match column {
                            Column::Number(slot) => Cow::Owned(
                                number(*slot).map_or_else(String::new, |number| number.number.to_string()),
                            ),
                            column => column.text_of(user),
                        };
                        let is_listed = text != "0" || !is_flag(column) || is_shared(&self.columns, place);
                        is_listed.then_some((place, text))
                    });
                    list.push(&cells.collect::<Vec<_>>());
                }
            }
        }
        self.written = end;
        self.written == self.users.len()
    }

    /// Users written so far, and users there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.written, self.users.len())
    }

    /// The file, once what is left is written.
    pub fn finish(mut self) -> String {
        self.step(usize::MAX);
        match self.text {
            Text::Table(table) => table.finish(),
            Text::List(list) => list.finish(),
        }
    }
}

fn is_flag(column: &Column) -> bool {
    matches!(column, Column::Role(_) | Column::Team(_))
}

/// Whether another column has the same header: of teams with one name all are listed, or their order would not tell
/// which is which. Such columns stand side by side.
fn is_shared(columns: &[(String, Column)], place: usize) -> bool {
    let header = |place: usize| columns.get(place).map(|(header, _)| header);
    let own = header(place);
    own == header(place + 1) || place.checked_sub(1).is_some_and(|before| own == header(before))
}

/// A number as text that a spreadsheet leaves alone: with blanks or dashes in it, it is no number to it. Short codes
/// have no plus sign to lose.
pub(super) fn spreadsheet_proof(number: &SmsNumber) -> String {
    if number.number.is_short_code() {
        return number.number.to_string();
    }
    let printed = number.printed();
    if printed.contains([' ', '-']) {
        return printed;
    }
    let (head, tail) = printed.split_at(printed.len().min(4));
    format!("{head} {tail}")
}

fn guarded(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => escape(text),
        Cow::Owned(text) => Cow::Owned(escape(&text).into_owned()),
    }
}

impl Column {
    /// What stands in it for a user in a file of all users; blank for numbers, which are no part of the user.
    pub fn text_of<'a>(&self, user: &'a User) -> Cow<'a, str> {
        use Column as C;
        let flag = |on: bool| if on { "1" } else { "0" };
        Cow::Borrowed(match self {
            C::Email => &user.email,
            C::AgentId => &user.agent_number,
            C::FirstName => &user.first_name,
            C::LastName => &user.last_name,
            C::Alias => &user.alias,
            C::Status => {
                if user.active {
                    "Active"
                } else {
                    "Inactive"
                }
            }
            C::Location => &user.location,
            C::Concurrency => match user.chat_concurrency.or_else(|| kept_chats(user)) {
                Some(chats) => return Cow::Owned(chats.to_string()),
                None => "",
            },
            C::ConcurrencyStatus => flag(user.chat_concurrency.is_some()),
            C::Kept(header) => user.extra.get(*header).map_or("", String::as_str),
            C::Role(role) => flag(user.roles.contains(role)),
            C::Team(team) => flag(user.teams.contains(team)),
            C::NewEmail | C::Number(_) | C::NewTeam(_) | C::Reason => "",
        })
    }
}
