//! Files out: the template, all users, and the rows that need work.

use std::borrow::Cow;

use crate::number::SmsNumber;
use crate::people::User;
use crate::workspace::Workspace;

use super::column::{Column, REASON, template};
use super::report::Report;
use super::row::slots;
use super::sheet::{Form, escape, write_json};

/// The header alone, to be filled in (F7).
pub fn template_file(workspace: &Workspace) -> String {
    let columns = template(workspace);
    write(std::iter::once(
        columns.into_iter().map(|(header, _)| header).collect(),
    ))
}

/// All users as they stand, oldest first; read back, the file changes nothing.
pub fn users_file(workspace: &Workspace) -> String {
    let columns = template(workspace);
    let header = columns.iter().map(|(header, _)| header.clone()).collect();
    let rows = workspace.users().map(|user| {
        let numbers = slots(workspace, user.id);
        let numbers = numbers.map(|number| number.and_then(|number| workspace.number(number)));
        let cell = |column: &Column| match column {
            Column::Number(slot) => {
                let number = numbers.get(*slot).copied().flatten();
                number.map_or_else(String::new, |number| spreadsheet_proof(number))
            }
            column => escape(&text_of(user, column)).into_owned(),
        };
        columns.iter().map(|(_, column)| cell(column)).collect()
    });
    write(std::iter::once(header).chain(rows))
}

/// The same as JSON, for scripts.
pub fn users_json(workspace: &Workspace) -> String {
    let columns = template(workspace);
    let header: Vec<_> = columns.iter().map(|(header, _)| header.clone()).collect();
    let rows = workspace.users().map(|user| {
        let numbers = slots(workspace, user.id);
        let cell = |column: &Column| match column {
            Column::Number(slot) => {
                let number = numbers.get(*slot).copied().flatten();
                number.map_or_else(String::new, |number| number.to_string())
            }
            column => text_of(user, column),
        };
        columns
            .iter()
            .map(|(_, column)| Cow::Owned(cell(column)))
            .collect()
    });
    write_json(&header, rows)
}

/// The rows of a file that the log speaks of, as they were, with the reasons in a column of their own, in the form
/// of the file. Put right, the file is read again; the reasons are passed over then.
pub fn failed_rows_file(report: &Report) -> String {
    let sheet = &*report.sheet;
    let mut header = sheet.header.clone();
    header.retain(|name| name != REASON);
    let width = header.len();
    let reasons_at = sheet.header.iter().position(|name| name == REASON);
    header.push(REASON.to_owned());
    let is_json = sheet.form == Form::Json;
    let rows = sheet.rows().filter_map(|row| {
        let reasons: Vec<_> = (report.errors_of(row.line).iter())
            .filter(|error| !error.code.is_warning())
            .map(|error| format!("{}: {}", error.header, error.message))
            .collect();
        if reasons.is_empty() {
            return None;
        }
        let columns = (0..row.width()).filter(|index| Some(*index) != reasons_at);
        // JSON is not run by a spreadsheet: what kept it from that goes.
        let cell = |column| {
            if is_json {
                row.cell(column)
            } else {
                row.raw(column)
            }
        };
        let mut cells: Vec<_> = columns.map(|column| Cow::Borrowed(cell(column))).collect();
        cells.resize(width.max(cells.len()), Cow::Borrowed(""));
        let reasons = reasons.join("; ");
        cells.push(Cow::Owned(if is_json {
            reasons
        } else {
            escape(&reasons).into_owned()
        }));
        Some(cells)
    });
    if is_json {
        return write_json(&header, rows);
    }
    let rows = rows.map(|cells| cells.into_iter().map(Cow::into_owned).collect());
    write(std::iter::once(header).chain(rows))
}

/// A number as text that a spreadsheet leaves alone: with blanks or dashes in it, it is no number to it.
pub(super) fn spreadsheet_proof(number: &SmsNumber) -> String {
    let printed = number.printed();
    if printed.contains([' ', '-']) {
        return printed;
    }
    let (head, tail) = printed.split_at(printed.len().min(4));
    format!("{head} {tail}")
}

fn text_of(user: &User, column: &Column) -> String {
    use Column as C;
    let flag = |on: bool| u8::from(on).to_string();
    match column {
        C::Email => user.email.clone(),
        C::AgentId => user.agent_number.clone(),
        C::FirstName => user.first_name.clone(),
        C::LastName => user.last_name.clone(),
        C::Alias => user.alias.clone(),
        C::Status => if user.active { "Active" } else { "Inactive" }.to_owned(),
        C::Location => user.location.clone(),
        C::Concurrency => user
            .chat_concurrency
            .map_or_else(String::new, |chats| chats.to_string()),
        C::ConcurrencyStatus => flag(user.chat_concurrency.is_some()),
        C::Kept(header) => user.extra.get(*header).cloned().unwrap_or_default(),
        C::Role(role) => flag(user.roles.contains(role)),
        C::Team(team) => flag(user.teams.contains(team)),
        C::NewEmail | C::Number(_) | C::NewTeam(_) | C::Reason => String::new(),
    }
}

pub(super) fn write(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory cannot fail, and neither can text become anything but text.
    rows.for_each(|row| drop(writer.write_record(row)));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
