//! Buttons and menus.

use leptos::prelude::*;

use super::Specimen;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Icon, IconButton, IconName, Kbd, LinkButton, Menu, MenuEntry, MenuItem,
    MenuLook, Toasts,
};

const KINDS: [(ButtonKind, &str); 6] = [
    (ButtonKind::Plain, "Cancel"),
    (ButtonKind::Primary, "Update"),
    (ButtonKind::Publish, "Review & publish (7)"),
    (ButtonKind::Quiet, "Park"),
    (ButtonKind::Danger, "Discard…"),
    (ButtonKind::DangerPrimary, "Remove number"),
];

#[component]
pub(super) fn Buttons() -> impl IntoView {
    let kind = |(kind, words): (ButtonKind, &'static str)| {
        view! {
            <div class="row">
                <Button kind>{words}</Button>
                <Button kind icon=IconName::Plus>{words}</Button>
                <Button kind size=ButtonSize::Compact>{words}</Button>
                <Button kind disabled=true>{words}</Button>
                <Button kind busy=true>{words}</Button>
            </div>
        }
    };
    view! {
        <Specimen name="button">
            {KINDS.into_iter().map(kind).collect_view()}
            <div class="row">
                <IconButton name=IconName::Pencil label="Edit Main line" />
                <IconButton name=IconName::Undo label="Undo: Add holiday" />
                <IconButton name=IconName::Redo label="Redo" disabled=true />
                <LinkButton href="#w-button">"A link"</LinkButton>
                <Button kind=ButtonKind::Link>"Clear the filter"</Button>
                <Kbd keys="Ctrl K" />
            </div>
        </Specimen>
    }
}

#[component]
pub(super) fn Menus() -> impl IntoView {
    let toasts = Toasts::from_context();
    let entries = Callback::new(move |()| {
        let say = |words: &'static str| move || toasts.done(words);
        vec![
            MenuItem::new("Edit user", say("Edit user"))
                .icon(IconName::Pencil)
                .detail("E")
                .entry(),
            MenuItem::new("Try a text", say("Try a text"))
                .icon(IconName::Route)
                .entry(),
            MenuItem::new("History", say("History"))
                .icon(IconName::History)
                .entry(),
            MenuEntry::Line,
            MenuItem::new("Reset to Team", say("Reset"))
                .icon(IconName::Undo)
                .enabled(false)
                .entry(),
            MenuItem::new("Release numbers…", say("Release"))
                .icon(IconName::Trash)
                .danger()
                .entry(),
        ]
    });
    view! {
        <Specimen name="menu">
            <div class="row">
                <Menu label="Options for Ana Ruiz" entries><Icon name=IconName::Dots /></Menu>
                <Menu label="Options" entries look=MenuLook::Button(ButtonKind::Plain, ButtonSize::Compact)>
                    "Options"
                    <Icon name=IconName::Down small=true />
                </Menu>
                <Menu label="Filter by owner" entries look=MenuLook::Class("filter")>
                    "Owner "
                    <b>"Any"</b>
                    <Icon name=IconName::Down small=true />
                </Menu>
            </div>
        </Specimen>
    }
}
