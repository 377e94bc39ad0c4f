//! Hours and message to read, not to write.

use domain::deflection::Reply;
use leptos::prelude::*;

use crate::parts::schedule::runs;
use crate::session::Session;
use crate::words;

/// The hours by runs of days, the holidays by name, the text as the sender sees it.
#[component]
pub fn ReplySummary(
    /// What to show.
    reply: Reply,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let schedule = reply.schedule;
    let lines = runs(&schedule)
        .into_iter()
        .map(|(days, hours)| view! { <span>{days}" "{hours}</span> })
        .collect_view();
    let week = words::duration(schedule.open_minutes_a_week());
    let observed = schedule.observed().clone();
    let holidays = move || {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let mut names: Vec<_> = observed
            .iter()
            .filter_map(|&id| workspace.holidays().holiday(id))
            .map(|holiday| holiday.name().to_owned())
            .collect();
        names.sort_unstable();
        if names.is_empty() {
            "None".to_owned()
        } else {
            names.join(", ")
        }
    };
    view! {
        <dl class="pairs">
            <dt>"Time zone"</dt>
            <dd>{schedule.zone().name()}</dd>
            <dt>"Open"</dt>
            <dd class="lines">{lines}<span class="faint">{week}" a week"</span></dd>
            <dt>"Holidays"</dt>
            <dd>{holidays}</dd>
            <dt>"Message"</dt>
            <dd><p class="bubble">{reply.message.as_str().to_owned()}</p></dd>
        </dl>
    }
}
