//! The error log: one line a cell or row, with what was wrong and what to do (specification 8.3).

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::column::HeaderError;
use super::sheet::{Row, SheetError, Table, escape, escape_number};

/// One line of the error log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkError {
    /// The line of the file, the header being 1; none for the file as a whole.
    pub line: Option<u32>,
    /// The column, the first being 1; none for the row as a whole.
    pub column: Option<u32>,
    /// The column's header.
    pub header: String,
    /// The cell as it stands, cut short when very long.
    pub value: String,
    /// What sort of error.
    pub code: Code,
    /// What to do about it.
    pub message: String,
}

impl BulkError {
    /// What is wrong with a cell, by its place in the row, from 0.
    pub(super) fn of_cell(
        row: &Row<'_>,
        place: usize,
        header: Option<&String>,
        code: Code,
        message: String,
    ) -> Self {
        Self {
            line: Some(row.line),
            column: u32::try_from(place + 1).ok(),
            header: header.cloned().unwrap_or_default(),
            value: shortened(row.raw(place)),
            code,
            message,
        }
    }
}

impl From<SheetError> for BulkError {
    fn from(error: SheetError) -> Self {
        let (line, code) = match error {
            SheetError::Misfit { row, .. } => (Some(row), Code::HeaderMismatch),
            _ => (None, Code::NotCsv),
        };
        Self {
            line,
            column: None,
            header: String::new(),
            value: String::new(),
            code,
            message: error.to_string(),
        }
    }
}

impl From<HeaderError> for BulkError {
    fn from(error: HeaderError) -> Self {
        Self {
            line: Some(1),
            column: error.place().and_then(|place| u32::try_from(place).ok()),
            header: error.header().to_owned(),
            value: String::new(),
            code: Code::HeaderMismatch,
            message: error.to_string(),
        }
    }
}

/// What sort of error (specification 8.3; those after `no_personal_queue` are this app's own).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "`name` gives each its name in the specification")]
pub enum Code {
    HeaderMismatch,
    NotCsv,
    InvalidEmail,
    UnknownUserIncomplete,
    ForbiddenColumn,
    NumberFormat,
    NumberNotValidated,
    NumberDuplicateInRow,
    NumberDuplicateInFile,
    NumberAssignedElsewhere,
    NotAnAgent,
    NoPersonalQueue,
    /// A cell that its column does not allow, such as `2` for a role; the row is skipped.
    InvalidValue,
    /// SMS is off (R3); the cell is ignored.
    SmsOff,
    /// Two rows for one user: there is no safe winner, so both are skipped.
    UserDuplicateInFile,
    /// **New email** belongs to somebody else after the file; the row is skipped.
    EmailTaken,
    /// The Agent role is taken away while numbers stay (A31); the cell is ignored.
    AgentHasNumbers,
}

impl Code {
    /// The code as it stands in the log.
    pub fn name(self) -> &'static str {
        match self {
            Self::HeaderMismatch => "header_mismatch",
            Self::NotCsv => "not_csv",
            Self::InvalidEmail => "invalid_email",
            Self::UnknownUserIncomplete => "unknown_user_incomplete",
            Self::ForbiddenColumn => "forbidden_column",
            Self::NumberFormat => "number_format",
            Self::NumberNotValidated => "number_not_validated",
            Self::NumberDuplicateInRow => "number_duplicate_in_row",
            Self::NumberDuplicateInFile => "number_duplicate_in_file",
            Self::NumberAssignedElsewhere => "number_assigned_elsewhere",
            Self::NotAnAgent => "not_an_agent",
            Self::NoPersonalQueue => "no_personal_queue",
            Self::InvalidValue => "invalid_value",
            Self::SmsOff => "sms_off",
            Self::UserDuplicateInFile => "user_duplicate_in_file",
            Self::EmailTaken => "email_taken",
            Self::AgentHasNumbers => "agent_has_numbers",
        }
    }

    /// Whether what it speaks of is applied all the same.
    pub fn is_warning(self) -> bool {
        matches!(self, Self::NoPersonalQueue)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The lines of rows but for one of them: `row 5`, `rows 5 and 9`, `rows 5, 9 and 3 more`. Two are looked for and the
/// rest of the `total` is counted: a file may have the same cell in all its rows.
pub(super) fn other_lines(lines: impl Iterator<Item = u32>, but: u32, total: usize) -> String {
    let mut others = lines.filter(|line| *line != but);
    match (others.next(), others.next(), total.saturating_sub(3)) {
        (None, ..) => String::new(),
        (Some(one), None, _) => format!("row {one}"),
        (Some(one), Some(two), 0) => format!("rows {one} and {two}"),
        (Some(one), Some(two), more) => format!("rows {one}, {two} and {more} more"),
    }
}

/// A text as it is quoted in the log.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 200;
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
    }
}

/// The log as a CSV file, in the order given.
pub fn error_log(errors: &[BulkError]) -> String {
    let mut table = Table::new(',');
    table.push([
        "row",
        "column",
        "header",
        "value",
        "error_type",
        "code",
        "message",
    ]);
    let number = |value: Option<u32>| value.map_or_else(String::new, |value| value.to_string());
    for error in errors {
        table.push([
            Cow::Owned(number(error.line)),
            Cow::Owned(number(error.column)),
            escape(&error.header),
            escape_number(&error.value),
            Cow::Borrowed(if error.code.is_warning() {
                "warning"
            } else {
                "error"
            }),
            Cow::Borrowed(error.code.name()),
            escape(&error.message),
        ]);
    }
    table.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r93_the_log_has_a_line_an_error_with_row_and_column() {
        let error = |line, column, value: &str, code| BulkError {
            line,
            column,
            header: "Direct Inbound Number: 1".to_owned(),
            value: value.to_owned(),
            code,
            message: "say, \"what\" to do".to_owned(),
        };
        let log = error_log(&[
            error(Some(5), Some(17), "=1+1", Code::NumberFormat),
            error(Some(6), Some(17), "+14155550100", Code::NoPersonalQueue),
            error(None, None, "", Code::HeaderMismatch),
        ]);
        assert_eq!(
            log,
            "row,column,header,value,error_type,code,message\n\
             5,17,Direct Inbound Number: 1,'=1+1,error,number_format,\"say, \"\"what\"\" to do\"\n\
             6,17,Direct Inbound Number: 1,+14155550100,warning,no_personal_queue,\"say, \"\"what\"\" to do\"\n\
             ,,Direct Inbound Number: 1,,error,header_mismatch,\"say, \"\"what\"\" to do\"\n"
        );
    }
}
