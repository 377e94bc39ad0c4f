//! What becomes of a row, in a line of the table.

use domain::Workspace;
use domain::bulk::{NumberOutcome, RowOutcome, RowReport};
use engine::{Kind, RowLine};
use leptos::prelude::*;

use super::rows::word;
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
pub(super) fn numbers(workspace: &Workspace, line: &RowLine) -> AnyView {
    let row = &line.report;
    if row.numbers.is_empty() {
        return view! { <span class="faint">"–"</span> }.into_any();
    }
    let mut ordered: Vec<_> = row.numbers.iter().collect();
    // What is as it was comes last, where it may be left out of the line.
    ordered.sort_by_key(|(slot, outcome)| (word(outcome).is_none(), *slot));
    let more = ordered.len().saturating_sub(IN_A_LINE);
    let shown = ordered.into_iter().take(IN_A_LINE);
    view! {
        {shown.map(|(slot, outcome)| number(workspace, line, *slot, outcome)).collect_view()}
        {(more > 0).then(|| view! { <span class="muted">{format!("+{more}")}</span> })}
    }
    .into_any()
}

/// One number with its tag.
fn number(workspace: &Workspace, line: &RowLine, slot: usize, outcome: &NumberOutcome) -> AnyView {
    let printed = |number| {
        workspace
            .number(number)
            .map_or_else(|| number.to_string(), |record| record.printed())
    };
    let (text, class, look) = match outcome {
        NumberOutcome::Assigned(number)
        | NumberOutcome::Moved { number, .. }
        | NumberOutcome::Swapped { number, .. }
        | NumberOutcome::Shifted { number, .. } => (printed(*number), "number accent-text", TagKind::Draft),
        NumberOutcome::Cleared(Some(number)) => (printed(*number), "number was", TagKind::Draft),
        NumberOutcome::Cleared(None) => ("–".to_owned(), "faint", TagKind::Plain),
        NumberOutcome::Unchanged(number) => (printed(*number), "number muted", TagKind::Plain),
        NumberOutcome::Ignored(_) => (written(line, slot), "number danger-text", TagKind::Danger),
    };
    let tag = word(outcome).map(|word| view! { <Tag kind=look word /> });
    view! { <span class="outcome-number"><span class=class>{text}</span>{tag}</span> }.into_any()
}

/// A number cell as it stands in the file.
fn written(line: &RowLine, slot: usize) -> String {
    let mut written = line.written.iter();
    written
        .find(|(of, _)| *of == slot)
        .map_or_else(String::new, |(_, text)| text.clone())
}

/// What becomes of the row as a whole: the look of its mark, and the words.
pub(super) fn outcome(kind: Kind, line: &RowLine) -> (&'static str, String) {
    let row = &line.report;
    let created = match kind {
        Kind::Users => "New user",
        Kind::Numbers => "New number",
    };
    let ignored = words::count(line.ignored, "cell ignored", "cells ignored");
    match (row.outcome, row.failed) {
        (RowOutcome::Skipped, _) => ("state failed", "Row skipped".to_owned()),
        (RowOutcome::Ignored, _) => (
            "state failed",
            words::sentence(&ignored).trim_end_matches('.').to_owned(),
        ),
        (RowOutcome::Created, false) => ("state", created.to_owned()),
        (RowOutcome::Changed, false) => ("state", "Will change".to_owned()),
        (RowOutcome::Unchanged, _) => ("state none muted", "No change".to_owned()),
        (RowOutcome::Created, true) => ("state failed", format!("{created}, {ignored}")),
        (RowOutcome::Changed, true) => ("state failed", format!("Will change, {ignored}")),
    }
}
