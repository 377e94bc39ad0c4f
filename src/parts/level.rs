//! Which level a setting comes from.

use domain::deflection::Level;
use leptos::prelude::*;

use crate::ui::{Icon, IconName};

/// The badge: **Global**, **Team** or **User**.
#[component]
pub fn LevelBadge(
    /// The level.
    #[prop(into)]
    level: Signal<Level>,
    /// A quiet word in a table rather than a frame beside a title.
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
            {move || view! { <Icon name=level_icon(level.get()) /> }}
            {move || level.get().badge()}
        </span>
    }
}

/// The drawing of a level.
pub fn level_icon(level: Level) -> IconName {
    match level {
        Level::Global => IconName::Globe,
        Level::Team(_) => IconName::Users,
        Level::User(_) | Level::Agent(_) => IconName::User,
    }
}
