//! What the file changes in routing, for every number over the coming months.

use domain::impact::{Handling, Totals};
use engine::{FileAnswer, FileQuestion};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::run::Upload;
use crate::session::{Session, now};
use crate::words;

/// How far ahead, in months.
const MONTHS: u32 = 12;
/// The sentence.
#[component]
pub(super) fn RoutingImpact(upload: Upload) -> impl IntoView {
    let session = expect_context::<Session>();
    // None while it is worked out; none in it when it cannot be.
    let found = RwSignal::new(None::<Option<Box<Totals>>>);
    spawn_local(async move {
        let (from, months) = (now(), MONTHS);
        let totals = match upload.ask(FileQuestion::Impact { from, months }).await {
            Some(FileAnswer::Impact(totals)) => Some(totals),
            _ => None,
        };
        found.try_set(Some(totals));
    });
    let zone = move || session.workspace().read().settings().hours.zone();
    let sentence = move || match &*found.read() {
        None => "Comparing what texts meet before and after…".to_owned(),
        Some(None) => "That could not be worked out.".to_owned(),
        Some(Some(totals)) => {
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
