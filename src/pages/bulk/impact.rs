//! What the file changes in routing, for every number over the coming months.

use domain::Zone;
use domain::impact::{Handling, Totals};
use engine::{FileAnswer, FileQuestion};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::run::Upload;
use crate::parts::impact_line::numbers_change;
use crate::session::{Session, now};
use crate::words;

/// How far ahead, in months.
const MONTHS: u32 = 12;

/// How much is known.
#[derive(Clone)]
enum Found {
    Working,
    Known(Box<Totals>, usize),
    /// It cannot be said, for this reason.
    Failed(String),
}

/// The sentence.
#[component]
pub(super) fn RoutingImpact(upload: Upload) -> impl IntoView {
    let session = expect_context::<Session>();
    let found = RwSignal::new(Found::Working);
    spawn_local(async move {
        let (from, months) = (now(), MONTHS);
        let answer = upload.ask(FileQuestion::Impact { from, months }).await;
        found.try_set(match answer {
            Some(FileAnswer::Impact {
                totals,
                never_answered,
            }) => Found::Known(totals, never_answered),
            Some(FileAnswer::Unfit(why)) => {
                Found::Failed(format!("the changes of this file do not fit together: {why}"))
            }
            _ => Found::Failed(
                upload
                    .lost()
                    .try_get_untracked()
                    .flatten()
                    .unwrap_or_else(|| "it was stopped before it was known what changes".to_owned()),
            ),
        });
    });
    let zone = move || session.workspace().read().settings().hours.zone();
    let text = move || match &*found.read() {
        Found::Working => "Comparing what texts meet before and after…".to_owned(),
        Found::Known(totals, never) => sentence(totals, *never, zone()),
        Found::Failed(why) => format!("Not known. {}", words::sentence(why)),
    };
    view! { <p class="impact-line"><b>"What routing changes: "</b><span role="status">{text}</span></p> }
}

/// What is gained and what is lost, each by itself: a file that opens one number as long as it closes another changes
/// both. As a draft is told when it is reviewed.
fn sentence(totals: &Totals, never_answered: usize, zone: Zone) -> String {
    let numbers = numbers_change(totals.numbers);
    let Some(first) = totals.first else {
        return format!("{numbers} in the coming year: every text meets what it met before.");
    };
    let hours = |handling| {
        let (gained, lost) = (totals.gained(handling), totals.lost(handling));
        (gained + lost > 0).then(|| (words::hours(gained), words::hours(lost)))
    };
    let (gained, lost) = hours(Handling::Answered).unwrap_or(("0".to_owned(), "0".to_owned()));
    let mut told = vec![format!(
        "{numbers}: +{gained} open hours, −{lost} in the coming year."
    )];
    let others = [
        (Handling::Deflected, "Deflected"),
        (Handling::Nobody, "Seen by nobody"),
    ];
    told.extend(others.into_iter().filter_map(|(handling, word)| {
        let (gained, lost) = hours(handling)?;
        Some(format!("{word}: +{gained} h, −{lost} h."))
    }));
    if Handling::ALL
        .into_iter()
        .all(|handling| hours(handling).is_none())
    {
        told.push("Who answers, or what is replied, is another.".to_owned());
    }
    told.push(format!("First difference {}.", words::moment(first.at, zone)));
    if never_answered > 0 {
        let (one, many) = ("number is never answered", "numbers are never answered");
        told.push(format!("{}.", words::count(never_answered, one, many)));
    }
    told.join(" ")
}

#[cfg(test)]
mod tests {
    use domain::impact::FirstChange;

    use super::*;

    #[track_caller]
    fn check(numbers: usize, gained_min: [u64; 3], lost_min: [u64; 3], never: usize, expected: &str) {
        let first = FirstChange {
            at: "2026-10-15T14:32:00Z".parse().unwrap(),
            number: "+14155550101".parse().unwrap(),
        };
        let totals = Totals {
            numbers,
            gained_min,
            lost_min,
            first: (numbers > 0).then_some(first),
            ..Totals::default()
        };
        assert_eq!(sentence(&totals, never, Zone::UTC), expected);
    }

    #[test]
    fn what_is_gained_does_not_hide_what_is_lost() {
        check(
            2,
            [6_000, 6_000, 0],
            [6_000, 6_000, 0],
            0,
            "2 numbers change: +100 open hours, −100 in the coming year. Deflected: +100 h, −100 h. \
             First difference Thu 15 Oct 2026, 14:32 UTC.",
        );
        check(
            1,
            [0, 0, 30],
            [30, 0, 0],
            1,
            "1 number changes: +0 open hours, −0.5 in the coming year. Seen by nobody: +0.5 h, −0 h. \
             First difference Thu 15 Oct 2026, 14:32 UTC. 1 number is never answered.",
        );
    }

    #[test]
    fn other_answers_at_the_same_hours_are_told_too() {
        check(
            3,
            [0; 3],
            [0; 3],
            0,
            "3 numbers change: +0 open hours, −0 in the coming year. Who answers, or what is replied, is another. \
             First difference Thu 15 Oct 2026, 14:32 UTC.",
        );
        check(
            0,
            [0; 3],
            [0; 3],
            0,
            "No number changes in the coming year: every text meets what it met before.",
        );
    }
}
