//! What a number does over time.

use chrono::{DateTime, Utc};

use super::{Outcome, Standing, standing};
use crate::phone::PhoneNumber;
use crate::schedule::HolidayBook;
use crate::workspace::Workspace;

/// A stretch of time in which the same becomes of all ordinary texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its first moment.
    pub from: DateTime<Utc>,
    /// The first moment after it.
    pub to: DateTime<Utc>,
    /// What becomes of them.
    pub outcome: Outcome,
}

/// What a number does with ordinary texts from one moment, included, to another, excluded (D1 to D26, everybody
/// Available): sorted, gapless, neighbours different.
///
/// Nothing when the end is not after the beginning.
pub fn stretches(
    workspace: &Workspace,
    number: PhoneNumber,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Vec<Stretch> {
    standing(workspace, number).stretches(workspace.holidays(), from, to)
}

impl Standing<'_> {
    /// The same of any standing, such as a team's.
    pub fn stretches(&self, holidays: &HolidayBook, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Stretch> {
        let Some(hours) = &self.hours else {
            let outcome = self.open.outcome;
            return Vec::from_iter((from < to).then_some(Stretch { from, to, outcome }));
        };
        let mut all: Vec<Stretch> = Vec::new();
        for span in hours.schedule.timeline(holidays, from, to) {
            let outcome = self.at(holidays, span.state).outcome;
            match all.last_mut() {
                Some(last) if last.outcome == outcome => last.to = span.to,
                _ => all.push(Stretch {
                    from: span.from,
                    to: span.to,
                    outcome,
                }),
            }
        }
        all
    }
}
