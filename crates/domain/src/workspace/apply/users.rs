//! Users: who they are, what they may do, and what goes when they go.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU16;

use crate::applied::{Applied, Cascade, Warning};
use crate::deflection::Deflection;
use crate::ids::{TeamId, UserId};
use crate::intent::UserChange;
use crate::number::Owner;
use crate::people::{MAX_ROLES, Role, User, Writer, is_email, joined};
use crate::queue::SmsQueue;
use crate::refusal::Refusal;
use crate::workspace::Workspace;

impl Workspace {
    pub(super) fn add_user(
        &mut self,
        id: UserId,
        email: &str,
        (first_name, last_name): (&str, &str),
        roles: &BTreeSet<Role>,
        teams: &BTreeSet<TeamId>,
    ) -> Result<Applied, Refusal> {
        if self.user(id).is_some() {
            return Err(Refusal::Exists { what: "user" });
        }
        self.check_email(email, id)?;
        check_name(first_name, last_name)?;
        check_roles(roles)?;
        self.require_teams(teams)?;
        self.put(User {
            id,
            email: email.to_owned(),
            first_name: first_name.trim().to_owned(),
            last_name: last_name.trim().to_owned(),
            alias: String::new(),
            agent_number: String::new(),
            location: String::new(),
            chat_concurrency: None,
            active: true,
            roles: roles.clone(),
            teams: teams.clone(),
            deflection: None,
            may_configure_own: false,
            own_deflection: None,
            last_writer: Writer::default(),
            extra: BTreeMap::new(),
        });
        Ok(Applied::default())
    }

    pub(super) fn edit_profile(&mut self, id: UserId, change: &UserChange) -> Result<Applied, Refusal> {
        let user = self.user(id).ok_or(Refusal::Gone { what: "user" })?;
        let mut user = User::clone(user);
        let write = |field: &mut String, value: &Option<String>| {
            if let Some(value) = value {
                value.trim().clone_into(field);
            }
        };
        write(&mut user.email, &change.email);
        write(&mut user.first_name, &change.first_name);
        write(&mut user.last_name, &change.last_name);
        write(&mut user.alias, &change.alias);
        write(&mut user.agent_number, &change.agent_number);
        write(&mut user.location, &change.location);
        if let Some(limit) = change.chat_concurrency {
            user.chat_concurrency = NonZeroU16::new(limit);
        }
        for (header, text) in &change.extra {
            if text.is_empty() {
                user.extra.remove(header);
            } else {
                user.extra.insert(header.clone(), text.clone());
            }
        }
        self.check_email(&user.email, id)?;
        check_name(&user.first_name, &user.last_name)?;
        self.edit_user(id, |old| *old = user)
    }

    /// Whoever loses the Agent role loses what only agents have; direct numbers only when that was asked for (A31).
    pub(super) fn set_roles(
        &mut self,
        id: UserId,
        roles: &BTreeSet<Role>,
        release_numbers: bool,
    ) -> Result<Applied, Refusal> {
        let user = self.user(id).ok_or(Refusal::Gone { what: "user" })?;
        check_roles(roles)?;
        let mut cascades = Vec::new();
        if !roles.contains(&Role::Agent) {
            let count = self.numbers_of(Owner::Agent(id)).count();
            if count > 0 && !release_numbers {
                return Err(Refusal::RoleHasNumbers {
                    user: user.name(),
                    count,
                });
            }
            cascades = self.strip_agent(id)?;
        }
        self.change(id, |user: &mut User| user.roles.clone_from(roles))?;
        Ok(Applied::with(cascades))
    }

    pub(super) fn set_teams(&mut self, id: UserId, teams: &BTreeSet<TeamId>) -> Result<Applied, Refusal> {
        self.require_teams(teams)?;
        self.edit_user(id, |user| user.teams.clone_from(teams))
    }

    pub(super) fn remove_user(&mut self, id: UserId) -> Result<Applied, Refusal> {
        if self.user(id).is_none() {
            return Err(Refusal::Gone { what: "user" });
        }
        let cascades = self.strip_agent(id)?;
        self.take::<User>(id);
        Ok(Applied::with(cascades))
    }

    /// Numbers stay with an inactive user, with a warning (A30).
    pub(super) fn set_active(&mut self, id: UserId, active: bool) -> Result<Applied, Refusal> {
        let user = self
            .user(id)
            .map(|user| user.name())
            .ok_or(Refusal::Gone { what: "user" })?;
        let count = self.numbers_of(Owner::Agent(id)).count();
        self.change(id, |user: &mut User| user.active = active)?;
        let warning = (!active && count > 0).then_some(Warning::InactiveWithNumbers { user, count });
        Ok(Applied::warning(warning))
    }

    /// The admin's setting replaces the agent's own, which is kept (R62).
    pub(super) fn set_user_deflection(
        &mut self,
        id: UserId,
        deflection: Option<&Deflection>,
    ) -> Result<Applied, Refusal> {
        self.check_observed(deflection)?;
        self.edit_user(id, |user| {
            user.deflection = deflection.cloned();
            // Where neither has a setting, nobody wrote last: as with a new user.
            let is_blank = user.deflection.is_none() && user.own_deflection.is_none();
            user.last_writer = if is_blank {
                Writer::default()
            } else {
                Writer::Admin
            };
        })
    }

    /// Only with the permission (R56, S121); the admin's setting is kept (R62).
    pub(super) fn set_own_deflection(
        &mut self,
        id: UserId,
        deflection: &Deflection,
    ) -> Result<Applied, Refusal> {
        self.require_own_allowed(id)?;
        self.check_observed(Some(deflection))?;
        self.edit_user(id, |user| {
            user.own_deflection = Some(deflection.clone());
            user.last_writer = Writer::Agent;
        })
    }

    /// Back to the agent's last own values, if there are any (R62).
    pub(super) fn revert_to_agent(&mut self, id: UserId) -> Result<Applied, Refusal> {
        let user = self.require_own_allowed(id)?;
        if user.own_deflection.is_none() {
            return Err(Refusal::NothingToRevert { user: user.name() });
        }
        self.edit_user(id, |user| user.last_writer = Writer::Agent)
    }

    pub(super) fn edit_user(
        &mut self,
        id: UserId,
        change: impl FnOnce(&mut User),
    ) -> Result<Applied, Refusal> {
        self.change(id, change)?;
        Ok(Applied::default())
    }

    /// Takes all that only agents have: direct numbers, outbound links, queues.
    fn strip_agent(&mut self, id: UserId) -> Result<Vec<Cascade>, Refusal> {
        let owner = Owner::Agent(id);
        let mut cascades = self.release_all(owner)?;
        cascades.extend(self.deny_all(owner)?);
        let queues: Vec<_> = self
            .queues_of_agent(id)
            .map(|queue| (queue.id, queue.name.clone()))
            .collect();
        for (queue, name) in queues {
            self.change(queue, |queue: &mut SmsQueue| {
                queue.agents.remove(&id);
            })?;
            cascades.push(Cascade::LeavesQueue {
                who: self.owner_name(owner),
                queue: name,
            });
        }
        Ok(cascades)
    }

    fn require_own_allowed(&self, id: UserId) -> Result<&User, Refusal> {
        let user = self.user(id).ok_or(Refusal::Gone { what: "user" })?;
        if user.may_configure_own {
            Ok(user)
        } else {
            Err(Refusal::OwnNotAllowed { user: user.name() })
        }
    }

    pub(in crate::workspace) fn check_email(&self, email: &str, id: UserId) -> Result<(), Refusal> {
        if !is_email(email) {
            return Err(Refusal::BadEmail {
                email: email.to_owned(),
            });
        }
        match self.user_by_email(email).filter(|other| other.id != id) {
            Some(other) => Err(Refusal::EmailExists {
                email: email.to_owned(),
                user: other.name(),
            }),
            None => Ok(()),
        }
    }

    pub(in crate::workspace) fn require_teams(&self, teams: &BTreeSet<TeamId>) -> Result<(), Refusal> {
        if teams.iter().all(|&team| self.team(team).is_some()) {
            Ok(())
        } else {
            Err(Refusal::Gone { what: "team" })
        }
    }
}

/// One of the two names at least.
pub(in crate::workspace) fn check_name(first: &str, last: &str) -> Result<(), Refusal> {
    if joined(first, last).is_empty() {
        Err(Refusal::NoName { what: "user" })
    } else {
        Ok(())
    }
}

/// 1 to 10 roles (specification 2.6).
pub(in crate::workspace) fn check_roles(roles: &BTreeSet<Role>) -> Result<(), Refusal> {
    match roles.len() {
        0 => Err(Refusal::NoRole),
        1..=MAX_ROLES => Ok(()),
        _ => Err(Refusal::TooManyRoles),
    }
}
