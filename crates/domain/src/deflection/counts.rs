//! How many numbers each level decides for.

use serde::{Deserialize, Serialize};

use super::{Deflection, Level, effective};
use crate::number::Owner;
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

/// Direct numbers with an owner, by whose deflection setting is in force for them (R50, R51, R58).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelCounts {
    /// The global one.
    pub global: usize,
    /// That of a team.
    pub team: usize,
    /// That of the user, the admin's or the agent's own.
    pub user: usize,
    /// None: it is switched off, or no level ever set one (R60, S124).
    pub off: usize,
    /// None either, since the queue has an after-hour message of its own (A23).
    pub own_message: usize,
}

impl LevelCounts {
    /// All of them.
    pub fn total(self) -> usize {
        let counts = [self.global, self.team, self.user, self.off, self.own_message];
        counts.into_iter().fold(0, usize::saturating_add)
    }

    /// Counts one more number; one that is not there or has no owner is passed over.
    pub fn add(&mut self, workspace: &Workspace, number: PhoneNumber) {
        let owner = workspace.number(number).and_then(|number| number.owner());
        let count = match owner {
            None => return,
            Some(Owner::Agent(user)) => {
                let applies = effective(workspace, user);
                match (applies.reply(), applies.level) {
                    (None, _) => &mut self.off,
                    (_, Level::Global) => &mut self.global,
                    (_, Level::Team(_)) => &mut self.team,
                    (_, Level::User(_) | Level::Agent(_)) => &mut self.user,
                }
            }
            Some(Owner::Queue(queue)) if workspace.after_hour_message(queue).is_some() => {
                &mut self.own_message
            }
            Some(Owner::Queue(_)) => match workspace.global_deflection().and_then(Deflection::reply) {
                Some(_) => &mut self.global,
                None => &mut self.off,
            },
        };
        *count += 1;
    }
}
