//! Users, teams and roles.

mod role;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU16;

use serde::{Deserialize, Serialize};

use crate::deflection::Deflection;
use crate::ids::{TeamId, UserId};

pub use role::{MAX_ROLES, Role, RoleName, RoleNameError};

/// The most direct numbers an agent has (R30).
pub const MAX_AGENT_NUMBERS: usize = 5;

/// Anyone with a login; an agent is a user holding the Agent role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Identifies the user.
    pub id: UserId,
    /// Unique among users, whatever its capitals.
    pub email: String,
    /// Not both names are empty.
    // Users stored before names were split keep the whole name here.
    #[serde(alias = "name")]
    pub first_name: String,
    /// Family name.
    #[serde(default)]
    pub last_name: String,
    /// What consumers see instead of the name.
    #[serde(default)]
    pub alias: String,
    /// **Agent ID**.
    #[serde(default)]
    pub agent_number: String,
    /// The name of the location, exactly as it is written there.
    #[serde(default)]
    pub location: String,
    /// How many chats at once; none takes the chat settings' number.
    #[serde(default)]
    pub chat_concurrency: Option<NonZeroU16>,
    /// Whether the user can log in.
    pub active: bool,
    /// 1 to 10.
    pub roles: BTreeSet<Role>,
    /// Teams the user is a direct member of.
    pub teams: BTreeSet<TeamId>,
    /// The admin's deflection setting for this user; none inherits (R54).
    pub deflection: Option<Deflection>,
    /// Whether the agent may configure their own deflection (R56).
    pub may_configure_own: bool,
    /// The agent's own setting: kept, and in force only with the permission and while it was written last (R62).
    pub own_deflection: Option<Deflection>,
    /// Whose setting was written last.
    #[serde(default)]
    pub last_writer: Writer,
    /// Columns of the bulk template that mean nothing here, by their header; kept untouched (specification 8.1).
    #[serde(default)]
    pub extra: BTreeMap<String, String>,
}

/// Who wrote a user's deflection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Writer {
    /// An admin, in Edit user.
    Admin,
    /// The agent.
    #[default]
    Agent,
}

impl User {
    /// First and last name, as shown.
    pub fn name(&self) -> String {
        joined(&self.first_name, &self.last_name)
    }

    /// Whether the user takes chats (R29).
    pub fn is_agent(&self) -> bool {
        self.roles.contains(&Role::Agent)
    }
}

/// Two names as one, without a blank where one of them is missing.
pub(crate) fn joined(first: &str, last: &str) -> String {
    format!("{first} {last}").trim().to_owned()
}

/// Whether an address has something on both sides of its `@`, and no blanks.
pub fn is_email(text: &str) -> bool {
    let (local, host) = text.split_once('@').unwrap_or_default();
    // Most are plain.
    let is_plain = || text.bytes().all(|byte| matches!(byte, b'!'..=b'~'));
    let is_blank = || text.contains(char::is_whitespace);
    !local.is_empty() && !host.is_empty() && !host.contains('@') && (is_plain() || !is_blank())
}

/// An address without capitals, by which it is told from others. Most stand so already.
pub(crate) fn in_small_letters(address: &str) -> Cow<'_, str> {
    let is_small = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if address.bytes().all(is_small) {
        Cow::Borrowed(address)
    } else {
        Cow::Owned(address.to_lowercase())
    }
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
