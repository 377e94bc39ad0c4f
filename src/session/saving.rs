//! Everything done is written at once, in order, one small transaction each; "Saved" is said when it is on the disk.

use std::collections::{BTreeSet, VecDeque};

use chrono::{DateTime, Utc};
use domain::bulk::Job;
use domain::draft::Step;
use domain::ids::DraftId;
use domain::{Draft, Workspace};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use sync::{Commit, DraftRecord, Head, Kept};

use super::Session;
use super::stored::{Origin, Stored};
use super::tabs;
use crate::platform::channel::Channel;
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
    /// Whether the open draft has its record.
    pub(super) is_recorded: bool,
    pub(super) waiting: VecDeque<Vec<Write>>,
    pub(super) running: bool,
    /// How many pieces of work have more to write, so that not all is on the disk yet.
    pub(super) held: u32,
    /// Counts what was to be written, to see whether something came in between.
    pub(super) turn: u64,
    /// What another tab's writing asks of this one.
    pub(super) behind: Behind,
    /// The draft to open once that is read.
    pub(super) reopen: Option<DraftId>,
    /// The revision that a publication of this tab would have made which came second, until what stands in its place is
    /// open here.
    pub(super) lost: Option<u64>,
    /// The drafts that stood on it.
    pub(super) orphans: BTreeSet<DraftId>,
    pub(super) channel: Option<Channel>,
}

/// What another tab's writing asks of this one, the lesser first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Behind {
    /// Nothing: all it wrote is known here.
    #[default]
    No,
    /// What it wrote is to be read.
    Stale,
    /// A publication of this tab came second: the head here is not the one that stands.
    Lost,
}

/// Key of the bulk jobs.
pub(super) const JOBS: &str = "jobs";
/// Key of the name under which is published.
pub(super) const AUTHOR: &str = "author";
/// Commits after which a new snapshot replaces the old one.
const SNAPSHOT_EVERY: u64 = 20;
/// Bytes of a snapshot in one record, at the most.
const CHUNK: usize = 500_000;

/// Appends a step of the open draft.
pub(super) fn append(session: Session, step: &Step) {
    append_text(session, text(step), None);
}

/// Appends a step of the open draft by its text; what is to be written `beside` it is written in the same transaction.
pub(super) fn append_text(session: Session, step: String, beside: Option<Write>) {
    let draft = session.draft.read_untracked();
    let found = session.log.try_update_value(|log| {
        log.steps += 1;
        (log.steps - 1, std::mem::replace(&mut log.is_recorded, true))
    });
    let (index, is_recorded) = found.unwrap_or_default();
    let mut writes = Vec::new();
    if !is_recorded {
        writes.extend(record_open(&draft));
    }
    // `Add`: another tab that wrote this step first must not be overwritten.
    writes.push(Write::Add(Table::Log, step_key(&draft, index), step));
    writes.extend(beside);
    enqueue(session, writes);
}

/// Writes the open draft's record if it has none yet.
pub(super) fn ensure_record(session: Session) {
    let is_recorded = session
        .log
        .try_update_value(|log| std::mem::replace(&mut log.is_recorded, true));
    if is_recorded == Some(false) {
        enqueue(session, record_open(&session.draft.read_untracked()).to_vec());
    }
}

fn record_open(draft: &Draft) -> [Write; 2] {
    [
        record(draft, false, None),
        Write::Put(Table::Meta, "open".into(), text(&draft.id)),
    ]
}

/// Writes a commit, closes its draft, and now and then a new snapshot, in one transaction.
pub(super) fn publish(session: Session, commit: &Commit, head: &Head) {
    let draft = session.draft.read_untracked();
    let mut writes = vec![
        Write::Add(Table::Commits, commit_key(commit), text(commit)),
        record(&draft, true, None),
    ];
    // The draft's next step is taken: another tab cannot add to what is published, nor this one publish without it.
    let steps = session.log.try_with_value(|log| log.steps).unwrap_or_default();
    writes.push(Write::Add(
        Table::Log,
        step_key(&draft, steps),
        text(&Step::Close),
    ));
    if head.revision.is_multiple_of(SNAPSHOT_EVERY) {
        writes.extend(snapshot(head));
    }
    session.log.update_value(|log| {
        log.steps = 0;
        log.is_recorded = false;
    });
    enqueue(session, writes);
}

/// The writes that make this all that is stored.
pub(super) fn whole(stored: &Stored) -> Vec<Write> {
    let mut writes = vec![
        Write::Clear(Table::Commits),
        Write::Clear(Table::Drafts),
        Write::Clear(Table::Log),
        Write::Clear(Table::Meta),
    ];
    writes.extend(origin(&stored.origin));
    writes.extend(snapshot(&stored.head));
    writes.push(jobs(&stored.jobs));
    writes.push(author(&stored.author));
    let commits = stored.commits.iter();
    writes.extend(commits.map(|commit| Write::Put(Table::Commits, commit_key(commit), text(commit))));
    for kept in &stored.others {
        writes.extend(kept_whole(kept));
    }
    if stored.is_recorded {
        writes.extend(kept_whole(&stored.open));
        let open = text(&stored.open.draft.id);
        writes.push(Write::Put(Table::Meta, "open".into(), open));
    }
    writes
}

/// The write that makes these the stored bulk jobs.
pub(super) fn jobs(jobs: &[Job]) -> Write {
    Write::Put(Table::Meta, JOBS.into(), text(&jobs))
}

/// The write that keeps the name under which is published.
pub(super) fn author(name: &str) -> Write {
    Write::Put(Table::Meta, AUTHOR.into(), text(&name))
}

/// The writes that make a draft with all its changes, and nothing to redo.
pub(super) fn kept_whole(kept: &Kept) -> Vec<Write> {
    let draft = &kept.draft;
    let steps = sync::shelf::steps(draft).into_iter().enumerate();
    let steps = steps.map(|(index, step)| Write::Put(Table::Log, step_key(draft, index), text(&step)));
    let record = record(draft, false, kept.discarded_at);
    std::iter::once(record).chain(steps).collect()
}

/// The writes that take a draft away for good.
pub(super) fn kept_removed(kept: &Kept) -> Vec<Write> {
    let steps = (0..kept.steps).map(|index| Write::Remove(Table::Log, step_key(&kept.draft, index)));
    let record = Write::Remove(Table::Drafts, kept.draft.id.to_string());
    std::iter::once(record).chain(steps).collect()
}

/// A draft's record; what is in it stands in the log.
pub(super) fn record(draft: &Draft, published: bool, discarded_at: Option<DateTime<Utc>>) -> Write {
    let record = DraftRecord::of(draft, published, discarded_at);
    Write::Put(Table::Drafts, draft.id.to_string(), text(&record))
}

pub(super) fn step_key(draft: &Draft, index: usize) -> String {
    format!("{}/{index:08}", draft.id)
}

fn commit_key(commit: &Commit) -> String {
    format!("{:010}", commit.revision)
}

/// The writes that make this what the kept commits begin with.
pub(super) fn origin(origin: &Origin) -> Vec<Write> {
    let pieces = pieces(&origin.text).into_iter().enumerate();
    let pieces =
        pieces.map(|(index, piece)| Write::Put(Table::Origin, format!("{index:06}"), piece.to_owned()));
    let mut writes = vec![
        Write::Clear(Table::Origin),
        Write::Put(Table::Meta, "origin".into(), text(&origin.revision)),
    ];
    writes.extend(pieces);
    writes
}

/// The writes that make a head the stored snapshot.
fn snapshot(head: &Head) -> Vec<Write> {
    let whole = whole_text(&head.workspace);
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

/// A workspace's stored form, as the crate writes it that is built to be fast.
pub(super) fn whole_text(workspace: &Workspace) -> String {
    sync::pieces::pieces(workspace).collect()
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
        log.turn += 1;
        log.store.as_ref()?;
        if !writes.is_empty() {
            log.waiting.push_back(writes);
            // What was done meanwhile stood on it as well. Texts of this tab's own making can be read.
            let _ = log.lose();
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

/// Writes what waits, oldest first; what fails stays in its place. What another tab has written first is settled.
async fn drain(session: Session) {
    let mut outcome = Ok(());
    loop {
        // Taken out rather than copied: they may be long.
        let next = session.log.try_update_value(|log| {
            let store = log.store.clone()?;
            Some((store, log.waiting.pop_front()?))
        });
        let Some((store, writes)) = next.flatten() else {
            break;
        };
        outcome = store.write(&writes).await;
        let word = tabs::word(&writes);
        if outcome.is_err() {
            session.log.try_update_value(|log| log.waiting.push_front(writes));
        }
        if outcome == Err(Error::Taken) {
            outcome = tabs::settle(session, &store).await;
            if outcome.is_ok() {
                continue;
            }
        }
        if outcome.is_err() {
            break;
        }
        session.log.try_with_value(|log| {
            if let Some(channel) = &log.channel {
                channel.tell(word);
            }
        });
    }
    let left = session.log.try_update_value(|log| {
        log.running = false;
        (log.behind, log.held)
    });
    let (behind, held) = left.unzip();
    let state = match outcome {
        Err(error) => Saving::Failed(error),
        Ok(()) if held.is_some_and(|held| held > 0) => Saving::Pending,
        Ok(()) => Saving::Saved(clock::now()),
    };
    session.saving.try_set(state);
    if behind.is_some_and(|behind| behind != Behind::No) {
        tabs::refresh(session).await;
    }
}

/// Something is being done that will be written; until this is dropped nothing is said to be saved.
pub(super) struct Hold(Session);

/// From now on not all is on the disk.
pub(super) fn hold(session: Session) -> Hold {
    let is_stored = session.log.try_update_value(|log| {
        log.held += 1;
        log.store.is_some()
    });
    if is_stored == Some(true) {
        session.saving.set(Saving::Pending);
    }
    Hold(session)
}

impl Drop for Hold {
    fn drop(&mut self) {
        let session = self.0;
        session
            .log
            .try_update_value(|log| log.held = log.held.saturating_sub(1));
        enqueue(session, Vec::new());
    }
}

/// JSON, which cannot fail for these types: they have no maps with keys other than texts.
pub(super) fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
