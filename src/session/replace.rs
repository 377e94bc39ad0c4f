//! A file in the place of what is open: looked into first, opened only then, and to be taken back.

use std::sync::Arc;

use domain::draft::Step;
use domain::{Intent, Workspace};
use leptos::prelude::*;

use super::Session;
use super::stored::Stored;
use crate::platform::{clock, files};

/// What was found in a file, or what stood in its place before.
#[derive(Clone)]
pub struct Found(Arc<Stored>);

impl Found {
    /// The configuration with the draft in it.
    pub fn workspace(&self) -> Workspace {
        self.0.draft.replay(&self.0.head.workspace).workspace
    }

    /// How many changes its draft holds.
    pub fn changes(&self) -> usize {
        self.0.draft.intents().len()
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
        let draft = self.draft.get_untracked();
        let done = |intent: &Intent| Step::Do {
            intent: Box::new(intent.clone()),
        };
        let steps = draft.intents().iter().map(done).collect();
        let (head, jobs) = (self.head.get_untracked(), self.jobs.get_untracked());
        self.begin_with(Stored::clone(&found.0));
        Found(Arc::new(Stored {
            head,
            draft,
            steps,
            jobs,
        }))
    }
}
