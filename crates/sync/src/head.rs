//! The published configuration, and how a draft becomes part of it: all or nothing.

use chrono::{DateTime, Utc};
use domain::{Draft, Intent, Refusal, Workspace, conflict};
use serde::{Deserialize, Serialize};

use crate::since::Since;

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
    /// Others have published since it was begun, and some of it clashes with that (R102).
    #[error("revision {revision} was published meanwhile, and {newer}: settle that first")]
    Conflicts {
        /// The published revision.
        revision: u64,
        /// The first field in which both meet, with the newer value.
        newer: String,
    },
    /// The revision it was begun on can no longer be opened, so nobody can say what it clashes with.
    #[error(
        "revision {base}, on which this draft was begun, is no longer kept: review it on the newer one first"
    )]
    BaseGone {
        /// That revision.
        base: u64,
    },
    /// There is no such revision as the one it was begun on: it was lost, or an older copy of the workspace is open.
    #[error(
        "this draft was last looked at on revision {base}, which is not there: live is revision {revision}, review it on that first"
    )]
    BaseAhead {
        /// The revision of the draft.
        base: u64,
        /// The published one.
        revision: u64,
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

    /// The head with the draft in it, and the commit that makes it. `base` is the published configuration at the
    /// draft's base, if it can still be opened.
    ///
    /// # Errors
    /// An empty draft, one that is refused in part, or one that would undo unasked what others published since (R102).
    pub fn publish(
        &self,
        base: Option<&Workspace>,
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
        if draft.base != self.revision {
            self.compare(base, draft)?;
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

    /// Saving over a newer version is refused, with the newer value (R102).
    fn compare(&self, base: Option<&Workspace>, draft: &Draft) -> Result<(), PublishError> {
        let revision = self.revision;
        if Since::between(draft.base, revision).is_ahead() {
            let base = draft.base;
            return Err(PublishError::BaseAhead { base, revision });
        }
        let base = base.ok_or(PublishError::BaseGone { base: draft.base })?;
        let rebase = conflict::find(base, &self.workspace, draft.intents());
        match rebase.conflicts.first() {
            None => Ok(()),
            Some(conflict) => Err(PublishError::Conflicts {
                revision: self.revision,
                newer: conflict.reason(&self.workspace),
            }),
        }
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
            .publish(
                None,
                &draft(&[add("+14155550100")]),
                " why ",
                DateTime::UNIX_EPOCH,
            )
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
            locked.publish(None, &draft, "", DateTime::UNIX_EPOCH),
            Err(PublishError::Refused { count: 1 })
        );
        assert_eq!(locked.after(&commit).unwrap().workspace.numbers().len(), 1);
    }

    #[test]
    fn a_draft_is_published_whole_or_not_at_all() {
        assert_eq!(
            head().publish(None, &draft(&[]), "", DateTime::UNIX_EPOCH),
            Err(PublishError::Empty)
        );
        let twice = draft(&[add("+14155550100"), add("+1 415 555 0100")]);
        assert_eq!(
            head().publish(None, &twice, "", DateTime::UNIX_EPOCH),
            Err(PublishError::Refused { count: 1 })
        );
    }
    fn limit(minutes: u16) -> Intent {
        Intent::SetDismissal {
            minutes: Some(minutes),
        }
    }

    /// A head that another draft has moved on from the first one.
    fn newer(intents: &[Intent]) -> Head {
        let (newer, _) = head()
            .publish(None, &draft(intents), "", DateTime::UNIX_EPOCH)
            .unwrap();
        newer
    }

    #[test]
    fn r102_a_draft_that_would_overwrite_a_newer_value_is_refused_with_it() {
        let (base, newer) = (head().workspace, newer(&[limit(5)]));
        let refused = newer.publish(Some(&base), &draft(&[limit(9)]), "", DateTime::UNIX_EPOCH);
        assert_eq!(
            refused.unwrap_err().to_string(),
            "revision 2 was published meanwhile, and when quiet chats are dismissed became 5 min: settle that first"
        );
        // The same value, another field, or the same draft looked at on the newer revision.
        let mut reviewed = draft(&[limit(9)]);
        reviewed.base = 2;
        for fine in [
            draft(&[limit(5)]),
            draft(&[Intent::SetOutboundSms { on: true }]),
            reviewed,
        ] {
            let published = newer.publish(Some(&base), &fine, "", DateTime::UNIX_EPOCH);
            assert_eq!(published.map(|(head, _)| head.revision), Ok(3));
        }
        assert_eq!(
            newer.publish(None, &draft(&[limit(9)]), "", DateTime::UNIX_EPOCH),
            Err(PublishError::BaseGone { base: 1 })
        );
    }

    #[test]
    fn a_draft_begun_on_a_revision_that_is_not_there_is_refused() {
        let mut ahead = draft(&[limit(9)]);
        ahead.base = 3;
        let newer = newer(&[limit(5)]);
        // Whatever is handed over as its base cannot be it.
        for base in [None, Some(&newer.workspace)] {
            let refused = newer.publish(base, &ahead, "", DateTime::UNIX_EPOCH);
            assert_eq!(
                refused.unwrap_err().to_string(),
                "this draft was last looked at on revision 3, which is not there: live is revision 2, review it on that first"
            );
        }
        ahead.base = 2;
        assert!(newer.publish(None, &ahead, "", DateTime::UNIX_EPOCH).is_ok());
    }

    #[test]
    fn s049_the_second_who_assigns_a_number_is_refused_and_keeps_the_rest() {
        let owner = |name: u128| domain::number::Owner::Queue(uuid::Uuid::from_u128(name).into());
        let number = "+14155550100".parse().unwrap();
        let assign = |queue| Intent::Assign {
            number,
            owner: owner(queue),
            slot: None,
        };
        let mut base = head().workspace;
        base.apply(&add("+14155550100")).unwrap();
        for (queue, name) in [(1, "Billing"), (2, "Sales")] {
            let queue = uuid::Uuid::from_u128(queue).into();
            let (name, parent, position) = (name.into(), None, None);
            base.apply(&Intent::AddQueue {
                queue,
                name,
                parent,
                position,
            })
            .unwrap();
        }
        let first = Head::first(base.clone());
        let (second, _) = first
            .publish(None, &draft(&[assign(1)]), "", DateTime::UNIX_EPOCH)
            .unwrap();
        let mine = draft(&[limit(9), assign(2)]);
        assert_eq!(
            second.publish(Some(&base), &mine, "", DateTime::UNIX_EPOCH),
            Err(PublishError::Refused { count: 1 })
        );
        let rebase = conflict::find(&base, &second.workspace, mine.intents());
        assert_eq!(
            rebase.conflicts[0].reason(&second.workspace),
            "`+14155550100` belongs to queue Billing: take it from there first"
        );
        let choices = [Some(conflict::Choice::Theirs)];
        let kept = conflict::settle(&base, &second.workspace, mine.intents(), &rebase, &choices);
        assert_eq!(kept.intents, [limit(9)]);
    }
}
