//! The numbers themselves as a file, out and in: number, label, whether it is direct.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::intent::Intent;
use crate::number::{Label, SmsNumber};
use crate::phone::PhoneNumber;
use crate::refusal::Refusal;
use crate::workspace::Workspace;

use super::changes::{Making, Plan};
use super::column::{HeaderError, REASON};
use super::export::spreadsheet_proof;
use super::log::{BulkError, Code, other_lines, shortened};
use super::read::{format_message, too_wide};
use super::report::{Fate, Report, RowOutcome};
use super::sheet::{Row, Sheet, Table, escape};

/// The columns of a file of numbers.
const HEADER: [&str; 3] = [NUMBER, "Label", "Direct"];
/// The first of them, by which such a file is known.
pub(super) const NUMBER: &str = "Number";

/// Numbers as they stand; read back, the file changes nothing.
pub fn numbers_file<'a>(numbers: impl IntoIterator<Item = &'a Arc<SmsNumber>>) -> String {
    let mut table = Table::new(',');
    table.push(HEADER);
    for number in numbers {
        table.push([
            Cow::Owned(spreadsheet_proof(number)),
            escape(number.label.as_str()),
            Cow::Borrowed(if number.is_direct() { "1" } else { "0" }),
        ]);
    }
    table.finish()
}

/// A dry run of a file of numbers, in steps; dropping it cancels. Each row is tried on a copy by the same rules as
/// everywhere else, and what they refuse is skipped.
#[derive(Debug)]
pub struct NumbersCheck {
    before: Workspace,
    after: Workspace,
    sheet: Arc<Sheet>,
    columns: [Option<usize>; HEADER.len()],
    /// The lines that name a number, where there are several.
    lines: HashMap<PhoneNumber, Vec<u32>>,
    fates: Vec<Fate>,
    errors: Vec<BulkError>,
    changes: Vec<Intent>,
}

/// Why a row is skipped: the column, and what to do.
type Skip = (usize, Code, String);

impl NumbersCheck {
    /// Whether a file is one of numbers rather than of users.
    pub fn fits(sheet: &Sheet) -> bool {
        sheet.header.first().is_some_and(|first| first == NUMBER)
    }

    /// Begins a dry run on a copy of the workspace.
    ///
    /// # Errors
    /// A header that is not `Number,Label,Direct`: the whole file is refused.
    pub fn new(workspace: Workspace, sheet: impl Into<Arc<Sheet>>) -> Result<Self, BulkError> {
        let sheet = sheet.into();
        let columns = layout(&sheet.header).map_err(BulkError::from)?;
        let mut lines: HashMap<PhoneNumber, Vec<u32>> = HashMap::new();
        for row in sheet.rows() {
            if let Ok(number) = row.cell(0).parse() {
                lines.entry(number).or_default().push(row.line);
            }
        }
        lines.retain(|_, lines| lines.len() > 1);
        Ok(Self {
            after: workspace.clone(),
            before: workspace,
            columns,
            sheet,
            lines,
            fates: Vec::new(),
            errors: Vec::new(),
            changes: Vec::new(),
        })
    }

    /// Tries up to so many rows; true once every row was tried.
    pub fn step(&mut self, rows: usize) -> bool {
        let sheet = Arc::clone(&self.sheet);
        let next = self.fates.len();
        for index in next..next.saturating_add(rows) {
            let Some(row) = sheet.row(index) else {
                break;
            };
            let outcome = self.take(&row).unwrap_or_else(|(column, code, message)| {
                let place = self.columns.get(column).copied().flatten().unwrap_or_default();
                let header = sheet.header.get(place);
                self.errors
                    .push(BulkError::of_cell(&row, place, header, code, message));
                RowOutcome::Skipped
            });
            self.fates.push(Fate {
                outcome,
                failed: outcome == RowOutcome::Skipped,
            });
        }
        self.fates.len() == self.sheet.len()
    }

    /// Rows tried so far, and rows there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.fates.len(), self.sheet.len())
    }

    /// What the file would do.
    pub fn finish(mut self, title: &str) -> Report {
        while !self.step(usize::MAX) {}
        Report {
            fates: self.fates,
            errors: self.errors,
            sheet: self.sheet,
            columns: Vec::new(),
            title: title.to_owned(),
            plan: Plan::Numbers(self.changes),
            making: Making::default(),
            made: OnceLock::new(),
        }
    }

    fn take(&mut self, row: &Row<'_>) -> Result<RowOutcome, Skip> {
        let cell = |column: usize| {
            let place = self.columns.get(column).copied().flatten();
            place.map_or("", |place| row.cell(place))
        };
        if let Some(message) = too_wide(row, self.sheet.header.len()) {
            return Err((0, Code::InvalidValue, message));
        }
        let written = cell(0);
        let number: PhoneNumber = written
            .parse()
            .map_err(|error| (0, Code::NumberFormat, format_message(&error)))?;
        if let Some(lines) = self.lines.get(&number) {
            let others = other_lines(lines.iter().copied(), row.line, lines.len());
            let message = format!("`{number}` stands in {others} too: keep it in one row");
            return Err((0, Code::NumberDuplicateInFile, message));
        }
        let direct = match cell(2) {
            "" => None,
            "1" => Some(true),
            "0" => Some(false),
            _ => return Err((2, Code::InvalidValue, "write 1 for yes or 0 for no".to_owned())),
        };
        let known = self.before.number(number).cloned();
        let label = match (cell(1), &known) {
            ("", Some(_)) => None,
            (text, _) => Some(
                text.parse::<Label>()
                    .map_err(|error| (1, Code::InvalidValue, error.to_string()))?,
            ),
        };
        let changes = match (known, label) {
            (None, Some(label)) => vec![Intent::AddNumber {
                number,
                label,
                direct: direct.unwrap_or_default(),
                entered_as: written.to_owned(),
                facts: None,
            }],
            (None, None) => Vec::new(),
            (Some(known), label) => {
                let label = label.filter(|label| *label != known.label);
                let relabel = label.map(|label| Intent::Relabel { number, label });
                let mark = direct
                    .filter(|direct| *direct != known.is_direct())
                    .map(|direct| {
                        if direct {
                            Intent::MarkDirect { number }
                        } else {
                            Intent::UnmarkDirect { number }
                        }
                    });
                relabel.into_iter().chain(mark).collect()
            }
        };
        // All of a row or none of it.
        let mut after = self.after.clone();
        for change in &changes {
            after
                .apply(change)
                .map_err(|refusal| (0, code_of(&refusal), refusal.to_string()))?;
        }
        self.after = after;
        let outcome = match (changes.is_empty(), self.before.number(number).is_some()) {
            (true, _) => RowOutcome::Unchanged,
            (false, true) => RowOutcome::Changed,
            (false, false) => RowOutcome::Created,
        };
        self.changes.extend(changes);
        Ok(outcome)
    }
}

fn code_of(refusal: &Refusal) -> Code {
    match refusal {
        Refusal::SmsOff => Code::SmsOff,
        _ => Code::InvalidValue,
    }
}

/// Where each column stands; the reasons of failed rows are passed over.
fn layout(header: &[String]) -> Result<[Option<usize>; HEADER.len()], HeaderError> {
    let mut columns = [None; HEADER.len()];
    for (index, name) in header.iter().enumerate() {
        let (place, header) = (index + 1, shortened(name));
        if name == REASON {
            continue;
        }
        let known = HEADER.iter().position(|known| known == name);
        match known.and_then(|known| columns.get_mut(known)) {
            None => return Err(HeaderError::Unknown { place, header }),
            Some(Some(_)) => return Err(HeaderError::Twice { place, header }),
            Some(free) => *free = Some(index),
        }
    }
    let missing = HEADER.iter().zip(columns).find(|(_, place)| place.is_none());
    missing.map_or(Ok(columns), |(header, _)| {
        Err(HeaderError::Missing {
            header: (*header).to_owned(),
        })
    })
}
