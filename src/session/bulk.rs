//! What the bulk page asks of the browser, and of a worker of its own: a file is read, tried out and cut into changes
//! there, so that the page goes on meanwhile.

use std::collections::BTreeSet;

use domain::bulk::{Job, Property};
use domain::workspace::Together;
use domain::{Intent, Workspace};
use engine::{Answer, FileAnswer, FileQuestion, Page, Progress, Question, Text};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Session, saving};
use crate::paths::assets;
use crate::platform::engine::{EngineWorker, Opening};
use crate::platform::pace::Pace;
use crate::platform::{Error, clock, files};

/// Changes that come from the worker at a time, and that are carried out between two looks at the clock.
const CHANGES: usize = 500;
const TOGETHER: usize = 10;
/// Why nothing more can be said of a file.
const STOPPED: &str = "the part of the app that has read the file has stopped";
const GONE: &str = "the file is no longer at hand: choose it once more";
/// By this mark spreadsheets know that a table is UTF-8.
const MARK: &str = "\u{feff}";

impl Session {
    /// Offers a table as a download.
    ///
    /// # Errors
    /// A sentence for why the browser refuses.
    pub fn offer_csv(self, name: &str, text: &str) -> Result<(), String> {
        files::save(name, "text/csv", &format!("{MARK}{text}")).map_err(|error| error.to_string())
    }

    /// A worker for bulk files. It starts at once, and is told what the workspace is.
    pub fn file_desk(self) -> FileDesk {
        let desk = FileDesk {
            session: StoredValue::new(self),
            told: StoredValue::new_local(Told::default()),
        };
        desk.tell();
        desk
    }
}

/// The worker for bulk files.
#[derive(Clone, Copy)]
pub struct FileDesk {
    session: StoredValue<Session>,
    told: StoredValue<Told, LocalStorage>,
}

#[derive(Default)]
struct Told {
    worker: Option<EngineWorker>,
    /// The workspace on its way to it.
    opening: Option<Opening>,
    /// The workspace has changed since.
    is_stale: bool,
}

/// How **Proceed** went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proceeding {
    /// The file is in the draft.
    Done,
    /// Somebody stopped it; nothing is.
    Stopped,
    /// It does not fit; nothing is.
    Refused(String),
}

/// A change that was carried out apart.
struct Carried {
    intent: Intent,
    /// As it stands in the draft's log.
    text: String,
    /// The workspace with it.
    after: Workspace,
}

impl FileDesk {
    /// The workspace is another one. The worker is told when it is next asked what a file would do to it; until then
    /// it goes on to answer for what it knows.
    pub fn outdate(self) {
        self.told.try_update_value(|told| told.is_stale = true);
    }

    /// Tells the worker what the workspace is now; a worker that could not be loaded is started once more.
    fn tell(self) {
        let Some(session) = self.session.try_get_value() else {
            return;
        };
        let workspace = session.workspace.get_untracked();
        self.told.try_update_value(|told| {
            if told.worker.as_ref().is_none_or(EngineWorker::has_failed) {
                told.opening = None;
                if let Some(failed) = told.worker.take() {
                    failed.end();
                }
                // Who asks it next is told that there is none.
                told.worker = EngineWorker::start(assets::ENGINE_WORKER).ok();
            }
            told.is_stale = false;
            let worker = told.worker.clone()?;
            let opening = worker.open_after(told.opening.take(), workspace);
            told.opening = Some(opening.clone());
            spawn_local(async move {
                opening.done().await;
                // So that the first file does not wait for it; one that comes sooner does.
                let _ = worker.ask(&Question::File(FileQuestion::Prepare), |_| {}).await;
            });
            Some(())
        });
    }

    /// Ends the worker.
    pub fn end(self) {
        let worker = self.told.try_update_value(|told| told.worker.take());
        if let Some(worker) = worker.flatten() {
            worker.end();
        }
    }

    /// Whatever is being worked out there is not waited for.
    pub fn stop(self) {
        self.say(Question::Stop);
    }

    /// The file at hand is done with: the next one need not wait until it is cleared away.
    pub fn forget(self) {
        self.say(Question::File(FileQuestion::Forget));
    }

    /// Tells the worker, if there is one; whether it hears it or has failed, nobody waits for it.
    fn say(self, question: Question) {
        let worker = self.told.try_with_value(|told| told.worker.clone());
        if let Some(worker) = worker.flatten() {
            spawn_local(async move {
                let _ = worker.ask(&question, |_| {}).await;
            });
        }
    }

    /// What a file would do, or why it is no such file; none when somebody stopped it. What is `forbidden` to the
    /// uploader it does not do (R95).
    ///
    /// # Errors
    /// `Unavailable` when the worker cannot be loaded, `Other` when the file cannot be read.
    pub async fn try_file(
        self,
        job: &Job,
        file: &web_sys::File,
        forbidden: BTreeSet<Property>,
        progress: impl Fn(Progress) + 'static,
    ) -> Result<Option<FileAnswer>, Error> {
        let question = FileQuestion::Try {
            job: Box::new(job.clone()),
            seed: clock::new_id(),
            forbidden,
        };
        let answer = self.fresh().await?.ask_about(file, question, progress).await?;
        match answer {
            Answer::File(answer) => Ok(Some(answer)),
            Answer::Nothing => Err(Error::Other(format!(
                "`{}` cannot be read: pick a file, not a folder, and look whether it is still there",
                file.name()
            ))),
            _ => Ok(None),
        }
    }

    /// Whether the worker broke off, and the file at hand with it.
    pub fn has_stopped(self) -> bool {
        let has_stopped = |told: &Told| told.worker.as_ref().is_some_and(EngineWorker::has_failed);
        self.told.try_with_value(has_stopped).unwrap_or_default()
    }

    /// The answer to a question about the file at hand; none when there is none any more.
    ///
    /// # Errors
    /// `Other` when the worker has broken off: a new one would not have the file.
    pub async fn ask(
        self,
        question: FileQuestion,
        progress: impl Fn(Progress) + 'static,
    ) -> Result<Option<FileAnswer>, Error> {
        let stopped = || Error::Other(STOPPED.to_owned());
        if self.has_stopped() {
            return Err(stopped());
        }
        let question = Question::File(question);
        let answer = self.worker().await?.ask(&question, progress).await;
        match answer {
            Ok(Answer::File(answer)) => Ok(Some(answer)),
            Ok(_) => Ok(None),
            Err(_) if self.has_stopped() => Err(stopped()),
            Err(error) => Err(error),
        }
    }

    /// What the file at hand would do to the workspace as it is now; none when somebody stopped it.
    ///
    /// # Errors
    /// `Unavailable` when the worker cannot be loaded.
    pub async fn try_again(
        self,
        job: &Job,
        forbidden: BTreeSet<Property>,
        progress: impl Fn(Progress) + 'static,
    ) -> Result<Option<FileAnswer>, Error> {
        let question = FileQuestion::TryAgain {
            job: Box::new(job.clone()),
            seed: clock::new_id(),
            forbidden,
        };
        self.fresh().await?;
        self.ask(question, progress).await
    }

    /// Offers a text of the worker as a download.
    ///
    /// # Errors
    /// A sentence for why there is none.
    pub async fn offer(self, name: &str, text: Text) -> Result<(), String> {
        let offered = async {
            let worker = match text {
                Text::ErrorLog | Text::FailedRows if self.has_stopped() => {
                    return Err(Error::Other(STOPPED.to_owned()));
                }
                Text::ErrorLog | Text::FailedRows => self.worker().await?,
                Text::Template | Text::Users | Text::UsersJson | Text::Numbers => self.fresh().await?,
            };
            let blob = worker.text(text).await?;
            let blob = blob.ok_or_else(|| Error::Other("there is nothing to download".to_owned()))?;
            if name.rsplit_once('.').is_some_and(|(_, ending)| ending == "json") {
                files::save_blob(name, "application/json", "", &blob)
            } else {
                files::save_blob(name, "text/csv", MARK, &blob)
            }
        };
        offered.await.map_err(|error| error.to_string())
    }

    /// Adds the file at hand to the draft as one change of so many parts, as long as it is `wanted`. Nothing is said to
    /// be saved before all of it is on the disk.
    pub async fn proceed(
        self,
        job: Job,
        parts: usize,
        before: Workspace,
        wanted: impl Fn(Progress) -> bool,
    ) -> Proceeding {
        let Some(session) = self.session.try_get_value() else {
            return Proceeding::Stopped;
        };
        let _hold = saving::hold(session);
        let mut begun = job.clone();
        begun.proceed(clock::now());
        session.keep_job(&begun);
        let found = self.carried_out(&job.file, parts, before, wanted).await;
        begun.finish(matches!(found, Ok(Some(_))));
        match found {
            Ok(Some(Carried { intent, text, after })) => {
                session.adopt(intent, text, after, &begun);
                Proceeding::Done
            }
            Ok(None) => {
                session.keep_job(&job);
                Proceeding::Stopped
            }
            Err(sentence) => {
                session.keep_job(&begun);
                Proceeding::Refused(sentence)
            }
        }
    }

    /// The file's changes under its title, carried out.
    async fn carried_out(
        self,
        title: &str,
        parts: usize,
        before: Workspace,
        wanted: impl Fn(Progress) -> bool,
    ) -> Result<Option<Carried>, String> {
        let mut pace = Pace::new();
        let mut changes = Vec::with_capacity(parts);
        let total = parts * 2;
        while changes.len() < parts {
            let part = Page {
                skip: changes.len(),
                take: CHANGES,
            };
            let answer = self.ask(FileQuestion::Changes(part), |_| {}).await;
            // Whoever stops it need not hear what else is amiss.
            let done = changes.len();
            if !wanted(Progress { done, total }) {
                return Ok(None);
            }
            match answer.map_err(|error| error.to_string())? {
                Some(FileAnswer::Changes(list)) if !list.items.is_empty() => changes.extend(list.items),
                _ => return Err(GONE.to_owned()),
            }
            pace.rest().await;
        }
        let mut run = Together::new(before, &changes);
        let mut done = 0;
        let refused = |refusal: domain::Refusal| refusal.to_string();
        while !run.step(&changes, TOGETHER).map_err(refused)? {
            done = (done + TOGETHER).min(parts);
            let done = parts + done;
            if pace.rest().await && !wanted(Progress { done, total }) {
                return Ok(None);
            }
        }
        pace.next().await;
        let (after, _) = run.finish(&changes).map_err(refused)?;
        let mut text = String::new();
        for piece in sync::pieces::done(title, &changes) {
            text.push_str(&piece);
            pace.rest().await;
        }
        pace.next().await;
        let title = title.to_owned();
        let changes = changes.into();
        let intent = Intent::Bulk { title, changes };
        let done = total;
        Ok(wanted(Progress { done, total }).then_some(Carried { intent, text, after }))
    }

    /// The worker, once it knows the workspace as it is now.
    async fn fresh(self) -> Result<EngineWorker, Error> {
        if self.told.try_with_value(|told| told.is_stale) == Some(true) {
            self.tell();
        }
        self.worker().await
    }

    /// The worker, once it knows a workspace.
    async fn worker(self) -> Result<EngineWorker, Error> {
        let is_gone = self
            .told
            .try_with_value(|told| told.worker.as_ref().is_none_or(EngineWorker::has_failed));
        if is_gone == Some(true) {
            self.tell();
        }
        let found = self
            .told
            .try_with_value(|told| told.worker.clone().zip(told.opening.clone()));
        let unavailable = || Error::Unavailable {
            what: "the part that reads files",
            cause: "it could not be loaded".to_owned(),
        };
        let (worker, opening) = found.flatten().ok_or_else(unavailable)?;
        opening.done().await;
        Ok(worker)
    }
}
