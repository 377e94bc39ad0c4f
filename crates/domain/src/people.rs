//! Users, teams and roles.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::deflection::Deflection;
use crate::ids::{TeamId, UserId};

/// The most direct numbers an agent has (R30).
pub const MAX_AGENT_NUMBERS: usize = 5;

/// Anyone with a login; an agent is a user holding the Agent role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Identifies the user.
    pub id: UserId,
    /// Unique among users, whatever its capitals.
    pub email: String,
    /// First and last name, as shown.
    pub name: String,
    /// Whether the user can log in.
    pub active: bool,
    /// At least one.
    pub roles: BTreeSet<Role>,
    /// Teams the user is a direct member of.
    pub teams: BTreeSet<TeamId>,
    /// The admin's deflection setting for this user; none inherits (R54).
    pub deflection: Option<Deflection>,
    /// Whether the agent may configure their own deflection (R56).
    pub may_configure_own: bool,
    /// The agent's own setting: kept, and in force only with the permission and without an admin's (R62).
    pub own_deflection: Option<Deflection>,
}

impl User {
    /// Whether the user takes chats (R29).
    pub fn is_agent(&self) -> bool {
        self.roles.contains(&Role::Agent)
    }
}

/// The product's default roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are the product's")]
pub enum Role {
    Admin,
    Manager,
    ManagerAdmin,
    ManagerData,
    ManagerTeams,
    Agent,
}

/// A named group of users, perhaps inside another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Identifies the team.
    pub id: TeamId,
    /// Without a colon, not empty.
    pub name: String,
    /// The team it is a sub-team of.
    pub parent: Option<TeamId>,
    /// The team's own setting; none inherits (R50).
    pub deflection: Option<Deflection>,
}
