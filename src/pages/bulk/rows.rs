//! Which rows of the file are listed, as the address says.

use domain::bulk::{Code, NumberOutcome, Report, RowOutcome, RowReport};

/// What is shown: the key in the address, and its name.
pub(super) const SHOWN: [(&str, &str); 6] = [
    ("", "All"),
    ("changes", "Will change"),
    ("same", "No change"),
    ("skipped", "Skipped"),
    ("errors", "Errors"),
    ("warnings", "Warnings"),
];

/// What becomes of a number: the key in the address, and the word beside the number.
pub(super) const NUMBERS: [(&str, &str); 5] = [
    ("assigned", "Assigned"),
    ("moved", "Moved"),
    ("swapped", "Swapped"),
    ("cleared", "Cleared"),
    ("ignored", "Ignored"),
];

/// The places of the rows to list: of a kind, with a number of which this becomes, and with these words in the address
/// or the name that `name` gives.
pub(super) fn rows(
    report: &Report,
    show: &str,
    number: &str,
    search: &str,
    name: impl Fn(&RowReport) -> String,
) -> Vec<usize> {
    let search = search.trim().to_lowercase();
    let fits = |row: &RowReport| {
        search.is_empty()
            || row.email.to_lowercase().contains(&search)
            || name(row).to_lowercase().contains(&search)
    };
    let rows = report.rows.iter().enumerate();
    rows.filter(|(_, row)| is_shown(report, row, show) && has_number(row, number) && fits(row))
        .map(|(index, _)| index)
        .collect()
}

/// How many rows each key of `SHOWN` and of `NUMBERS` shows by itself.
pub(super) fn counted(report: &Report, key: &str) -> usize {
    let rows = report.rows.iter();
    rows.filter(|row| is_shown(report, row, key)).count()
}

/// How many rows have a number of which this becomes.
pub(super) fn counted_numbers(report: &Report, key: &str) -> usize {
    report.rows.iter().filter(|row| has_number(row, key)).count()
}

fn is_shown(report: &Report, row: &RowReport, show: &str) -> bool {
    match show {
        "changes" => matches!(row.outcome, RowOutcome::Created | RowOutcome::Changed),
        "same" => row.outcome == RowOutcome::Unchanged,
        "skipped" => row.outcome == RowOutcome::Skipped,
        "errors" => row.failed,
        "warnings" => {
            let mut errors = report.errors_of(row.line).iter();
            errors.any(|error| error.code.is_warning())
        }
        _ => true,
    }
}

fn has_number(row: &RowReport, key: &str) -> bool {
    let known = NUMBERS.iter().any(|(known, _)| *known == key);
    let mut kinds = row.numbers.iter().map(|(_, outcome)| kind(outcome));
    !known || kinds.any(|kind| kind == key)
}

/// The key of `NUMBERS` for what becomes of a number; an empty one where nothing does.
pub(super) fn kind(outcome: &NumberOutcome) -> &'static str {
    match outcome {
        NumberOutcome::Assigned(_) => "assigned",
        NumberOutcome::Moved { .. } => "moved",
        NumberOutcome::Swapped { .. } => "swapped",
        NumberOutcome::Cleared(Some(_)) => "cleared",
        NumberOutcome::Cleared(None) | NumberOutcome::Unchanged(_) => "",
        NumberOutcome::Ignored(_) => "ignored",
    }
}

/// The first line of the log that speaks of a row: an error before a warning.
pub(super) fn reason(report: &Report, row: &RowReport) -> Option<(Code, String)> {
    let errors = report.errors_of(row.line);
    let first = errors
        .iter()
        .find(|error| !error.code.is_warning())
        .or(errors.first())?;
    Some((first.code, first.message.clone()))
}
