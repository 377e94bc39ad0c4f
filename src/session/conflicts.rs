//! What became of the draft when others published: the revision it stands on, settling, and what other answers would do.

use chrono::{DateTime, Utc};
use domain::draft::{Content, Settling, Step};
use domain::{Intent, Workspace};
use engine::{Answer, Question, Summary};
use leptos::prelude::*;

use super::Session;
use super::engine::MONTHS;
use crate::paths::assets;
use crate::platform::Error;
use crate::platform::engine::EngineWorker;

impl Session {
    /// The published configuration on which the draft's changes were last looked at; none when it is no longer kept.
    pub fn base(self) -> Option<Workspace> {
        let base = self.draft.with_untracked(|draft| draft.base);
        self.revision(base).ok()
    }

    /// Puts another content in the place of the draft's; undo brings the old one back.
    pub fn settle(self, what: Settling, content: Content) {
        self.record(Step::Settle {
            what,
            content: Box::new(content),
        });
        self.replay();
    }
}

/// A second worker, which knows another published configuration or other changes than those of the draft.
#[derive(Clone)]
pub struct Aside(EngineWorker);

impl Aside {
    /// Starts it and tells it what is published.
    ///
    /// # Errors
    /// The worker cannot be loaded.
    pub async fn open(published: &Workspace) -> Result<Self, Error> {
        let worker = EngineWorker::start(assets::ENGINE_WORKER)?;
        let aside = Self(worker);
        aside.0.open(published).await?;
        Ok(aside)
    }

    /// What these changes do from a moment on.
    ///
    /// # Errors
    /// The worker cannot be loaded or broke off.
    pub async fn effect(&self, intents: Vec<Intent>, from: DateTime<Utc>) -> Result<Option<Summary>, Error> {
        let change = Question::Change { keep: 0, intents };
        self.0.ask(&change, |_| {}).await?;
        let impact = Question::Impact { from, months: MONTHS };
        let answer = self.0.ask(&impact, |_| {}).await?;
        Ok(match answer {
            Answer::Impact(summary) => Some(summary),
            _ => None,
        })
    }

    /// Lets it go.
    pub fn close(&self) {
        self.0.end();
    }
}
