//! Every widget in every state; development builds only. Point, focus and type to see the rest.

mod actions;
mod entry;
mod overlays;
mod tables;
mod texts;

use leptos::prelude::*;

use crate::ui::{Button, IconName};

/// The page.
#[component]
pub fn Widgets() -> impl IntoView {
    view! {
        <div class="page-head">
            <div>
                <h1>"Widgets"</h1>
                <p>"Every widget in every state, under the names of its style sheet and its module."</p>
            </div>
            <div class="actions">
                <Button icon=IconName::Moon on_press=flip_theme>"Light or dark"</Button>
            </div>
        </div>
        <div class="page">
            <actions::Buttons />
            <entry::Fields />
            <entry::Comboboxes />
            <entry::Checks />
            <texts::Tags />
            <tables::Tables />
            <texts::Empties />
            <texts::Banners />
            <actions::Menus />
            <overlays::Overlays />
            <overlays::TabViews />
            <texts::Frames />
        </div>
    }
}

/// One widget with its examples.
#[component]
fn Specimen(name: &'static str, children: Children) -> impl IntoView {
    let id = format!(
        "w-{}",
        name.split(' ').next().unwrap_or(name).trim_end_matches(',')
    );
    let title_id = id.clone();
    view! {
        <section class="specimen" aria-labelledby=title_id>
            <h2 id=id>{name}</h2>
            <div class="stack">{children()}</div>
        </section>
    }
}

/// The other scheme, until the page is loaded again.
fn flip_theme() {
    let Some(root) = document().document_element() else {
        return;
    };
    let system = window()
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches());
    let dark = root
        .get_attribute("data-theme")
        .map_or(system, |theme| theme == "dark");
    let _ = root.set_attribute("data-theme", if dark { "light" } else { "dark" });
}
