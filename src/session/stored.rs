//! What is kept, in the database or in a file: the published head, the open draft, and the steps that made it.

use std::collections::BTreeMap;

use domain::bulk::Job;
use domain::draft::Step;
use domain::ids::DraftId;
use domain::{Draft, Workspace};
use serde::{Deserialize, Serialize};
use sync::file::FileError;
use sync::{Commit, Head};

use super::boot::empty_draft;
use super::saving::{self, DraftRecord};
use crate::platform::Error;
use crate::platform::store::Table;

/// Everything that makes a session.
#[derive(Clone)]
pub(super) struct Stored {
    pub(super) head: Head,
    pub(super) draft: Draft,
    /// The draft's log; the draft is what they come to.
    pub(super) steps: Vec<Step>,
    /// The bulk jobs, newest first.
    pub(super) jobs: Vec<Job>,
}

/// A table's keys and values.
pub(super) type Records = Vec<(String, String)>;

impl Stored {
    /// A workspace that nothing is known of but itself; `draft` is the id of its empty draft.
    pub(super) fn first(workspace: Workspace, draft: DraftId) -> Self {
        Self {
            head: Head::first(workspace),
            draft: empty_draft(draft, 1),
            steps: Vec::new(),
            jobs: Vec::new(),
        }
    }

    /// What the database's tables hold; `None` when they hold no workspace. `new` is the draft's id where none is open.
    pub(super) fn of(tables: Vec<Records>, new: DraftId) -> Result<Option<Self>, Error> {
        let Ok(tables) = <[Records; 5]>::try_from(tables) else {
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

    /// Snapshot, then the commits since, then the open draft's steps.
    fn from_tables(
        [meta, pieces, commits, drafts, log]: [Records; 5],
        new: DraftId,
    ) -> Result<Option<Self>, Error> {
        let fact = |key: &str| {
            let mut facts = meta.iter();
            facts
                .find(|(other, _)| other == key)
                .map(|(_, text)| text.as_str())
        };
        let Some(revision) = fact("revision") else {
            return Ok(None);
        };
        let jobs = fact(saving::JOBS).map_or_else(|| Ok(Vec::new()), parse)?;
        let whole: String = pieces.into_iter().map(|(_, piece)| piece).collect();
        let mut head = Head {
            revision: parse(revision)?,
            workspace: parse(&whole)?,
        };
        for (_, text) in &commits {
            let commit: Commit = parse(text)?;
            if commit.revision > head.revision {
                head = head
                    .after(&commit)
                    .map_err(|refusal| Error::Other(refusal.to_string()))?;
            }
        }
        let mut draft = empty_draft(new, head.revision);
        let mut steps = Vec::new();
        for (id, text) in drafts {
            let record: DraftRecord = parse(&text)?;
            if !record.published {
                let id_of = id
                    .parse()
                    .map_err(|_| Error::Other(format!("`{id}` is not a draft's id")))?;
                draft = Draft::new(id_of, &record.name, record.base);
                steps = log
                    .iter()
                    .filter(|(key, _)| key.starts_with(&id))
                    .map(|(_, step)| parse(step))
                    .collect::<Result<Vec<Step>, _>>()?;
                for step in &steps {
                    draft.take(step.clone());
                }
            }
        }
        Ok(Some(Self {
            head,
            draft,
            steps,
            jobs,
        }))
    }
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
    if rescue.version > 1 {
        return Some(Err(FileError::TooNew.to_string()));
    }
    let tables = Table::ALL.map(|table| rescue.tables.remove(table.name()).unwrap_or_default());
    let found = Stored::from_tables(tables, new).map_err(|error| error.to_string());
    Some(found.and_then(|stored| {
        stored.ok_or_else(|| "this file holds no workspace: nothing was stored yet".to_owned())
    }))
}

fn parse<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| Error::Other(format!("the stored data is damaged: {error}")))
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
        assert_eq!((stored.head.revision, stored.steps.len()), (1, 0));
        assert_eq!(stored.head.workspace.settings().company, "Larkspur");
    }

    #[test]
    fn a_rescue_file_brings_head_and_draft_back() {
        let workspace = Workspace::empty("Larkspur", Zone::UTC);
        let draft = uuid::Uuid::from_u128(7).to_string();
        let record = DraftRecord {
            name: "Winter".into(),
            base: 3,
            published: false,
        };
        let step = Step::Do {
            intent: Box::new(Intent::SetSmsChat { on: true }),
        };
        let tables = [
            ("meta", vec![("revision".into(), "3".into())]),
            ("snapshot", vec![("000000".into(), json(&workspace))]),
            ("drafts", vec![(draft.clone(), json(&record))]),
            ("log", vec![(format!("{draft}/00000000"), json(&step))]),
        ];
        let rescue = Rescue {
            format: "direct-sms rescue".into(),
            version: 1,
            tables: tables.map(|(name, records)| (name.to_owned(), records)).into(),
        };
        let stored = Stored::from_file(json(&rescue).as_bytes(), id()).ok().unwrap();
        assert_eq!(stored.head.revision, 3);
        assert_eq!(stored.draft.name, "Winter");
        assert_eq!(stored.draft.intents(), [Intent::SetSmsChat { on: true }]);
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
