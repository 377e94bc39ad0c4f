//! The list of bulk jobs, kept with the workspace.

use domain::bulk::Job;
use leptos::prelude::*;

use super::{Session, saving};

/// So many are kept, the newest.
const KEPT: usize = 60;

impl Session {
    /// Bulk jobs, newest first.
    pub fn jobs(self) -> Signal<Vec<Job>> {
        self.jobs.into()
    }

    /// Adds a job to the list, or writes it anew.
    pub fn keep_job(self, job: &Job) {
        self.list_job(job);
        saving::enqueue(self, vec![saving::jobs(&self.jobs.read_untracked())]);
    }

    /// Keeps what was found out about a file, unless it is written: then what became of it stands.
    pub fn keep_trial(self, job: &Job) {
        let is_written = self.jobs.with_untracked(|jobs| {
            let mut known = jobs.iter();
            known.any(|known| known.id == job.id && known.is_written())
        });
        if !is_written {
            self.keep_job(job);
        }
    }

    /// As it is in the list, not yet on the disk.
    pub(super) fn list_job(self, job: &Job) {
        self.jobs.update(|jobs| {
            match jobs.iter_mut().find(|other| other.id == job.id) {
                Some(known) => known.clone_from(job),
                None => jobs.insert(0, job.clone()),
            }
            jobs.truncate(KEPT);
        });
    }
}
