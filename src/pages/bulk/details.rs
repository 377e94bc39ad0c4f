//! One row in full: each cell that is filled in with what becomes of it, and every change it makes.

use std::sync::Arc;

use domain::bulk::{NumberOutcome, RowReport};
use domain::ids::UserId;
use domain::number::Owner;
use domain::{Intent, PhoneNumber, Workspace};
use leptos::prelude::*;

use super::cells::{name, outcome};
use super::run::{Checked, Kind};
use crate::ui::{Button, Dialog, DialogBody, DialogFoot, DialogSize};
use crate::words;

/// The dialog.
#[component]
pub(super) fn Details(checked: Arc<Checked>, index: usize, on_close: Callback<()>) -> impl IntoView {
    let Checked { report, before, .. } = &*checked;
    let (Some(row), Some(raw)) = (report.rows.get(index), report.sheet.row(index)) else {
        return ().into_any();
    };
    let title = format!("Row {}: {}", words::digits(row.line as usize), name(before, row));
    let (mark, word) = outcome(&checked, row);
    let cells = report.sheet.header.iter().enumerate();
    let cells = cells.filter(|(place, _)| !raw.cell(*place).is_empty());
    let cells: Vec<_> = cells
        .map(|(place, header)| {
            let mut errors = report.errors_of(row.line).iter();
            let column = u32::try_from(place + 1).ok();
            let error = errors.find(|error| error.column == column);
            let (class, becomes) = match error {
                Some(error) if error.code.is_warning() => ("warn-text", words::sentence(&error.message)),
                Some(error) => ("danger-text", words::sentence(&error.message)),
                None => ("muted", of_number(before, row, header)),
            };
            view! {
                <tr>
                    <th scope="row">{header.clone()}</th>
                    <td class="wraps">{shortened(raw.cell(place))}</td>
                    <td class="wraps"><span class=class>{becomes}</span></td>
                </tr>
            }
        })
        .collect();
    let changes = sentences(&checked, row);
    let changes = (!changes.is_empty()).then(|| {
        let items: Vec<_> = changes
            .into_iter()
            .map(|text| view! { <li>{text}</li> })
            .collect();
        view! {
            <h3>"What changes"</h3>
            <ul class="rules">{items}</ul>
        }
    });
    view! {
        <Dialog title on_close size=DialogSize::Wide>
            <DialogBody>
                <p><span class=mark>{word}</span></p>
                {changes}
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

/// What becomes of a number cell, by its header; nothing for other columns.
fn of_number(before: &Workspace, row: &RowReport, header: &str) -> String {
    let slot = header.strip_prefix("Direct Inbound Number: ");
    let slot = slot.and_then(|slot| slot.parse::<usize>().ok());
    let mut numbers = row.numbers.iter();
    let found = numbers.find(|(at, _)| slot == Some(at + 1));
    let agent = |id: UserId| before.user(id).map_or_else(String::new, |user| user.name());
    match found.map(|(_, outcome)| outcome) {
        Some(NumberOutcome::Assigned(_)) => "Assigned; nobody had it.".to_owned(),
        Some(NumberOutcome::Moved { from, .. }) => format!("Moved from {}.", agent(*from)),
        Some(NumberOutcome::Swapped { with, .. }) => format!("Swapped with {}.", agent(*with)),
        Some(NumberOutcome::Cleared(Some(number))) => format!("{number} is taken away."),
        Some(NumberOutcome::Cleared(None)) => "There was no number.".to_owned(),
        Some(NumberOutcome::Unchanged(_)) => "As it is.".to_owned(),
        Some(NumberOutcome::Ignored(_)) | None => String::new(),
    }
}

/// The changes that concern a row, in words.
fn sentences(checked: &Checked, row: &RowReport) -> Vec<String> {
    let Some(Intent::Bulk { changes, .. }) = &checked.report.intent else {
        return Vec::new();
    };
    let concerning = changes.iter().filter(|intent| match checked.kind {
        Kind::Users => row
            .user
            .is_some_and(|user| is_of_user(intent, user, &checked.before)),
        Kind::Numbers => row.email.parse().is_ok_and(|number| is_of_number(intent, number)),
    });
    concerning
        .map(|intent| words::sentence(&intent.describe(&checked.before)))
        .collect()
}

fn is_of_user(intent: &Intent, user: UserId, before: &Workspace) -> bool {
    let owner = Owner::Agent(user);
    match intent {
        Intent::AddUser { user: of, .. }
        | Intent::EditUser { user: of, .. }
        | Intent::SetUserActive { user: of, .. }
        | Intent::SetRoles { user: of, .. }
        | Intent::SetTeams { user: of, .. } => *of == user,
        // A user who is new has no name to tell yet; the table says which number it is.
        Intent::Assign { owner: of, .. } => *of == owner && before.user(user).is_some(),
        Intent::Unassign { number } => {
            let record = before.number(*number);
            record.and_then(|record| record.owner()) == Some(owner)
        }
        _ => false,
    }
}

fn is_of_number(intent: &Intent, number: PhoneNumber) -> bool {
    match intent {
        Intent::AddNumber { number: of, .. }
        | Intent::Relabel { number: of, .. }
        | Intent::MarkDirect { number: of }
        | Intent::UnmarkDirect { number: of } => *of == number,
        _ => false,
    }
}

/// A cell as far as a person reads it.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 300;
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
    }
}
