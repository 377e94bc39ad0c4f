//! The worker that does the long work of the rule engine.

use domain::{Intent, Workspace};
use engine::{Answer, FileQuestion, Progress, Question, Text};
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Blob, File};

use super::Error;
use super::worker::Asked;

/// Records that are written at a time.
const RECORDS: usize = 200;

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

    /// Tells it what is published (`Question::Open`): part by part, since a large company takes a while to write and to
    /// read, and what has come is read while more is written.
    ///
    /// # Errors
    /// `Unavailable` when the worker cannot be loaded.
    pub async fn open(&self, workspace: &Workspace) -> Result<(), Error> {
        let mut parts = workspace.parts(RECORDS).map(Box::new).peekable();
        let questions = std::iter::from_fn(|| {
            let part = parts.next()?;
            let is_last = parts.peek().is_none();
            let question = if is_last {
                Question::Open(part)
            } else {
                Question::Part(part)
            };
            Some(question.text())
        });
        self.0.tell_each(questions).await.ok_or_else(unavailable)
    }

    /// Tells it that of the draft's changes the first `keep` are as they were, and that these follow
    /// (`Question::Change`): piece by piece as well, since one of them may be a large file.
    ///
    /// # Errors
    /// `Unavailable` when the worker cannot be loaded.
    pub async fn change(&self, keep: usize, intents: &[Intent]) -> Result<(), Error> {
        let begin = std::iter::once(format!(r#"{{"change":{{"keep":{keep},"intents":"#));
        let pieces = sync::pieces::intents(intents);
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
        let question = question.text();
        let answer = self.0.ask(&question, Some(hears(progress))).await;
        serde_json::from_str(&answer.ok_or_else(unavailable)?).map_err(other)
    }

    /// The answer to a question about a file, whose bytes the worker reads for itself; `Nothing` where it cannot.
    ///
    /// # Errors
    /// As with [`Self::ask`].
    pub async fn ask_about(
        &self,
        file: &File,
        question: FileQuestion,
        progress: impl Fn(Progress) + 'static,
    ) -> Result<Answer, Error> {
        let question = Question::File(question).text();
        let answer = self.0.ask_about(file, &question, Some(hears(progress))).await;
        serde_json::from_str(&answer.ok_or_else(unavailable)?).map_err(other)
    }

    /// A text to download; none where there is none.
    ///
    /// # Errors
    /// As with [`Self::ask`].
    pub async fn text(&self, text: Text) -> Result<Option<Blob>, Error> {
        let question = Question::File(FileQuestion::Text(text)).text();
        let answer = self.0.ask_for_file(&question).await;
        Ok(answer.ok_or_else(unavailable)?.ok())
    }

    /// Tells it what is published as soon as it knows what it was told before.
    pub fn open_after(&self, earlier: Option<Opening>, workspace: Workspace) -> Opening {
        let worker = self.clone();
        Opening(future_to_promise(async move {
            if let Some(earlier) = earlier {
                earlier.done().await;
            }
            // A worker that is gone says so to whoever asks it next.
            let _ = worker.open(&workspace).await;
            Ok(JsValue::UNDEFINED)
        }))
    }
}

/// A workspace on its way to the worker.
#[derive(Clone, Debug)]
pub struct Opening(Promise);

impl Opening {
    /// Waits until all of it has been sent: what is asked then is about it.
    pub async fn done(&self) {
        // It is never rejected.
        let _ = JsFuture::from(self.0.clone()).await;
    }
}

fn other(error: serde_json::Error) -> Error {
    Error::Other(error.to_string())
}

fn hears(progress: impl Fn(Progress) + 'static) -> Box<dyn Fn(&str)> {
    Box::new(move |text| {
        if let Ok(said) = serde_json::from_str(text) {
            progress(said);
        }
    })
}

fn unavailable() -> Error {
    Error::Unavailable {
        what: "the part that works out effects",
        cause: "it could not be loaded".into(),
    }
}
