//! History: everything that was published, newest first, and what each commit changed.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::pages::address::query_value;
use crate::parts::page_head::PageHead;
use crate::paths::{Page, query};
use crate::session::Session;
use crate::ui::{
    Banner, Button, ButtonKind, Dialog, DialogBody, DialogFoot, DialogSize, EmptyState, IconButton, IconName,
    LinkButton, Pair, Pairs, TableHead, Tone, VirtualTable,
};
use crate::words;

/// The page.
#[component]
pub fn History() -> impl IntoView {
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
    let open = Callback::from(move |revision: u64| show.run((revision.to_string(),)));
    let close = Callback::new(move |()| show.run((String::new(),)));
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
        {move || opened.get().map(|revision| view! { <Commit revision on_close=close /> })}
    }
}

#[component]
fn List(rows: Memo<Vec<u64>>, open: Callback<(u64,)>) -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <VirtualTable
            caption="Publications, newest first"
            rows
            columns=6
            row_name=move |revision: u64| format!("revision {revision}")
            cells=move |revision: u64| cells(session, revision, open)
            on_open=move |revision: u64| open.run((revision,))
        >
            <TableHead slot>
                <th scope="col" class="num">"Revision"</th>
                <th scope="col">"Draft"</th>
                <th scope="col">"Note"</th>
                <th scope="col" class="num mid">"Changes"</th>
                <th scope="col" class="mid">"Published"</th>
                <th scope="col" class="cell-act"><span class="visually-hidden">"Open"</span></th>
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
    view! {
        <th scope="row" class="num">{revision.to_string()}</th>
        <td>{commit.draft.clone()}</td>
        <td class="muted">{commit.note.clone()}</td>
        <td class="num mid">{words::digits(commit.intents.len())}</td>
        <td class="mid">{when(session, commit.at)}</td>
        <td class="cell-act">
            <div>
                <IconButton
                    name=IconName::Search
                    label=format!("Open revision {revision}")
                    on_press=move || open.run((revision,))
                />
            </div>
        </td>
    }
    .into_any()
}

/// One commit: its note, what it changed, and the ways on from there.
#[component]
fn Commit(revision: u64, on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let commits = session.commits().get_untracked();
    let found = commits.into_iter().find(|commit| commit.revision == revision);
    let lines = found.as_ref().map(|commit| {
        session
            .revision(revision.saturating_sub(1))
            .map(|before| domain::draft::describe(&commit.intents, &before))
    });
    let changes = match lines {
        Some(Ok(lines)) => {
            let lines = lines
                .into_iter()
                .map(|line| view! { <li>{words::sentence(&line)}</li> });
            view! { <ol class="stack tight">{lines.collect_view()}</ol> }.into_any()
        }
        Some(Err(error)) => view! { <Banner tone=Tone::Warn>{error}</Banner> }.into_any(),
        None => ().into_any(),
    };
    let about = found.map(|commit| {
        let note = if commit.note.is_empty() {
            "None".to_owned()
        } else {
            commit.note
        };
        view! {
            <Pairs>
                <Pair term="Draft">{commit.draft}</Pair>
                <Pair term="Published">{when(session, commit.at)}</Pair>
                <Pair term="Note">{note}</Pair>
            </Pairs>
        }
    });
    let link = |revision: u64| Page::Preview.with(&[(query::REVISION, &revision.to_string())]);
    let before = (revision > session.first_revision()).then(|| {
        let before = revision - 1;
        view! { <LinkButton href=link(before)>{format!("Try a text on revision {before}")}</LinkButton> }
    });
    view! {
        <Dialog title=format!("Revision {revision}") size=DialogSize::Wide on_close>
            <DialogBody>
                {about}
                <section aria-label="What changed" class="stack tight">
                    <h3>"What changed"</h3>
                    {changes}
                </section>
            </DialogBody>
            <DialogFoot>
                <Button on_press=on_close>"Close"</Button>
                {before}
                <LinkButton href=link(revision) kind=ButtonKind::Primary>{format!("Try a text on revision {revision}")}</LinkButton>
            </DialogFoot>
        </Dialog>
    }
}

fn when(session: Session, at: DateTime<Utc>) -> String {
    let workspace = session.workspace();
    let zone = workspace.read_untracked().settings().hours.zone();
    words::moment(at, zone)
}
