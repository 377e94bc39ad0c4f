//! What the dry run says: what becomes of every row, the error log, and the one intent that does it.

use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ids::UserId;
use crate::intent::Intent;
use crate::phone::PhoneNumber;

use super::changes::{Plan, UsersPlan};
use super::check::Check;
use super::column::Column;
use super::known::Holder;
use super::log::{BulkError, Code};
use super::row::{Draft, Want};
use super::sheet::Sheet;

/// The outcome of a dry run; nothing is written yet (S094).
#[derive(Debug)]
pub struct Report {
    /// One a row of the file, in its order.
    pub rows: Vec<RowReport>,
    /// The error log, by row and column.
    pub errors: Vec<BulkError>,
    /// The file itself.
    pub sheet: Arc<Sheet>,
    /// What each of its columns holds; empty for a file of numbers.
    pub columns: Vec<Column>,
    /// What the change is for.
    pub(super) title: String,
    pub(super) plan: Plan,
    /// What was made of the plan.
    pub(super) made: OnceLock<Option<Intent>>,
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
        let errors = std::mem::take(&mut self.errors);
        let mut failed = errors
            .iter()
            .filter(|error| !error.code.is_warning())
            .filter_map(|error| error.line)
            .peekable();
        let rows_of_people = self.rows_of_people();
        let reader = &self.reader;
        let rows = reader.sheet.rows().zip(&self.drafts);
        let rows = rows.map(|(row, draft)| {
            // Both stand in the order of their lines.
            while failed.next_if(|line| *line < row.line).is_some() {}
            let failed = failed.peek() == Some(&row.line);
            RowReport {
                line: row.line,
                email: reader.address(&row).to_owned(),
                outcome: outcome(draft, failed),
                numbers: self.number_outcomes(draft, &rows_of_people),
                user: None,
                failed,
            }
        });
        let mut rows: Vec<_> = rows.collect();
        let (sheet, columns) = (Arc::clone(&reader.sheet), reader.columns.clone());
        let plan = UsersPlan::new(self, &mut new_id);
        for (place, row) in rows.iter_mut().enumerate() {
            row.user = plan.user(place);
        }
        Report {
            rows,
            errors,
            sheet,
            columns,
            title: title.to_owned(),
            plan: Plan::Users(Box::new(plan)),
            made: OnceLock::new(),
        }
    }

    fn number_outcomes(
        &self,
        draft: &Draft,
        rows_of_people: &[Option<usize>],
    ) -> Vec<(usize, NumberOutcome)> {
        if draft.outline.is_none() {
            return Vec::new();
        }
        let from = |holder| match holder {
            Holder::Person(person) if draft.present != Some(person) => Some(person),
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
                    Want::Number(number, _) if held == Some(number) => NumberOutcome::Unchanged(number),
                    Want::Number(number, holder) => match (draft.slot_of(number), from(holder)) {
                        (Some(from), _) => NumberOutcome::Shifted { number, from },
                        (None, None) => NumberOutcome::Assigned(number),
                        (None, Some(person)) => {
                            let other = self.reader.known.person(person)?.user.id;
                            let row = rows_of_people.get(person).copied().flatten();
                            let gets = row.and_then(|row| self.drafts.get(row)).map(Draft::numbers_after);
                            let mut mine = draft.held.iter().flatten();
                            if mine.any(|number| gets.is_some_and(|gets| gets.contains(&Some(*number)))) {
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
