//! What the file changes in routing, for every number over the coming months.

use std::sync::Arc;

use domain::Intent;
use domain::impact::{Handling, Horizon, ImpactRun, Totals};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::run::Checked;
use crate::session::{Pace, Session, now};
use crate::words;

/// How far ahead, in months.
const MONTHS: u32 = 12;
/// More changes than these are compared when the draft is reviewed.
const MOST: usize = 5_000;

/// How far the comparison is.
#[derive(Clone)]
enum Found {
    Working,
    TooMany,
    Known(Totals),
}

/// The sentence.
#[component]
pub(super) fn RoutingImpact(checked: Arc<Checked>) -> impl IntoView {
    let session = expect_context::<Session>();
    let found = RwSignal::new(Found::Working);
    let alive = StoredValue::new(());
    spawn_local(async move {
        let result = compare(&checked, move || alive.try_get_value().is_some()).await;
        if let Some(result) = result {
            found.try_set(result);
        }
    });
    let zone = move || session.workspace().read().settings().hours.zone();
    let sentence = move || match &*found.read() {
        Found::Working => "Comparing what texts meet before and after…".to_owned(),
        Found::TooMany => {
            "So many changes are compared on Review & publish, once they are in the draft.".to_owned()
        }
        Found::Known(totals) => {
            let Some(first) = totals.first else {
                return "No text to any number meets anything else than now.".to_owned();
            };
            let minutes = Handling::ALL
                .into_iter()
                .filter_map(|handling| {
                    let (gained, lost) = (totals.gained(handling), totals.lost(handling));
                    let sign = if gained >= lost { "+" } else { "−" };
                    let hours = usize::try_from(gained.abs_diff(lost) / 60).ok()?;
                    (hours > 0).then(|| format!("{} {sign}{} h", word(handling), words::digits(hours)))
                })
                .collect::<Vec<_>>();
            let minutes = if minutes.is_empty() {
                "other agents answer".to_owned()
            } else {
                minutes.join(", ")
            };
            format!(
                "{} routed differently within {MONTHS} months: {minutes}. First on {}.",
                words::count(totals.numbers, "number is", "numbers are"),
                words::moment(first.at, zone()),
            )
        }
    };
    view! { <p class="impact-line"><b>"What routing changes: "</b><span role="status">{sentence}</span></p> }
}

fn word(handling: Handling) -> &'static str {
    match handling {
        Handling::Answered => "answered",
        Handling::Deflected => "deflected",
        Handling::Nobody => "nobody answers",
    }
}

/// In pieces; nothing when nobody waits for it any more.
async fn compare(checked: &Checked, wanted: impl Fn() -> bool) -> Option<Found> {
    let changes = match &checked.report.intent {
        Some(Intent::Bulk { changes, .. }) => changes.as_slice(),
        _ => &[],
    };
    if changes.len() > MOST {
        return Some(Found::TooMany);
    }
    let mut pace = Pace::new();
    let mut after = checked.before.clone();
    for change in changes {
        // In the order the report has them each fits the one before.
        let _ = after.apply(change);
        if pace.rest().await && !wanted() {
            return None;
        }
    }
    let mut run = ImpactRun::new(&checked.before, &after, Horizon::months(now(), MONTHS));
    while !run.is_done() {
        run.step(10);
        if pace.rest().await && !wanted() {
            return None;
        }
    }
    Some(Found::Known(run.finish().totals().clone()))
}
