//! What the rows of a file are held against, ready to be looked up: a large file asks for each user and their numbers once,
//! which is sooner done from a table of all than from the workspace one by one.

use std::collections::HashMap;
use std::sync::Arc;

use crate::ids::UserId;
use crate::number::Owner;
use crate::people::{User, in_small_letters};
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

use super::column::SLOTS;

/// The users by address, and their numbers.
#[derive(Debug)]
pub(super) struct Known {
    /// By the address in small letters.
    users: HashMap<String, Arc<User>>,
    held: HashMap<UserId, [Option<PhoneNumber>; SLOTS]>,
}

impl Known {
    pub(super) fn of(workspace: &Workspace) -> Self {
        let users = workspace.users();
        let users = users.map(|user| (in_small_letters(&user.email).into_owned(), Arc::clone(user)));
        let mut held = HashMap::<_, [_; SLOTS]>::new();
        for record in workspace.numbers() {
            if let Some(Owner::Agent(agent)) = record.owner()
                && let Some(slot) = held.entry(agent).or_default().get_mut(record.slot.index())
            {
                *slot = Some(record.number);
            }
        }
        Self {
            users: users.collect(),
            held,
        }
    }

    /// The user with that address, whatever its capitals.
    pub(super) fn user(&self, address: &str) -> Option<&Arc<User>> {
        self.users.get(in_small_letters(address).as_ref())
    }

    /// The numbers of an agent as the five columns show them.
    pub(super) fn held(&self, agent: UserId) -> [Option<PhoneNumber>; SLOTS] {
        self.held.get(&agent).copied().unwrap_or_default()
    }
}
