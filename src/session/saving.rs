//! Everything done is written at once, in order, one small transaction each; "Saved" is said when it is on the disk.

use std::collections::VecDeque;

use chrono::{DateTime, Utc};
use domain::Draft;
use domain::bulk::Job;
use domain::draft::Step;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use sync::{Commit, Head};

use super::Session;
use super::stored::Stored;
use crate::platform::store::{Store, Table, Write};
use crate::platform::{Error, clock};

/// How far what was done is on the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was done yet.
    #[default]
    Nothing,
    /// On its way.
    Pending,
    /// All of it is on the disk since then.
    Saved(DateTime<Utc>),
    /// It could not be written; it is kept here and can be tried again.
    Failed(Error),
    /// There is no storage: it lives as long as this tab.
    MemoryOnly,
}

/// What is still to be written, and where.
#[derive(Default)]
pub(super) struct Log {
    pub(super) store: Option<Store>,
    /// Steps of the open draft written so far; the next one's key.
    pub(super) steps: usize,
    pub(super) waiting: VecDeque<Vec<Write>>,
    running: bool,
}

/// A draft's record; what is in it stands in the log.
#[derive(Serialize, Deserialize)]
pub(super) struct DraftRecord {
    pub(super) name: String,
    pub(super) base: u64,
    pub(super) published: bool,
}

/// Key of the bulk jobs.
pub(super) const JOBS: &str = "jobs";
/// Commits after which a new snapshot replaces the old one.
const SNAPSHOT_EVERY: u64 = 20;
/// Bytes of a snapshot in one record, at the most.
const CHUNK: usize = 500_000;

/// Appends a step of the open draft.
pub(super) fn append(session: Session, step: &Step) {
    let draft = session.draft.read_untracked();
    let index = session.log.try_update_value(|log| {
        log.steps += 1;
        log.steps - 1
    });
    let index = index.unwrap_or_default();
    let mut writes = Vec::new();
    if index == 0 {
        writes.push(record(&draft, false));
    }
    // `Add`: another tab that wrote this step first must not be overwritten.
    writes.push(Write::Add(Table::Log, step_key(&draft, index), text(step)));
    enqueue(session, writes);
}

/// Writes a commit, closes its draft, and now and then a new snapshot, in one transaction.
pub(super) fn publish(session: Session, commit: &Commit, head: &Head) {
    let draft = session.draft.read_untracked();
    let mut writes = vec![
        Write::Add(Table::Commits, format!("{:010}", commit.revision), text(commit)),
        record(&draft, true),
    ];
    if head.revision.is_multiple_of(SNAPSHOT_EVERY) {
        writes.extend(snapshot(head));
    }
    session.log.update_value(|log| log.steps = 0);
    enqueue(session, writes);
}

/// The writes that make this all that is stored.
pub(super) fn whole(stored: &Stored) -> Vec<Write> {
    let Stored {
        head,
        draft,
        steps,
        jobs: kept,
    } = stored;
    let mut writes = vec![
        Write::Clear(Table::Commits),
        Write::Clear(Table::Drafts),
        Write::Clear(Table::Log),
    ];
    writes.extend(snapshot(head));
    writes.push(jobs(kept));
    if !steps.is_empty() {
        writes.push(record(draft, false));
    }
    let steps = steps.iter().enumerate();
    writes.extend(steps.map(|(index, step)| Write::Put(Table::Log, step_key(draft, index), text(step))));
    writes
}

/// The write that makes these the stored bulk jobs.
pub(super) fn jobs(jobs: &[Job]) -> Write {
    Write::Put(Table::Meta, JOBS.into(), text(&jobs))
}

/// A draft's record; what is in it stands in the log.
fn record(draft: &Draft, published: bool) -> Write {
    let record = DraftRecord {
        name: draft.name.clone(),
        base: draft.base,
        published,
    };
    Write::Put(Table::Drafts, draft.id.to_string(), text(&record))
}

fn step_key(draft: &Draft, index: usize) -> String {
    format!("{}/{index:08}", draft.id)
}

/// The writes that make a head the stored snapshot.
fn snapshot(head: &Head) -> Vec<Write> {
    let whole = text(&head.workspace);
    let pieces = pieces(&whole).into_iter().enumerate();
    let pieces =
        pieces.map(|(index, piece)| Write::Put(Table::Snapshot, format!("{index:06}"), piece.to_owned()));
    let mut writes = vec![
        Write::Clear(Table::Snapshot),
        Write::Put(Table::Meta, "revision".into(), text(&head.revision)),
    ];
    writes.extend(pieces);
    writes
}

/// A text in pieces that a record holds, cut between characters.
fn pieces(mut whole: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    while !whole.is_empty() {
        let (piece, rest) = whole.split_at(whole.floor_char_boundary(CHUNK));
        pieces.push(piece);
        whole = rest;
    }
    pieces
}

pub(super) fn enqueue(session: Session, writes: Vec<Write>) {
    let start = session.log.try_update_value(|log| {
        log.store.as_ref()?;
        if !writes.is_empty() {
            log.waiting.push_back(writes);
        }
        Some(!std::mem::replace(&mut log.running, true))
    });
    match start.flatten() {
        None => session.saving.set(Saving::MemoryOnly),
        Some(start) => {
            session.saving.set(Saving::Pending);
            if start {
                spawn_local(drain(session));
            }
        }
    }
}

/// Writes what waits, oldest first; what fails stays in its place.
async fn drain(session: Session) {
    let mut outcome = Ok(());
    loop {
        let next = session
            .log
            .try_with_value(|log| log.store.clone().zip(log.waiting.front().cloned()))
            .flatten();
        let Some((store, writes)) = next else { break };
        outcome = store.write(&writes).await;
        if outcome.is_err() {
            break;
        }
        session.log.try_update_value(|log| log.waiting.pop_front());
    }
    session.log.try_update_value(|log| log.running = false);
    let state = outcome.map_or_else(Saving::Failed, |()| Saving::Saved(clock::now()));
    session.saving.try_set(state);
}

/// JSON, which cannot fail for these types: they have no maps with keys other than texts.
fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
