//! Agents and teams as lists offer them, by name.

use domain::Workspace;
use domain::ids::TeamId;

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

/// The teams around a team, outermost first: `Europe › Support`.
fn around(workspace: &Workspace, team: TeamId) -> String {
    let mut names: Vec<_> = workspace
        .ancestry(team)
        .skip(1)
        .map(|team| team.name.as_str())
        .collect();
    names.reverse();
    names.join(" › ")
}

fn by_label(choices: impl Iterator<Item = Choice>) -> Vec<Choice> {
    let mut choices: Vec<_> = choices.collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}
