//! One row in full: each cell that is filled in with what becomes of it, and every change it makes.

use std::sync::Arc;

use domain::Workspace;
use domain::bulk::{NumberOutcome, RowReport};
use domain::ids::UserId;
use engine::{CellLine, FileAnswer, FileQuestion, RowDetails};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::cells::{name, outcome};
use super::run::{Checked, Upload};
use crate::ui::{Button, Dialog, DialogBody, DialogFoot, DialogSize};
use crate::words;

/// The dialog, as soon as the row is there.
#[component]
pub(super) fn Details(
    upload: Upload,
    checked: Arc<Checked>,
    place: usize,
    on_close: Callback<()>,
) -> impl IntoView {
    let details = RwSignal::new(None::<Arc<RowDetails>>);
    spawn_local(async move {
        if let Some(FileAnswer::Row(found)) = upload.ask(FileQuestion::Row(place)).await {
            details.try_set(Some(Arc::from(found)));
        }
    });
    move || details.get().map(|details| dialog(&checked, &details, on_close))
}

fn dialog(checked: &Checked, details: &RowDetails, on_close: Callback<()>) -> AnyView {
    let before = &checked.before;
    let row = &details.line.report;
    let title = format!("Row {}: {}", words::digits(row.line as usize), name(before, row));
    let (mark, word) = outcome(checked.trial.kind, &details.line);
    let cells: Vec<_> = details
        .cells
        .iter()
        .map(|cell| cell_row(before, row, cell))
        .collect();
    let changes = (!details.changes.is_empty()).then(|| {
        let items: Vec<_> = details.changes.iter().map(|text| words::sentence(text)).collect();
        let items: Vec<_> = items.into_iter().map(|text| view! { <li>{text}</li> }).collect();
        view! {
            <h3>"What changes"</h3>
            <ul class="rules">{items}</ul>
        }
    });
    let warnings = details.warnings.iter().map(|text| words::sentence(text));
    let warnings: Vec<_> = warnings
        .map(|text| view! { <p class="warn-text">{text}</p> })
        .collect();
    view! {
        <Dialog title on_close size=DialogSize::Wide>
            <DialogBody>
                <p><span class=mark>{word}</span></p>
                {changes}
                {warnings}
                <div class="table-frame boxed scroll" tabindex="0" role="region" aria-label="Cells of the row">
                    <table class="table plain">
                        <caption class="visually-hidden">"Cells that are filled in"</caption>
                        <thead>
                            <tr>
                                <th scope="col">"Column"</th>
                                <th scope="col">"In the file"</th>
                                <th scope="col">"What becomes of it"</th>
                            </tr>
                        </thead>
                        <tbody>{cells}</tbody>
                    </table>
                </div>
            </DialogBody>
            <DialogFoot>
                <Button on_press=on_close>"Close"</Button>
            </DialogFoot>
        </Dialog>
    }
    .into_any()
}

fn cell_row(before: &Workspace, row: &RowReport, cell: &CellLine) -> impl IntoView + use<> {
    let (class, becomes) = match &cell.said {
        Some((code, message)) if code.is_warning() => ("warn-text", words::sentence(message)),
        Some((_, message)) => ("danger-text", words::sentence(message)),
        None => (
            "muted",
            cell.change
                .as_ref()
                .map_or_else(|| of_number(before, row, cell.slot), |(was, is)| change(was, is)),
        ),
    };
    view! {
        <tr>
            <th scope="row">{cell.header.clone()}</th>
            <td class="wraps">{cell.text.clone()}</td>
            <td class="wraps"><span class=class>{becomes}</span></td>
        </tr>
    }
}

/// From what to what a text changes.
fn change(was: &str, is: &str) -> String {
    match (was, is) {
        ("", is) => format!("Becomes {is}."),
        (was, "") => format!("Was {was}; nothing stands there any more."),
        (was, is) => format!("Changes from {was} to {is}."),
    }
}

/// What becomes of a number cell, by its slot; nothing for other columns.
fn of_number(before: &Workspace, row: &RowReport, slot: Option<usize>) -> String {
    let mut numbers = row.numbers.iter();
    let found = numbers.find(|(at, _)| slot == Some(*at));
    let agent = |id: UserId| before.user(id).map_or_else(String::new, |user| user.name());
    let goes_to = || {
        let mut numbers = row.numbers.iter();
        let to = numbers.find_map(|(to, outcome)| match outcome {
            NumberOutcome::Shifted { from, .. } if slot == Some(*from) => Some(to + 1),
            _ => None,
        });
        to.map(|to| format!("Its number goes to Direct Inbound Number: {to}."))
    };
    match found.map(|(_, outcome)| outcome) {
        Some(NumberOutcome::Assigned(_)) => "Assigned; nobody had it.".to_owned(),
        Some(NumberOutcome::Moved { from, .. }) => format!("Moved from {}.", agent(*from)),
        Some(NumberOutcome::Swapped { with, .. }) => format!("Swapped with {}.", agent(*with)),
        Some(NumberOutcome::Shifted { from, .. }) => {
            format!("Comes from Direct Inbound Number: {}.", from + 1)
        }
        Some(NumberOutcome::Cleared(Some(number))) => format!("{number} is taken away."),
        Some(NumberOutcome::Cleared(None)) => {
            goes_to().unwrap_or_else(|| "No number is taken away.".to_owned())
        }
        Some(NumberOutcome::Unchanged(_)) => "As it is.".to_owned(),
        Some(NumberOutcome::Ignored(_)) | None => String::new(),
    }
}
