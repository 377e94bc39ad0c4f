//! Users & Teams → Users: search, then **Edit user** with **Direct Inbound** (F6).

mod deflections;
mod direct_inbound;
mod edit;

use domain::deflection::effective;
use domain::ids::UserId;
use domain::number::Owner;
use leptos::prelude::*;

use crate::pages::address::query_value;
use crate::parts::level::LevelBadge;
use crate::parts::page_head::PageHead;
use crate::paths::query;
use crate::session::Session;
use crate::ui::{EmptyState, Icon, IconName, Menu, MenuEntry, MenuItem, SearchBox, TableHead, VirtualTable};
use crate::words;

/// The page.
#[component]
pub fn Users() -> impl IntoView {
    let session = expect_context::<Session>();
    let (search, set_search) = query_value(query::SEARCH);
    let (edit, set_edit) = query_value(query::EDIT);
    let rows = Memo::new(move |_| {
        let wanted = search.read().trim().to_lowercase();
        let workspace = session.workspace();
        let workspace = workspace.read();
        let mut found: Vec<_> = workspace
            .users()
            .filter(|user| {
                user.name().to_lowercase().contains(&wanted) || user.email.to_lowercase().contains(&wanted)
            })
            .collect();
        found.sort_by_cached_key(|user| user.name());
        found.into_iter().map(|user| user.id).collect::<Vec<_>>()
    });
    let total = move || session.workspace().read().users().len();
    let editing = Memo::new(move |_| {
        let id = edit.read().parse::<UserId>().ok()?;
        session.workspace().read().user(id).is_some().then_some(id)
    });
    let open = Callback::from(move |id: UserId| set_edit.run((id.to_string(),)));
    let close = Callback::new(move |()| set_edit.run((String::new(),)));
    view! {
        <PageHead title="Users" text=Signal::derive(move || format!("{}.", words::count(total(), "user", "users"))) />
        <div class="toolbar" role="search" aria-label="Filter users">
            <SearchBox
                label="Filter by name or e-mail"
                placeholder="Name or e-mail"
                value=search
                on_input=set_search
            />
            <span class="sum">{move || format!("{} of {}", words::digits(rows.read().len()), words::digits(total()))}</span>
        </div>
        <Show when=move || rows.read().is_empty() fallback=move || view! { <List rows open /> }>
            <EmptyState icon=IconName::Users title="No user matches" text="Clear the filter, or open a workspace that has users." />
        </Show>
        {move || editing.get().map(|user| view! { <edit::EditUser user on_close=close /> })}
    }
}

#[component]
fn List(rows: Memo<Vec<UserId>>, open: Callback<(UserId,)>) -> impl IntoView {
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
            columns=5
            row_name=name
            cells=move |id: UserId| view! { <Row id session open /> }.into_any()
            on_open=open
        >
            <TableHead slot>
                <th scope="col">"Name"</th>
                <th scope="col" class="mid">"E-mail"</th>
                <th scope="col" class="mid">"Direct numbers"</th>
                <th scope="col">"Deflection"</th>
                <th scope="col" class="cell-act"><span class="visually-hidden">"Options"</span></th>
            </TableHead>
        </VirtualTable>
    }
}

#[component]
fn Row(id: UserId, session: Session, open: Callback<(UserId,)>) -> impl IntoView {
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
    view! {
        <th scope="row">{move || user.get().map(|user| user.name())}</th>
        <td class="mid">{move || user.get().map(|user| user.email.clone())}</td>
        <td class="mid">{numbers}</td>
        <td>{deflection}</td>
        <td class="cell-act">
            <div>
                <Menu label=format!("Options for {name}") entries=move |()| options(id, open)>
                    <Icon name=IconName::Dots />
                </Menu>
            </div>
        </td>
    }
}

/// What can be done with a user.
fn options(id: UserId, open: Callback<(UserId,)>) -> Vec<MenuEntry> {
    vec![
        MenuItem::new("Edit user", move || open.run((id,)))
            .icon(IconName::Pencil)
            .entry(),
    ]
}
