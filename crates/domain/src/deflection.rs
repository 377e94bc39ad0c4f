//! After-hours deflection: one level's setting, and which level's setting applies (specification 6).

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::ids::{TeamId, UserId};
use crate::message::MessageText;
use crate::people::Team;
use crate::schedule::Schedule;
use crate::workspace::Workspace;

/// One level's setting. Switched on it has hours and a message; switched off it keeps the last ones (R58, R60).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "switch", rename_all = "snake_case")]
pub enum Deflection {
    /// Outside the hours the sender gets the message.
    On(Reply),
    /// An explicit "no deflection" at this level.
    Off {
        /// What was in force before, to start from when it is switched on again.
        kept: Option<Reply>,
    },
}

/// Hours and the text sent outside them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// When texts are offered rather than answered by the message.
    pub schedule: Schedule,
    /// What the sender gets.
    pub message: MessageText,
}

impl Deflection {
    /// The hours and message in force; none when switched off.
    pub fn reply(&self) -> Option<&Reply> {
        match self {
            Self::On(reply) => Some(reply),
            Self::Off { .. } => None,
        }
    }
}

/// The level an effective setting comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

/// What applies to an agent, from where, and what was passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective<'a> {
    /// The setting in force; none means it was never set, so nothing is deflected (S124).
    pub setting: Option<&'a Deflection>,
    /// Whose setting it is.
    pub level: Level,
    /// Team settings that lost against the one in force (R61).
    pub passed_over: Vec<TeamId>,
}

impl<'a> Effective<'a> {
    /// The hours and message in force; none when nothing is deflected.
    pub fn reply(&self) -> Option<&'a Reply> {
        self.setting.and_then(Deflection::reply)
    }
}

/// The setting that applies to a user: own, then team, then global (R50, R54, R58).
pub fn effective(workspace: &Workspace, user: UserId) -> Effective<'_> {
    let global = Effective {
        setting: workspace.global_deflection(),
        level: Level::Global,
        passed_over: Vec::new(),
    };
    let Some(user) = workspace.user(user) else {
        return global;
    };
    if let Some(setting) = &user.deflection {
        return Effective {
            setting: Some(setting),
            level: Level::User(user.id),
            passed_over: Vec::new(),
        };
    }
    if let Some(setting) = user.own_deflection.as_ref().filter(|_| user.may_configure_own) {
        return Effective {
            setting: Some(setting),
            level: Level::Agent(user.id),
            passed_over: Vec::new(),
        };
    }
    match team_settings(workspace, &user.teams).split_first() {
        None => global,
        Some((first, rest)) => Effective {
            setting: first.deflection.as_ref(),
            level: Level::Team(first.id),
            passed_over: rest.iter().map(|team| team.id).collect(),
        },
    }
}

/// The settings that reach a user through teams, strongest first: deepest, then by name, then by id (R61, A26).
fn team_settings<'a>(workspace: &'a Workspace, teams: &BTreeSet<TeamId>) -> Vec<&'a Arc<Team>> {
    let found = teams
        .iter()
        .filter_map(|&team| workspace.ancestry(team).find(|team| team.deflection.is_some()));
    let mut found: Vec<_> = found.collect();
    found.sort_by(|a, b| {
        let depth = |team: &Team| workspace.ancestry(team.id).count();
        depth(b)
            .cmp(&depth(a))
            .then_with(|| a.name.cmp(&b.name))
            .then_with(|| a.id.cmp(&b.id))
    });
    found.dedup_by_key(|team| team.id);
    found
}
