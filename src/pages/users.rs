//! Users & Teams → Users: search, **Add users** (S7), three dots, **Edit user** with **Direct Inbound** (F6).

mod add;
mod deflections;
mod edit;
mod inbound;
mod options;
mod profile;
mod release;
mod rows;

use domain::Intent;
use domain::deflection::effective;
use domain::ids::UserId;
use domain::number::Owner;
use leptos::prelude::*;

use crate::pages::address::query_value;
use crate::pages::listing::{FilterLine, Gone, SortColumn, Sorting};
use crate::parts::ask_delete::AskDelete;
use crate::parts::level::LevelBadge;
use crate::parts::page_head::PageHead;
use crate::paths::query;
use crate::session::{Address, Session};
use crate::ui::{
    Button, ButtonKind, EmptyState, Icon, IconName, Menu, TableHead, Tag, Toasts, VirtualTable, by_key,
};
use crate::words;
use options::{Actions, options};
use release::Question;
use rows::{KEYS, Sorted};

/// The page.
#[component]
pub fn Users() -> impl IntoView {
    let session = expect_context::<Session>();
    let search = query_value(query::SEARCH);
    let edit = query_value(query::EDIT);
    let sort = query_value(query::SORT);
    let sorted = Memo::new(move |_| Sorted::of(&session.workspace().read(), &sort.0.read()));
    let rows = Memo::new(move |_| sorted.read().find(&search.0.read()));
    let total = Signal::derive(move || session.workspace().read().users().len());
    let editing = Memo::new(move |_| {
        let id = edit.0.read().parse::<UserId>().ok()?;
        session.workspace().read().user(id).is_some().then_some(id)
    });
    let adding = RwSignal::new(false);
    let deleting = RwSignal::new(None::<UserId>);
    let asking = RwSignal::new(None::<(UserId, Question)>);
    let actions = Actions {
        open: Callback::from(move |id: UserId| edit.1.run((id.to_string(),))),
        delete: Callback::from(move |id: UserId| deleting.set(Some(id))),
        ask: Callback::from(move |id: UserId, question: Question| asking.set(Some((id, question)))),
    };
    let add_button = move || {
        view! { <Button kind=ButtonKind::Primary on_press=move || adding.set(true)>"Add users"</Button> }
    };
    let close = Callback::new(move |()| edit.1.run((String::new(),)));
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
        <Gone what="user" edit found=Signal::derive(move || editing.read().is_some()) />
        <Show when=move || rows.read().is_empty() fallback=move || view! { <List rows sort actions /> }>
            {nothing}
        </Show>
        {move || editing.get().map(|user| view! { <edit::EditUser user on_close=close /> })}
        {move || adding.get().then(|| view! { <add::AddUser on_close=move || adding.set(false) /> })}
        {move || deleting.get().map(|user| delete_question(session, user, Callback::new(move |()| deleting.set(None))))}
        {move || asking.get().map(|(user, question)| {
            view! { <release::AskRelease user question on_close=move || asking.set(None) /> }
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

#[component]
fn List(rows: Memo<Vec<UserId>>, sort: Sorting, actions: Actions) -> impl IntoView {
    let session = expect_context::<Session>();
    let name = move |id: UserId| {
        session
            .workspace()
            .read_untracked()
            .user(id)
            .map(|user| user.name())
            .unwrap_or_default()
    };
    view! {
        <VirtualTable
            caption="Users as they stand in the open draft"
            rows
            row_name=name
            cells=by_key(move |id: UserId| view! { <Row id session actions /> })
            on_open=actions.open
        >
            <TableHead slot>
                <SortColumn label="Name" key="" keys=KEYS sort />
                <SortColumn label="E-mail" key="mail" keys=KEYS sort class="late" />
                <SortColumn label="Teams" key="teams" keys=KEYS sort class="mid" />
                <SortColumn label="Direct numbers" key="numbers" keys=KEYS sort class="mid" />
                <SortColumn label="Deflection" key="deflection" keys=KEYS sort />
                <th scope="col" class="cell-act"><span class="visually-hidden">"Options"</span></th>
            </TableHead>
        </VirtualTable>
    }
}

#[component]
fn Row(id: UserId, session: Session, actions: Actions) -> impl IntoView {
    let address = expect_context::<Address>();
    let toasts = Toasts::from_context();
    let user = session.user(id);
    let numbers = move || {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let printed: Vec<_> = workspace
            .numbers_of(Owner::Agent(id))
            .map(|number| number.printed())
            .collect();
        if printed.is_empty() {
            "–".to_owned()
        } else {
            printed.join(", ")
        }
    };
    let teams = move || {
        let user = user.get()?;
        Some(rows::teams(&session.workspace().read(), &user))
    };
    let name = user.get_untracked().map(|user| user.name()).unwrap_or_default();
    let level = Memo::new(move |_| {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let effective = effective(&workspace, id);
        workspace
            .user(id)?
            .is_agent()
            .then(|| (effective.level, effective.reply().is_some()))
    });
    let deflection = move || {
        let (level, on) = level.get()?;
        Some(view! { <LevelBadge level plain=true />" "{if on { "ON" } else { "OFF" }} })
    };
    let inactive = move || {
        user.get()
            .filter(|user| !user.active)
            .map(|_| view! { <Tag word="Inactive" /> })
    };
    view! {
        <th scope="row" class="cell-number">
            {move || user.get().map(|user| user.name())}
            <span class="tags">{inactive}</span>
            <span class="sub">{numbers}</span>
        </th>
        <td class="late">{move || user.get().map(|user| user.email.clone())}</td>
        <td class="mid clip">{teams}</td>
        <td class="mid">{numbers}</td>
        <td>{deflection}</td>
        <td class="cell-act">
            <div>
                <Menu label=format!("Options for {name}") entries=move |()| options(session, address, toasts, actions, id)>
                    <Icon name=IconName::Dots />
                </Menu>
            </div>
        </td>
    }
}
