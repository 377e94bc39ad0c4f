//! Agents, teams and queues as lists offer them, by name.

use domain::Workspace;
use domain::ids::{QueueId, TeamId};
use domain::number::Owner;

use crate::ui::Choice;

/// All agents.
pub fn agents(workspace: &Workspace) -> Vec<Choice> {
    let agents = workspace.users().filter(|user| user.is_agent());
    by_label(agents.map(|user| Choice::new(user.id.to_string(), user.name()).detail(&user.email)))
}

/// All users.
pub fn users(workspace: &Workspace) -> Vec<Choice> {
    by_label(
        workspace
            .users()
            .map(|user| Choice::new(user.id.to_string(), user.name()).detail(&user.email)),
    )
}

/// All teams, each with those around it.
pub fn teams(workspace: &Workspace) -> Vec<Choice> {
    by_label(
        workspace
            .teams()
            .map(|team| Choice::new(team.id.to_string(), &team.name).detail(around(workspace, team.id))),
    )
}

/// All queues, each with those above it.
pub fn queues(workspace: &Workspace) -> Vec<Choice> {
    let all = workspace.queues();
    by_label(
        all.map(|queue| Choice::new(queue.id.to_string(), &queue.name).detail(above(workspace, queue.id))),
    )
}

/// Queues, then agents, by name, in one list: those that fit. `owner_of` reads their keys.
pub fn owners(workspace: &Workspace, fits: impl Fn(Owner) -> bool) -> Vec<Choice> {
    let queues = workspace.queues().map(|queue| {
        let owner = Owner::Queue(queue.id);
        (
            owner,
            Choice::new(owner_key(owner), format!("Queue: {}", queue.name)),
        )
    });
    let agents = workspace.users().filter(|user| user.is_agent()).map(|user| {
        let owner = Owner::Agent(user.id);
        let choice = Choice::new(owner_key(owner), format!("Agent: {}", user.name()));
        (owner, choice.detail(&user.email))
    });
    let fitting = |(owner, choice): (Owner, Choice)| fits(owner).then_some(choice);
    let mut queues = by_label(queues.filter_map(fitting));
    queues.extend(by_label(agents.filter_map(fitting)));
    queues
}

/// The key of an agent or queue in a list that holds both.
pub fn owner_key(owner: Owner) -> String {
    match owner {
        Owner::Agent(id) => format!("agent.{id}"),
        Owner::Queue(id) => format!("queue.{id}"),
    }
}

/// The agent or queue with such a key.
pub fn owner_of(key: &str) -> Option<Owner> {
    match key.split_once('.')? {
        ("agent", id) => id.parse().ok().map(Owner::Agent),
        ("queue", id) => id.parse().ok().map(Owner::Queue),
        _ => None,
    }
}

/// The queues above a queue, from the top: `Support › Returns`.
fn above(workspace: &Workspace, queue: QueueId) -> String {
    let names = workspace.queue_ancestry(queue).skip(1);
    path(names.map(|queue| queue.name.as_str()).collect())
}

/// The teams around a team, outermost first: `Europe › Support`.
fn around(workspace: &Workspace, team: TeamId) -> String {
    let names = workspace.ancestry(team).skip(1);
    path(names.map(|team| team.name.as_str()).collect())
}

fn path(mut names: Vec<&str>) -> String {
    names.reverse();
    names.join(" › ")
}

fn by_label(choices: impl Iterator<Item = Choice>) -> Vec<Choice> {
    let mut choices: Vec<_> = choices.collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}
