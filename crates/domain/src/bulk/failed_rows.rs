//! The rows that need work, as a file to be put right and read again.

use std::borrow::Cow;

use super::column::{REASON, SLOTS, number_header};
use super::inventory;
use super::report::Report;
use super::sheet::{Form, Row, Table, UserList, escape, escape_number};

/// The rows of a file that the log speaks of, with the reasons in a column of their own, in the form of the file. Put
/// right, the file is read again; the reasons are passed over then.
pub fn failed_rows_file(report: &Report) -> String {
    let sheet = &*report.sheet;
    let columns: Vec<(usize, &str)> = (sheet.header.iter().map(String::as_str).enumerate())
        .filter(|(_, header)| *header != REASON)
        .collect();
    let headers = columns.iter().map(|(_, header)| *header).chain([REASON]);
    let rows = sheet.rows().filter_map(|row| Some((row, reasons(report, &row)?)));
    match sheet.form {
        Form::Csv(separator) => {
            let mut table = Table::new(separator);
            table.push(headers);
            let columns: Vec<_> = (columns.iter())
                .map(|(place, header)| (*place, is_of_numbers(header)))
                .collect();
            for (row, reasons) in rows {
                let cells = columns.iter().map(|(place, of_numbers)| {
                    let escape = if *of_numbers { escape_number } else { escape };
                    escape(row.cell(*place))
                });
                // Cells without a column stand to the right of the reasons.
                let others = (sheet.header.len()..row.width()).map(|place| escape(row.cell(place)));
                table.push(cells.chain([escape(&reasons)]).chain(others));
            }
            table.finish()
        }
        Form::Json => {
            let mut list = UserList::new(headers.map(str::to_owned).collect());
            for (row, reasons) in rows {
                let cells = columns.iter().map(|(place, _)| Cow::Borrowed(row.cell(*place)));
                let cells = cells.chain([Cow::Owned(reasons)]).enumerate();
                list.push(&cells.collect::<Vec<_>>());
            }
            list.finish()
        }
    }
}

/// What is wrong in a row, warnings aside; none when nothing is.
fn reasons(report: &Report, row: &Row<'_>) -> Option<String> {
    let errors = report.errors_of(row.line).iter();
    let reasons: Vec<_> = errors
        .filter(|error| !error.code.is_warning())
        .map(|error| format!("{}: {}", error.header, error.message))
        .collect();
    (!reasons.is_empty()).then(|| reasons.join("; "))
}

fn is_of_numbers(header: &str) -> bool {
    header == inventory::NUMBER || (0..SLOTS).any(|slot| header == number_header(slot))
}
