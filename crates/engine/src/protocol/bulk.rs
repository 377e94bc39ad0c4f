//! What can be asked of a bulk file, and what is answered.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::Intent;
use domain::bulk::{BulkError, Code, Counts, Form, Job, NumberOutcome, Property, RowReport};
use domain::impact::Totals;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{List, Page};

/// A question about the file at hand, or for a file of what is published.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileQuestion {
    /// Files may come: what they are held against is got ready.
    Prepare,
    /// What would the file do that has come? It is the one at hand from now on.
    Try {
        /// The upload.
        job: Box<Job>,
        /// Whence the ids of what the file makes come.
        seed: Uuid,
        /// What the uploader may not edit (R95).
        forbidden: BTreeSet<Property>,
    },
    /// What would the file at hand do to another configuration?
    TryAgain {
        /// The upload.
        job: Box<Job>,
        /// Whence the ids of what the file makes come.
        seed: Uuid,
        /// What the uploader may not edit (R95).
        forbidden: BTreeSet<Property>,
    },
    /// Which rows fit?
    Rows {
        /// To what.
        filter: Filter,
        /// Which of them.
        page: Page,
    },
    /// What is in a row, by its place among all?
    Row(usize),
    /// What does the file change in routing?
    Impact {
        /// From this moment on.
        from: DateTime<Utc>,
        /// For so many months.
        months: u32,
    },
    /// The changes of the file, in their order.
    Changes(Page),
    /// The text of something to download.
    Text(Text),
    /// Nothing more is asked about the file at hand.
    Forget,
}

/// What can be downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Text {
    /// The error log of the file at hand.
    ErrorLog,
    /// Its rows that need work.
    FailedRows,
    /// The header of a file of users.
    Template,
    /// All users, as CSV.
    Users,
    /// All users, as JSON.
    UsersJson,
    /// All numbers.
    Numbers,
}

/// What a file lists; its header tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Users.
    Users,
    /// Numbers.
    Numbers,
}

/// Which rows are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// By what becomes of the row.
    pub show: Show,
    /// By what becomes of one of its numbers.
    pub numbers: Option<NumberSort>,
    /// By words in its address or its name.
    pub search: String,
}

/// Rows by what becomes of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    /// Whatever it is.
    #[default]
    All,
    /// Something is made or changed.
    Changes,
    /// Everything is so already.
    Same,
    /// Nothing of the row is applied.
    Skipped,
    /// Something of it is not applied.
    Errors,
    /// There is a warning.
    Warnings,
}

impl Show {
    /// All, in the order of the enum.
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::Changes,
        Self::Same,
        Self::Skipped,
        Self::Errors,
        Self::Warnings,
    ];
}

/// Number cells by what becomes of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "`NumberOutcome` says what each is")]
pub enum NumberSort {
    Assigned,
    Moved,
    Swapped,
    Shifted,
    Cleared,
    Ignored,
}

impl NumberSort {
    /// All, in the order of the enum.
    pub const ALL: [Self; 6] = [
        Self::Assigned,
        Self::Moved,
        Self::Swapped,
        Self::Shifted,
        Self::Cleared,
        Self::Ignored,
    ];

    /// The sort of an outcome; none where nothing becomes of the number.
    pub fn of(outcome: &NumberOutcome) -> Option<Self> {
        match outcome {
            NumberOutcome::Assigned(_) => Some(Self::Assigned),
            NumberOutcome::Moved { .. } => Some(Self::Moved),
            NumberOutcome::Swapped { .. } => Some(Self::Swapped),
            NumberOutcome::Shifted { .. } => Some(Self::Shifted),
            NumberOutcome::Cleared(Some(_)) => Some(Self::Cleared),
            NumberOutcome::Cleared(None) | NumberOutcome::Unchanged(_) => None,
            NumberOutcome::Ignored(_) => Some(Self::Ignored),
        }
    }
}

/// An answer about the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileAnswer {
    /// It was tried out.
    Tried(Box<Trial>),
    /// It is no such file.
    Refused {
        /// The upload, with that noted.
        job: Box<Job>,
        /// Why.
        error: Box<BulkError>,
    },
    /// Rows.
    Rows(List<RowLine>),
    /// One row.
    Row(Box<RowDetails>),
    /// What routing changes.
    Impact {
        /// In figures; the numbers that are never answered are not named.
        totals: Box<Totals>,
        /// How many those are.
        never_answered: usize,
    },
    /// The file's changes do not fit, for this reason: nobody can say what routing would change.
    Unfit(String),
    /// Changes.
    Changes(List<Intent>),
    /// A text.
    Text(String),
}

/// What is said of a file as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    /// The upload, with its figures.
    pub job: Job,
    /// What it lists.
    pub kind: Kind,
    /// How it is written.
    pub form: Form,
    /// Rows of each kind.
    pub counts: Counts,
    /// Rows that make somebody, or a number.
    pub created: usize,
    /// Teams it makes.
    pub new_teams: usize,
    /// The first few of them, by name.
    pub team_names: Vec<String>,
    /// Lines of the error log.
    pub errors: usize,
    /// Rows under each key, in the order of [`Show::ALL`].
    pub shown: [usize; 6],
    /// Rows with such a number, in the order of [`NumberSort::ALL`].
    pub numbers: [usize; 6],
    /// How many changes it comes to.
    pub changes: usize,
}

/// A row as the table has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowLine {
    /// Its place among all rows.
    pub place: usize,
    /// What becomes of it.
    pub report: RowReport,
    /// How many of its cells are ignored.
    pub ignored: usize,
    /// The first line of the log that speaks of it, an error before a warning.
    pub reason: Option<(Code, String)>,
    /// The numbers that are ignored as they stand in the file, by slot.
    pub written: Vec<(usize, String)>,
    /// The label, in a file of numbers.
    pub label: String,
}

/// All of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowDetails {
    /// As the table has it.
    pub line: RowLine,
    /// Its cells that are not blank.
    pub cells: Vec<CellLine>,
    /// What it changes, and what goes along with that, in words.
    pub changes: Vec<String>,
    /// What the admin should know of it; nothing is refused for that.
    pub warnings: Vec<String>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellLine {
    /// Its column.
    pub header: String,
    /// As it stands, as far as a person reads it.
    pub text: String,
    /// What the log says of it.
    pub said: Option<(Code, String)>,
    /// What stood there and what will; none where that is the same, and for numbers.
    pub change: Option<(String, String)>,
    /// The slot, of a number cell.
    pub slot: Option<usize>,
}
