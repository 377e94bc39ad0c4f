//! What can lie over a page that lists users: **Edit user**, and the questions before something goes.

use domain::Intent;
use domain::ids::UserId;
use domain::number::Owner;
use leptos::prelude::*;

use super::edit::EditUser;
use super::release::{AskRelease, Question};
use crate::pages::address::query_value;
use crate::parts::ask_delete::AskDelete;
use crate::paths::query;
use crate::session::Session;

/// The ways there from a row, and what is open.
#[derive(Clone, Copy)]
pub struct Over {
    /// The open user's key in the address, and the way to change it.
    pub edit: (Signal<String>, Callback<(String,)>),
    /// The user whom the address names.
    pub editing: Memo<Option<UserId>>,
    deleting: RwSignal<Option<UserId>>,
    asking: RwSignal<Option<(UserId, Question)>>,
}

impl Over {
    /// Of the page that is shown.
    pub fn new(session: Session) -> Self {
        let edit = query_value(query::EDIT);
        Self {
            edit,
            editing: Memo::new(move |_| {
                let id = edit.0.read().parse::<UserId>().ok()?;
                session.workspace().read().user(id).is_some().then_some(id)
            }),
            deleting: RwSignal::new(None),
            asking: RwSignal::new(None),
        }
    }

    /// **Edit user**.
    pub(super) fn open(self, user: UserId) {
        self.edit.1.run((user.to_string(),));
    }

    /// Asks before a user is deleted.
    pub(super) fn delete(self, user: UserId) {
        self.deleting.set(Some(user));
    }

    /// Asks before numbers go.
    pub(super) fn ask(self, user: UserId, question: Question) {
        self.asking.set(Some((user, question)));
    }
}

/// The drawer or the question, while there is one.
#[component]
pub fn UsersOver(
    /// What is open.
    over: Over,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let Over { deleting, asking, .. } = over;
    let close = Callback::new(move |()| over.edit.1.run((String::new(),)));
    view! {
        {move || over.editing.get().map(|user| view! { <EditUser user on_close=close /> })}
        {move || deleting.get().map(|user| delete_question(session, user, Callback::new(move |()| deleting.set(None))))}
        {move || asking.get().map(|(user, question)| {
            view! { <AskRelease user question on_close=move || asking.set(None) /> }
        })}
    }
}

/// Asks before a user is deleted, and lists what goes along.
fn delete_question(session: Session, user: UserId, on_close: Callback<()>) -> impl IntoView {
    let workspace = session.workspace();
    let workspace = workspace.read_untracked();
    let name = workspace.user(user).map(|user| user.name());
    let numbers = workspace.numbers_of(Owner::Agent(user));
    let numbers: Vec<_> = numbers.map(|number| number.number).collect();
    view! {
        <AskDelete
            what=format!("user {}", name.unwrap_or_default())
            intent=Intent::RemoveUser { user }
            alone="The user has no direct numbers and is in no queue: nothing else goes along."
            with_others="This goes along with the user. Direct numbers stay in the list, unassigned."
            numbers
            on_close
        />
    }
}
