//! What becomes of a row, in a line of the table.

use domain::Workspace;
use domain::bulk::{NumberOutcome, Report, RowOutcome, RowReport};
use leptos::prelude::*;

use super::rows::{NUMBERS, kind};
use super::run::{Checked, Kind};
use crate::ui::{Tag, TagKind};
use crate::words;

/// How many numbers stand in a line; the others are counted.
const IN_A_LINE: usize = 2;

/// The user by name, or as the row names one whom nobody knows yet.
pub(super) fn name(workspace: &Workspace, row: &RowReport) -> String {
    let known = row.user.and_then(|id| workspace.user(id));
    known.map_or_else(|| row.email.clone(), |user| user.name())
}

/// The numbers of a row, each with what becomes of it.
pub(super) fn numbers(workspace: &Workspace, report: &Report, row: &RowReport) -> AnyView {
    if row.numbers.is_empty() {
        return view! { <span class="faint">"–"</span> }.into_any();
    }
    let mut ordered: Vec<_> = row.numbers.iter().collect();
    // What is as it was comes last, where it may be left out of the line.
    ordered.sort_by_key(|(slot, outcome)| (kind(outcome).is_empty(), *slot));
    let more = ordered.len().saturating_sub(IN_A_LINE);
    let shown = ordered.into_iter().take(IN_A_LINE);
    view! {
        {shown.map(|(slot, outcome)| number(workspace, report, row, *slot, outcome)).collect_view()}
        {(more > 0).then(|| view! { <span class="muted">{format!("+{more}")}</span> })}
    }
    .into_any()
}

/// One number with its tag.
pub(super) fn number(
    workspace: &Workspace,
    report: &Report,
    row: &RowReport,
    slot: usize,
    outcome: &NumberOutcome,
) -> AnyView {
    let printed = |number| {
        workspace
            .number(number)
            .map_or_else(|| number.to_string(), |record| record.printed())
    };
    let (text, class, look) = match outcome {
        NumberOutcome::Assigned(number)
        | NumberOutcome::Moved { number, .. }
        | NumberOutcome::Swapped { number, .. } => (printed(*number), "number accent-text", TagKind::Draft),
        NumberOutcome::Cleared(Some(number)) => (printed(*number), "number was", TagKind::Draft),
        NumberOutcome::Cleared(None) => ("–".to_owned(), "faint", TagKind::Plain),
        NumberOutcome::Unchanged(number) => (printed(*number), "number muted", TagKind::Plain),
        NumberOutcome::Ignored(_) => (written(report, row, slot), "number danger-text", TagKind::Danger),
    };
    let key = kind(outcome);
    let word = NUMBERS.iter().find(|(known, _)| *known == key);
    let tag = word.map(|(_, word)| view! { <Tag kind=look word=*word /> });
    view! { <span class="outcome-number"><span class=class>{text}</span>{tag}</span> }.into_any()
}

/// A number cell as it stands in the file.
fn written(report: &Report, row: &RowReport, slot: usize) -> String {
    let header = format!("Direct Inbound Number: {}", slot + 1);
    let mut errors = report.errors_of(row.line).iter();
    errors
        .find(|error| error.header == header)
        .map_or_else(String::new, |error| error.value.clone())
}

/// The label in a file of numbers.
pub(super) fn label(report: &Report, index: usize) -> String {
    let place = report.sheet.header.iter().position(|header| header == "Label");
    let row = report.sheet.row(index);
    row.zip(place)
        .map_or_else(String::new, |(row, place)| row.cell(place).to_owned())
}

/// What becomes of the row as a whole: the look of its mark, and the words.
pub(super) fn outcome(checked: &Checked, row: &RowReport) -> (&'static str, String) {
    let report = &checked.report;
    let created = match checked.kind {
        Kind::Users => "New user",
        Kind::Numbers => "New number",
    };
    let errors = report.errors_of(row.line).iter();
    let ignored = errors.filter(|error| !error.code.is_warning()).count();
    let ignored = words::count(ignored, "cell ignored", "cells ignored");
    match (row.outcome, row.failed) {
        (RowOutcome::Skipped, _) => ("state failed", "Row skipped".to_owned()),
        (RowOutcome::Created, false) => ("state", created.to_owned()),
        (RowOutcome::Changed, false) => ("state", "Will change".to_owned()),
        (RowOutcome::Unchanged, false) => ("state none muted", "No change".to_owned()),
        (RowOutcome::Created, true) => ("state failed", format!("{created}, {ignored}")),
        (RowOutcome::Changed, true) => ("state failed", format!("Will change, {ignored}")),
        (RowOutcome::Unchanged, true) => (
            "state failed",
            words::sentence(&ignored).trim_end_matches('.').to_owned(),
        ),
    }
}
