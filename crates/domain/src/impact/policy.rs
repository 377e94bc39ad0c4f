//! A number's standing answer reduced to what can be compared: one face for each state of its schedule.

use super::answer::Handling;
use super::digest;
use crate::deflection::Level;
use crate::ids::Key;
use crate::phone::PhoneNumber;
use crate::routing::{Ending, Outcome, Standing, standing};
use crate::schedule::{HolidayBook, Schedule, State};
use crate::workspace::Workspace;

/// What a number does with a plain text, on one side.
pub(super) struct Policy<'a> {
    pub(super) standing: Standing<'a>,
    pub(super) place: Place,
    holidays: &'a HolidayBook,
}

/// What the number is, whatever becomes of its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    SmsOff,
    Unknown,
    Normal,
    Direct,
}

/// One answer without the people in it, so that numbers of different agents can share it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Face {
    pub(super) digest: u128,
    pub(super) outcome: Outcome,
    pub(super) reply: u128,
    pub(super) handling: Handling,
    /// As [`has_recipients`] says.
    pub(super) has_recipients: bool,
}

/// The answers of a policy.
#[derive(Debug, Default)]
pub(super) struct Faces {
    /// By the number of the state, the place among the distinct ones.
    pub(super) of_state: Vec<usize>,
    pub(super) distinct: Vec<Face>,
}

impl<'a> Policy<'a> {
    pub(super) fn of(workspace: &'a Workspace, number: PhoneNumber) -> Self {
        let standing = standing(workspace, number);
        let place = match standing.open.outcome {
            Outcome::DroppedSmsDisabled => Place::SmsOff,
            Outcome::DroppedUnknownNumber => Place::Unknown,
            Outcome::DroppedUnassigned | Outcome::QueueStandard => Place::Normal,
            _ => Place::Direct,
        };
        Self {
            standing,
            place,
            holidays: workspace.holidays(),
        }
    }

    /// The states its schedule can take, in the order in which they are numbered; open alone without one.
    pub(super) fn states(&self) -> impl Iterator<Item = State> {
        let hours = self.standing.hours.as_ref().map(|hours| hours.schedule);
        let closed = hours.map(|_| State::OutsideHours);
        let observed = hours.into_iter().flat_map(Schedule::observed);
        let holidays = observed.map(|&id| State::Holiday(id));
        std::iter::once(State::Open).chain(closed).chain(holidays)
    }

    pub(super) fn ending(&self, state: State) -> Ending<'a> {
        self.standing.at(self.holidays, state)
    }

    /// Whether every moment has the same answer on both sides, found without looking at time.
    ///
    /// `false` decides nothing: other records may still come to the same answers.
    pub(super) fn same(&self, other: &Self) -> bool {
        let observed = self
            .standing
            .hours
            .iter()
            .flat_map(|hours| hours.schedule.observed());
        self.place == other.place
            && self.standing == other.standing
            && observed
                .into_iter()
                .all(|&id| self.holidays.holiday(id) == other.holidays.holiday(id))
    }

    /// The answers of all states, alike ones once.
    pub(super) fn faces(&self) -> Faces {
        let mut endings: Vec<Ending<'_>> = Vec::new();
        let mut faces = Faces::default();
        for state in self.states() {
            let ending = self.ending(state);
            let known = endings.iter().position(|known| *known == ending);
            faces.of_state.push(known.unwrap_or(endings.len()));
            if known.is_none() {
                endings.push(ending);
                faces.distinct.push(self.face(ending));
            }
        }
        faces
    }

    fn face(&self, ending: Ending<'_>) -> Face {
        let reply = ending
            .reply
            .map_or(0, |text| digest::of(|hasher| hasher.text(text)));
        let digest = digest::of(|hasher| {
            hasher.text(ending.outcome.code());
            hasher.wide(reply);
            hasher.text(self.standing.session_type.map_or("", |session| session.name()));
            match self.standing.level {
                None => hasher.word(0),
                Some(Level::Global) => hasher.word(1),
                Some(Level::Team(team)) => {
                    hasher.word(2);
                    hasher.wide(team.bits());
                }
                // Whose setting it is goes without saying: the owner's, who is compared anyhow.
                Some(Level::User(_)) => hasher.word(3),
                Some(Level::Agent(_)) => hasher.word(4),
            }
        });
        Face {
            digest,
            outcome: ending.outcome,
            reply,
            handling: Handling::of(ending.outcome),
            has_recipients: has_recipients(ending.outcome),
        }
    }
}

/// Whether the agents of a queue have a part in an answer: the text is offered to them or waits for them.
pub(super) fn has_recipients(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::OfferedQueue | Outcome::QueueAfterHourMessage)
}
