//! Rows of a dry run: those that fit a filter, part by part, and one in full.

use domain::bulk::{
    BulkError, Code, Column, Fate, NumberOutcome, Report, Row, RowOutcome, RowReport, number_header,
    number_slot,
};
use domain::people::User;
use domain::{Intent, Workspace};

use super::Tried;
use crate::protocol::{
    CellLine, FileAnswer, Filter, Kind, List, NumberSort, Page, RowDetails, RowLine, Show,
};
use crate::state::State;

/// A cell, or an address, as far as a person reads it.
const LONGEST: usize = 300;

/// How many rows are shown under a key.
pub(super) fn counted(report: &Report, show: Show) -> usize {
    if show == Show::Warnings {
        // Of each row the errors stand together.
        let lines = report.errors.chunk_by(|one, next| one.line == next.line);
        return lines.filter(|errors| has_warning(errors)).count();
    }
    let fates = report.fates().iter();
    fates.filter(|fate| is_shown(**fate, show)).count()
}

/// How many rows have a number of each sort.
pub(super) fn counted_numbers(report: &Report) -> [usize; NumberSort::ALL.len()] {
    let mut rows = [0; NumberSort::ALL.len()];
    for place in 0..report.fates().len() {
        let mut has = [false; NumberSort::ALL.len()];
        for sort in sorts(report, place) {
            if let Some(has) = has.get_mut(sort as usize) {
                *has = true;
            }
        }
        for (count, has) in rows.iter_mut().zip(has) {
            *count += usize::from(has);
        }
    }
    rows
}

/// What becomes of the numbers of a row.
fn sorts(report: &Report, place: usize) -> impl Iterator<Item = NumberSort> {
    let outcomes = report.numbers(place);
    outcomes.filter_map(|(_, outcome)| NumberSort::of(&outcome))
}

pub(super) fn rows(state: &mut State, filter: &Filter, page: Page) -> Option<FileAnswer> {
    let before = &state.before;
    let tried = state.file.tried.as_mut()?;
    let is_listed = tried.listed.as_ref().is_some_and(|(listed, _)| listed == filter);
    if !is_listed {
        tried.listed = Some((filter.clone(), places(tried, filter, before)));
    }
    let (_, places) = tried.listed.as_ref()?;
    let part = places.iter().skip(page.skip).take(page.take);
    Some(FileAnswer::Rows(List {
        total: places.len(),
        items: part.filter_map(|&place| line(tried, place)).collect(),
    }))
}

pub(super) fn row(state: &mut State, place: usize) -> Option<FileAnswer> {
    let tried = state.file.tried.as_ref()?;
    let report = &tried.report;
    let (row, raw) = (report.row(place)?, report.sheet.row(place)?);
    let header = report.sheet.header.iter().enumerate();
    let cells = header.filter(|(place, _)| !raw.cell(*place).is_empty());
    let errors = report.errors_of(row.line);
    let (after, along) = report.after_row(place, &state.before);
    let user = |workspace: &Workspace| row.user.and_then(|id| workspace.user(id).cloned());
    let (was, is) = (user(&state.before), user(&after));
    let change = |place: usize| {
        let column = match report.columns.get(place)? {
            // Another address is told where it stands.
            Column::Email if was.is_some() => return None,
            Column::NewEmail => &Column::Email,
            column => column,
        };
        let text = |user: Option<&User>, workspace: &Workspace| {
            let text = user.map(|user| text_of(column, user, workspace));
            shortened(&text.unwrap_or_default())
        };
        let was = text(was.as_deref(), &state.before);
        Some((was, text(is.as_deref(), &after))).filter(|(was, is)| was != is)
    };
    // Numbers and names as they will be: what the file makes has no other.
    let changes = report.changes_of(place);
    let changes = changes.iter().map(|intent| told(&row, intent, &after));
    Some(FileAnswer::Row(Box::new(RowDetails {
        line: line(tried, place)?,
        cells: cells
            .map(|(place, header)| CellLine {
                change: change(place),
                ..cell(errors, raw, place, header)
            })
            .collect(),
        changes: changes
            .chain(along.cascades.iter().map(ToString::to_string))
            .collect(),
        warnings: along.warnings.iter().map(ToString::to_string).collect(),
    })))
}

/// What stands in a column for a user; of a team that the file makes, whether they are in it.
fn text_of(column: &Column, user: &User, workspace: &Workspace) -> String {
    let Column::NewTeam(name) = column else {
        return column.text_of(user).into_owned();
    };
    let mut teams = workspace.teams().filter(|team| user.teams.contains(&team.id));
    let is_in = teams.any(|team| team.name == *name);
    if is_in { "1" } else { "0" }.to_owned()
}

/// A change of a row in words, of the workspace as it is after it.
fn told(row: &RowReport, change: &Intent, after: &Workspace) -> String {
    let Intent::Assign { number, owner, .. } = change else {
        return change.describe(after);
    };
    let mut outcomes = row.numbers.iter();
    let shift = outcomes.find_map(|(slot, outcome)| match outcome {
        NumberOutcome::Shifted { number: of, from } if of == number => Some((*slot, *from)),
        _ => None,
    });
    let Some((to, from)) = shift else {
        let (number, owner, slot) = (*number, *owner, None);
        return Intent::Assign { number, owner, slot }.describe(after);
    };
    let printed = after
        .number(*number)
        .map_or_else(|| number.to_string(), |record| record.printed());
    format!(
        "put {printed} from {} into {}",
        number_header(from),
        number_header(to)
    )
}

/// The places of the rows that fit.
fn places(tried: &Tried, filter: &Filter, before: &Workspace) -> Vec<usize> {
    let report = &tried.report;
    let search = filter.search.trim().to_lowercase();
    let fits = |place: usize| {
        search.is_empty()
            || report.key(place).to_lowercase().contains(&search)
            || (report.user(place))
                .and_then(|id| before.user(id))
                .is_some_and(|user| user.name().to_lowercase().contains(&search))
    };
    let is_shown = |place: usize, fate: Fate| match filter.show {
        Show::Warnings => {
            let line = report.sheet.line(place);
            line.is_some_and(|line| has_warning(report.errors_of(line)))
        }
        show => is_shown(fate, show),
    };
    let rows = report.fates().iter().copied().enumerate();
    rows.filter(|&(place, fate)| {
        is_shown(place, fate)
            && filter
                .numbers
                .is_none_or(|sort| sorts(report, place).any(|of| of == sort))
            && fits(place)
    })
    .map(|(place, _)| place)
    .collect()
}

/// Whether a row is shown under a key; for warnings its errors have to be looked at.
fn is_shown(row: Fate, show: Show) -> bool {
    match show {
        Show::All => true,
        Show::Changes => matches!(row.outcome, RowOutcome::Created | RowOutcome::Changed),
        Show::Same => row.outcome == RowOutcome::Unchanged,
        Show::Skipped => matches!(row.outcome, RowOutcome::Ignored | RowOutcome::Skipped),
        Show::Errors => row.failed,
        Show::Warnings => false,
    }
}

fn has_warning(errors: &[BulkError]) -> bool {
    errors.iter().any(|error| error.code.is_warning())
}

fn line(tried: &Tried, place: usize) -> Option<RowLine> {
    let report = &tried.report;
    let (row, raw) = (report.row(place)?, report.sheet.row(place)?);
    let errors = report.errors_of(row.line);
    let grave = || errors.iter().filter(|error| !error.code.is_warning());
    let first = grave().next().or(errors.first());
    let written = |(slot, outcome): &(usize, NumberOutcome)| {
        let is_ignored = matches!(outcome, NumberOutcome::Ignored(_));
        let mut errors = grave().filter(|_| is_ignored);
        let error = errors.find(|error| number_slot(&error.header) == Some(*slot))?;
        Some((*slot, error.value.clone()))
    };
    let label = report.sheet.header.iter().position(|header| header == "Label");
    Some(RowLine {
        place,
        ignored: grave().count(),
        reason: first.map(said),
        written: row.numbers.iter().filter_map(written).collect(),
        label: match (tried.kind, label) {
            (Kind::Numbers, Some(label)) => shortened(raw.cell(label)),
            _ => String::new(),
        },
        report: RowReport {
            email: shortened(&row.email),
            ..row
        },
    })
}

fn cell(errors: &[BulkError], row: Row<'_>, place: usize, header: &str) -> CellLine {
    let column = u32::try_from(place + 1).ok();
    let error = errors.iter().find(|error| error.column == column);
    CellLine {
        header: header.to_owned(),
        text: shortened(row.cell(place)),
        said: error.map(said),
        change: None,
        slot: number_slot(header),
    }
}

fn said(error: &BulkError) -> (Code, String) {
    (error.code, error.message.clone())
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
    }
}
