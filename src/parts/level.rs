//! Which level a setting comes from.

use domain::Workspace;
use domain::deflection::Level;
use leptos::prelude::*;

use crate::ui::{Icon, IconName};

/// The badge: **Global**, **Team**, **User**, or Agent for the agent's own choice.
#[component]
pub fn LevelBadge(
    /// The level.
    #[prop(into)]
    level: Signal<Level>,
    /// A quiet word rather than a frame.
    #[prop(optional)]
    plain: bool,
) -> impl IntoView {
    let class = move || match (plain, level.get()) {
        (true, _) => "level",
        (false, Level::User(_) | Level::Agent(_)) => "level badge user",
        (false, _) => "level badge",
    };
    view! {
        <span class=class>
            {move || { let (name, word) = look(&level.read()); view! { <Icon name /> {word} } }}
        </span>
    }
}

fn look(level: &Level) -> (IconName, &'static str) {
    match level {
        Level::Global => (IconName::Globe, "Global"),
        Level::Team(_) => (IconName::Users, "Team"),
        Level::User(_) => (IconName::User, "User"),
        Level::Agent(_) => (IconName::User, "Agent"),
    }
}

/// `Team: Americas Support`, `Global`.
pub fn level_name(workspace: &Workspace, level: &Level) -> String {
    let team = |id| {
        workspace
            .team(id)
            .map_or("(deleted)", |team| &team.name)
            .to_owned()
    };
    let user = |id| {
        workspace
            .user(id)
            .map_or_else(|| "(deleted)".to_owned(), |user| user.name())
    };
    match level {
        Level::Global => "Global".to_owned(),
        Level::Team(id) => format!("Team: {}", team(*id)),
        Level::User(id) => format!("User: {}", user(*id)),
        Level::Agent(id) => format!("Agent: {}", user(*id)),
    }
}
