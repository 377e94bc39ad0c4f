//! What the dry run says: what becomes of every row, the error log, and the one intent that does it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ids::UserId;
use crate::intent::Intent;
use crate::number::Owner;
use crate::phone::PhoneNumber;

use super::check::Check;
use super::column::Column;
use super::log::{BulkError, Code};
use super::row::{Draft, Want};
use super::sheet::Sheet;

/// The outcome of a dry run; nothing is written yet (S094).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// One a row of the file, in its order.
    pub rows: Vec<RowReport>,
    /// The error log, by row and column.
    pub errors: Vec<BulkError>,
    /// What **Proceed** adds to the draft; none when the file changes nothing (S092).
    pub intent: Option<Intent>,
    /// The file itself.
    pub sheet: Arc<Sheet>,
    /// What each of its columns holds; empty for a file of numbers.
    pub columns: Vec<Column>,
}

/// What becomes of a row.
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
    /// Whether some cell of it, or all of it, was not applied (counts as failed, specification 8.4).
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
            total: self.rows.len(),
            ..Counts::default()
        };
        for row in &self.rows {
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
        let failed: HashSet<u32> = self
            .errors
            .iter()
            .filter(|error| !error.code.is_warning())
            .filter_map(|error| error.line)
            .collect();
        let owners = self.owners_after();
        let email_at = self.columns.iter().position(|column| *column == Column::Email);
        let rows = self.sheet.rows().zip(&self.drafts);
        let rows = rows.map(|(row, draft)| RowReport {
            line: row.line,
            email: email_at.map_or("", |column| row.cell(column)).to_owned(),
            outcome: self.outcome(draft, failed.contains(&row.line)),
            numbers: self.number_outcomes(draft, &owners),
            user: None,
            failed: failed.contains(&row.line),
        });
        let mut rows: Vec<_> = rows.collect();
        let (changes, users) = self.changes(&mut new_id);
        for (row, user) in rows.iter_mut().zip(users) {
            row.user = user;
        }
        let intent = (!changes.is_empty()).then(|| Intent::Bulk {
            title: title.to_owned(),
            changes: changes.into(),
        });
        Report {
            rows,
            errors: self.errors,
            intent,
            sheet: self.sheet,
            columns: self.columns,
        }
    }

    fn outcome(&self, draft: &Draft, failed: bool) -> RowOutcome {
        let Some(user) = &draft.user else {
            return RowOutcome::Skipped;
        };
        let Some(before) = draft.present.and_then(|id| self.workspace.user(id)) else {
            return RowOutcome::Created;
        };
        let same = before == user && draft.new_teams.is_empty() && draft.numbers_after() == draft.held;
        match (same, failed) {
            (true, false) => RowOutcome::Unchanged,
            (true, true) => RowOutcome::Ignored,
            (false, _) => RowOutcome::Changed,
        }
    }

    /// Which user has each number of the file afterwards; users made by the file have no id yet.
    fn owners_after(&self) -> HashMap<PhoneNumber, UserId> {
        let drafts = self.drafts.iter();
        let pairs = drafts.filter_map(|draft| draft.present.map(|user| (user, draft.numbers_after())));
        pairs
            .flat_map(|(user, numbers)| numbers.into_iter().flatten().map(move |number| (number, user)))
            .collect()
    }

    fn number_outcomes(
        &self,
        draft: &Draft,
        owners: &HashMap<PhoneNumber, UserId>,
    ) -> Vec<(usize, NumberOutcome)> {
        if draft.user.is_none() {
            return Vec::new();
        }
        let from = |number| match self.workspace.number(number)?.owner()? {
            Owner::Agent(id) if draft.present != Some(id) => Some(id),
            _ => None,
        };
        let cells = draft.wants.iter().zip(draft.held).enumerate();
        cells
            .filter_map(|(slot, (want, held))| {
                let outcome = match *want {
                    Want::Keep => return None,
                    Want::Ignored(code) => NumberOutcome::Ignored(code),
                    // It may have another slot now.
                    Want::Clear => NumberOutcome::Cleared(held.filter(|number| !draft.still_holds(*number))),
                    Want::Number(number) if held == Some(number) => NumberOutcome::Unchanged(number),
                    Want::Number(number) => match (draft.slot_of(number), from(number)) {
                        (Some(from), _) => NumberOutcome::Shifted { number, from },
                        (None, None) => NumberOutcome::Assigned(number),
                        (None, Some(other)) => {
                            let mut mine = draft.held.iter().flatten();
                            if mine.any(|number| owners.get(number) == Some(&other)) {
                                NumberOutcome::Swapped { number, with: other }
                            } else {
                                NumberOutcome::Moved { number, from: other }
                            }
                        }
                    },
                };
                Some((slot, outcome))
            })
            .collect()
    }
}
