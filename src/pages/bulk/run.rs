//! A file on its way: read, tried out, thrown away or proceeded with. All work on it is the worker's.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::Workspace;
use domain::bulk::{BulkError, Code, Form, Job, Property};
use engine::{FileAnswer, FileQuestion, Progress, Text, Trial};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::pages::address::query_value;
use crate::paths::query;
use crate::session::{FileDesk, Proceeding, Session, new_id, now};

/// From so many rows on there is a bar and a way to cancel.
pub(super) const LARGE: usize = 2_000;

/// Where the file at hand is.
#[derive(Clone)]
pub(super) enum Stage {
    /// There is none.
    Waiting,
    /// The one of this name is tried out.
    Reading(String),
    /// It is no such file.
    Refused(Arc<Refused>),
    /// Nothing could be tried out; the sentence says why. It may be tried again.
    Failed(String),
    /// It was tried out.
    Checked(Arc<Checked>),
}

/// A file that was not tried out.
#[derive(Clone)]
pub(super) struct Refused {
    pub(super) name: String,
    pub(super) error: BulkError,
}

/// A file that was tried out, and on what.
pub(super) struct Checked {
    pub(super) name: String,
    pub(super) trial: Trial,
    pub(super) before: Workspace,
}

/// The file of this page.
#[derive(Clone, Copy)]
pub(super) struct Upload {
    session: StoredValue<Session>,
    desk: FileDesk,
    stage: RwSignal<Stage>,
    /// What is tried out, to be read once more should the worker break off.
    at_hand: StoredValue<Option<(Job, web_sys::File)>, LocalStorage>,
    /// What the uploader may not edit.
    forbidden: RwSignal<BTreeSet<Property>>,
    /// Why no more can be asked about it.
    lost: RwSignal<Option<String>>,
    /// The filters of its rows, in the address.
    filters: StoredValue<[Callback<(String,)>; 3]>,
    /// Rows done, and rows there are.
    progress: RwSignal<(usize, usize)>,
    /// How far **Proceed** is, while it is under way.
    proceeding: RwSignal<Option<Progress>>,
    proceeded: RwSignal<bool>,
    /// **Proceed** is to stop.
    stopped: StoredValue<bool>,
    /// Counts the files, and what was tried again: whoever finds another count than its own has been cancelled.
    turn: StoredValue<u32>,
    /// The change of the workspace that is to come is this page's own.
    own: StoredValue<bool>,
}

impl Upload {
    pub(super) fn new(session: Session) -> Self {
        let desk = session.file_desk();
        let upload = Self {
            session: StoredValue::new(session),
            desk,
            stage: RwSignal::new(Stage::Waiting),
            at_hand: StoredValue::new_local(None),
            forbidden: RwSignal::default(),
            lost: RwSignal::new(None),
            filters: StoredValue::new(
                [query::SEARCH, query::SHOW, query::NUMBERS].map(|key| query_value(key).1),
            ),
            progress: RwSignal::new((0, 0)),
            proceeding: RwSignal::new(None),
            proceeded: RwSignal::new(false),
            stopped: StoredValue::new(false),
            turn: StoredValue::new(0),
            own: StoredValue::new(false),
        };
        on_cleanup(move || desk.end());
        let workspace = session.workspace();
        Effect::watch(
            move || workspace.track(),
            move |(), _, _| upload.try_again(),
            false,
        );
        upload
    }

    pub(super) fn stage(self) -> Signal<Stage> {
        self.stage.into()
    }

    /// What the uploader may not edit, from the next file on.
    pub(super) fn forbidden(self) -> RwSignal<BTreeSet<Property>> {
        self.forbidden
    }

    /// Why no more can be asked about the file; none while it can.
    pub(super) fn lost(self) -> Signal<Option<String>> {
        self.lost.into()
    }

    /// Rows done, and rows there are.
    pub(super) fn progress(self) -> Signal<(usize, usize)> {
        self.progress.into()
    }

    /// How far **Proceed** is, while it is under way.
    pub(super) fn proceeding(self) -> Signal<Option<Progress>> {
        self.proceeding.into()
    }

    /// Whether the file is in the draft.
    pub(super) fn proceeded(self) -> Signal<bool> {
        self.proceeded.into()
    }

    /// Tries a file out.
    pub(super) fn take(self, file: web_sys::File) {
        let job = Job::new(new_id(), &file.name(), now());
        self.at_hand.set_value(Some((job, file)));
        self.read();
    }

    /// Tries the file at hand out, from its bytes on.
    pub(super) fn read(self) {
        let turn = self.begin();
        let Some((job, file)) = self.at_hand.get_value() else {
            return self.stage.set(Stage::Waiting);
        };
        self.stage.set(Stage::Reading(job.file.clone()));
        let before = self.session.get_value().workspace().get_untracked();
        let forbidden = self.forbidden.get_untracked();
        spawn_local(async move {
            let hears = move |progress| self.tell(turn, progress);
            let answer = self.desk.try_file(&job, &file, forbidden, hears).await;
            self.answered(turn, before, answer.map_err(|error| error.to_string()));
        });
    }

    /// Says why a file, or what was dropped, cannot be taken.
    pub(super) fn refuse_drop(self, name: &str, message: &str) {
        self.begin();
        self.at_hand.set_value(None);
        self.stage.set(Stage::Refused(Arc::new(Refused {
            name: name.to_owned(),
            error: unreadable(message.to_owned()),
        })));
    }

    /// Forgets the file, and what was looked for in it.
    pub(super) fn drop_file(self) {
        self.begin();
        self.desk.forget();
        self.at_hand.set_value(None);
        self.clear_filters();
        self.stage.set(Stage::Waiting);
    }

    /// Every row is in sight again.
    pub(super) fn clear_filters(self) {
        for set in self.filters.get_value() {
            set.run((String::new(),));
        }
    }

    /// The answer to a question about the file; none once there is another one, or when there can be no answer any more.
    pub(super) async fn ask(self, question: FileQuestion) -> Option<FileAnswer> {
        let turn = self.turn.try_get_value()?;
        let answer = self.desk.ask(question, |_| {}).await;
        if !self.is_at(turn) {
            return None;
        }
        answer.unwrap_or_else(|error| {
            self.lost.set(Some(error.to_string()));
            None
        })
    }

    /// Offers a text of the worker as a download.
    ///
    /// # Errors
    /// A sentence for why there is none.
    pub(super) async fn offer(self, name: &str, text: Text) -> Result<(), String> {
        self.desk.offer(name, text).await
    }

    /// Adds the file to the draft as one change; `told` hears how it went.
    pub(super) fn proceed(self, checked: &Checked, told: impl FnOnce(Result<(), String>) + 'static) {
        let Some(turn) = self.turn.try_get_value() else {
            return;
        };
        if self.proceeding.get_untracked().is_some() {
            return;
        }
        self.proceeding.set(Some(Progress { done: 0, total: 0 }));
        self.stopped.set_value(false);
        let (job, parts) = (checked.trial.job.clone(), checked.trial.changes);
        let before = checked.before.clone();
        let wanted = move |progress| {
            let wanted = self.is_at(turn) && self.stopped.try_get_value() == Some(false);
            if wanted {
                self.proceeding.set(Some(progress));
            }
            wanted
        };
        spawn_local(async move {
            let result = self.desk.proceed(job, parts, before, wanted).await;
            if self.proceeding.try_set(None).is_some() {
                return;
            }
            match result {
                Proceeding::Done => {
                    self.own.set_value(true);
                    self.proceeded.set(true);
                    told(Ok(()));
                }
                Proceeding::Refused(sentence) if self.desk.has_stopped() => self.lost.set(Some(sentence)),
                Proceeding::Refused(sentence) => told(Err(sentence)),
                Proceeding::Stopped => {}
            }
        });
    }

    /// Stops **Proceed**; nothing is in the draft then, and the file can be proceeded with again.
    pub(super) fn stop_proceeding(self) {
        self.stopped.set_value(true);
    }

    /// What was tried out on a workspace that has changed since is no longer true.
    fn try_again(self) {
        self.desk.outdate();
        if self.own.try_update_value(std::mem::take) != Some(false) {
            return;
        }
        if let Stage::Checked(checked) = self.stage.get_untracked() {
            if self.desk.has_stopped() {
                return self.read();
            }
            let turn = self.begin();
            let job = checked.trial.job.clone();
            if checked.trial.counts.total >= LARGE {
                self.stage.set(Stage::Reading(job.file.clone()));
            }
            let before = self.session.get_value().workspace().get_untracked();
            let forbidden = self.forbidden.get_untracked();
            spawn_local(async move {
                let hears = move |progress| self.tell(turn, progress);
                let answer = self.desk.try_again(&job, forbidden, hears).await;
                self.answered(turn, before, answer.map_err(|error| error.to_string()));
            });
        }
    }

    /// Shows what the worker has found out, unless somebody has cancelled it.
    fn answered(self, turn: u32, before: Workspace, answer: Result<Option<FileAnswer>, String>) {
        if !self.is_at(turn) {
            return;
        }
        let session = self.session.get_value();
        match answer {
            Ok(Some(FileAnswer::Tried(trial))) => {
                session.keep_trial(&trial.job);
                self.stage.set(Stage::Checked(Arc::new(Checked {
                    name: trial.job.file.clone(),
                    trial: *trial,
                    before,
                })));
            }
            Ok(Some(FileAnswer::Refused { job, error })) => {
                session.keep_trial(&job);
                let (name, error) = (job.file, *error);
                self.stage.set(Stage::Refused(Arc::new(Refused { name, error })));
            }
            Ok(_) => self.stage.set(Stage::Waiting),
            Err(sentence) => self.stage.set(Stage::Failed(sentence)),
        }
    }

    /// Shows how far it is, unless it is cancelled.
    fn tell(self, turn: u32, progress: Progress) {
        if self.is_at(turn) {
            self.progress.set((progress.done, progress.total));
        }
    }

    /// Whatever is under way has no effect from now on.
    fn begin(self) -> u32 {
        self.desk.stop();
        self.proceeded.set(false);
        self.lost.set(None);
        self.progress.set((0, 0));
        let next = self.turn.try_update_value(|turn| {
            *turn = turn.wrapping_add(1);
            *turn
        });
        next.unwrap_or_default()
    }

    fn is_at(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }
}

fn unreadable(message: String) -> BulkError {
    BulkError {
        line: None,
        column: None,
        header: String::new(),
        value: String::new(),
        code: Code::NotCsv,
        message,
    }
}

/// `agents-october.csv` → `agents-october error log.csv`.
pub(super) fn log_name(name: &str) -> String {
    beside(name, "error log.csv")
}

/// `agents-october.csv` → `agents-october failed rows.csv`.
pub(super) fn failed_name(name: &str, form: Form) -> String {
    let what = match form {
        Form::Csv(_) => "failed rows.csv",
        Form::Json => "failed rows.json",
    };
    beside(name, what)
}

fn beside(name: &str, what: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    format!("{stem} {what}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn downloads_are_named_after_the_file() {
        assert_eq!(log_name("agents.csv"), "agents error log.csv");
        assert_eq!(failed_name("a.b.csv", Form::Csv(',')), "a.b failed rows.csv");
        assert_eq!(failed_name("a.json", Form::Json), "a failed rows.json");
        assert_eq!(log_name("agents"), "agents error log.csv");
    }
}
