//! Users and teams.

use std::collections::{BTreeMap, BTreeSet};

use crate::applied::{Applied, Warning};
use crate::ids::{TeamId, UserId};
use crate::number::Owner;
use crate::people::{Role, Team, User, Writer, is_email, joined};
use crate::refusal::Refusal;
use crate::workspace::Workspace;

impl Workspace {
    pub(super) fn add_team(
        &mut self,
        id: TeamId,
        name: &str,
        parent: Option<TeamId>,
    ) -> Result<Applied, Refusal> {
        if name.trim().is_empty() || name.contains(':') {
            return Err(Refusal::BadName {
                what: "team",
                name: name.to_owned(),
            });
        }
        if self.team(id).is_some() {
            return Err(Refusal::Exists { what: "team" });
        }
        if parent.is_some_and(|parent| self.team(parent).is_none()) {
            return Err(Refusal::Gone { what: "team" });
        }
        self.put(Team {
            id,
            name: name.trim().to_owned(),
            parent,
            deflection: None,
        });
        Ok(Applied::default())
    }

    pub(super) fn edit_team(
        &mut self,
        id: TeamId,
        change: impl FnOnce(&mut Team),
    ) -> Result<Applied, Refusal> {
        self.change(id, change)?;
        Ok(Applied::default())
    }

    pub(super) fn add_user(
        &mut self,
        id: UserId,
        email: &str,
        (first_name, last_name): (&str, &str),
        roles: &BTreeSet<Role>,
        teams: &BTreeSet<TeamId>,
    ) -> Result<Applied, Refusal> {
        if !is_email(email) {
            return Err(Refusal::BadEmail {
                email: email.to_owned(),
            });
        }
        if let Some(other) = self.user_by_email(email) {
            return Err(Refusal::EmailExists {
                email: email.to_owned(),
                user: other.name(),
            });
        }
        let name = joined(first_name, last_name);
        if name.is_empty() {
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

    /// Numbers stay with an inactive user, with a warning (A30).
    pub(super) fn set_active(&mut self, id: UserId, active: bool) -> Result<Applied, Refusal> {
        self.edit_user(id, |user| user.active = active)?;
        let count = self.numbers_of(Owner::Agent(id)).count();
        let user = self.user(id).map_or_else(String::new, |user| user.name());
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
        self.change(id, change)?;
        Ok(Applied::default())
    }
}
