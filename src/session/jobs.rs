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
        self.jobs.update(|jobs| {
            match jobs.iter_mut().find(|other| other.id == job.id) {
                Some(known) => known.clone_from(job),
                None => jobs.insert(0, job.clone()),
            }
            jobs.truncate(KEPT);
        });
        saving::enqueue(self, vec![saving::jobs(&self.jobs.read_untracked())]);
    }
}
