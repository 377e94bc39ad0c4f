//! Which numbers can answer otherwise in one workspace than in another.

use std::collections::BTreeSet;

use crate::ids::{TeamId, UserId};
use crate::number::Owner;
use crate::people::User;
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

/// Numbers to look at.
pub(super) enum Touched {
    All,
    Some(Vec<PhoneNumber>),
}

/// Every number whose answers can differ, and perhaps others.
pub(super) fn touched(one: &Workspace, other: &Workspace) -> Touched {
    let difference = one.difference(other);
    // These reach numbers by inheritance, which only the numbers' own policies tell.
    if difference.settings
        || difference.holidays
        || !difference.teams.is_empty()
        || !difference.queues.is_empty()
        || !difference.hours.is_empty()
    {
        return Touched::All;
    }
    let mut numbers = difference.numbers;
    let mut members_differ = false;
    for &user in &difference.users {
        numbers.extend(owned(one, Owner::Agent(user)));
        numbers.extend(owned(other, Owner::Agent(user)));
        members_differ |= membership(one, user) != membership(other, user);
    }
    if members_differ {
        for queue in one.queues() {
            numbers.extend(owned(one, Owner::Queue(queue.id)));
            numbers.extend(owned(other, Owner::Queue(queue.id)));
        }
    }
    Touched::Some(numbers)
}

fn owned(workspace: &Workspace, owner: Owner) -> impl Iterator<Item = PhoneNumber> {
    workspace.owned_by(owner)
}

/// What decides in which queues a user receives texts.
fn membership(workspace: &Workspace, user: UserId) -> Option<(bool, &BTreeSet<TeamId>)> {
    let takes_chats = |user: &User| user.active && user.is_agent();
    workspace.user(user).map(|user| (takes_chats(user), &user.teams))
}

impl Touched {
    pub(super) fn is_all(&self) -> bool {
        matches!(self, Self::All)
    }

    pub(super) fn join(&mut self, other: Self) {
        match (&mut *self, other) {
            (Self::All, _) => {}
            (Self::Some(numbers), Self::Some(others)) => numbers.extend(others),
            (Self::Some(_), Self::All) => *self = Self::All,
        }
    }

    /// The numbers themselves, sorted; when it can be any, these.
    pub(super) fn numbers(self, all: impl Iterator<Item = PhoneNumber>) -> Vec<PhoneNumber> {
        let mut numbers = match self {
            Self::Some(numbers) => numbers,
            Self::All => all.collect(),
        };
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}
