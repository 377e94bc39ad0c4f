//! The figures of a dry run. Will change, no change and skipped add up to the rows.

use engine::{Kind, Show, Trial};
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
    let new = match (trial.new_teams, trial.team_names.join(", ")) {
        (0, _) => new,
        (1, name) => format!("{new}, the new team {name}"),
        (all, names) => {
            let more = all - trial.team_names.len().min(all);
            let more = if more == 0 {
                String::new()
            } else {
                format!(" and {} more", words::digits(more))
            };
            format!("{new}, the new teams {names}{more}")
        }
    };
    let mut shown = Show::ALL.iter().zip(trial.shown);
    let warned = shown.find(|(show, _)| **show == Show::Warnings);
    let failed = match (counts.failed, warned.map_or(0, |(_, rows)| rows)) {
        (0, 0) => "every cell is applied".to_owned(),
        (0, warned) => words::count(warned, "row has a warning", "rows have a warning"),
        (failed, _) => format!(
            "{} skipped, {} in part",
            words::digits(counts.without_effect()),
            words::digits(failed - counts.without_effect().min(failed))
        ),
    };
    let rows = match counts.failed {
        0 => "the header fits the template".to_owned(),
        failed => format!(
            "{} succeed, {} fail",
            words::digits(counts.succeeded()),
            words::digits(failed)
        ),
    };
    let figures = [
        ("", "Rows", counts.total, rows),
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
            counts.without_effect(),
            "nothing of the row applied".to_owned(),
        ),
        ("state failed", "With errors", counts.failed, failed),
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
