//! What the rows of a file are held against, ready to be looked up: a large file asks for each user and number once, which is
//! sooner done from a table of all than from the workspace one by one.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::ids::UserId;
use crate::number::Owner;
use crate::people::{User, in_small_letters};
use crate::phone::PhoneNumber;
use crate::workspace::Workspace;

use super::column::SLOTS;

/// A workspace with its users and numbers ready to be looked up. It is as good for any number of files.
#[derive(Debug)]
pub struct Known {
    pub(super) workspace: Workspace,
    people: Vec<Person>,
    /// Places among the people, by the address in small letters.
    by_address: FxHashMap<String, usize>,
    numbers: FxHashMap<PhoneNumber, KnownNumber>,
}

/// A user as bulk files see them.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) user: Arc<User>,
    /// Their numbers, as the five columns show them.
    pub(super) held: [Option<PhoneNumber>; SLOTS],
    /// Whether they have a personal queue (R71).
    pub(super) has_queue: bool,
}

/// A number as bulk files see it.
#[derive(Clone, Copy, Debug)]
pub(super) struct KnownNumber {
    pub(super) is_direct: bool,
    pub(super) holder: Holder,
}

/// Who has a number before the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    Nobody,
    /// By the place among the people.
    Person(usize),
    Queue,
}

impl Known {
    /// Looks through all of a workspace.
    pub fn of(workspace: Workspace) -> Self {
        let mut people: Vec<_> = workspace.users().map(Person::new).collect();
        let places: FxHashMap<UserId, usize> = (people.iter().enumerate())
            .map(|(place, person)| (person.user.id, place))
            .collect();
        let mut numbers = FxHashMap::default();
        numbers.reserve(workspace.numbers().len());
        for record in workspace.numbers() {
            let holder = match record.owner() {
                Some(Owner::Agent(id)) => places
                    .get(&id)
                    .map_or(Holder::Nobody, |place| Holder::Person(*place)),
                Some(Owner::Queue(_)) => Holder::Queue,
                None => Holder::Nobody,
            };
            if let Holder::Person(place) = holder
                && let Some(person) = people.get_mut(place)
                && let Some(slot) = person.held.get_mut(record.slot.index())
            {
                *slot = Some(record.number);
            }
            let is_direct = record.is_direct();
            numbers.insert(record.number, KnownNumber { is_direct, holder });
        }
        for agent in workspace.agents_with_personal_queue() {
            if let Some(person) = places.get(&agent).and_then(|place| people.get_mut(*place)) {
                person.has_queue = true;
            }
        }
        let addresses = people.iter().enumerate();
        let by_address = addresses
            .map(|(place, person)| (in_small_letters(&person.user.email).into_owned(), place))
            .collect();
        Self {
            workspace,
            people,
            by_address,
            numbers,
        }
    }

    /// The place of the user with that address, whatever its capitals.
    pub(super) fn place(&self, address: &str) -> Option<usize> {
        self.by_address.get(in_small_letters(address).as_ref()).copied()
    }

    pub(super) fn person(&self, place: usize) -> Option<&Person> {
        self.people.get(place)
    }

    pub(super) fn number(&self, number: PhoneNumber) -> Option<KnownNumber> {
        self.numbers.get(&number).copied()
    }

    /// How many people there are.
    pub(super) fn len(&self) -> usize {
        self.people.len()
    }
}

impl From<Workspace> for Arc<Known> {
    fn from(workspace: Workspace) -> Self {
        Self::new(Known::of(workspace))
    }
}

impl Person {
    fn new(user: &Arc<User>) -> Self {
        Self {
            user: Arc::clone(user),
            held: [None; SLOTS],
            has_queue: false,
        }
    }
}
