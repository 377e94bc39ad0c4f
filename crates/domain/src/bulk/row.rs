//! A row on its way through the check: which user, and what its number cells want.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::ids::UserId;
use crate::number::Owner;
use crate::people::{User, Writer};
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

use super::column::SLOTS;
use super::edit::Outline;
use super::known::Holder;
use super::log::Code;

/// A row understood by itself.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The user it names, if there is one already, by their place among the people known.
    pub(super) present: Option<usize>,
    /// The user as the row would have it, numbers aside; none when the row is skipped.
    pub(super) outline: Option<Outline>,
    /// The columns of teams to be made that the user joins.
    pub(super) new_teams: Vec<usize>,
    /// What the number cells want.
    pub(super) wants: [Want; SLOTS],
    /// The numbers the user has, by slot.
    pub(super) held: [Option<PhoneNumber>; SLOTS],
}

/// What a number cell asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Want {
    /// Blank: the slot stays as it is (A14).
    #[default]
    Keep,
    /// `NONE`: the slot becomes empty.
    Clear,
    /// This number, which that one has before the file.
    Number(PhoneNumber, Holder),
    /// Ignored for this reason: the slot stays as it is.
    Ignored(Code),
}

impl Draft {
    /// The numbers by slot after the file. A cell that names a number of another slot moves it; nothing moves in a
    /// row that is skipped.
    pub(super) fn numbers_after(&self) -> [Option<PhoneNumber>; SLOTS] {
        if self.outline.is_none() {
            return self.held;
        }
        let mut after = [None; SLOTS];
        for ((slot, want), held) in after.iter_mut().zip(&self.wants).zip(self.held) {
            *slot = match want {
                Want::Number(number, _) => Some(*number),
                Want::Clear => None,
                Want::Keep | Want::Ignored(_) => held.filter(|&held| !asks_for(&self.wants, held)),
            };
        }
        after
    }

    /// The slot in which the user has a number before the file.
    pub(super) fn slot_of(&self, number: PhoneNumber) -> Option<usize> {
        self.held.iter().position(|held| *held == Some(number))
    }

    /// Whether the user has a number after the file.
    pub(super) fn still_holds(&self, number: PhoneNumber) -> bool {
        self.numbers_after().contains(&Some(number))
    }
}

/// Whether one of these cells asks for the number.
pub(super) fn asks_for(wants: &[Want], number: PhoneNumber) -> bool {
    let mut wants = wants.iter();
    wants.any(|want| matches!(want, Want::Number(wanted, _) if *wanted == number))
}

/// The numbers of an agent as the five columns show them.
pub(super) fn slots(workspace: &Workspace, agent: UserId) -> [Option<PhoneNumber>; SLOTS] {
    let mut slots = [None; SLOTS];
    for record in workspace.numbers_of(Owner::Agent(agent)) {
        if let Some(slot) = slots.get_mut(record.slot.index()) {
            *slot = Some(record.number);
        }
    }
    slots
}

/// A user that the file makes, before its cells are read; the id comes with the intent.
pub(super) fn blank_user(email: &str) -> User {
    User {
        id: Uuid::nil().into(),
        email: email.to_owned(),
        first_name: String::new(),
        last_name: String::new(),
        alias: String::new(),
        agent_number: String::new(),
        location: String::new(),
        chat_concurrency: None,
        active: true,
        roles: BTreeSet::new(),
        teams: BTreeSet::new(),
        deflection: None,
        may_configure_own: false,
        own_deflection: None,
        last_writer: Writer::default(),
        extra: BTreeMap::new(),
    }
}
