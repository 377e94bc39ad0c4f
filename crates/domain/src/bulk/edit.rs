//! What a row says of its user: cell by cell while it is read, in outline once it was.
//!
//! The users of a large file are too many to be made while one looks what it would do. A dry run keeps the outline; for
//! what **Proceed** writes, the row is read again.

use std::num::NonZeroU16;

use crate::ids::TeamId;
use crate::people::{MAX_ROLES, Role, User};

use super::column::Column;

/// Something of a user that a cell changes.
pub(super) enum Edit<'a> {
    /// The text of such a column.
    Text(&'a Column, &'a str),
    /// A text that is kept under this header.
    Kept(&'static str, String),
    Chats(Option<NonZeroU16>),
    Active(bool),
    Role(&'a Role, bool),
    Team(TeamId, bool),
}

/// What sort of change a cell makes.
#[derive(Clone, Copy)]
enum Sort {
    Name,
    /// Any other text, and chats.
    Details,
    Status,
    AgentRole,
    OtherRole,
    Team,
}

/// What the cells of a row make of its user, numbers aside.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outline {
    /// A bit for each sort of change.
    sorts: u8,
    /// How many roles the user has after it.
    pub(super) roles: usize,
    /// Whether the user is an agent after it.
    pub(super) is_agent: bool,
    /// Whether the Agent role stays although the row takes it away (A31).
    keeps_agent: bool,
}

impl Edit<'_> {
    fn sort(&self) -> Sort {
        match self {
            Self::Text(Column::FirstName | Column::LastName, _) => Sort::Name,
            Self::Text(..) | Self::Kept(..) | Self::Chats(_) => Sort::Details,
            Self::Active(_) => Sort::Status,
            Self::Role(Role::Agent, _) => Sort::AgentRole,
            Self::Role(..) => Sort::OtherRole,
            Self::Team(..) => Sort::Team,
        }
    }

    /// Makes the change.
    pub(super) fn apply(&self, user: &mut User) {
        match self {
            Self::Text(column, text) => {
                let field = match column {
                    Column::NewEmail => &mut user.email,
                    Column::AgentId => &mut user.agent_number,
                    Column::FirstName => &mut user.first_name,
                    Column::LastName => &mut user.last_name,
                    Column::Alias => &mut user.alias,
                    Column::Location => &mut user.location,
                    Column::Kept(header) => user.extra.entry((*header).to_owned()).or_default(),
                    _ => return,
                };
                (*text).clone_into(field);
            }
            Self::Kept(header, text) => drop(user.extra.insert((*header).to_owned(), text.clone())),
            Self::Chats(chats) => user.chat_concurrency = *chats,
            Self::Active(active) => user.active = *active,
            Self::Role(role, true) => drop(user.roles.insert((*role).clone())),
            Self::Role(role, false) => drop(user.roles.remove(*role)),
            Self::Team(team, true) => drop(user.teams.insert(*team)),
            Self::Team(team, false) => drop(user.teams.remove(team)),
        }
    }
}

impl Outline {
    /// Nothing is changed yet. A user that the file makes has no role to begin with.
    pub(super) fn of(before: Option<&User>) -> Self {
        Self {
            sorts: 0,
            roles: before.map_or(0, |user| user.roles.len()),
            is_agent: before.is_some_and(User::is_agent),
            keeps_agent: false,
        }
    }

    /// Takes a change into account; each differs from what was so before.
    pub(super) fn note(&mut self, edit: &Edit<'_>) {
        self.sorts |= 1 << edit.sort() as u8;
        if let Edit::Role(role, on) = edit {
            self.roles = if *on { self.roles + 1 } else { self.roles - 1 };
            if **role == Role::Agent {
                self.is_agent = *on;
            }
        }
    }

    fn has(self, sort: Sort) -> bool {
        self.sorts & (1 << sort as u8) != 0
    }

    /// Whether the row gives a name.
    pub(super) fn is_named(self) -> bool {
        self.has(Sort::Name)
    }

    /// The Agent role stays: who keeps numbers keeps it (A31).
    pub(super) fn keep_agent(&mut self) {
        (self.keeps_agent, self.is_agent) = (true, true);
    }

    /// The same for the user whose other changes were made. A role that was to take its place may be one too many
    /// beside it: then all stay as they were.
    pub(super) fn keep_roles(self, user: &mut User, before: &User) {
        if self.keeps_agent && self.roles < MAX_ROLES {
            user.roles.insert(Role::Agent);
        } else if self.keeps_agent {
            user.roles.clone_from(&before.roles);
        }
    }

    fn changes_roles(self) -> bool {
        if self.keeps_agent {
            self.has(Sort::OtherRole) && self.roles < MAX_ROLES
        } else {
            self.has(Sort::OtherRole) || self.has(Sort::AgentRole)
        }
    }

    /// To how many changes of the user it comes: of their fields, whether they are active, their roles, their teams.
    pub(super) fn changes(self) -> usize {
        let sorts = [
            self.has(Sort::Name) || self.has(Sort::Details),
            self.has(Sort::Status),
            self.changes_roles(),
            self.has(Sort::Team),
        ];
        sorts.into_iter().filter(|change| *change).count()
    }

    /// The same for a user that is made, of whom name, roles and teams need no change.
    pub(super) fn changes_when_made(self) -> usize {
        1 + usize::from(self.has(Sort::Details)) + usize::from(self.has(Sort::Status))
    }

    /// Whether the row changes the user's teams.
    pub(super) fn changes_teams(self) -> bool {
        self.has(Sort::Team)
    }
}
