//! Ids: small, copied freely, and never mistaken for one another.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What identifies a record, as plain bits: the form in which the index of a workspace holds it.
pub(crate) trait Key: Copy {
    fn bits(self) -> u128;
    fn from_bits(bits: u128) -> Self;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl Key for $name {
            fn bits(self) -> u128 {
                self.0.as_u128()
            }

            fn from_bits(bits: u128) -> Self {
                Self(Uuid::from_u128(bits))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// A user.
    UserId
    /// A team.
    TeamId
    /// A queue.
    QueueId
    /// Custom hours of operation.
    HoursId
    /// A holiday.
    HolidayId
    /// A holiday folder.
    FolderId
    /// A draft.
    DraftId
    /// A pinned scenario.
    PinId
}
