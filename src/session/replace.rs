//! A file in the place of what is open: looked into first, opened only then, and to be taken back.

use std::sync::Arc;

use domain::Workspace;
use leptos::prelude::*;
use sync::Kept;

use super::Session;
use super::stored::{Origin, Stored};
use crate::platform::{clock, files};

/// What was found in a file, or what stood in its place before.
#[derive(Clone)]
pub struct Found(Arc<Stored>);

impl Found {
    /// The configuration with the draft in it.
    pub fn workspace(&self) -> Workspace {
        self.0.open.draft.replay(&self.0.head.workspace).workspace
    }

    /// How many changes its draft holds.
    pub fn changes(&self) -> usize {
        self.0.open.draft.intents().len()
    }
}

impl Session {
    /// Reads a workspace file, or one of the panic screen, and changes nothing.
    ///
    /// # Errors
    /// A sentence for what is wrong with the file.
    pub async fn look_into(self, file: web_sys::File) -> Result<Found, String> {
        let bytes = files::read(&file).await.map_err(|error| error.to_string())?;
        Stored::from_file(&bytes, clock::new_id().into()).map(|stored| Found(Arc::new(stored)))
    }

    /// Opens what was found in the place of what is open, and hands that back.
    pub fn open_instead(self, found: &Found) -> Found {
        let head = self.head.get_untracked();
        let before = Stored {
            origin: self
                .beside()
                .origin
                .get_value()
                .unwrap_or_else(|| Origin::of(&head)),
            lacks_origin: false,
            commits: self.beside().commits.get_untracked(),
            jobs: self.jobs.get_untracked(),
            author: self.beside().author.get_untracked(),
            head,
            is_recorded: self.log.try_with_value(|log| log.is_recorded).unwrap_or_default(),
            // Their logs are written anew, without what was undone.
            open: Kept::afresh(self.draft.get_untracked()),
            others: self.beside().others.read_untracked().iter().map(afresh).collect(),
        };
        self.begin_with(Stored::clone(&found.0));
        Found(Arc::new(before))
    }
}

fn afresh(kept: &Kept) -> Kept {
    Kept {
        discarded_at: kept.discarded_at,
        ..Kept::afresh(kept.draft.clone())
    }
}
