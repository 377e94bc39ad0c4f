//! History: everything that was published, newest first, and what each commit changed.

mod commit;
mod effect;
mod past;
mod revert;

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::pages::address::query_value;
use crate::parts::page_head::PageHead;
use crate::paths::query;
use crate::session::Session;
use crate::ui::{Button, ButtonSize, EmptyState, IconName, TableHead, VirtualTable, by_key};
use crate::words;
use commit::Commit;
use past::Past;
use revert::RevertCommit;

/// In the address: how the publication would be taken back.
const REVERT: &str = "revert";
/// In the address: all that the revision holds.
const RECORDS: &str = "records";

/// The page.
#[component]
pub fn History() -> impl IntoView {
    let (shown, _) = query_value(query::REVISION);
    let (asked, _) = query_value(query::SHOW);
    let past = Memo::new(move |_| {
        let revision = shown.read().parse::<u64>().ok();
        revision.filter(|_| *asked.read() == RECORDS)
    });
    move || match past.get() {
        Some(revision) => view! { <Past revision /> }.into_any(),
        None => view! { <Publications /> }.into_any(),
    }
}

#[component]
fn Publications() -> impl IntoView {
    let session = expect_context::<Session>();
    let (shown, show) = query_value(query::REVISION);
    let rows = Memo::new(move |_| {
        let commits = session.commits();
        let commits = commits.read();
        commits
            .iter()
            .rev()
            .map(|commit| commit.revision)
            .collect::<Vec<u64>>()
    });
    let (asked, ask) = query_value(query::SHOW);
    let open = Callback::from(move |revision: u64| show.run((revision.to_string(),)));
    let close = Callback::new(move |()| {
        ask.run((String::new(),));
        show.run((String::new(),));
    });
    let revert = Callback::new(move |()| ask.run((REVERT.to_owned(),)));
    let back = Callback::new(move |()| ask.run((String::new(),)));
    let is_asked = Memo::new(move |_| *asked.read() == REVERT);
    let opened = Memo::new(move |_| {
        let revision = shown.read().parse::<u64>().ok()?;
        rows.read().contains(&revision).then_some(revision)
    });
    let text = move || {
        format!(
            "{} so far. Live is revision {}.",
            words::count(rows.read().len(), "publication", "publications"),
            session.head().read().revision
        )
    };
    view! {
        <PageHead title="History" text=Signal::derive(text) />
        <Show
            when=move || !rows.read().is_empty()
            fallback=|| view! {
                <EmptyState
                    icon=IconName::History
                    title="Nothing was published yet"
                    text="Each time a draft is published, it appears here with its note and what it changed."
                />
            }
        >
            <List rows open />
        </Show>
        {move || opened.get().map(|revision| {
            if is_asked.get() {
                view! { <RevertCommit revision on_back=back on_close=close /> }.into_any()
            } else {
                view! { <Commit revision on_revert=revert on_close=close /> }.into_any()
            }
        })}
    }
}

#[component]
fn List(rows: Memo<Vec<u64>>, open: Callback<(u64,)>) -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <VirtualTable
            caption="Publications, newest first"
            rows
            class="fixed history"
            row_name=move |revision: u64| format!("revision {revision}")
            cells=by_key(move |revision: u64| cells(session, revision, open))
            on_open=move |revision: u64| open.run((revision,))
        >
            <TableHead slot>
                <th scope="col" class="w-revision">"Revision"</th>
                <th scope="col">"Draft"</th>
                <th scope="col" class="mid">"Note"</th>
                <th scope="col" class="num mid w-changes">"Changes"</th>
                <th scope="col" class="mid w-when">"Published"</th>
                <th scope="col" class="mid late w-by">"By"</th>
                <th scope="col" class="cell-act w-open"><span class="visually-hidden">"Open"</span></th>
            </TableHead>
        </VirtualTable>
    }
}

fn cells(session: Session, revision: u64, open: Callback<(u64,)>) -> AnyView {
    let commits = session.commits();
    let commits = commits.read_untracked();
    let Some(commit) = commits.iter().find(|commit| commit.revision == revision) else {
        return ().into_any();
    };
    let published = when(session, commit.at);
    view! {
        <td>{revision.to_string()}</td>
        <th scope="row">{commit.draft.clone()}<div class="sub">{published.clone()}</div></th>
        <td class="muted mid">{commit.note.clone()}</td>
        <td class="num mid">{words::digits(commit.intents.len())}</td>
        <td class="mid">{published}</td>
        <td class="mid late">{named(&commit.by)}</td>
        <td class="cell-act">
            <div>
                <Button
                    size=ButtonSize::Compact
                    label=format!("Open revision {revision}")
                    on_press=move || open.run((revision,))
                >"Open"</Button>
            </div>
        </td>
    }
    .into_any()
}

/// A name, or a dash.
fn named(by: &str) -> String {
    if by.is_empty() { "–" } else { by }.to_owned()
}

fn when(session: Session, at: DateTime<Utc>) -> String {
    let workspace = session.workspace();
    let zone = workspace.read_untracked().settings().hours.zone();
    words::moment(at, zone)
}
