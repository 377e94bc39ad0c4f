//! The dry run: bytes to rows, row by row to what they want, then all rows settled.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::bulk::{self, BulkError, Check, NumbersCheck, Property, Report, Rights, RowOutcome};
use domain::impact::Progress;
use uuid::Uuid;

use super::{Tried, rows};
use crate::jobs::{Job, Step};
use crate::protocol::{Answer, FileAnswer, Kind, Show, Trial};
use crate::state::State;

/// Rows a step looks at.
const ROWS: usize = 100;
/// New teams that are named.
const TEAMS: usize = 5;

/// How far it is.
pub(super) enum Stage {
    /// All of the file has come.
    Come,
    /// It was read.
    Sheet,
    /// Its rows are looked at.
    Users(Box<Check>),
    Numbers(Box<NumbersCheck>),
    /// All was said.
    Over,
}

pub(super) struct TryJob {
    job: bulk::Job,
    seed: Uuid,
    rights: Rights,
    stage: Stage,
}

impl TryJob {
    pub(super) fn new(job: &bulk::Job, seed: Uuid, forbidden: &BTreeSet<Property>, stage: Stage) -> Self {
        Self {
            job: job.clone(),
            seed,
            rights: Rights::without_properties(forbidden.iter().copied()),
            stage,
        }
    }

    /// The next stage, or why there is none.
    fn go_on(&mut self, state: &mut State) -> Result<Step, BulkError> {
        match std::mem::replace(&mut self.stage, Stage::Over) {
            Stage::Come => {
                let incoming = state.file.incoming.take().unwrap_or_default();
                state.file.sheet = Some(Arc::new(incoming.finish()?));
                self.stage = Stage::Sheet;
            }
            Stage::Sheet => {
                let Some(sheet) = state.file.sheet.clone() else {
                    return Ok(Step::Done(Answer::Nothing));
                };
                self.stage = if NumbersCheck::fits(&sheet) {
                    Stage::Numbers(Box::new(NumbersCheck::new(state.before.clone(), sheet)?))
                } else {
                    let known = state.file.known(&state.before);
                    Stage::Users(Box::new(Check::new(known, sheet, self.rights.clone())?))
                };
            }
            Stage::Users(mut check) => {
                if check.step(ROWS) {
                    let report = check.finish(&self.job.file, ids(self.seed));
                    return Ok(self.done(state, Kind::Users, report));
                }
                self.stage = Stage::Users(check);
            }
            Stage::Numbers(mut check) => {
                if check.step(ROWS) {
                    let report = check.finish(&self.job.file);
                    return Ok(self.done(state, Kind::Numbers, report));
                }
                self.stage = Stage::Numbers(check);
            }
            Stage::Over => return Ok(Step::Done(Answer::Nothing)),
        }
        Ok(Step::Going(self.progress(state)))
    }

    fn progress(&self, state: &State) -> Progress {
        let (done, total) = match &self.stage {
            Stage::Users(check) => check.progress(),
            Stage::Numbers(check) => check.progress(),
            Stage::Come | Stage::Sheet | Stage::Over => {
                (0, state.file.sheet.as_ref().map_or(0, |sheet| sheet.len()))
            }
        };
        Progress { done, total }
    }

    fn done(&mut self, state: &mut State, kind: Kind, report: Report) -> Step {
        self.job.check(&report);
        let shown = |show: &Show| rows::counted(&report, *show);
        let created = report.fates().iter();
        let new_teams = report.new_teams();
        let trial = Trial {
            job: self.job.clone(),
            kind,
            form: report.sheet.form,
            counts: report.counts(),
            created: created.filter(|row| row.outcome == RowOutcome::Created).count(),
            new_teams: new_teams.len(),
            team_names: new_teams.into_iter().take(TEAMS).collect(),
            errors: report.errors.len(),
            shown: Show::ALL.each_ref().map(shown),
            numbers: rows::counted_numbers(&report),
            changes: report.count_changes(),
        };
        state.file.tried = Some(Tried {
            kind,
            report,
            listed: None,
        });
        Step::Done(Answer::File(FileAnswer::Tried(Box::new(trial))))
    }
}

impl Job for TryJob {
    fn step(&mut self, state: &mut State) -> Step {
        match self.stage {
            Stage::Come | Stage::Sheet => state.file.tried = None,
            Stage::Users(_) | Stage::Numbers(_) | Stage::Over => {}
        }
        self.go_on(state).unwrap_or_else(|error| {
            self.job.refuse(&error);
            Step::Done(Answer::File(FileAnswer::Refused {
                job: Box::new(self.job.clone()),
                error: Box::new(error),
            }))
        })
    }
}

/// Ids that no other file has: they differ from a random one in their last digits only.
fn ids(seed: Uuid) -> impl FnMut() -> Uuid {
    let mut count = 0_u32;
    move || {
        count = count.wrapping_add(1);
        Uuid::from_u128(seed.as_u128() ^ u128::from(count))
    }
}
