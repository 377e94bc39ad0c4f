//! Kinds of change, each unfolding to its groups.

use engine::{Answer, ClusterLine, Question};
use leptos::prelude::*;

use super::groups::{FIRST, GroupList, Which};
use crate::parts::answer::answer;
use crate::parts::more::more;
use crate::parts::theme;
use crate::session::Session;
use crate::ui::{Icon, IconName};
use crate::words;

/// The kinds, the one with the greatest effect first.
#[component]
pub(super) fn Clusters() -> impl IntoView {
    let session = expect_context::<Session>();
    let take = RwSignal::new(FIRST);
    let told = answer(
        session,
        || Some(Question::Clusters),
        |answer| match answer {
            Answer::Clusters(lines) => Some(lines),
            _ => None,
        },
    );
    let lines = move || {
        let told = told.read();
        let lines = told.here().map(Vec::as_slice).unwrap_or_default();
        lines.iter().take(take.get()).copied().collect::<Vec<_>>()
    };
    let total = Memo::new(move |_| told.read().here().map_or(0, Vec::len));
    let content = move || told.read().missing(6);
    let key = |line: &ClusterLine| {
        (
            line.theme,
            line.groups,
            line.numbers,
            line.gained_min,
            line.lost_min,
        )
    };
    view! {
        {content}
        <Show when=move || { total.get() > 0 }>
            <div class="card">
                <ul class="changes" aria-label="Kinds of change">
                    <For each=lines key let:line><Cluster line /></For>
                </ul>
            </div>
        </Show>
        {move || more(take, total.get(), FIRST, ("more kind of change", "more kinds of change"))}
    }
}

#[component]
fn Cluster(line: ClusterLine) -> impl IntoView {
    let opened = RwSignal::new(false);
    let count = format!(
        "{} in {}",
        words::count(line.numbers, "number", "numbers"),
        words::count(line.groups, "group", "groups")
    );
    let (gained, lost) = (words::hours(line.gained_min), words::hours(line.lost_min));
    let every = Signal::stored(String::new());
    let which = Which::Of(line.theme);
    view! {
        <li>
            <details on:toggle=move |_| opened.set(true)>
                <summary>
                    <Icon name=IconName::Chevron />
                    <span class="what"><b>{theme::kind(line.theme)}</b><small>{count}</small></span>
                    <span class="count"></span>
                    <span class="delta"><span class="gain">{format!("+{gained} h")}</span><span>{format!("−{lost} h")}</span></span>
                </summary>
                <div class="inside"><Show when=move || opened.get()><GroupList which search=every /></Show></div>
            </details>
        </li>
    }
}
