//! The worker that does the long work of the rule engine.

use domain::Workspace;
use engine::{Answer, Progress, Question};

use super::Error;
use super::worker::Asked;

/// The worker, starting, running or failed.
#[derive(Clone)]
pub struct EngineWorker(Asked);

impl EngineWorker {
    /// Begins to load the worker from its address; what is asked meanwhile is kept for it.
    ///
    /// # Errors
    /// `Other` when the browser has no workers.
    pub fn start(address: &str) -> Result<Self, Error> {
        Asked::start(address).map(Self)
    }

    /// Whether it could not be loaded, or broke off. It answers nothing any more.
    pub fn has_failed(&self) -> bool {
        self.0.has_failed()
    }

    /// Ends it; it answers nothing any more.
    pub fn end(&self) {
        self.0.end();
    }

    /// Tells it what is published (`Question::Open`): piece by piece, since a large company takes a while to write.
    ///
    /// # Errors
    /// `Unavailable` when the worker cannot be loaded.
    pub async fn open(&self, workspace: &Workspace) -> Result<(), Error> {
        let begin = std::iter::once(r#"{"open":{"workspace":"#.to_owned());
        let pieces = sync::pieces::pieces(workspace);
        let end = std::iter::once("}}".to_owned());
        self.0
            .tell(begin.chain(pieces).chain(end))
            .await
            .ok_or_else(unavailable)
    }

    /// The answer to a question; `progress` hears how far it is, some times a second.
    ///
    /// # Errors
    /// `Unavailable` when the worker cannot be loaded (offline, blocked), `Other` for an answer that is none.
    pub async fn ask(
        &self,
        question: &Question,
        progress: impl Fn(Progress) + 'static,
    ) -> Result<Answer, Error> {
        let other = |error: serde_json::Error| Error::Other(error.to_string());
        let hears = move |text: &str| {
            if let Ok(said) = serde_json::from_str(text) {
                progress(said);
            }
        };
        let question = serde_json::to_string(question).map_err(other)?;
        let answer = self.0.ask(&question, Some(Box::new(hears))).await;
        serde_json::from_str(&answer.ok_or_else(unavailable)?).map_err(other)
    }
}

fn unavailable() -> Error {
    Error::Unavailable {
        what: "the part that works out effects",
        cause: "it could not be loaded".into(),
    }
}
