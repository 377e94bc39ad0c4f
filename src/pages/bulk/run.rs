//! A file on its way: read, tried out in pieces, thrown away or proceeded with.

use std::sync::Arc;

use domain::Workspace;
use domain::bulk::{BulkError, Check, Code, Form, Job, NumbersCheck, Report, Rights, Sheet};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::session::{Pace, Session, new_id, now};

/// From so many rows on there is a bar and a way to cancel.
pub(super) const LARGE: usize = 2_000;
/// Rows between two looks at the clock.
const ROWS: usize = 20;

/// Where the file at hand is.
#[derive(Clone)]
pub(super) enum Stage {
    /// There is none.
    Waiting,
    /// The one of this name is tried out.
    Reading(String),
    /// It is no such file.
    Refused(Arc<Refused>),
    /// It was tried out.
    Checked(Arc<Checked>),
}

/// What a file lists; its header tells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Users,
    Numbers,
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
    pub(super) kind: Kind,
    pub(super) report: Report,
    pub(super) before: Workspace,
    job: Job,
}

/// The file of this page.
#[derive(Clone, Copy)]
pub(super) struct Upload {
    session: StoredValue<Session>,
    stage: RwSignal<Stage>,
    /// Rows done, and rows there are.
    progress: RwSignal<(usize, usize)>,
    proceeded: RwSignal<bool>,
    /// Counts the files, and what was tried again: whoever finds another count than its own has been cancelled.
    turn: StoredValue<u32>,
    /// The change of the workspace that is to come is this page's own.
    own: StoredValue<bool>,
}

impl Upload {
    pub(super) fn new(session: Session) -> Self {
        let upload = Self {
            session: StoredValue::new(session),
            stage: RwSignal::new(Stage::Waiting),
            progress: RwSignal::new((0, 0)),
            proceeded: RwSignal::new(false),
            turn: StoredValue::new(0),
            own: StoredValue::new(false),
        };
        on_cleanup(move || {
            upload.cancel();
        });
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

    /// Rows done, and rows there are.
    pub(super) fn progress(self) -> Signal<(usize, usize)> {
        self.progress.into()
    }

    /// Whether the file is in the draft.
    pub(super) fn proceeded(self) -> Signal<bool> {
        self.proceeded.into()
    }

    /// Tries a file out.
    pub(super) fn take(self, file: web_sys::File) {
        let turn = self.begin();
        let job = Job::new(new_id(), &file.name(), now());
        self.stage.set(Stage::Reading(job.file.clone()));
        let session = self.session.get_value();
        spawn_local(async move {
            let sheet = match session.bytes_of(&file).await {
                Ok(bytes) => Sheet::read(&bytes).map_err(BulkError::from),
                Err(message) => Err(unreadable(message)),
            };
            match sheet {
                Ok(sheet) => self.check(turn, job, sheet.into()).await,
                Err(error) => self.refuse(turn, job, error),
            }
        });
    }

    /// Says why a file, or what was dropped, cannot be taken.
    pub(super) fn refuse_drop(self, name: &str, message: &str) {
        self.begin();
        self.stage.set(Stage::Refused(Arc::new(Refused {
            name: name.to_owned(),
            error: unreadable(message.to_owned()),
        })));
    }

    /// Forgets the file.
    pub(super) fn drop_file(self) {
        self.begin();
        self.stage.set(Stage::Waiting);
    }

    /// Adds the file to the draft as one change.
    ///
    /// # Errors
    /// A sentence for why it does not fit.
    pub(super) fn proceed(self, checked: &Checked) -> Result<(), String> {
        let Some(intent) = checked.report.intent.clone() else {
            return Ok(());
        };
        let mut job = checked.job.clone();
        job.proceed(now());
        self.own.set_value(true);
        let session = self.session.get_value();
        let result = session.dispatch(intent);
        job.finish(result.is_ok());
        session.keep_job(&job);
        if let Err(refusal) = result {
            self.own.set_value(false);
            return Err(refusal.to_string());
        }
        self.proceeded.set(true);
        Ok(())
    }

    /// What was tried out on a workspace that has changed since is no longer true.
    fn try_again(self) {
        if self.own.try_update_value(std::mem::take) != Some(false) {
            return;
        }
        if let Stage::Checked(checked) = self.stage.get_untracked() {
            let turn = self.begin();
            let (job, sheet) = (checked.job.clone(), Arc::clone(&checked.report.sheet));
            if checked.report.rows.len() >= LARGE {
                self.stage.set(Stage::Reading(job.file.clone()));
            }
            spawn_local(self.check(turn, job, sheet));
        }
    }

    async fn check(self, turn: u32, mut job: Job, sheet: Arc<Sheet>) {
        // None once the page is left.
        let Some(session) = self.session.try_get_value() else {
            return;
        };
        let before = session.workspace().get_untracked();
        let kind = if NumbersCheck::fits(&sheet) {
            Kind::Numbers
        } else {
            Kind::Users
        };
        let report = match kind {
            Kind::Numbers => self.try_numbers(turn, &before, sheet, &job.file).await,
            Kind::Users => self.try_users(turn, &before, sheet, &job.file).await,
        };
        let report = match report {
            Ok(Some(report)) => report,
            Ok(None) => return,
            Err(error) => return self.refuse(turn, job, error),
        };
        if self.is_at(turn) {
            job.check(&report);
            session.keep_job(&job);
            self.stage.set(Stage::Checked(Arc::new(Checked {
                name: job.file.clone(),
                kind,
                job,
                report,
                before,
            })));
        }
    }

    /// Nothing once it is cancelled.
    async fn try_users(
        self,
        turn: u32,
        before: &Workspace,
        sheet: Arc<Sheet>,
        title: &str,
    ) -> Result<Option<Report>, BulkError> {
        let mut check = Check::new(before.clone(), sheet, Rights::all())?;
        let mut pace = Pace::new();
        while !check.step(ROWS) {
            if pace.rest().await && !self.tell(turn, check.progress()) {
                return Ok(None);
            }
        }
        Ok(Some(check.finish(title, new_id)))
    }

    /// Nothing once it is cancelled.
    async fn try_numbers(
        self,
        turn: u32,
        before: &Workspace,
        sheet: Arc<Sheet>,
        title: &str,
    ) -> Result<Option<Report>, BulkError> {
        let mut check = NumbersCheck::new(before.clone(), sheet)?;
        let mut pace = Pace::new();
        while !check.step(ROWS) {
            if pace.rest().await && !self.tell(turn, check.progress()) {
                return Ok(None);
            }
        }
        Ok(Some(check.finish(title)))
    }

    /// Shows how far it is, unless it is cancelled.
    fn tell(self, turn: u32, progress: (usize, usize)) -> bool {
        let wanted = self.is_at(turn);
        if wanted {
            self.progress.set(progress);
        }
        wanted
    }

    fn refuse(self, turn: u32, mut job: Job, error: BulkError) {
        if self.is_at(turn) {
            job.refuse(&error);
            self.session.get_value().keep_job(&job);
            let name = job.file;
            self.stage.set(Stage::Refused(Arc::new(Refused { name, error })));
        }
    }

    /// Whatever is under way has no effect from now on.
    fn begin(self) -> u32 {
        self.proceeded.set(false);
        self.progress.set((0, 0));
        self.cancel()
    }

    fn cancel(self) -> u32 {
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
