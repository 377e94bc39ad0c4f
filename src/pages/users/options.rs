//! The three dots of a user: all that can be done with one.

use domain::Intent;
use domain::ids::UserId;
use domain::number::Owner;
use leptos::prelude::*;

use super::over::Over;
use super::release::Question;
use crate::forms::update::write;
use crate::paths::{Page, query};
use crate::session::personal_queue;
use crate::session::{Address, Session, new_id};
use crate::ui::{IconName, MenuEntry, MenuItem, Toasts};

/// What can be done with a user.
pub(super) fn options(
    session: Session,
    address: Address,
    toasts: Toasts,
    over: Over,
    id: UserId,
) -> Vec<MenuEntry> {
    let workspace = session.workspace().get_untracked();
    let Some(user) = workspace.user(id) else {
        return Vec::new();
    };
    let name = user.name();
    let number = workspace
        .numbers_of(Owner::Agent(id))
        .next()
        .map(|number| number.number);
    let mut entries = vec![
        MenuItem::new("Edit user", move || over.open(id))
            .icon(IconName::Pencil)
            .entry(),
    ];
    if let Some(number) = number {
        let page = Page::Preview.with(&[(query::TO, &number.to_string())]);
        entries.push(
            MenuItem::new("Try a text", move || address.go(&page))
                .icon(IconName::Route)
                .entry(),
        );
    }
    if user.is_agent() && !workspace.has_personal_queue(id) {
        let name = name.clone();
        let make = move || {
            let intents = personal_queue::intents(id, &name, new_id());
            let done = format!("Queue {} created", personal_queue::name(&name));
            run(
                session,
                toasts,
                format!("create the personal queue of {name}"),
                intents,
                done,
            );
        };
        entries.push(
            MenuItem::new("Create personal queue", make)
                .icon(IconName::Queue)
                .entry(),
        );
    }
    entries.push(MenuEntry::Line);
    if number.is_some() {
        let item = MenuItem::new("Release numbers…", move || {
            over.ask(id, Question::Release);
        });
        entries.push(item.icon(IconName::Release).entry());
    }
    let active = user.active;
    let switch = move || {
        if active && number.is_some() {
            over.ask(id, Question::Inactive);
            return;
        }
        let state = if active { "inactive" } else { "active" };
        let intent = Intent::SetUserActive {
            user: id,
            active: !active,
        };
        run(
            session,
            toasts,
            String::new(),
            vec![intent],
            format!("{name} is {state} now"),
        );
    };
    let label = match (active, number.is_some()) {
        (true, true) => "Make inactive…",
        (true, false) => "Make inactive",
        (false, _) => "Make active",
    };
    entries.push(MenuItem::new(label, switch).icon(IconName::User).entry());
    entries.push(
        MenuItem::new("Delete…", move || over.delete(id))
            .icon(IconName::Trash)
            .danger()
            .entry(),
    );
    entries
}

/// Writes to the draft, and says so or why not.
pub(super) fn run(
    session: Session,
    toasts: Toasts,
    title: String,
    intents: Vec<Intent>,
    done: String,
) -> bool {
    match write(session, title, intents) {
        Ok(_) => {
            toasts.done_with(done, "Undo", move || session.undo());
            true
        }
        Err(refusal) => {
            toasts.failed(refusal.to_string());
            false
        }
    }
}
