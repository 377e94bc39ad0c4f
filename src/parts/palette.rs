//! The command palette: jump to any page, number, agent or queue; assign a number in three steps; the list of keys.

mod about;
mod find;
mod keys;

use domain::number::Owner;
use domain::{Intent, PhoneNumber};
use leptos::prelude::*;

use crate::parts::commands::{Ask, Commands};
use crate::paths::{Page, query};
use crate::session::{Address, Session};
use crate::ui::{Palette, Toasts};
use find::{Found, Target};

/// What is asked, for as long as something is.
#[component]
pub fn CommandPalette() -> impl IntoView {
    let asked = expect_context::<Commands>().asked();
    let keys = Memo::new(move |_| asked.get() == Some(Ask::Keys));
    move || {
        if keys.get() {
            view! { <keys::KeyList /> }.into_any()
        } else {
            view! { <Search /> }.into_any()
        }
    }
}

#[component]
fn Search() -> impl IntoView {
    let session = expect_context::<Session>();
    let commands = expect_context::<Commands>();
    let address = expect_context::<Address>();
    let toasts = Toasts::from_context();
    let typed = RwSignal::new(String::new());
    // A refusal is shown until something else is typed.
    let refused = RwSignal::new(None::<(String, String)>);
    let refusal = Signal::derive(move || {
        let refused = refused.get();
        refused
            .filter(|(at, _)| *at == *typed.read())
            .map(|(_, text)| text)
    });
    let found = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let typed = typed.read();
        let off = !workspace.settings().sms_chat;
        match commands.asked().get() {
            Some(Ask::Number | Ask::Owner(_)) if off => find::locked(),
            Some(Ask::Jump) => find::anything(&workspace, &typed),
            Some(Ask::Number) => find::free_numbers(&workspace, &typed),
            Some(Ask::Owner(number)) => find::owners(&workspace, &typed, number),
            Some(Ask::Keys) | None => Vec::new(),
        }
    });
    let items =
        Signal::derive(move || found.with(|found| found.iter().map(|found| found.item.clone()).collect()));
    let label = Signal::derive(move || match commands.asked().get() {
        Some(Ask::Number) => "Assign which number?".to_owned(),
        Some(Ask::Owner(number)) => {
            format!("Assign {} to which agent or queue?", printed(session, number))
        }
        _ => "Jump to a page, number, agent or queue".to_owned(),
    });
    let empty = Signal::derive(move || nothing(session, commands.asked().get(), &typed.read()));
    let active = RwSignal::new(0_usize);
    let about = Memo::new(move |_| {
        let target = found.with(|found| found.get(active.get()).map(|found| found.target));
        match target? {
            Target::Owner(number, owner) => about::assigning(session, number, owner),
            _ => None,
        }
    });
    let ask = move |ask: Ask| {
        typed.set(String::new());
        commands.ask(ask);
    };
    let go = move |link: String| {
        commands.close();
        address.go(&link);
    };
    let assign = move |number: PhoneNumber, owner: Owner| {
        let to = session.workspace().read_untracked().owner_name(owner);
        let intent = Intent::Assign {
            number,
            owner,
            slot: None,
        };
        match session.dispatch(intent) {
            Ok(applied) => {
                let text = format!("{} assigned to {to} in the draft", printed(session, number));
                toasts.done_with(text, "Undo", move || session.undo());
                about::offer_queue(session, toasts, owner, &applied);
                commands.close();
            }
            Err(error) => refused.set(Some((typed.get_untracked(), error.to_string()))),
        }
    };
    let pick = move |at: usize| {
        let target = found.with_untracked(|found| found.get(at).map(|Found { target, .. }| *target));
        match target {
            Some(Target::Page(page)) => go(page.path().to_owned()),
            Some(Target::Add(how)) => go(Page::Numbers.with(&[(query::ADD, how)])),
            Some(Target::Assign) => ask(Ask::Number),
            Some(Target::Keys) => ask(Ask::Keys),
            Some(Target::Number(number)) => go(edit(Page::Numbers, &number.to_string())),
            Some(Target::AssignNumber(number)) => ask(Ask::Owner(number)),
            Some(Target::User(user)) => go(edit(Page::Users, &user.to_string())),
            Some(Target::Queue(queue)) => go(edit(Page::Queue, &queue.to_string())),
            Some(Target::Owner(number, owner)) => assign(number, owner),
            None => {}
        }
    };
    view! {
        <Palette
            label
            typed
            items
            on_pick=pick
            on_close=move || commands.close()
            empty
            refusal
            active
            about
        />
    }
}

fn edit(page: Page, key: &str) -> String {
    page.with(&[(query::EDIT, key)])
}

fn printed(session: Session, number: PhoneNumber) -> String {
    session
        .workspace()
        .read()
        .number(number)
        .map_or_else(|| number.to_string(), |number| number.printed())
}

/// What is said where the list is empty.
fn nothing(session: Session, asked: Option<Ask>, typed: &str) -> String {
    let typed = typed.trim();
    match asked {
        Some(Ask::Number) if session.workspace().read().free_numbers().next().is_none() => {
            "No direct number is free: add one in Phone number management.".to_owned()
        }
        Some(Ask::Number) => format!("No free direct number matches “{typed}”"),
        Some(Ask::Owner(_)) => format!("No agent or queue matches “{typed}”"),
        _ => format!("No page, number, agent or queue matches “{typed}”"),
    }
}
