//! The product's default roles, and those an instance adds.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The most roles of a user (specification 2.6).
pub const MAX_ROLES: usize = 10;
/// The longest name of a role, in characters.
const MAX_NAME: usize = 50;

/// What a user may do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are the product's")]
pub enum Role {
    Admin,
    Manager,
    ManagerAdmin,
    ManagerData,
    ManagerTeams,
    Agent,
    /// A role of this instance.
    Custom(RoleName),
}

impl Role {
    /// The product's six, in its order.
    pub const DEFAULTS: [Self; 6] = [
        Self::Admin,
        Self::Manager,
        Self::ManagerAdmin,
        Self::ManagerData,
        Self::ManagerTeams,
        Self::Agent,
    ];

    /// The name, as shown.
    pub fn name(&self) -> &str {
        match self {
            Self::Admin => "Admin",
            Self::Manager => "Manager",
            Self::ManagerAdmin => "Manager Admin",
            Self::ManagerData => "Manager Data",
            Self::ManagerTeams => "Manager Teams",
            Self::Agent => "Agent",
            Self::Custom(name) => name.as_str(),
        }
    }
}

/// The name of a custom role: 1 to 50 characters, and not one of the product's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RoleName(String);

/// Why a text does not name a custom role.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RoleNameError {
    /// Nothing but blanks, or over the limit.
    #[error("a role's name has 1 to {MAX_NAME} characters: this one has {length}")]
    Length {
        /// Its length in characters.
        length: usize,
    },
    /// One of the product's six.
    #[error("`{name}` is a role of its own: a custom role needs another name")]
    Taken {
        /// That name.
        name: String,
    },
}

impl RoleName {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for RoleName {
    type Err = RoleNameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let name = text.trim();
        let length = name.chars().count();
        if !(1..=MAX_NAME).contains(&length) {
            return Err(RoleNameError::Length { length });
        }
        let known = Role::DEFAULTS
            .iter()
            .any(|role| role.name().eq_ignore_ascii_case(name));
        if known {
            return Err(RoleNameError::Taken {
                name: name.to_owned(),
            });
        }
        Ok(Self(name.to_owned()))
    }
}

impl TryFrom<String> for RoleName {
    type Error = RoleNameError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<RoleName> for String {
    fn from(name: RoleName) -> Self {
        name.0
    }
}

impl fmt::Display for RoleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_custom_role_has_a_name_of_its_own() {
        assert_eq!(" Night lead ".parse::<RoleName>().unwrap().as_str(), "Night lead");
        assert_eq!("  ".parse::<RoleName>(), Err(RoleNameError::Length { length: 0 }));
        assert!("x".repeat(50).parse::<RoleName>().is_ok());
        assert_eq!(
            "x".repeat(51).parse::<RoleName>(),
            Err(RoleNameError::Length { length: 51 })
        );
        assert_eq!(
            "manager admin".parse::<RoleName>(),
            Err(RoleNameError::Taken {
                name: "manager admin".into()
            })
        );
    }
}
