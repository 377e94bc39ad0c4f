//! Users & Teams → Users: search, **Add users** (S7), three dots, **Edit user** with **Direct Inbound** (F6).

mod add;
mod deflections;
mod edit;
mod found;
mod inbound;
mod line;
mod list;
mod options;
mod over;
mod profile;
mod release;
mod rows;

use leptos::prelude::*;

use crate::pages::address::query_value;
use crate::pages::listing::{FilterLine, Gone};
use crate::parts::page_head::PageHead;
use crate::paths::query;
use crate::session::Session;
use crate::ui::{Button, ButtonKind, EmptyState, IconName};
use crate::words;
use list::UserList;
use over::{Over, UsersOver};
use rows::Sorted;

pub(super) use found::{Found, UsersFound};

/// The page.
#[component]
pub fn Users() -> impl IntoView {
    let session = expect_context::<Session>();
    let search = query_value(query::SEARCH);
    let sort = query_value(query::SORT);
    let sorted = Memo::new(move |_| Sorted::of(&session.workspace().read(), &sort.0.read()));
    let rows = Memo::new(move |_| sorted.read().find(&search.0.read()));
    let total = Signal::derive(move || session.workspace().read().users().len());
    let adding = RwSignal::new(false);
    let over = Over::new(session);
    let add_button = move || {
        view! { <Button kind=ButtonKind::Primary on_press=move || adding.set(true)>"Add users"</Button> }
    };
    let nothing = move || {
        if total.get() == 0 {
            view! { <EmptyState icon=IconName::Users title="No users yet" text="Add the first one, or open a workspace that has users." actions=add_button /> }
                .into_any()
        } else {
            let actions = move || view! { <Button on_press=move || search.1.run((String::new(),))>"Clear the filter"</Button> };
            view! { <EmptyState icon=IconName::Search title="No user matches" text="Search by a part of the name or of the e-mail." actions /> }
                .into_any()
        }
    };
    view! {
        <PageHead title="Users" text=Signal::derive(move || format!("{}.", words::count(total.get(), "user", "users"))) actions=add_button />
        <FilterLine what="users" by="Name or e-mail" search shown=Signal::derive(move || rows.read().len()) total />
        <Gone what="user" edit=over.edit found=Signal::derive(move || over.editing.read().is_some()) />
        <Show when=move || rows.read().is_empty() fallback=move || view! { <UserList rows sort over /> }>
            {nothing}
        </Show>
        <UsersOver over />
        {move || adding.get().then(|| view! { <add::AddUser on_close=move || adding.set(false) /> })}
    }
}
