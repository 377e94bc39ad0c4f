//! The error log: one line a cell or row, with what was wrong and what to do (specification 8.3).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::column::HeaderError;
use super::sheet::{SheetError, escape};

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
            header: String::new(),
            value: String::new(),
            code: Code::HeaderMismatch,
            message: error.to_string(),
        }
    }
}

/// What sort of error (specification 8.3; the last four are this app's own).
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

/// The log as a CSV file, in the order given.
pub fn error_log(errors: &[BulkError]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let number = |value: Option<u32>| value.map_or_else(String::new, |value| value.to_string());
    let header = [
        "row",
        "column",
        "header",
        "value",
        "error_type",
        "code",
        "message",
    ];
    let lines = errors.iter().map(|error| {
        [
            number(error.line),
            number(error.column),
            escape(&error.header).into_owned(),
            escape(&error.value).into_owned(),
            if error.code.is_warning() {
                "warning"
            } else {
                "error"
            }
            .to_owned(),
            error.code.name().to_owned(),
            escape(&error.message).into_owned(),
        ]
    });
    // Writing into memory cannot fail, and neither can text become anything but text.
    let _ = writer.write_record(header);
    for line in lines {
        let _ = writer.write_record(line);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
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
