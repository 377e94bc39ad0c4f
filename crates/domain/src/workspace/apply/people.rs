//! Users and teams.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::applied::{Applied, Warning};
use crate::ids::{TeamId, UserId};
use crate::number::Owner;
use crate::people::{Role, Team, User};
use crate::refusal::Refusal;
use crate::workspace::Workspace;

impl Workspace {
    pub(super) fn add_team(
        &mut self,
        id: TeamId,
        name: String,
        parent: Option<TeamId>,
    ) -> Result<Applied, Refusal> {
        if name.trim().is_empty() || name.contains(':') {
            return Err(Refusal::BadName { what: "team", name });
        }
        if self.team(id).is_some() {
            return Err(Refusal::Exists { what: "team" });
        }
        if parent.is_some_and(|parent| self.team(parent).is_none()) {
            return Err(Refusal::Gone { what: "team" });
        }
        self.teams.insert(
            id,
            Arc::new(Team {
                id,
                name: name.trim().to_owned(),
                parent,
                deflection: None,
            }),
        );
        Ok(Applied::default())
    }

    pub(super) fn edit_team(
        &mut self,
        id: TeamId,
        change: impl FnOnce(&mut Team),
    ) -> Result<Applied, Refusal> {
        super::edit(&mut self.teams, &id, "team", change)
    }

    pub(super) fn add_user(
        &mut self,
        id: UserId,
        email: String,
        name: String,
        roles: BTreeSet<Role>,
        teams: BTreeSet<TeamId>,
    ) -> Result<Applied, Refusal> {
        let well_formed = email
            .split_once('@')
            .is_some_and(|(local, host)| !local.is_empty() && !host.is_empty());
        if !well_formed || email.chars().any(char::is_whitespace) {
            return Err(Refusal::BadEmail { email });
        }
        if let Some(other) = self
            .users
            .values()
            .find(|other| other.email.eq_ignore_ascii_case(&email))
        {
            return Err(Refusal::EmailExists {
                email,
                user: other.name.clone(),
            });
        }
        if name.trim().is_empty() {
            return Err(Refusal::BadName { what: "user", name });
        }
        if roles.is_empty() {
            return Err(Refusal::NoRole);
        }
        if self.user(id).is_some() {
            return Err(Refusal::Exists { what: "user" });
        }
        if teams.iter().any(|&team| self.team(team).is_none()) {
            return Err(Refusal::Gone { what: "team" });
        }
        let user = User {
            id,
            email,
            name: name.trim().to_owned(),
            active: true,
            roles,
            teams,
            deflection: None,
            may_configure_own: false,
            own_deflection: None,
        };
        self.users.insert(id, Arc::new(user));
        Ok(Applied::default())
    }

    /// Numbers stay with an inactive user, with a warning (A30).
    pub(super) fn set_active(&mut self, id: UserId, active: bool) -> Result<Applied, Refusal> {
        self.edit_user(id, |user| user.active = active)?;
        let count = self.numbers_of(Owner::Agent(id)).count();
        let user = self.user(id).map_or_else(String::new, |user| user.name.clone());
        let warns = !active && count > 0;
        let warnings = warns
            .then_some(Warning::InactiveWithNumbers { user, count })
            .into_iter()
            .collect();
        Ok(Applied {
            warnings,
            ..Applied::default()
        })
    }

    pub(super) fn edit_user(
        &mut self,
        id: UserId,
        change: impl FnOnce(&mut User),
    ) -> Result<Applied, Refusal> {
        super::edit(&mut self.users, &id, "user", change)
    }
}
