//! What the dry run says: what becomes of every row, the error log, and the one intent that does it.

use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ids::UserId;
use crate::intent::Intent;
use crate::phone::PhoneNumber;

use super::changes::{Making, Plan, UsersPlan};
use super::check::Check;
use super::column::Column;
use super::log::{BulkError, Code};
use super::row::Draft;
use super::sheet::Sheet;

/// The outcome of a dry run; nothing is written yet (S094).
#[derive(Debug)]
pub struct Report {
    /// What becomes of each row of the file, in its order.
    pub(super) fates: Vec<Fate>,
    /// The error log, by row and column.
    pub errors: Vec<BulkError>,
    /// The file itself.
    pub sheet: Arc<Sheet>,
    /// What each of its columns holds; empty for a file of numbers.
    pub columns: Vec<Column>,
    /// What the change is for.
    pub(super) title: String,
    pub(super) plan: Plan,
    /// What is being made of the plan.
    pub(super) making: Making,
    /// What was made of it.
    pub(super) made: OnceLock<Option<Intent>>,
}

/// What becomes of a row, in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fate {
    /// What happens to its user, or its number in a file of numbers.
    pub outcome: RowOutcome,
    /// Whether some cell of it, or all of it, was not applied (counts as failed, specification 8.4).
    pub failed: bool,
}

/// What becomes of a row, in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowReport {
    /// The line of the file.
    pub line: u32,
    /// The user, as the row names them.
    pub email: String,
    /// The user it speaks of; none for one that the row would have made, had it not been skipped.
    pub user: Option<UserId>,
    /// What happens to the user.
    pub outcome: RowOutcome,
    /// What happens to the number cells that are not blank, by slot.
    pub numbers: Vec<(usize, NumberOutcome)>,
    /// As of its `Fate`.
    pub failed: bool,
}

/// What happens to a row's user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowOutcome {
    /// Made anew.
    Created,
    /// Something of theirs changes.
    Changed,
    /// Everything is so already.
    Unchanged,
    /// All that it would change is ignored.
    Ignored,
    /// The row as a whole is not applied.
    Skipped,
}

/// What happens to a number cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberOutcome {
    /// A free number comes to the user.
    Assigned(PhoneNumber),
    /// A number comes from another agent, who gets none of this user's.
    Moved {
        /// Which.
        number: PhoneNumber,
        /// Whose it was.
        from: UserId,
    },
    /// A number comes from another agent, who gets one of this user's.
    Swapped {
        /// Which.
        number: PhoneNumber,
        /// With whom.
        with: UserId,
    },
    /// A number that the user has already comes to this slot from another.
    Shifted {
        /// Which.
        number: PhoneNumber,
        /// The slot it stood in, from 0.
        from: usize,
    },
    /// The number of the slot becomes free, or goes to another row.
    Cleared(Option<PhoneNumber>),
    /// It stands in this slot already.
    Unchanged(PhoneNumber),
    /// The cell is not applied; its line in the error log says why.
    Ignored(Code),
}

/// How many rows there are of each kind; they add up to the number of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// All rows.
    pub total: usize,
    /// Users made or changed.
    pub affected: usize,
    /// Rows of which everything is so already, without an error.
    pub unchanged: usize,
    /// Rows of which all that would change is ignored.
    pub ignored: usize,
    /// Rows that are skipped.
    pub skipped: usize,
    /// Rows of which something was not applied, ignored and skipped ones included.
    pub failed: usize,
}

impl Counts {
    /// Rows that are applied whole (R93).
    pub fn succeeded(self) -> usize {
        self.total.saturating_sub(self.failed)
    }

    /// Failed rows of which nothing at all is applied.
    pub fn without_effect(self) -> usize {
        self.ignored + self.skipped
    }
}

impl Report {
    /// How many rows there are of each kind.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts {
            total: self.fates.len(),
            ..Counts::default()
        };
        for row in &self.fates {
            match row.outcome {
                RowOutcome::Created | RowOutcome::Changed => counts.affected += 1,
                RowOutcome::Unchanged => counts.unchanged += 1,
                RowOutcome::Ignored => counts.ignored += 1,
                RowOutcome::Skipped => counts.skipped += 1,
            }
            counts.failed += usize::from(row.failed);
        }
        counts
    }

    /// What becomes of each row, in the order of the file.
    pub fn fates(&self) -> &[Fate] {
        &self.fates
    }

    /// What becomes of a row, by its place.
    pub fn row(&self, place: usize) -> Option<RowReport> {
        let fate = self.fates.get(place)?;
        Some(RowReport {
            line: self.sheet.line(place)?,
            email: self.key(place).to_owned(),
            user: self.user(place),
            outcome: fate.outcome,
            numbers: self.numbers(place).collect(),
            failed: fate.failed,
        })
    }

    /// The same of all rows.
    pub fn rows(&self) -> impl Iterator<Item = RowReport> {
        (0..self.fates.len()).filter_map(|place| self.row(place))
    }

    /// What a row speaks of, as it names it: the address of a user, or a number in a file of numbers.
    pub fn key(&self, place: usize) -> &str {
        match &self.plan {
            Plan::Users(plan) => plan.address(place),
            Plan::Numbers(_) => self.sheet.cell(place, 0),
        }
    }

    /// As in `RowReport`.
    pub fn user(&self, place: usize) -> Option<UserId> {
        match &self.plan {
            Plan::Users(plan) => plan.user(place),
            Plan::Numbers(_) => None,
        }
    }

    /// What happens to the number cells of a row that are not blank, by slot.
    pub fn numbers(&self, place: usize) -> impl Iterator<Item = (usize, NumberOutcome)> {
        let plan = match &self.plan {
            Plan::Users(plan) => Some(plan),
            Plan::Numbers(_) => None,
        };
        plan.into_iter().flat_map(move |plan| plan.number_outcomes(place))
    }

    /// The lines of the error log that speak of a line of the file.
    pub fn errors_of(&self, line: u32) -> &[BulkError] {
        let from = self.errors.partition_point(|error| error.line < Some(line));
        let to = self.errors.partition_point(|error| error.line <= Some(line));
        self.errors.get(from..to).unwrap_or_default()
    }
}

impl Check {
    /// Settles all rows and says what becomes of them. Ids of users and teams that the file makes come from `new_id`.
    pub fn finish(mut self, title: &str, mut new_id: impl FnMut() -> Uuid) -> Report {
        self.settle();
        let errors = std::mem::take(&mut self.errors);
        let mut failed = errors
            .iter()
            .filter(|error| !error.code.is_warning())
            .filter_map(|error| error.line)
            .peekable();
        let reader = &self.reader;
        let rows = reader.sheet.rows().zip(&self.drafts);
        let fates = rows.map(|(row, draft)| {
            // Both stand in the order of their lines.
            while failed.next_if(|line| *line < row.line).is_some() {}
            let failed = failed.peek() == Some(&row.line);
            Fate {
                outcome: outcome(draft, failed),
                failed,
            }
        });
        Report {
            fates: fates.collect(),
            errors,
            sheet: Arc::clone(&reader.sheet),
            columns: reader.columns.clone(),
            title: title.to_owned(),
            plan: Plan::Users(Box::new(UsersPlan::new(self, &mut new_id))),
            making: Making::default(),
            made: OnceLock::new(),
        }
    }
}

fn outcome(draft: &Draft, failed: bool) -> RowOutcome {
    let Some(outline) = draft.outline else {
        return RowOutcome::Skipped;
    };
    if draft.present.is_none() {
        return RowOutcome::Created;
    }
    let same = outline.changes() == 0 && draft.new_teams.is_empty() && draft.numbers_after() == draft.held;
    match (same, failed) {
        (true, false) => RowOutcome::Unchanged,
        (true, true) => RowOutcome::Ignored,
        (false, _) => RowOutcome::Changed,
    }
}
