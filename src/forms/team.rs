//! The inputs of **Edit team** (F10): name, place, members, deflection.

use std::collections::BTreeSet;

use domain::deflection::{Deflection, Level, Reply, effective, effective_for_team};
use domain::ids::{TeamId, UserId};
use domain::{Intent, Workspace};
use leptos::prelude::*;

use super::deflection::{DeflectionInputs, Faulty};
use super::update::tried;

/// The inputs as they stand.
#[derive(Clone, Copy)]
pub struct TeamInputs {
    team: TeamId,
    /// The name.
    pub name: RwSignal<String>,
    /// The key of the team around it.
    pub parent: RwSignal<Option<String>>,
    /// The keys of its direct members.
    pub members: RwSignal<BTreeSet<String>>,
    /// The team's own deflection.
    pub deflection: DeflectionInputs,
    /// The draft as the form found it.
    stored: StoredValue<Workspace>,
}

impl TeamInputs {
    /// The form as the draft has the team.
    pub fn new(workspace: &Workspace, team: TeamId) -> Self {
        let record = workspace.team(team);
        let name = record.map(|team| team.name.clone()).unwrap_or_default();
        let setting = record.and_then(|team| team.deflection.clone());
        let parent = record.and_then(|team| team.parent);
        let members = workspace.members(team).map(|user| user.id.to_string());
        Self {
            team,
            name: RwSignal::new(name),
            parent: RwSignal::new(parent.map(|team| team.to_string())),
            members: RwSignal::new(members.collect()),
            deflection: DeflectionInputs::new(Signal::stored(setting), workspace.settings().hours.zone()),
            stored: StoredValue::new(workspace.clone()),
        }
    }

    /// What **Update** does.
    ///
    /// # Errors
    /// Hours or a message that cannot be.
    pub fn intents(self) -> Result<Vec<Intent>, Faulty> {
        let team = self.team;
        let deflection = self.deflection.setting()?;
        let mut intents = self.stored.with_value(|stored| self.edits(stored));
        if self.deflection.is_changed() {
            intents.push(Intent::SetTeamDeflection { team, deflection });
        }
        Ok(intents)
    }

    /// Name, place and members, where they differ.
    fn edits(self, stored: &Workspace) -> Vec<Intent> {
        let team = self.team;
        let Some(record) = stored.team(team) else {
            return Vec::new();
        };
        let mut intents = Vec::new();
        let name = self.name.read().trim().to_owned();
        if name != record.name {
            intents.push(Intent::RenameTeam { team, name });
        }
        let parent = self.parent.read().as_ref().and_then(|key| key.parse().ok());
        if parent != record.parent {
            intents.push(Intent::MoveTeam { team, parent });
        }
        let before: BTreeSet<UserId> = stored.members(team).map(|user| user.id).collect();
        let members: BTreeSet<UserId> = self
            .members
            .read()
            .iter()
            .filter_map(|key| key.parse().ok())
            .collect();
        for &user in before.symmetric_difference(&members) {
            let mut teams = stored
                .user(user)
                .map(|user| user.teams.clone())
                .unwrap_or_default();
            if members.contains(&user) {
                teams.insert(team);
            } else {
                teams.remove(&team);
            }
            intents.push(Intent::SetTeams { user, teams });
        }
        intents
    }

    /// Whether there is something to update.
    pub fn is_changed(self) -> bool {
        self.intents().map_or(true, |intents| !intents.is_empty())
    }
}

/// What applies to a team: from which level, with which hours and message.
pub fn in_force(workspace: &Workspace, team: TeamId) -> (Level, Option<Reply>) {
    let effective = effective_for_team(workspace, team);
    (effective.level, effective.reply().cloned())
}

/// The level that applies to a team once it has nothing of its own.
pub fn level_above(workspace: &Workspace, team: TeamId) -> Level {
    let reset = Intent::SetTeamDeflection {
        team,
        deflection: None,
    };
    tried(workspace, &[reset]).map_or(Level::Global, |(copy, _)| effective_for_team(&copy, team).level)
}

/// Agents who follow a setting of the team, if it has one, and how many more are in it and have another.
pub fn followers(workspace: &Workspace, team: TeamId) -> (Vec<UserId>, usize) {
    let probe = Intent::SetTeamDeflection {
        team,
        deflection: Some(Deflection::Off { kept: None }),
    };
    let Ok((copy, _)) = tried(workspace, &[probe]) else {
        return (Vec::new(), 0);
    };
    let teams = copy.team_with_sub_teams(team);
    let mut members: Vec<_> = teams.into_iter().flat_map(|team| copy.members(team)).collect();
    members.sort_by_cached_key(|user| (user.name(), user.id));
    members.dedup_by_key(|user| user.id);
    members.retain(|user| user.is_agent());
    let all = members.len();
    let follow: Vec<_> = members
        .into_iter()
        .map(|user| user.id)
        .filter(|&user| effective(&copy, user).level == Level::Team(team))
        .collect();
    let others = all - follow.len();
    (follow, others)
}
