//! What is kept, in the database or in a file: the published head, the commits that led to it, and the drafts.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::Workspace;
use domain::bulk::Job;
use domain::draft::Step;
use domain::ids::DraftId;
use serde::{Deserialize, Serialize};
use sync::file::FileError;
use sync::{Commit, DraftRecord, Head, Kept};

use super::boot::empty_draft;
use super::saving;
use crate::platform::Error;
use crate::platform::store::{Table, joined};

/// Everything that makes a session.
#[derive(Clone)]
pub(super) struct Stored {
    pub(super) origin: Origin,
    /// Whether the origin has to be written yet: the first version of the store did not keep it.
    pub(super) lacks_origin: bool,
    pub(super) commits: Vec<Commit>,
    pub(super) head: Head,
    pub(super) open: Kept,
    /// Whether the open draft has its record; an empty one that nobody named has none.
    pub(super) is_recorded: bool,
    /// The other drafts, the discarded ones among them.
    pub(super) others: Vec<Kept>,
    /// The bulk jobs, newest first.
    pub(super) jobs: Vec<Job>,
    /// The name under which was published last.
    pub(super) author: String,
}

/// The configuration that the kept commits begin with, as it is written: it is read only when an old revision is opened.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    pub(super) revision: u64,
    pub(super) text: Arc<str>,
}

impl Origin {
    pub(super) fn of(head: &Head) -> Self {
        Self {
            revision: head.revision,
            text: saving::whole_text(&head.workspace).into(),
        }
    }

    /// The published configuration at a revision.
    pub(super) fn at(&self, revision: u64, commits: &[Commit]) -> Result<Head, Error> {
        if revision < self.revision {
            return Err(Error::Other(format!(
                "revisions are kept from {} on",
                self.revision
            )));
        }
        let first = Head {
            revision: self.revision,
            workspace: sync::read::workspace(&self.text).map_err(damaged)?,
        };
        let head = after(first, commits.iter().filter(|commit| commit.revision <= revision))?;
        if head.revision == revision {
            Ok(head)
        } else {
            Err(Error::Other(format!("there is no revision {revision} yet")))
        }
    }
}

/// A table's keys and values.
pub(super) type Records = Vec<(String, String)>;

impl Stored {
    /// A workspace that nothing is known of but itself; `draft` is the id of its empty draft.
    pub(super) fn first(workspace: Workspace, draft: DraftId) -> Self {
        let head = Head::first(workspace);
        Self {
            origin: Origin::of(&head),
            lacks_origin: false,
            commits: Vec::new(),
            head,
            open: Kept::afresh(empty_draft(draft, 1)),
            is_recorded: false,
            others: Vec::new(),
            jobs: Vec::new(),
            author: String::new(),
        }
    }

    /// What the database's tables hold; `None` when they hold no workspace. `new` is the draft's id where none is open.
    pub(super) fn of(tables: Vec<Records>, new: DraftId) -> Result<Option<Self>, Error> {
        let Ok(tables) = <[Records; 6]>::try_from(tables) else {
            return Ok(None);
        };
        Self::from_tables(tables, new)
    }

    /// What a file holds: a workspace, or all that the panic screen could save.
    pub(super) fn from_file(bytes: &[u8], new: DraftId) -> Result<Self, String> {
        match sync::file::read(bytes) {
            Ok(workspace) => Ok(Self::first(workspace, new)),
            Err(FileError::Foreign) => rescued(bytes, new).ok_or_else(|| FileError::Foreign.to_string())?,
            Err(error) => Err(error.to_string()),
        }
    }

    /// Snapshot, then the commits since, then the drafts with their steps.
    fn from_tables(
        [meta, pieces, commits, drafts, log, origin]: [Records; 6],
        new: DraftId,
    ) -> Result<Option<Self>, Error> {
        let fact = |name: &str| meta.iter().find(|(key, _)| key == name).map(|(_, text)| text);
        let Some(revision) = fact("revision") else {
            return Ok(None);
        };
        let revision: u64 = parse(revision)?;
        let mut jobs: Vec<Job> = fact(saving::JOBS).map_or_else(|| Ok(Vec::new()), |text| parse(text))?;
        // Its end is written together with its change.
        jobs.iter_mut().for_each(Job::interrupt);
        let author = fact(saving::AUTHOR).map_or_else(|| Ok(String::new()), |text| parse(text))?;
        let whole = in_one(pieces);
        let snapshot = Head {
            revision,
            workspace: sync::read::workspace(&whole).map_err(damaged)?,
        };
        let lacks_origin = origin.is_empty();
        let origin = match fact("origin") {
            Some(revision) if !lacks_origin => Origin {
                revision: parse(revision)?,
                text: in_one(origin).into(),
            },
            _ => Origin {
                revision,
                text: whole.into(),
            },
        };
        let commits = commits_of(&commits)?;
        let head = after(
            snapshot,
            commits.iter().filter(|commit| commit.revision > revision),
        )?;
        let mut others = drafts_of(&drafts, &log)?;
        let last_open = fact("open").map(|id| parse::<DraftId>(id)).transpose()?;
        let is_kept = |kept: &Kept| kept.discarded_at.is_none();
        let found = others
            .iter()
            .position(|kept| is_kept(kept) && Some(kept.draft.id) == last_open)
            .or_else(|| others.iter().rposition(is_kept).filter(|_| last_open.is_none()));
        let open = found.map(|place| others.remove(place));
        Ok(Some(Self {
            origin,
            lacks_origin,
            commits,
            is_recorded: open.is_some(),
            open: open.unwrap_or_else(|| Kept::afresh(empty_draft(new, head.revision))),
            head,
            others,
            jobs,
            author,
        }))
    }
}

/// Whether the draft that was open last has changes: as far as it can be told before any of it is read.
pub(super) fn has_changes(tables: &[Records]) -> bool {
    let [meta, _, _, drafts, log, _] = tables else {
        return false;
    };
    let open = meta.iter().find(|(key, _)| key == "open");
    let is_open = |id: &str| open.is_some_and(|(_, text)| text.trim_matches('"') == id);
    drafts
        .iter()
        .filter(|(id, record)| is_open(id) && record.contains(r#""published":false"#))
        .any(|(id, _)| log.iter().any(|(key, _)| key.starts_with(id)))
}

fn in_one(pieces: Records) -> String {
    pieces.into_iter().map(|(_, piece)| piece).collect()
}

/// The commits as they are stored, oldest first.
pub(super) fn commits_of(records: &Records) -> Result<Vec<Commit>, Error> {
    records.iter().map(|(_, text)| commit(text)).collect()
}

/// A head after some commits.
pub(super) fn after<'a>(head: Head, commits: impl Iterator<Item = &'a Commit>) -> Result<Head, Error> {
    let mut head = head;
    for commit in commits {
        head = head
            .after(commit)
            .map_err(|refusal| Error::Other(refusal.to_string()))?;
    }
    Ok(head)
}

/// The drafts that are not published, each with what its log comes to.
pub(super) fn drafts_of(drafts: &Records, log: &Records) -> Result<Vec<Kept>, Error> {
    let mut found = Vec::new();
    for (id, text) in drafts {
        let record: DraftRecord = parse(text)?;
        if record.published {
            continue;
        }
        let draft = id
            .parse()
            .map_err(|_| Error::Other(format!("`{id}` is not a draft's id")))?;
        let first = log.partition_point(|(key, _)| key < id);
        let steps = log.iter().skip(first).take_while(|(key, _)| key.starts_with(id));
        let steps = steps
            .map(|(_, text)| step(text))
            .collect::<Result<Vec<Step>, _>>()?;
        found.push(record.draft(draft, steps));
    }
    Ok(found)
}

/// What `public/rescue.js` writes: the tables as they are.
#[derive(Serialize, Deserialize)]
struct Rescue {
    format: String,
    version: u32,
    tables: BTreeMap<String, Records>,
}

/// The session in a rescue file; `None` for any other file.
fn rescued(bytes: &[u8], new: DraftId) -> Option<Result<Stored, String>> {
    let mut rescue: Rescue = serde_json::from_slice(bytes).ok()?;
    if rescue.format != "direct-sms rescue" {
        return None;
    }
    if rescue.version > 3 {
        return Some(Err(FileError::TooNew.to_string()));
    }
    let tables = Table::ALL.map(|table| joined(rescue.tables.remove(table.name()).unwrap_or_default()));
    let found = Stored::from_tables(tables, new).map_err(|error| error.to_string());
    Some(found.and_then(|stored| {
        stored.ok_or_else(|| "this file holds no workspace: nothing was stored yet".to_owned())
    }))
}

pub(super) fn parse<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(damaged)
}

/// A publication.
pub(super) fn commit(text: &str) -> Result<Commit, Error> {
    sync::read::commit(text).map_err(damaged)
}

/// A line of a draft's log.
pub(super) fn step(text: &str) -> Result<Step, Error> {
    sync::read::step(text).map_err(damaged)
}

fn damaged(error: serde_json::Error) -> Error {
    Error::Other(format!("the stored data is damaged: {error}"))
}

#[cfg(test)]
mod tests {
    use domain::{Intent, Zone};

    use super::*;

    fn id() -> DraftId {
        uuid::Uuid::from_u128(1).into()
    }

    fn json(value: &impl Serialize) -> String {
        serde_json::to_string(value).unwrap()
    }

    #[test]
    fn a_workspace_file_is_a_first_revision() {
        let text = sync::file::write(&Workspace::empty("Larkspur", Zone::UTC)).unwrap();
        let stored = Stored::from_file(text.as_bytes(), id()).ok().unwrap();
        assert_eq!((stored.head.revision, stored.open.steps), (1, 0));
        assert_eq!(stored.head.workspace.settings().company, "Larkspur");
    }

    #[test]
    fn a_rescue_file_brings_head_and_draft_back() {
        let workspace = Workspace::empty("Larkspur", Zone::UTC);
        let draft = uuid::Uuid::from_u128(7).to_string();
        // As the first version of the store wrote it.
        let record = r#"{"name":"Winter","base":3,"published":false}"#.to_owned();
        let step = Step::Do {
            intent: Box::new(Intent::SetSmsChat { on: true }),
        };
        let tables = [
            ("meta", vec![("revision".into(), "3".into())]),
            ("snapshot", vec![("000000".into(), json(&workspace))]),
            ("drafts", vec![(draft.clone(), record)]),
            ("log", vec![(format!("{draft}/00000000"), json(&step))]),
        ];
        let rescue = Rescue {
            format: "direct-sms rescue".into(),
            version: 1,
            tables: tables.map(|(name, records)| (name.to_owned(), records)).into(),
        };
        let stored = Stored::from_file(json(&rescue).as_bytes(), id()).ok().unwrap();
        assert_eq!(stored.head.revision, 3);
        assert_eq!(stored.open.draft.name, "Winter");
        assert_eq!(stored.open.draft.intents(), [Intent::SetSmsChat { on: true }]);
        // The first version kept no origin: the snapshot is it, and is written as such.
        assert!(stored.lacks_origin && stored.is_recorded);
        assert_eq!(stored.origin.at(3, &[]).ok(), Some(stored.head));
        assert!(stored.origin.at(2, &[]).is_err() && stored.origin.at(4, &[]).is_err());
    }

    #[test]
    fn other_files_are_refused_with_a_sentence() {
        let sentence = |text: &str| Stored::from_file(text.as_bytes(), id()).err().unwrap();
        let foreign = "this is not a workspace file: choose a file that was exported here";
        assert_eq!(sentence("number,label"), foreign);
        assert_eq!(sentence(r#"{"format":"other","version":1,"tables":{}}"#), foreign);
        assert_eq!(
            sentence(r#"{"format":"direct-sms rescue","version":1,"tables":{}}"#),
            "this file holds no workspace: nothing was stored yet"
        );
    }
}
