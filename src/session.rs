//! The state that all screens share. Screens read memos and call methods; the signals are private.

mod address;
mod boot;
mod bulk;
mod conflicts;
mod draft_file;
mod drafts;
mod engine;
mod file;
mod history;
mod jobs;
mod names;
pub mod personal_queue;
mod phone;
mod replace;
mod rest;
mod saving;
mod stored;
mod tabs;

use std::sync::Arc;
use std::time::Duration;

use domain::bulk::Job;
use domain::draft::{Replayed, Settling, Step, Trail};
use domain::number::SmsNumber;
use domain::{Applied, Draft, Intent, PhoneNumber, Refusal, Workspace};
use leptos::prelude::*;
use sync::{Commit, Head, Kept, PublishError};

use crate::platform::{self, clock};

pub use crate::platform::network::saves_data;
pub use address::Address;
pub use boot::Boot;
pub use bulk::{FileDesk, Proceeding};
pub use conflicts::Aside;
pub use engine::Effect;
pub use names::{country, language};
pub use phone::Checked;
pub use replace::Found;
pub use rest::Rest;
pub use saving::Saving;

/// The open workspace: published head, open draft, and how far it is saved.
#[derive(Clone, Copy)]
pub struct Session {
    boot: RwSignal<Boot>,
    head: RwSignal<Head>,
    draft: RwSignal<Draft>,
    /// The head with the draft in it.
    workspace: RwSignal<Workspace>,
    /// The same without the draft's last change.
    before: RwSignal<Workspace>,
    /// The last states of the draft, for undo and redo.
    trail: StoredValue<Trail>,
    saving: RwSignal<Saving>,
    beside: StoredValue<Beside>,
    log: StoredValue<saving::Log, LocalStorage>,
    jobs: RwSignal<Vec<Job>>,
    phone: phone::Phone,
    engine: engine::Engine,
}

/// What is kept beside the head and the open draft. Behind one handle: a session is handed around by value.
#[derive(Clone, Copy, Default)]
struct Beside {
    /// The other drafts, the discarded ones among them.
    others: RwSignal<Vec<Kept>>,
    /// Everything published since the origin, oldest first.
    commits: RwSignal<Vec<Commit>>,
    origin: StoredValue<Option<stored::Origin>>,
    /// The changes of the draft that no longer fit the head, by their place.
    refused: RwSignal<Vec<(usize, Refusal)>>,
    /// The name under which is published.
    author: RwSignal<String>,
    /// What another tab has brought about here.
    notice: RwSignal<Option<String>>,
}

impl Session {
    fn beside(self) -> Beside {
        self.beside.get_value()
    }

    /// What start-up found.
    pub fn boot(self) -> Boot {
        self.boot.get()
    }

    /// The configuration with the draft in it.
    pub fn workspace(self) -> Signal<Workspace> {
        self.workspace.into()
    }

    /// The published configuration.
    pub fn head(self) -> Signal<Head> {
        self.head.into()
    }

    /// The open draft.
    pub fn draft(self) -> Signal<Draft> {
        self.draft.into()
    }

    /// The changes of the draft that no longer fit the head, by their place.
    pub fn refused(self) -> Signal<Vec<(usize, Refusal)>> {
        self.beside().refused.into()
    }

    /// What the draft comes to without its last change.
    pub fn before(self) -> Signal<Workspace> {
        self.before.into()
    }

    /// The draft's last change in words, which Undo takes back.
    pub fn last_change(self) -> Option<String> {
        let draft = self.draft.read();
        let settled = draft.last_settled().map(Settling::words);
        settled.or_else(|| {
            draft
                .last_done()
                .map(|intent| intent.describe(&self.before.read()))
        })
    }

    /// The last few changes of the draft in words, the newest first.
    pub fn last_changes(self, most: usize) -> Vec<String> {
        let draft = self.draft.read();
        let before = self.before.read();
        let settled = draft.last_settled().map(Settling::words);
        let done = draft
            .intents()
            .iter()
            .rev()
            .map(|intent| intent.describe(&before));
        settled.into_iter().chain(done).take(most).collect()
    }

    /// The last undone change in words, which Redo does again.
    pub fn next_change(self) -> Option<String> {
        let draft = self.draft.read();
        let settled = draft.last_unsettled().map(Settling::words);
        settled.or_else(|| {
            draft
                .last_undone()
                .map(|intent| intent.describe(&self.workspace.read()))
        })
    }

    /// How far the draft is on the disk.
    pub fn saving(self) -> Signal<Saving> {
        self.saving.into()
    }

    /// One row. Changes only when that row does.
    pub fn number(self, number: PhoneNumber) -> Memo<Option<Arc<SmsNumber>>> {
        Memo::new(move |_| self.workspace.read().number(number).cloned())
    }

    /// What an intent would bring about, on a throw-away copy.
    ///
    /// # Errors
    /// The refusal it would meet.
    pub fn preview(self, intent: &Intent) -> Result<Applied, Refusal> {
        self.workspace.get_untracked().apply(intent)
    }

    /// Carries out an intent, remembers it in the draft and writes it to the disk, or says why not.
    ///
    /// # Errors
    /// The refusal; nothing has changed then.
    pub fn dispatch(self, intent: Intent) -> Result<Applied, Refusal> {
        let mut after = self.workspace.get_untracked();
        let applied = after.apply(&intent)?;
        self.stand_on(&after);
        self.record(Step::Do {
            intent: Box::new(intent),
        });
        self.mark(after);
        Ok(applied)
    }

    /// Takes over a change that was carried out apart, on the workspace as it is; its `text` is what
    /// [`sync::pieces::done`] makes of it. The job that it ends is written together with it.
    fn adopt(self, intent: Intent, text: String, after: Workspace, job: &Job) {
        self.stand_on(&after);
        self.list_job(job);
        let jobs = saving::jobs(&self.jobs.read_untracked());
        saving::append_text(self, text, Some(jobs));
        let intent = Box::new(intent);
        self.draft.update(|draft| draft.take(Step::Do { intent }));
        self.mark(after);
    }

    /// The workspace with one more change, which the draft holds in a moment.
    fn stand_on(self, after: &Workspace) {
        self.before.set(self.workspace.get_untracked());
        self.workspace.set(after.clone());
        self.begin_draft();
    }

    /// Undo and redo find the workspace with the change again.
    fn mark(self, after: Workspace) {
        let count = self.draft.read_untracked().intents().len();
        self.trail.update_value(|trail| trail.push(count, after));
    }

    /// Takes the last change of the draft back.
    pub fn undo(self) {
        let draft = self.draft.read_untracked();
        let (can, settles) = (draft.can_undo(), draft.last_settled().is_some());
        drop(draft);
        if can {
            self.step(Step::Undo, settles);
        }
    }

    /// Does the last undone change again.
    pub fn redo(self) {
        let draft = self.draft.read_untracked();
        let (can, settles) = (draft.can_redo(), draft.last_unsettled().is_some());
        drop(draft);
        if can {
            self.step(Step::Redo, settles);
        }
    }

    /// What is settled is another draft; all else goes on from what is there.
    fn step(self, step: Step, settles: bool) {
        self.record(step);
        if settles {
            self.replay();
        } else {
            self.follow();
        }
    }

    /// Makes the draft the published configuration, whole, and opens an empty one.
    ///
    /// # Errors
    /// An empty draft, one that no longer fits, or one that would overwrite what was published meanwhile (R102).
    pub fn publish(self, note: &str) -> Result<(), PublishError> {
        let base = self.base();
        let (head, mut commit) = self.head.read_untracked().publish(
            base.as_ref(),
            &self.draft.read_untracked(),
            note,
            clock::now(),
        )?;
        self.beside()
            .author
            .with_untracked(|author| commit.by.clone_from(author));
        let next = boot::new_draft(head.revision);
        saving::publish(self, &commit, &head);
        self.beside().commits.update(|commits| commits.push(commit));
        self.head.set(head);
        self.draft.set(next);
        self.replay();
        Ok(())
    }

    /// Tries again to write what could not be written.
    pub fn retry_saving(self) {
        saving::enqueue(self, Vec::new());
    }

    /// The workspace as one file, offered as a download.
    ///
    /// # Errors
    /// What the browser says when it refuses.
    pub fn export(self) -> Result<(), platform::Error> {
        let workspace = self.workspace.get_untracked();
        let text =
            sync::file::write(&workspace).map_err(|error| platform::Error::Other(error.to_string()))?;
        platform::files::save("direct-sms-workspace.json", "application/json", &text)
    }

    /// A draft in which nothing was done yet begins on what is published now.
    fn begin_draft(self) {
        let revision = self.head.read_untracked().revision;
        let is_old = self
            .draft
            .with_untracked(|draft| draft.is_untouched() && draft.base != revision);
        if is_old {
            self.draft.update(|draft| draft.begin_on(revision));
            let is_recorded = self.log.try_with_value(|log| log.is_recorded);
            if is_recorded == Some(true) {
                saving::enqueue(
                    self,
                    vec![saving::record(&self.draft.read_untracked(), false, None)],
                );
            }
        }
    }

    fn record(self, step: Step) {
        saving::append(self, &step);
        self.draft.update(|draft| draft.take(step));
    }

    /// Carries out all of the draft, which is another one or stands on another head.
    fn replay(self) {
        let head = self.head.read_untracked().workspace.clone();
        self.trail.set_value(Trail::new(head));
        self.follow();
    }

    /// Carries out what the draft holds now and did not hold before.
    fn follow(self) {
        let draft = self.draft.read_untracked();
        let replayed = self.trail.try_update_value(|trail| trail.go_to(draft.intents()));
        drop(draft);
        if let Some(Replayed {
            workspace,
            before,
            refused,
        }) = replayed
        {
            self.workspace.set(workspace);
            self.before.set(before);
            self.beside().refused.set(refused);
        }
    }
}

/// An id for a new record.
pub fn new_id<T: From<uuid::Uuid>>() -> T {
    clock::new_id().into()
}

/// This moment, anew each minute for as long as whoever asks is there.
pub fn each_minute() -> Signal<chrono::DateTime<chrono::Utc>> {
    let moment = RwSignal::new(now());
    let next = move || moment.set(now());
    if let Ok(timer) = set_interval_with_handle(next, Duration::from_mins(1)) {
        on_cleanup(move || timer.clear());
    }
    moment.into()
}

/// This moment; screens have no other clock.
pub fn now() -> chrono::DateTime<chrono::Utc> {
    clock::now()
}
