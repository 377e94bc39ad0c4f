//! What became of a file: an entry of the list of jobs (specification 8.4).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::log::error_log;
use super::{BulkError, Report};

/// One upload, from the file to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Its own.
    pub id: Uuid,
    /// The file's name.
    pub file: String,
    /// When it was uploaded.
    pub created: DateTime<Utc>,
    /// When **Proceed** was asked for.
    pub processed: Option<DateTime<Utc>>,
    /// How far it is.
    pub state: JobState,
    /// Rows there are.
    pub total: usize,
    /// Users made or changed.
    pub affected: usize,
    /// Rows of which something was not applied.
    pub failed: usize,
    /// The error log, unless it is empty or too long to be kept.
    pub log: Option<String>,
    /// Lines of the error log, kept or not.
    // Jobs stored before they were counted have none.
    #[serde(default)]
    pub log_lines: usize,
}

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// Uploaded, not yet looked at.
    Created,
    /// Tried out; nothing is written.
    ValidScheme,
    /// No table of users; nothing will be written.
    InvalidScheme,
    /// Being written.
    InProgress,
    /// Written whole.
    Completed,
    /// Written but for what its error log names.
    CompletedWithErrors,
    /// It did not fit any more; nothing was written.
    Failed,
}

impl JobState {
    /// As in specification 8.4.
    pub fn name(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::ValidScheme => "valid_scheme",
            Self::InvalidScheme => "invalid_scheme",
            Self::InProgress => "in_progress",
            Self::Completed => "completed",
            Self::CompletedWithErrors => "completed_with_errors",
            Self::Failed => "failed",
        }
    }
}

/// Bytes of a log that is kept, at the most.
const LONGEST_LOG: usize = 20_000;

impl Job {
    /// A file was uploaded (R94: the first of two steps).
    pub fn new(id: Uuid, file: &str, created: DateTime<Utc>) -> Self {
        Self {
            id,
            file: file.to_owned(),
            created,
            processed: None,
            state: JobState::Created,
            total: 0,
            affected: 0,
            failed: 0,
            log: None,
            log_lines: 0,
        }
    }

    /// It was tried out; also anew, on a workspace that has changed.
    pub fn check(&mut self, report: &Report) {
        let counts = report.counts();
        (self.total, self.affected, self.failed) = (counts.total, counts.affected, counts.failed);
        self.state = JobState::ValidScheme;
        self.processed = None;
        self.keep_log(&report.errors);
    }

    /// It is no table of users.
    pub fn refuse(&mut self, error: &BulkError) {
        self.state = JobState::InvalidScheme;
        self.keep_log(std::slice::from_ref(error));
    }

    /// **Proceed** was asked for (R94: the second step). Nothing else than what was tried out can be written.
    pub fn proceed(&mut self, at: DateTime<Utc>) {
        if self.state == JobState::ValidScheme {
            self.state = JobState::InProgress;
            self.processed = Some(at);
        }
    }

    /// It was written, or refused as a whole.
    pub fn finish(&mut self, written: bool) {
        if self.state == JobState::InProgress {
            self.state = match (written, self.failed) {
                (false, _) => JobState::Failed,
                (true, 0) => JobState::Completed,
                (true, _) => JobState::CompletedWithErrors,
            };
        }
    }

    /// Whoever was writing it went away. A change is stored whole or not at all, and this one is not: it is tried out
    /// as before.
    pub fn interrupt(&mut self) {
        if self.state == JobState::InProgress {
            (self.state, self.processed) = (JobState::ValidScheme, None);
        }
    }

    /// Whether it was written. What became of it stands then, whatever the file would do by now.
    pub fn is_written(&self) -> bool {
        matches!(self.state, JobState::Completed | JobState::CompletedWithErrors)
    }

    /// Whether its error log was too long to be kept.
    pub fn lacks_log(&self) -> bool {
        self.log_lines > 0 && self.log.is_none()
    }

    fn keep_log(&mut self, errors: &[BulkError]) {
        self.log_lines = errors.len();
        // A line is never shorter than its message, so a log of very many lines need not be written to be too long.
        let most = LONGEST_LOG / 50;
        let log = (1..=most).contains(&errors.len()).then(|| error_log(errors));
        self.log = log.filter(|log| log.len() <= LONGEST_LOG);
    }
}
