//! What is left to give in the place of what is taken: free numbers, and owners with room.

use std::collections::{BTreeMap, BTreeSet};

use super::class::Choice;
use super::find::{Conflict, Rebase};
use crate::intent::Intent;
use crate::number::Owner;
use crate::people::MAX_AGENT_NUMBERS;
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

/// What the answers give already: numbers, and places with owners (R21, R30).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    numbers: BTreeSet<PhoneNumber>,
    places: BTreeMap<Owner, usize>,
}

impl Given {
    /// What all answers but that of the conflict at `except` give, `choices` being in the order of the conflicts.
    pub fn by_others(rebase: &Rebase, intents: &[Intent], choices: &[Option<Choice>], except: usize) -> Self {
        let mut given = Self::default();
        let answered = rebase.conflicts.iter().zip(choices).enumerate();
        for (_, (conflict, choice)) in answered.filter(|(index, _)| *index != except) {
            let owner = match choice {
                Some(Choice::Number(number)) => {
                    given.numbers.insert(*number);
                    // One that is carried out has its place in the draft already.
                    conflict.refusal.as_ref().and_then(|_| conflict.owner(intents))
                }
                Some(Choice::Owner(owner)) => Some(*owner),
                _ => None,
            };
            if let Some(owner) = owner {
                *given.places.entry(owner).or_default() += 1;
            }
        }
        given
    }

    fn has_room(&self, owner: Owner, after: &Workspace) -> bool {
        let Owner::Agent(_) = owner else { return true };
        let given = self.places.get(&owner).copied().unwrap_or_default();
        after.owned_by(owner).count() + given < MAX_AGENT_NUMBERS
    }
}

impl Conflict {
    /// The direct numbers that could be given instead, when `after` is the head with the draft in it.
    pub fn numbers(&self, intents: &[Intent], after: &Workspace, given: &Given) -> Vec<PhoneNumber> {
        let owner = self.owner(intents).filter(|_| self.refusal.is_some());
        if owner.is_some_and(|owner| !given.has_room(owner, after)) {
            return Vec::new();
        }
        let free = after.free_numbers().map(|number| number.number);
        free.filter(|number| !given.numbers.contains(number)).collect()
    }

    /// Who could have the number instead, when `after` is the head with the draft in it.
    pub fn owners(&self, after: &Workspace, given: &Given) -> Vec<Owner> {
        let agents = after.users().filter(|user| user.is_agent() && user.active);
        let agents = agents
            .map(|user| Owner::Agent(user.id))
            .filter(|agent| given.has_room(*agent, after));
        let leaves = after.queues().filter(|queue| after.is_leaf(queue.id));
        let leaves = leaves.map(|queue| Owner::Queue(queue.id));
        agents.chain(leaves).collect()
    }

    /// To whom its last assignment gives the number.
    fn owner(&self, intents: &[Intent]) -> Option<Owner> {
        self.places
            .iter()
            .rev()
            .find_map(|place| match place.of(intents) {
                Some(Intent::Assign { owner, .. }) => Some(*owner),
                _ => None,
            })
    }
}
