//! What was published: every commit, and every revision as it was.

use domain::Workspace;
use leptos::prelude::*;
use sync::revert::Revert;
use sync::{Commit, Head};

use super::{Session, saving};

impl Session {
    /// Everything published, oldest first.
    pub fn commits(self) -> Signal<Vec<Commit>> {
        self.beside().commits.into()
    }

    /// The name under which is published; empty until one was given.
    pub fn author(self) -> Signal<String> {
        self.beside().author.into()
    }

    /// Publishes under this name from now on.
    pub fn set_author(self, name: &str) {
        let name = name.trim();
        if self.beside().author.with_untracked(|author| author != name) {
            self.beside().author.set(name.to_owned());
            saving::enqueue(self, vec![saving::author(name)]);
        }
    }

    /// How to take a publication back, from the head of now.
    ///
    /// # Errors
    /// A sentence for why it cannot be worked out.
    pub fn revert(self, revision: u64) -> Result<Revert, String> {
        let before = self.revision(revision.saturating_sub(1))?;
        let after = self.revision(revision)?;
        Ok(sync::revert::revert(
            &before,
            &after,
            &self.head.read_untracked().workspace,
        ))
    }

    /// The first revision that can be opened.
    pub fn first_revision(self) -> u64 {
        self.beside()
            .origin
            .try_with_value(|origin| origin.as_ref().map_or(1, |origin| origin.revision))
            .unwrap_or(1)
    }

    /// The published configuration as it was at a revision.
    ///
    /// # Errors
    /// A sentence for why it cannot be opened.
    pub fn revision(self, revision: u64) -> Result<Workspace, String> {
        let head = self.head.read_untracked();
        if head.revision == revision {
            return Ok(head.workspace.clone());
        }
        let opened = self.beside().origin.try_with_value(|origin| {
            let origin = origin.as_ref()?;
            Some(origin.at(revision, &self.beside().commits.read_untracked()))
        });
        match opened.flatten() {
            Some(Ok(Head { workspace, .. })) => Ok(workspace),
            Some(Err(error)) => Err(error.to_string()),
            None => Err(format!("there is no revision {revision}")),
        }
    }
}
