//! D15 and D25: the owner is there, and nobody is behind it.

use super::takers::{Taken, agents, give};
use super::{Candidate, Question};
use crate::ids::UserId;
use crate::intent::Intent;
use crate::number::Owner;
use crate::people::Role;

/// How many of a sort are offered.
const EACH: usize = 2;

/// D15: the agent active again, an agent again, or the number in other hands.
pub(super) fn agent_missing(question: &Question<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    if let Some(Owner::Agent(id)) = question.found.owner {
        found.extend(revived(question, id));
    }
    found.extend(give(question, Taken::Owned));
    found
}

/// The user active and an agent, whatever is missing.
fn revived(question: &Question<'_>, id: UserId) -> Option<Candidate> {
    let user = question.workspace.user(id)?;
    let name = user.name();
    let activate = Intent::SetUserActive {
        user: id,
        active: true,
    };
    let roles = user.roles.iter().cloned().chain([Role::Agent]).collect();
    let role = Intent::SetRoles {
        user: id,
        roles,
        release_numbers: false,
    };
    let (intent, change) = match (user.active, user.is_agent()) {
        (true, true) => return None,
        (false, true) => (activate, format!("activate {name}")),
        (true, false) => (role, format!("give {name} the Agent role")),
        (false, false) => {
            let title = format!("activate {name} and give the Agent role");
            let changes = vec![activate, role].into();
            (
                Intent::Bulk {
                    title: title.clone(),
                    changes,
                },
                title,
            )
        }
    };
    Some(Candidate {
        reach: question.workspace.numbers_of(Owner::Agent(id)).count().max(1),
        ..Candidate::one(intent, change)
    })
}

/// D25: its own people back, or others into the queue, or the number in other hands.
pub(super) fn of_queue(question: &Question<'_>) -> Vec<Candidate> {
    let workspace = question.workspace;
    let Some(Owner::Queue(id)) = question.found.owner else {
        return Vec::new();
    };
    let Some(queue) = workspace.queue(id) else {
        return Vec::new();
    };
    let reach = workspace.numbers_of(Owner::Queue(id)).count();
    let with = |agents: Option<UserId>, teams: Option<_>| Intent::SetQueueMembers {
        queue: id,
        agents: queue.agents.iter().copied().chain(agents).collect(),
        teams: queue.teams.iter().copied().chain(teams).collect(),
    };
    let put = |intent: Intent, who: String| Candidate {
        intent,
        change: format!("put {who} into queue {}", queue.name),
        place: None,
        reach,
        opens_min: 0,
    };
    let through_teams = queue
        .teams
        .iter()
        .flat_map(|&team| workspace.team_with_sub_teams(team));
    let members = through_teams
        .flat_map(|team| workspace.members(team))
        .map(|user| user.id);
    let own = queue.agents.iter().copied().chain(members);
    let mut found: Vec<Candidate> = own
        .filter_map(|user| revived(question, user))
        .take(EACH)
        .collect();
    let others = agents(question).filter_map(|owner| match owner {
        Owner::Agent(user) => Some(put(with(Some(user), None), workspace.owner_name(owner))),
        Owner::Queue(_) => None,
    });
    found.extend(others.take(EACH));
    let teams = workspace.teams().filter(|team| {
        let mut all = workspace.team_with_sub_teams(team.id).into_iter();
        all.any(|team| workspace.members(team).any(|user| user.active && user.is_agent()))
    });
    let teams = teams.map(|team| put(with(None, Some(team.id)), format!("team {}", team.name)));
    found.extend(teams.take(EACH));
    found.extend(give(question, Taken::Owned));
    found
}
