//! Fields of users and teams.

use domain::people::{Role, Team, User, Writer};

use super::fields::Fields;
use super::texts;

pub(super) fn user(fields: &mut Fields<'_>, user: &User) {
    let workspace = fields.workspace;
    fields.plain("First name", &user.first_name);
    fields.plain("Last name", &user.last_name);
    fields.plain("E-mail", &user.email);
    fields.plain("Alias", &user.alias);
    fields.plain("Agent ID", &user.agent_number);
    fields.plain("Location", &user.location);
    let concurrency = user
        .chat_concurrency
        .map_or_else(String::new, |limit| limit.to_string());
    fields.add("Chat concurrency", &user.chat_concurrency, concurrency);
    let status = if user.active { "Active" } else { "Inactive" };
    fields.plain("Status", status);
    let roles = user.roles.iter().map(Role::name).map(str::to_owned);
    fields.add("Roles", &user.roles, texts::names(roles));
    let teams = user
        .teams
        .iter()
        .filter_map(|&id| Some(workspace.team(id)?.name.clone()));
    fields.add("Teams", &user.teams, texts::names(teams));
    fields.deflection(
        "Agent after-hours deflection",
        user.deflection.as_ref(),
        "Inherited",
    );
    let allowed = user.may_configure_own;
    fields.add(
        "Allow agent to configure their own deflection options",
        &allowed,
        texts::yes(allowed),
    );
    fields.deflection("Agent's own deflection", user.own_deflection.as_ref(), "");
    // Only where there are two to choose from it matters who wrote last.
    let writer = match (&user.own_deflection, user.last_writer) {
        (None, _) => "",
        (Some(_), Writer::Agent) => "The agent",
        (Some(_), Writer::Admin) => "An admin",
    };
    fields.plain("Deflection written last by", writer);
    for (column, value) in &user.extra {
        fields.add(column.clone(), value, value.clone());
    }
}

pub(super) fn team(fields: &mut Fields<'_>, team: &Team) {
    fields.plain("Name", &team.name);
    let around = team.parent.and_then(|id| fields.workspace.team(id));
    let around = around.map_or_else(|| "Top level".to_owned(), |around| around.name.clone());
    fields.add("Inside", &team.parent, around);
    fields.deflection(
        "Team after-hours deflection",
        team.deflection.as_ref(),
        "Inherited",
    );
}
