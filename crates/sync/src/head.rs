//! The published configuration, and how a draft becomes part of it: all or nothing.

use chrono::{DateTime, Utc};
use domain::{Draft, Intent, Refusal, Workspace};
use serde::{Deserialize, Serialize};

/// The published configuration at a revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Counts the commits; the first workspace is revision 1.
    pub revision: u64,
    /// The configuration.
    pub workspace: Workspace,
}

/// One published draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commit {
    /// The revision it made.
    pub revision: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who, by the name they gave; empty when they gave none.
    #[serde(default)]
    pub by: String,
    /// The draft's name.
    pub draft: String,
    /// Why, in the admin's words.
    pub note: String,
    /// What, oldest first.
    pub intents: Vec<Intent>,
}

/// Why a draft cannot be published as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PublishError {
    /// There is nothing in it.
    #[error("the draft changes nothing yet")]
    Empty,
    /// Some of it no longer fits; never published in part.
    #[error("{count} of the changes cannot be made: undo them first")]
    Refused {
        /// How many.
        count: usize,
    },
}

impl Head {
    /// The first head of a workspace.
    pub fn first(workspace: Workspace) -> Self {
        Self {
            revision: 1,
            workspace,
        }
    }

    /// The head with the draft in it, and the commit that makes it.
    ///
    /// # Errors
    /// An empty draft, or one that is refused in part.
    pub fn publish(
        &self,
        draft: &Draft,
        note: &str,
        at: DateTime<Utc>,
    ) -> Result<(Self, Commit), PublishError> {
        if draft.intents().is_empty() {
            return Err(PublishError::Empty);
        }
        let replayed = draft.replay(&self.workspace);
        if !replayed.refused.is_empty() {
            return Err(PublishError::Refused {
                count: replayed.refused.len(),
            });
        }
        let revision = self.revision + 1;
        let commit = Commit {
            revision,
            at,
            by: String::new(),
            draft: draft.name.clone(),
            note: note.trim().to_owned(),
            intents: draft.intents().to_vec(),
        };
        Ok((
            Self {
                revision,
                workspace: replayed.workspace,
            },
            commit,
        ))
    }

    /// The head after a commit, as when the stored commits are read back.
    ///
    /// # Errors
    /// An intent that the stored head refuses: the data does not belong together.
    pub fn after(&self, commit: &Commit) -> Result<Self, Refusal> {
        let mut workspace = self.workspace.clone();
        for intent in &commit.intents {
            workspace.reapply(intent)?;
        }
        Ok(Self {
            revision: commit.revision,
            workspace,
        })
    }
}

#[cfg(test)]
mod tests {
    use domain::Zone;
    use domain::draft::Step;

    use super::*;

    fn head() -> Head {
        let mut workspace = Workspace::empty("Test", Zone::UTC);
        workspace.apply(&Intent::SetSmsChat { on: true }).unwrap();
        Head::first(workspace)
    }

    fn draft(intents: &[Intent]) -> Draft {
        let id = uuid::Uuid::from_u128(1).into();
        let mut draft = Draft::new(id, "First", 1);
        for intent in intents {
            draft.take(Step::Do {
                intent: Box::new(intent.clone()),
            });
        }
        draft
    }

    fn add(number: &str) -> Intent {
        let number = number.parse().unwrap();
        Intent::AddNumber {
            number,
            label: "Desk".parse().unwrap(),
            direct: true,
            entered_as: String::new(),
            facts: None,
        }
    }

    #[test]
    fn a_commit_makes_the_same_head_again() {
        let (published, commit) = head()
            .publish(&draft(&[add("+14155550100")]), " why ", DateTime::UNIX_EPOCH)
            .unwrap();
        assert_eq!((published.revision, commit.note.as_str()), (2, "why"));
        assert_eq!(head().after(&commit), Ok(published));
    }

    #[test]
    fn what_was_published_stands_even_where_a_screen_is_locked_now() {
        let locked = Head::first(Workspace::empty("Test", Zone::UTC));
        let stored = r#"{"revision":2,"at":"2026-10-01T12:00:00Z","draft":"First","note":"","intents":[
            {"add_number":{"number":"+14155550100","label":"Desk","direct":true,"entered_as":"","facts":null}},
            {"add_user":{"user":"00000000-0000-0000-0000-000000000009","email":"e@test.example","name":"Eva Bloom","roles":["Agent"],"teams":[]}}
        ]}"#;
        let commit: Commit = serde_json::from_str(stored).unwrap();
        let mut draft = draft(&commit.intents);
        draft.base = locked.revision;
        assert_eq!(
            locked.publish(&draft, "", DateTime::UNIX_EPOCH),
            Err(PublishError::Refused { count: 1 })
        );
        assert_eq!(locked.after(&commit).unwrap().workspace.numbers().len(), 1);
    }

    #[test]
    fn a_draft_is_published_whole_or_not_at_all() {
        assert_eq!(
            head().publish(&draft(&[]), "", DateTime::UNIX_EPOCH),
            Err(PublishError::Empty)
        );
        let twice = draft(&[add("+14155550100"), add("+1 415 555 0100")]);
        assert_eq!(
            head().publish(&twice, "", DateTime::UNIX_EPOCH),
            Err(PublishError::Refused { count: 1 })
        );
    }
}
