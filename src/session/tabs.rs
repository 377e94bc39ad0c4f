//! Several tabs on one database: each hears when another has written, reads that, and never overwrites it.

use std::collections::BTreeSet;

use domain::Draft;
use domain::draft::Step;
use domain::ids::DraftId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use sync::{Commit, DraftRecord, Kept};

use super::boot::new_draft;
use super::saving::{Behind, Log};
use super::stored::{self, Stored, parse};
use super::{Boot, Session, saving};
use crate::platform::store::{Store, Table, Write};
use crate::platform::{Error, clock};

const SAVED: &str = "saved";
const REPLACED: &str = "replaced";

/// What the other tabs are told of writes.
pub(super) fn word(writes: &[Write]) -> &'static str {
    let is_replaced = writes.contains(&Write::Clear(Table::Commits));
    if is_replaced { REPLACED } else { SAVED }
}

/// Another tab has written.
pub(super) fn hear(session: Session, word: &str) {
    if word == REPLACED || session.boot.get_untracked() == Boot::Empty {
        spawn_local(reopen(session));
        return;
    }
    let is_running = session.log.try_update_value(|log| {
        log.behind = log.behind.max(Behind::Stale);
        log.running
    });
    // Otherwise it is read once everything of this tab is written.
    if is_running == Some(false) {
        spawn_local(refresh(session));
    }
}

async fn read(store: &Store) -> Result<Option<Stored>, Error> {
    Stored::of(store.read(&Table::ALL).await?, clock::new_id().into())
}

/// Another tab has opened another workspace: this one follows.
async fn reopen(session: Session) {
    let Some(store) = session.log.try_with_value(|log| log.store.clone()).flatten() else {
        return;
    };
    if let Ok(Some(stored)) = read(&store).await {
        let was_open = session.boot.get_untracked() == Boot::Ready;
        session.open(stored);
        if was_open {
            session
                .beside()
                .notice
                .set(Some("Another tab has opened another workspace.".to_owned()));
        }
    }
}

/// Reads what another tab wrote, unless something was done here meanwhile: then again after that is written.
pub(super) async fn refresh(session: Session) {
    let state = |session: Session| {
        session.log.try_with_value(|log| {
            (
                log.turn,
                log.running || !log.waiting.is_empty(),
                log.store.clone(),
            )
        })
    };
    let Some((turn, false, Some(store))) = state(session) else {
        return;
    };
    let behind = session.log.try_with_value(|log| log.behind).unwrap_or_default();
    if behind == Behind::Lost {
        return after_loss(session, &store, turn).await;
    }
    let found = store.read(&[Table::Commits, Table::Drafts, Table::Log]).await;
    let Some((now, is_running, _)) = state(session) else {
        return;
    };
    if now != turn || is_running {
        // The end of that writing reads again.
        return;
    }
    session.log.update_value(|log| log.behind = Behind::No);
    let read = found.and_then(|found| News::of(session, &found));
    match read {
        Ok(news) => take_over(session, news),
        Err(error) => session.beside().notice.set(Some(format!(
            "What another tab has saved could not be read: {error}"
        ))),
    }
}

/// Opens what stands in the place of a publication that came second, with its draft.
async fn after_loss(session: Session, store: &Store, turn: u64) {
    let found = read(store).await;
    let now = session.log.try_update_value(|log| {
        let is_free = log.turn == turn && !log.running;
        if is_free {
            log.behind = Behind::No;
            log.lost = None;
        }
        is_free.then(|| (log.reopen.take(), std::mem::take(&mut log.orphans)))
    });
    let Some(Some((reopen, orphans))) = now else {
        return;
    };
    let sentence = match found {
        Ok(Some(stored)) => {
            let revision = stored.head.revision;
            let orphans = names_of(&stored, &orphans);
            session.open(stored);
            if let Some(id) = reopen {
                session.open_draft(id);
            }
            let lost = format!(
                "Another tab saved first: live is revision {revision}. This draft was not published: review it again."
            );
            match orphans.as_slice() {
                [] => lost,
                [one] => format!(
                    "{lost} The draft {one} was begun on it and stands on the revision before it now: review it as well."
                ),
                more => format!(
                    "{lost} The drafts {} were begun on it and stand on the revision before it now: review them as well.",
                    more.join(", ")
                ),
            }
        }
        Ok(None) => return,
        Err(error) => format!("What another tab has saved could not be read: {error}"),
    };
    session.beside().notice.set(Some(sentence));
}

/// The names of these drafts.
fn names_of(stored: &Stored, ids: &BTreeSet<DraftId>) -> Vec<String> {
    let drafts = std::iter::once(&stored.open).chain(&stored.others);
    let found = drafts.filter(|kept| ids.contains(&kept.draft.id));
    found.map(|kept| kept.draft.name.clone()).collect()
}

struct News {
    commits: Vec<Commit>,
    drafts: Vec<Kept>,
}

impl News {
    fn of(session: Session, found: &[Vec<(String, String)>]) -> Result<Self, Error> {
        let [commits, drafts, log] = found else {
            return Err(Error::Other("the stored data is incomplete".to_owned()));
        };
        let known = session.beside().commits.read_untracked().len();
        let mut all = session.beside().commits.get_untracked();
        all.extend(stored::commits_of(
            &commits.iter().skip(known).cloned().collect(),
        )?);
        Ok(Self {
            commits: all,
            drafts: stored::drafts_of(drafts, log)?,
        })
    }
}

fn take_over(session: Session, news: News) {
    let News { commits, mut drafts } = news;
    let head = session.head.get_untracked();
    let revision = head.revision;
    let new = commits.iter().filter(|commit| commit.revision > revision);
    let head = match stored::after(head, new) {
        Ok(head) => head,
        Err(error) => return session.beside().notice.set(Some(error.to_string())),
    };
    let open = session.draft.get_untracked();
    let (reopen, is_recorded, steps) = session
        .log
        .try_update_value(|log| (log.reopen.take(), log.is_recorded, log.steps))
        .unwrap_or_default();
    let place = |id: DraftId, drafts: &[Kept]| {
        drafts
            .iter()
            .position(|kept| kept.draft.id == id && kept.discarded_at.is_none())
    };
    let wanted = reopen.and_then(|id| place(id, &drafts));
    let (kept, known) = match wanted.or_else(|| place(open.id, &drafts)) {
        Some(place) => (drafts.remove(place), true),
        None if is_recorded => (Kept::afresh(new_draft(head.revision)), false),
        None => {
            let discarded_at = None;
            (
                Kept {
                    draft: open.clone(),
                    steps,
                    discarded_at,
                },
                false,
            )
        }
    };
    let moved = (head.revision > revision).then_some(head.revision);
    let sentence = match (moved, reopen, known || !is_recorded) {
        (_, Some(_), _) => Some("Another tab has changed this draft meanwhile: review it again.".to_owned()),
        (Some(now), None, true) if !kept.draft.intents().is_empty() => Some(format!(
            "Another tab published revision {now}. This draft now stands on it: review it again."
        )),
        (Some(now), None, false) => Some(format!("Another tab published this draft as revision {now}.")),
        (None, None, false) => {
            Some("Another tab has discarded this draft. It can be restored on the page Drafts.".to_owned())
        }
        _ => None,
    };
    if session.beside().others.with_untracked(|others| *others != drafts) {
        session.beside().others.set(drafts);
    }
    if moved.is_some() {
        session.beside().commits.set(commits);
        session.head.set(head);
    }
    if moved.is_some() || kept.draft != open {
        session.show(kept, known);
    } else {
        session.log.update_value(|log| {
            log.steps = kept.steps;
            log.is_recorded = known;
        });
    }
    if sentence.is_some() {
        session.beside().notice.set(sentence);
    }
}

/// Makes room for what another tab wrote first: a publication that came second is not carried out, and steps go behind
/// those of the other tab, or into a draft of their own when theirs was published.
pub(super) async fn settle(session: Session, store: &Store) -> Result<(), Error> {
    let found = store.read(&[Table::Drafts, Table::Log]).await?;
    let [drafts, log] = found.as_slice() else {
        return Err(Error::Taken);
    };
    session
        .log
        .try_update_value(|own| {
            own.behind = own.behind.max(Behind::Stale);
            let front = own.waiting.front().cloned().unwrap_or_default();
            let id = draft_of(&front).ok_or(Error::Taken)?;
            if let Some(lost) = front.iter().find_map(commit_in) {
                own.reopen = Some(id);
                own.behind = Behind::Lost;
                own.lost = Some(lost?.revision);
                return own.lose();
            }
            let mut pending = Vec::new();
            for writes in &mut own.waiting {
                if writes.iter().any(|write| commit_in(write).is_some()) {
                    break;
                }
                for write in writes.iter().filter(|write| draft_of_write(write) == Some(id)) {
                    if let Write::Add(_, _, text) = write {
                        pending.push(stored::step(text)?);
                    }
                }
                writes.retain(|write| draft_of_write(write) != Some(id));
            }
            own.waiting.retain(|writes| !writes.is_empty());
            let key = id.to_string();
            let record = drafts.iter().find(|(found, _)| *found == key);
            let record = record.map(|(_, text)| parse::<DraftRecord>(text)).transpose()?;
            let mut draft = Draft::new(id, "Changes of another tab", 0);
            let mut first = log.iter().filter(|(found, _)| found.starts_with(&key)).count();
            let mut writes = Vec::new();
            if let Some(record) = record {
                draft = record.draft(id, Vec::new()).draft;
                if record.published {
                    draft.id = clock::new_id().into();
                    first = 0;
                    writes.push(saving::record(&draft, false, None));
                    own.reopen = Some(draft.id);
                }
            }
            for (index, intent) in sync::shelf::settle(&pending).into_iter().enumerate() {
                let step = Step::Do {
                    intent: Box::new(intent),
                };
                let key = saving::step_key(&draft, first + index);
                writes.push(Write::Add(Table::Log, key, saving::text(&step)));
            }
            if !writes.is_empty() {
                own.waiting.push_front(writes);
            }
            Ok(())
        })
        .unwrap_or(Err(Error::Taken))
}

/// The publication that a write keeps.
fn commit_in(write: &Write) -> Option<Result<Commit, Error>> {
    match write {
        Write::Add(Table::Commits, _, text) => Some(stored::commit(text)),
        _ => None,
    }
}

impl Log {
    /// Takes a publication that came second, and the later ones, out of what waits: they stood on it. The drafts that
    /// were begun or looked at on one of those stand on the last revision before it from now on: what they meet is what
    /// was published in its place.
    pub(super) fn lose(&mut self) -> Result<(), Error> {
        let Some(lost) = self.lost else { return Ok(()) };
        // What opens another workspace counts its revisions anew.
        let is_other = |writes: &Vec<Write>| writes.contains(&Write::Clear(Table::Commits));
        let end = self.waiting.iter().position(is_other);
        for writes in self.waiting.iter_mut().take(end.unwrap_or(usize::MAX)) {
            if writes.iter().any(|write| commit_in(write).is_some()) {
                writes.clear();
            }
            for write in writes {
                self.orphans.extend(stand_before(write, lost)?);
            }
        }
        self.waiting.retain(|writes| !writes.is_empty());
        if end.is_some() {
            self.lost = None;
        }
        Ok(())
    }
}

/// Makes a write say nothing of a publication that was lost; the draft where it did.
fn stand_before(write: &mut Write, lost: u64) -> Result<Option<DraftId>, Error> {
    match write {
        Write::Put(Table::Drafts, id, text) => {
            let record = parse::<DraftRecord>(text)?.without(lost);
            Ok(record.and_then(|record| {
                *text = saving::text(&record);
                id.parse().ok()
            }))
        }
        Write::Add(Table::Log, key, text) | Write::Put(Table::Log, key, text) => {
            let step = sync::shelf::without(&stored::step(text)?, lost);
            Ok(step.and_then(|step| {
                *text = saving::text(&step);
                draft_of_key(key)
            }))
        }
        _ => Ok(None),
    }
}

/// The draft to whose log a write adds.
fn draft_of_write(write: &Write) -> Option<DraftId> {
    match write {
        Write::Add(Table::Log, key, _) => draft_of_key(key),
        _ => None,
    }
}

fn draft_of_key(key: &str) -> Option<DraftId> {
    key.split('/').next()?.parse().ok()
}

fn draft_of(writes: &[Write]) -> Option<DraftId> {
    writes.iter().find_map(draft_of_write)
}

#[cfg(test)]
mod tests;
