//! Teams and users.

use domain::intent::UserChange;
use domain::people::{User, Writer};
use domain::{Intent, Workspace};

use super::want::Want;

pub(super) fn teams(now: &Workspace, want: &Want) -> Vec<Intent> {
    let mut intents = Vec::new();
    for (&team, wanted) in &want.teams {
        let Some(wanted) = wanted else { continue };
        let deflection = wanted.deflection.clone();
        match now.team(team) {
            None => {
                intents.push(Intent::AddTeam {
                    team,
                    name: wanted.name.clone(),
                    parent: wanted.parent,
                });
                if deflection.is_some() {
                    intents.push(Intent::SetTeamDeflection { team, deflection });
                }
            }
            Some(known) => {
                if known.name != wanted.name {
                    let name = wanted.name.clone();
                    intents.push(Intent::RenameTeam { team, name });
                }
                if known.parent != wanted.parent {
                    let parent = wanted.parent;
                    intents.push(Intent::MoveTeam { team, parent });
                }
                if known.deflection != deflection {
                    intents.push(Intent::SetTeamDeflection { team, deflection });
                }
            }
        }
    }
    intents
}

pub(super) fn users(now: &Workspace, want: &Want) -> Vec<Intent> {
    let mut intents = Vec::new();
    for (&id, wanted) in &want.users {
        match (now.user(id), wanted) {
            (None, Some(wanted)) => intents.push(Intent::AddUser {
                user: id,
                email: wanted.email.clone(),
                first_name: wanted.first_name.clone(),
                last_name: wanted.last_name.clone(),
                roles: wanted.roles.clone(),
                teams: wanted.teams.clone(),
            }),
            (Some(known), Some(wanted)) => {
                profile(known, wanted, &mut intents);
                deflections(known, wanted, &mut intents);
            }
            (_, None) => {}
        }
    }
    intents
}

pub(super) fn gone(now: &Workspace, want: &Want) -> Vec<Intent> {
    let users = want
        .users
        .iter()
        .filter(|(id, wanted)| wanted.is_none() && now.user(**id).is_some());
    let users = users.map(|(&user, _)| Intent::RemoveUser { user });
    let teams = want
        .teams
        .iter()
        .filter(|(id, wanted)| wanted.is_none() && now.team(**id).is_some());
    users
        .chain(teams.map(|(&team, _)| Intent::RemoveTeam { team }))
        .collect()
}

fn profile(known: &User, wanted: &User, intents: &mut Vec<Intent>) {
    let user = wanted.id;
    let text = |known: &String, wanted: &String| (known != wanted).then(|| wanted.clone());
    let limit = |user: &User| user.chat_concurrency.map_or(0, u16::from);
    let extra = wanted
        .extra
        .iter()
        .filter(|(key, value)| known.extra.get(*key) != Some(*value));
    let extra = extra.map(|(key, value)| (key.clone(), value.clone()));
    let gone = known.extra.keys().filter(|key| !wanted.extra.contains_key(*key));
    let gone = gone.map(|key| (key.clone(), String::new()));
    let change = UserChange {
        email: text(&known.email, &wanted.email),
        first_name: text(&known.first_name, &wanted.first_name),
        last_name: text(&known.last_name, &wanted.last_name),
        alias: text(&known.alias, &wanted.alias),
        agent_number: text(&known.agent_number, &wanted.agent_number),
        location: text(&known.location, &wanted.location),
        chat_concurrency: (limit(known) != limit(wanted)).then(|| limit(wanted)),
        extra: extra.chain(gone).collect(),
    };
    if change != UserChange::default() {
        intents.push(Intent::EditUser { user, change });
    }
    if known.roles != wanted.roles {
        intents.push(Intent::SetRoles {
            user,
            roles: wanted.roles.clone(),
            release_numbers: false,
        });
    }
    if known.teams != wanted.teams {
        let teams = wanted.teams.clone();
        intents.push(Intent::SetTeams { user, teams });
    }
    if known.active != wanted.active {
        let active = wanted.active;
        intents.push(Intent::SetUserActive { user, active });
    }
}

/// The agent's own setting, the admin's, and whose was written last, which only writing again can say.
fn deflections(known: &User, wanted: &User, intents: &mut Vec<Intent>) {
    let user = wanted.id;
    let (mut allowed, mut writer) = (known.may_configure_own, known.last_writer);
    let mut allow = |on: bool, intents: &mut Vec<Intent>| {
        if allowed != on {
            allowed = on;
            intents.push(Intent::SetAgentPermission { user, allowed });
        }
    };
    let admins = || Intent::SetUserDeflection {
        user,
        deflection: wanted.deflection.clone(),
    };
    if let Some(own) = wanted
        .own_deflection
        .as_ref()
        .filter(|own| known.own_deflection.as_ref() != Some(*own))
    {
        allow(true, intents);
        writer = Writer::Agent;
        intents.push(Intent::SetOwnDeflection {
            user,
            deflection: own.clone(),
        });
    }
    let has_own = known.own_deflection.is_some() || wanted.own_deflection.is_some();
    // Without an own setting there is nothing to go back to; one that stays is at least not in force.
    let last = match (has_own, &wanted.own_deflection) {
        (false, _) => wanted
            .deflection
            .as_ref()
            .map_or(Writer::Agent, |_| Writer::Admin),
        (true, None) => Writer::Admin,
        (true, Some(_)) => wanted.last_writer,
    };
    if known.deflection != wanted.deflection || (writer != last && last == Writer::Admin) {
        writer = if has_own || wanted.deflection.is_some() {
            Writer::Admin
        } else {
            Writer::Agent
        };
        intents.push(admins());
    }
    if has_own && writer != last {
        allow(true, intents);
        intents.push(Intent::RevertToAgent { user });
    }
    allow(wanted.may_configure_own, intents);
}
