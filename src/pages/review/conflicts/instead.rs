//! Another number or another owner in the place of the one that is taken or gone.

use domain::PhoneNumber;
use domain::conflict::{Choice, Conflict};
use domain::number::Owner;
use leptos::prelude::*;

use super::meeting::Meeting;
use crate::ui::{Choice as Entry, Combobox};
use crate::words;

/// The first of the direct numbers that nobody has, with the draft and the other answers as they are; as many as are
/// wanted.
pub(super) fn free_numbers(
    meeting: Meeting,
    conflict: StoredValue<Conflict>,
    wanted: usize,
) -> Vec<PhoneNumber> {
    let (workspace, given) = (meeting.session().workspace(), meeting.given());
    let (workspace, found) = (workspace.read(), meeting.found.get());
    conflict.with_value(|conflict| {
        let others = given.but(conflict, &found.intents, meeting.answer(conflict));
        let free = conflict.numbers(&found.intents, &workspace, others);
        free.take(wanted).collect()
    })
}

/// The first of those who can have the number, with the draft and the other answers as they are; as many as are wanted.
pub(super) fn owners(meeting: Meeting, conflict: StoredValue<Conflict>, wanted: usize) -> Vec<Owner> {
    let (workspace, given) = (meeting.session().workspace(), meeting.given());
    let (workspace, found) = (workspace.read(), meeting.found.get());
    conflict.with_value(|conflict| {
        let others = given.but(conflict, &found.intents, meeting.answer(conflict));
        conflict.owners(&workspace, others).take(wanted).collect()
    })
}

/// The number instead, once that is the answer.
#[component]
pub(super) fn OtherNumber(meeting: Meeting, conflict: StoredValue<Conflict>) -> impl IntoView {
    let given = move || match conflict.with_value(|conflict| meeting.answer(conflict)) {
        Some(Choice::Number(number)) => Some(number),
        _ => None,
    };
    let choices = Memo::new(move |_| {
        let free = free_numbers(meeting, conflict, usize::MAX);
        let workspace = meeting.session().workspace();
        let workspace = workspace.read();
        let known = free.into_iter().filter_map(|number| workspace.number(number));
        let entry = |number: &std::sync::Arc<domain::number::SmsNumber>| {
            Entry::new(number.number.to_string(), number.printed()).detail(number.label.to_string())
        };
        known.map(entry).collect::<Vec<_>>()
    });
    let change = move |(key,): (Option<String>,)| {
        if let Some(number) = key.and_then(|key| key.parse().ok()) {
            conflict.with_value(|conflict| meeting.choose(conflict, Choice::Number(number)));
        }
    };
    let is_shown = Memo::new(move |_| given().is_some());
    view! {
        <Show when=move || is_shown.get()>
            <div class="instead"><Combobox
                label="Number instead"
                choices
                value=Signal::derive(move || given().map(|number| number.to_string()))
                on_change=Callback::new(change)
                empty="No free direct number matches"
            /></div>
        </Show>
    }
}

/// The owner instead, once that is the answer.
#[component]
pub(super) fn OtherOwner(meeting: Meeting, conflict: StoredValue<Conflict>) -> impl IntoView {
    let given = move || match conflict.with_value(|conflict| meeting.answer(conflict)) {
        Some(Choice::Owner(owner)) => Some(owner),
        _ => None,
    };
    let choices = Memo::new(move |_| {
        let owners = owners(meeting, conflict, usize::MAX);
        let workspace = meeting.session().workspace();
        let workspace = workspace.read();
        let entry = |owner: Owner| Entry::new(key(owner), words::capital(&workspace.owner_name(owner)));
        owners.into_iter().map(entry).collect::<Vec<_>>()
    });
    let change = move |(chosen,): (Option<String>,)| {
        let owner = untrack(|| owners(meeting, conflict, usize::MAX))
            .into_iter()
            .find(|owner| Some(key(*owner)) == chosen);
        if let Some(owner) = owner {
            conflict.with_value(|conflict| meeting.choose(conflict, Choice::Owner(owner)));
        }
    };
    let is_shown = Memo::new(move |_| given().is_some());
    view! {
        <Show when=move || is_shown.get()>
            <div class="instead"><Combobox
                label="Owner instead"
                choices
                value=Signal::derive(move || given().map(key))
                on_change=Callback::new(change)
                empty="Nobody with room matches"
            /></div>
        </Show>
    }
}

fn key(owner: Owner) -> String {
    match owner {
        Owner::Agent(id) => format!("agent {id}"),
        Owner::Queue(id) => format!("queue {id}"),
    }
}
