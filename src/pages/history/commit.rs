//! One publication: who, when and why, what it did to the numbers, what was done, what is otherwise since, and the
//! ways on from there.

use leptos::prelude::*;
use sync::audit::{Audit, Done, audit};

use super::effect::EffectOf;
use super::{RECORDS, when};
use crate::parts::more::more;
use crate::parts::records::Records;
use crate::paths::{Page, query};
use crate::session::Session;
use crate::ui::{
    Banner, Button, ButtonKind, ButtonSize, Dialog, DialogBody, DialogFoot, DialogSize, LinkButton, Pair,
    Pairs, Tone,
};
use crate::words;

/// Steps shown at first, and with each press.
const FIRST: usize = 20;
const MORE: usize = 200;

/// The dialog.
#[component]
pub(super) fn Commit(revision: u64, on_revert: Callback<()>, on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let commits = session.commits().get_untracked();
    let found = commits.into_iter().find(|commit| commit.revision == revision);
    let changed = found.as_ref().map(|commit| {
        let before = session.revision(revision.saturating_sub(1))?;
        Ok::<_, String>((audit(&before, &commit.intents), before, commit.clone()))
    });
    let content = match changed {
        Some(Ok((audit, before, commit))) => view! {
            <EffectOf before commit />
            <Content audit />
        }
        .into_any(),
        Some(Err(error)) => view! { <Banner tone=Tone::Warn>{words::sentence(&error)}</Banner> }.into_any(),
        None => ().into_any(),
    };
    let about = found.map(|commit| {
        let given = |text: String| {
            if text.is_empty() {
                "Not given".to_owned()
            } else {
                text
            }
        };
        view! {
            <Pairs>
                <Pair term="Draft">{commit.draft}</Pair>
                <Pair term="Published">{when(session, commit.at)}</Pair>
                <Pair term="By">{given(commit.by)}</Pair>
                <Pair term="Note">{given(commit.note)}</Pair>
            </Pairs>
        }
    });
    let is_kept = revision > session.first_revision();
    let before = is_kept.then(|| trial(revision - 1));
    view! {
        <Dialog title=format!("Revision {revision}") size=DialogSize::Wide on_close>
            <DialogBody>
                {about}
                <div class="actions">{before}{trial(revision)}</div>
                {content}
            </DialogBody>
            <DialogFoot>
                <Button on_press=on_close>"Close"</Button>
                <Button kind=ButtonKind::Primary disabled=!is_kept on_press=on_revert>"Revert…"</Button>
            </DialogFoot>
        </Dialog>
    }
}

/// The ways to try a text on a revision, and to see all of it.
fn trial(revision: u64) -> impl IntoView {
    let key = revision.to_string();
    let href = Page::Preview.with(&[(query::REVISION, &key)]);
    let all = Page::History.with(&[(query::REVISION, &key), (query::SHOW, RECORDS)]);
    view! {
        <LinkButton href size=ButtonSize::Compact>{format!("Try a text on revision {revision}")}</LinkButton>
        <LinkButton href=all size=ButtonSize::Compact>{format!("See all of revision {revision}")}</LinkButton>
    }
}

#[component]
fn Content(audit: Audit) -> impl IntoView {
    let Audit { done, records } = audit;
    view! {
        <section aria-label="What was done" class="stack tight">
            <h3>{format!("What was done: {}", words::count(done.len(), "change", "changes"))}</h3>
            <Steps done />
        </section>
        <section aria-label="What changed" class="stack tight">
            <h3>{format!("What changed: {}", words::count(records.len(), "record", "records"))}</h3>
            <Records records />
        </section>
    }
}

/// Each change with what went along with it.
#[component]
fn Steps(done: Vec<Done>) -> impl IntoView {
    let total = done.len();
    let done = StoredValue::new(done);
    let take = RwSignal::new(FIRST);
    let item = |step: &Done| {
        let cascades = step.cascades.iter().map(|cascade| {
            let sentence = words::sentence(cascade);
            view! { <li>{format!("Went along: {sentence}")}</li> }
        });
        let cascades = (!step.cascades.is_empty()).then(|| view! { <ul>{cascades.collect_view()}</ul> });
        view! { <li>{words::sentence(&step.words)}{cascades}</li> }
    };
    let items = move || done.with_value(|done| done.iter().take(take.get()).map(item).collect_view());
    view! {
        <ol class="stack tight steps-done">{items}</ol>
        {move || more(take, total, MORE, ("more change", "more changes"))}
    }
}
