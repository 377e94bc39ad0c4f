//! The figures of a dry run. Will change, no change and skipped add up to the rows.

use engine::{Kind, NumberSort, Show, Trial};
use leptos::prelude::*;

use crate::words;

/// The figures.
pub(super) fn counts(trial: &Trial) -> impl IntoView + use<> {
    let (one, many) = match trial.kind {
        Kind::Users => ("new user", "new users"),
        Kind::Numbers => ("new number", "new numbers"),
    };
    let counts = trial.counts;
    let new = if trial.created > 0 {
        words::count(trial.created, one, many)
    } else {
        format!("no {many}")
    };
    let mut shown = Show::ALL.iter().zip(trial.shown);
    let warned = shown.find(|(show, _)| **show == Show::Warnings);
    let warned = warned.map_or(0, |(_, rows)| rows);
    let mut numbers = NumberSort::ALL.iter().zip(trial.numbers);
    let ignored = numbers.find(|(sort, _)| **sort == NumberSort::Ignored);
    let ignored = ignored.map_or(0, |(_, rows)| rows);
    let failed = match (ignored, warned) {
        (0, 0) => "every cell is applied".to_owned(),
        (0, warned) => words::count(warned, "row has a warning", "rows have a warning"),
        (ignored, _) => words::count(ignored, "row has a number ignored", "rows have a number ignored"),
    };
    let applied = counts.failed - counts.skipped.min(counts.failed);
    let figures = [
        (
            "",
            "Rows",
            counts.total,
            "the header fits the template".to_owned(),
        ),
        ("state", "Will change", counts.affected, new),
        (
            "state none",
            "No change",
            counts.unchanged,
            "already as in the file".to_owned(),
        ),
        (
            "state failed",
            "Skipped",
            counts.skipped,
            "nothing of the row applied".to_owned(),
        ),
        (
            "state failed",
            "With errors",
            counts.failed,
            if counts.failed == 0 {
                failed
            } else {
                format!(
                    "{} skipped, {} in part",
                    words::digits(counts.skipped),
                    words::digits(applied)
                )
            },
        ),
    ];
    let figure = |(state, name, amount, small): (&'static str, &'static str, usize, String)| {
        let mark = (!state.is_empty()).then(|| view! { <span class=state aria-hidden="true"></span> });
        view! {
            <div>
                <dt>{mark}{name}</dt>
                <dd>{words::digits(amount)}" "<small>{small}</small></dd>
            </div>
        }
    };
    view! { <dl class="counters">{figures.map(figure).into_iter().collect_view()}</dl> }
}
