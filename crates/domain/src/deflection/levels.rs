//! Which level's setting applies, and which were passed over: Global, then Team, then User (specification 6).

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Deflection, Reply};
use crate::ids::{TeamId, UserId};
use crate::people::{Team, User, Writer};
use crate::workspace::Workspace;

/// The level an effective setting comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The global setting.
    Global,
    /// A team's.
    Team(TeamId),
    /// The admin's setting for the user.
    User(UserId),
    /// The agent's own.
    Agent(UserId),
}

impl Level {
    /// The inheritance status, as the badge says it: `Global`, `Team` or `User` (R50, R51).
    pub fn badge(self) -> &'static str {
        match self {
            Self::Global => "Global",
            Self::Team(_) => "Team",
            Self::User(_) | Self::Agent(_) => "User",
        }
    }

    /// The level with its record: `Team: Americas Support`.
    pub fn name(self, workspace: &Workspace) -> String {
        let user = |id| {
            workspace
                .user(id)
                .map_or_else(|| "(deleted)".to_owned(), |user| user.name())
        };
        match self {
            Self::Global => "Global".to_owned(),
            Self::Team(id) => {
                let team = workspace.team(id).map_or("(deleted)", |team| team.name.as_str());
                format!("Team: {team}")
            }
            Self::User(id) => format!("User: {}", user(id)),
            Self::Agent(id) => format!("Own settings of {}", user(id)),
        }
    }
}

/// What applies to an agent or team, from where, and what was passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective<'a> {
    /// The setting in force; none means that no level ever set one, so nothing is deflected (S124).
    pub setting: Option<&'a Deflection>,
    /// Whose setting it is.
    pub level: Level,
    /// The levels that have a setting too and lost, strongest first (R61).
    pub passed_over: Vec<Level>,
}

impl<'a> Effective<'a> {
    /// The hours and message in force; none when nothing is deflected.
    pub fn reply(&self) -> Option<&'a Reply> {
        self.setting.and_then(Deflection::reply)
    }

    /// The hours and message an override starts from when this is what applied before (R59); none when no level
    /// ever had any.
    pub fn start(&self) -> Option<&'a Reply> {
        self.setting.and_then(Deflection::kept)
    }

    /// What the button is called that leads back to this: `Reset to Team` or `Reset to Global` (A29).
    pub fn reset_label(&self) -> &'static str {
        match self.level {
            Level::Global => "Reset to Global",
            Level::Team(_) => "Reset to Team",
            Level::User(_) | Level::Agent(_) => "Reset to User",
        }
    }

    /// Of these settings, strongest first, the first is in force; a global one that was never set is none.
    fn strongest(mut settings: impl Iterator<Item = (Level, &'a Deflection)>) -> Self {
        let first = settings.next();
        Self {
            setting: first.map(|(_, setting)| setting),
            level: first.map_or(Level::Global, |(level, _)| level),
            passed_over: settings.map(|(level, _)| level).collect(),
        }
    }
}

/// The setting that applies to a user: own, then team, then global (R50, R54, R58).
///
/// A user that is gone has what Global says.
pub fn effective(workspace: &Workspace, user: UserId) -> Effective<'_> {
    match workspace.user(user) {
        Some(user) => effective_of(workspace, user),
        None => Effective::strongest(global(workspace).into_iter()),
    }
}

/// The same for a user that is at hand.
pub(crate) fn effective_of<'a>(workspace: &'a Workspace, user: &'a User) -> Effective<'a> {
    let teams = team_settings(workspace, user);
    Effective::strongest(own_settings(user).chain(teams).chain(global(workspace)))
}

/// What a user would have without settings of the user's own: what a reset leads to (R52, A29), and what a first
/// setting starts from (R59).
pub fn beneath_user(workspace: &Workspace, user: UserId) -> Effective<'_> {
    let user = workspace.user(user);
    let teams = user.into_iter().flat_map(|user| team_settings(workspace, user));
    Effective::strongest(teams.chain(global(workspace)))
}

/// What a team would have without a setting of its own.
pub fn beneath_team(workspace: &Workspace, team: TeamId) -> Effective<'_> {
    let around = workspace.ancestry(team).skip(1).filter_map(setting_of);
    Effective::strongest(around.chain(global(workspace)))
}

/// The setting that applies to a team: its own, then that of the nearest team around it, then global (A26).
pub fn effective_for_team(workspace: &Workspace, team: TeamId) -> Effective<'_> {
    let around = workspace.ancestry(team).filter_map(setting_of);
    Effective::strongest(around.chain(global(workspace)))
}

/// Of the admin's setting and the agent's own, which needs the permission, the one that was written last goes
/// first; after an admin's reset neither is in force (R56, R62, specification 6).
fn own_settings(user: &User) -> impl Iterator<Item = (Level, &Deflection)> {
    let admins = user
        .deflection
        .as_ref()
        .map(|setting| (Level::User(user.id), setting));
    let agents = user.own_deflection.as_ref().filter(|_| user.may_configure_own);
    let agents = agents.map(|setting| (Level::Agent(user.id), setting));
    let [first, second] = match user.last_writer {
        Writer::Agent => [agents, admins],
        Writer::Admin if admins.is_none() => [None, None],
        Writer::Admin => [admins, agents],
    };
    first.into_iter().chain(second)
}

/// The settings that reach a user through teams, strongest first: deepest, then by name, then by id (R61, A26).
fn team_settings<'a>(workspace: &'a Workspace, user: &User) -> impl Iterator<Item = (Level, &'a Deflection)> {
    let reached = user.teams.iter();
    let mut found: Vec<&Arc<Team>> = reached
        .filter_map(|&team| workspace.ancestry(team).find(|team| team.deflection.is_some()))
        .collect();
    if found.len() > 1 {
        found.sort_by_cached_key(|team| {
            let depth = workspace.ancestry(team.id).count();
            (std::cmp::Reverse(depth), team.name.clone(), team.id)
        });
        found.dedup_by_key(|team| team.id);
    }
    found.into_iter().filter_map(setting_of)
}

fn setting_of(team: &Arc<Team>) -> Option<(Level, &Deflection)> {
    let setting = team.deflection.as_ref()?;
    Some((Level::Team(team.id), setting))
}

fn global(workspace: &Workspace) -> Option<(Level, &Deflection)> {
    Some((Level::Global, workspace.global_deflection()?))
}
