//! Which columns an uploader may edit: rights are given per user property (R95).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::column::Column;

/// Columns of a file of users for which rights are given together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Property {
    /// **New email**, the names, **Agent ID**, **Location**, and the columns that mean nothing here.
    Details,
    /// **Status**.
    Status,
    /// Both columns of the chat concurrency.
    Chats,
    /// The Direct Inbound Number columns.
    Numbers,
    /// The columns of roles.
    Roles,
    /// The columns of teams, of those to be made too.
    Teams,
}

impl Property {
    /// All, in the order of the enum.
    pub const ALL: [Self; 6] = [
        Self::Details,
        Self::Status,
        Self::Chats,
        Self::Numbers,
        Self::Roles,
        Self::Teams,
    ];

    /// Of a column; none for the key of the row and for what is passed over, which nobody edits.
    pub fn of(column: &Column) -> Option<Self> {
        use Column as C;
        match column {
            C::Email | C::Reason => None,
            C::NewEmail | C::AgentId | C::FirstName | C::LastName | C::Alias | C::Location | C::Kept(_) => {
                Some(Self::Details)
            }
            C::Status => Some(Self::Status),
            C::Concurrency | C::ConcurrencyStatus => Some(Self::Chats),
            C::Number(_) => Some(Self::Numbers),
            C::Role(_) => Some(Self::Roles),
            C::Team(_) | C::NewTeam(_) => Some(Self::Teams),
        }
    }
}

/// What the uploader may edit (R95).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    columns: BTreeSet<Column>,
    properties: BTreeSet<Property>,
}

impl Rights {
    /// An admin's: every column.
    pub fn all() -> Self {
        Self::default()
    }

    /// Every column but these.
    pub fn without(columns: impl IntoIterator<Item = Column>) -> Self {
        Self {
            columns: columns.into_iter().collect(),
            ..Self::default()
        }
    }

    /// Every column but those of these properties.
    pub fn without_properties(properties: impl IntoIterator<Item = Property>) -> Self {
        Self {
            properties: properties.into_iter().collect(),
            ..Self::default()
        }
    }

    /// Whether they may not edit a column.
    pub(super) fn forbid(&self, column: &Column) -> bool {
        self.columns.contains(column)
            || Property::of(column).is_some_and(|property| self.properties.contains(&property))
    }
}
