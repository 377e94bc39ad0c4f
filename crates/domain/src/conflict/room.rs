//! What is left to give in the place of what is taken: free numbers, and owners with room.

use std::collections::BTreeMap;

use super::class::Choice;
use super::find::{Conflict, Rebase};
use crate::intent::Intent;
use crate::number::Owner;
use crate::people::MAX_AGENT_NUMBERS;
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

/// What the answers give already: numbers, and places with owners (R21, R30), each so many times. It is worked out once
/// for all conflicts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    numbers: BTreeMap<PhoneNumber, usize>,
    places: BTreeMap<Owner, usize>,
}

/// What all answers but one give; all of nothing by default.
#[derive(Clone, Copy, Debug, Default)]
pub struct Others<'a> {
    given: Option<&'a Given>,
    own: Gift,
}

/// What one answer gives.
#[derive(Clone, Copy, Debug, Default)]
struct Gift {
    number: Option<PhoneNumber>,
    owner: Option<Owner>,
}

impl Given {
    /// What all answers give, `choices` being in the order of the conflicts.
    pub fn of(rebase: &Rebase, intents: &[Intent], choices: &[Option<Choice>]) -> Self {
        let mut given = Self::default();
        for (conflict, choice) in rebase.conflicts.iter().zip(choices) {
            let Gift { number, owner } = conflict.gift(intents, *choice);
            if let Some(number) = number {
                *given.numbers.entry(number).or_default() += 1;
            }
            if let Some(owner) = owner {
                *given.places.entry(owner).or_default() += 1;
            }
        }
        given
    }

    /// What all give but the conflict whose answer is `choice`.
    pub fn but(&self, conflict: &Conflict, intents: &[Intent], choice: Option<Choice>) -> Others<'_> {
        Others {
            given: Some(self),
            own: conflict.gift(intents, choice),
        }
    }
}

impl Others<'_> {
    fn gives(self, number: PhoneNumber) -> bool {
        let times = self.given.and_then(|given| given.numbers.get(&number));
        let own = usize::from(self.own.number == Some(number));
        times.is_some_and(|times| *times > own)
    }

    fn has_room(self, owner: Owner, after: &Workspace) -> bool {
        let Owner::Agent(_) = owner else { return true };
        let places = self.given.and_then(|given| given.places.get(&owner));
        let own = usize::from(self.own.owner == Some(owner));
        let given = places.copied().unwrap_or_default().saturating_sub(own);
        after.owned_by(owner).count() + given < MAX_AGENT_NUMBERS
    }
}

impl Conflict {
    /// The direct numbers that could be given instead, when `after` is the head with the draft in it; found one by one.
    pub fn numbers<'a>(
        &self,
        intents: &[Intent],
        after: &'a Workspace,
        others: Others<'a>,
    ) -> impl Iterator<Item = PhoneNumber> + use<'a> {
        let owner = self.owner(intents).filter(|_| self.refusal.is_some());
        let has_room = owner.is_none_or(|owner| others.has_room(owner, after));
        let free = after.free_numbers().map(|number| number.number);
        free.take_while(move |_| has_room)
            .filter(move |number| !others.gives(*number))
    }

    /// Who could have the number instead, when `after` is the head with the draft in it; found one by one.
    pub fn owners<'a>(
        &self,
        after: &'a Workspace,
        others: Others<'a>,
    ) -> impl Iterator<Item = Owner> + use<'a> {
        let agents = after.users().filter(|user| user.is_agent() && user.active);
        let agents = agents
            .map(|user| Owner::Agent(user.id))
            .filter(move |agent| others.has_room(*agent, after));
        let leaves = after.queues().filter(|queue| after.is_leaf(queue.id));
        let leaves = leaves.map(|queue| Owner::Queue(queue.id));
        agents.chain(leaves)
    }

    /// What an answer gives.
    fn gift(&self, intents: &[Intent], choice: Option<Choice>) -> Gift {
        match choice {
            Some(Choice::Number(number)) => Gift {
                number: Some(number),
                // One that is carried out has its place in the draft already.
                owner: self.refusal.as_ref().and_then(|_| self.owner(intents)),
            },
            Some(Choice::Owner(owner)) => Gift {
                number: None,
                owner: Some(owner),
            },
            _ => Gift::default(),
        }
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
