//! What a number does at a moment, and how long it stays so: what a list says of each.

use chrono::{DateTime, Utc};

use super::{Outcome, Standing, standing};
use crate::phone::PhoneNumber;
use crate::schedule::{HolidayBook, State};
use crate::workspace::Workspace;
use crate::zone::Zone;

/// What becomes of an ordinary text at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// What becomes of it.
    pub outcome: Outcome,
    /// When the hours that decide open or close next, on whose clock; none when no hours decide, or they never do.
    pub until: Option<(DateTime<Utc>, Zone)>,
}

/// What a number does with an ordinary text at a moment (D1 to D26, everybody Available).
///
/// ```
/// use domain::routing::{Outcome, moment};
/// use domain::{Workspace, Zone};
///
/// let workspace = Workspace::empty("Larkspur Home", Zone::UTC);
/// let found = moment(&workspace, "+13125550100".parse()?, "2026-10-15T19:32:00Z".parse()?);
/// assert_eq!(found.outcome, Outcome::DroppedSmsDisabled);
/// assert_eq!(found.until, None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn moment(workspace: &Workspace, number: PhoneNumber, at: DateTime<Utc>) -> Moment {
    standing(workspace, number).moment(workspace.holidays(), at)
}

impl Standing<'_> {
    /// The same of any standing, such as a team's.
    pub fn moment(&self, holidays: &HolidayBook, at: DateTime<Utc>) -> Moment {
        let Some(hours) = &self.hours else {
            return Moment {
                outcome: self.open.outcome,
                until: None,
            };
        };
        let schedule = hours.schedule;
        let state = schedule.state_at(holidays, at);
        let next = match state {
            State::Open => schedule.next_change(holidays, at),
            // A holiday may begin meanwhile: it stays closed.
            State::OutsideHours | State::Holiday(_) => schedule.next_open(holidays, at),
        };
        Moment {
            outcome: self.at(holidays, state).outcome,
            until: next.map(|next| (next, schedule.zone())),
        }
    }
}
