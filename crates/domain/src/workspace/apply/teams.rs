//! Teams inside teams.

use crate::applied::{Applied, Cascade};
use crate::deflection::Deflection;
use crate::ids::TeamId;
use crate::people::{Team, User};
use crate::queue::SmsQueue;
use crate::refusal::Refusal;
use crate::workspace::Workspace;

impl Workspace {
    pub(super) fn add_team(
        &mut self,
        id: TeamId,
        name: &str,
        parent: Option<TeamId>,
    ) -> Result<Applied, Refusal> {
        if self.team(id).is_some() {
            return Err(Refusal::Exists { what: "team" });
        }
        if parent.is_some_and(|parent| self.team(parent).is_none()) {
            return Err(Refusal::Gone { what: "team" });
        }
        self.put(Team {
            id,
            name: checked_name(name)?,
            parent,
            deflection: None,
        });
        Ok(Applied::default())
    }

    pub(super) fn rename_team(&mut self, id: TeamId, name: &str) -> Result<Applied, Refusal> {
        let name = checked_name(name)?;
        self.edit_team(id, |team| team.name = name)
    }

    pub(super) fn move_team(&mut self, id: TeamId, parent: Option<TeamId>) -> Result<Applied, Refusal> {
        let team = self.team(id).ok_or(Refusal::Gone { what: "team" })?;
        if let Some(parent) = parent {
            let into = self.team(parent).ok_or(Refusal::Gone { what: "team" })?;
            if self.ancestry(parent).any(|above| above.id == id) {
                return Err(Refusal::InsideItself {
                    what: "team",
                    name: team.name.clone(),
                    into: into.name.clone(),
                });
            }
        }
        self.edit_team(id, |team| team.parent = parent)
    }

    /// Members and queues lose it, and its sub-teams go to the team around it; what applies to anyone is recomputed
    /// from what is left (specification 6).
    pub(super) fn remove_team(&mut self, id: TeamId) -> Result<Applied, Refusal> {
        let team = self.team(id).ok_or(Refusal::Gone { what: "team" })?;
        let (name, parent) = (team.name.clone(), team.parent);
        let into = parent.and_then(|parent| self.team(parent).map(|team| team.name.clone()));
        let members: Vec<_> = self.members(id).map(|user| (user.id, user.name())).collect();
        let queues: Vec<_> = self
            .queues_of_team(id)
            .map(|queue| (queue.id, queue.name.clone()))
            .collect();
        let sub_teams: Vec<_> = self
            .sub_teams(id)
            .map(|team| (team.id, team.name.clone()))
            .collect();
        let mut cascades = Vec::new();
        for (user, user_name) in members {
            self.change(user, |user: &mut User| {
                user.teams.remove(&id);
            })?;
            cascades.push(Cascade::LeavesTeam {
                user: user_name,
                team: name.clone(),
            });
        }
        for (queue, queue_name) in queues {
            self.change(queue, |queue: &mut SmsQueue| {
                queue.teams.remove(&id);
            })?;
            cascades.push(Cascade::LeavesQueue {
                who: format!("team {name}"),
                queue: queue_name,
            });
        }
        for (sub_team, sub_name) in sub_teams {
            self.change(sub_team, |team: &mut Team| team.parent = parent)?;
            cascades.push(Cascade::TeamMoved {
                team: sub_name,
                into: into.clone(),
            });
        }
        self.take::<Team>(id);
        Ok(Applied::with(cascades))
    }

    pub(super) fn set_team_deflection(
        &mut self,
        id: TeamId,
        deflection: Option<&Deflection>,
    ) -> Result<Applied, Refusal> {
        self.check_observed(deflection)?;
        self.edit_team(id, |team| team.deflection = deflection.cloned())
    }

    fn edit_team(&mut self, id: TeamId, change: impl FnOnce(&mut Team)) -> Result<Applied, Refusal> {
        self.change(id, change)?;
        Ok(Applied::default())
    }
}

/// Not empty, and without a colon (specification 2.6).
pub(in crate::workspace) fn checked_name(name: &str) -> Result<String, Refusal> {
    let name = name.trim();
    if name.is_empty() {
        Err(Refusal::NoName { what: "team" })
    } else if name.contains(':') {
        Err(Refusal::ColonInName {
            name: name.to_owned(),
        })
    } else {
        Ok(name.to_owned())
    }
}
