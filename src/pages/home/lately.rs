//! What was published lately.

use leptos::prelude::*;

use crate::paths::{Page, query};
use crate::session::Session;
use crate::ui::Card;

/// How many are named; the others are in the history.
const SHOWN: usize = 3;

/// The last publications; nothing before the first one.
#[component]
pub(super) fn PublishedLately() -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = Memo::new(move |_| session.workspace().read().settings().hours.zone());
    let lines = move || {
        let commits = session.commits();
        let commits = commits.read();
        let last = commits.iter().rev().take(SHOWN).map(|commit| {
            let href = Page::History.with(&[(query::REVISION, &commit.revision.to_string())]);
            let what = [&commit.note, &commit.draft].into_iter().find(|words| !words.is_empty());
            view! {
                <li>
                    <a class="link" href=href>{commit.revision}</a>
                    <span class="grow clip">{what.cloned()}</span>
                    <span class="muted">{zone.get().to_local(commit.at).format("%a %-d %b").to_string()}</span>
                </li>
            }
        });
        last.collect_view()
    };
    let is_any = Memo::new(move |_| !session.commits().read().is_empty());
    view! {
        <Show when=move || is_any.get()>
            <Card title="Published lately"><ul class="list">{lines}</ul></Card>
        </Show>
    }
}
