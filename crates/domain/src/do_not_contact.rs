//! The list of end-users who opted out.

use imbl::OrdSet;
use serde::{Deserialize, Serialize};

use crate::phone::PhoneNumber;
use crate::routing::Listing;

/// The Do Not Contact list: senders whose texts are dropped and to whom nothing is sent (R75, D7).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DoNotContact(OrdSet<PhoneNumber>);

impl DoNotContact {
    /// Whether an end-user opted out.
    pub fn contains(&self, end_user: PhoneNumber) -> bool {
        self.0.contains(&end_user)
    }

    /// Everyone who opted out, in the order of their digits.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = PhoneNumber> {
        self.0.iter().copied()
    }

    /// Carries out what a decision says of its sender, and of nobody else; whether that changed anything.
    pub fn step(&mut self, sender: PhoneNumber, listing: Listing) -> bool {
        match listing {
            Listing::Add => self.0.insert(sender).is_none(),
            Listing::Remove => self.0.remove(&sender).is_some(),
        }
    }
}
