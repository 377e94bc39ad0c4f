//! Users in a table, each with the three dots (F6, F11).

use domain::deflection::effective;
use domain::ids::UserId;
use domain::number::Owner;
use leptos::prelude::*;

use super::options::options;
use super::over::Over;
use super::rows::{KEYS, teams};
use crate::pages::listing::{SortColumn, Sorting};
use crate::parts::level::LevelBadge;
use crate::session::{Address, Session};
use crate::ui::{Icon, IconName, Menu, TableHead, Tag, Toasts, VirtualTable, by_key};

/// The table.
#[component]
pub(super) fn UserList(rows: Memo<Vec<UserId>>, sort: Sorting, over: Over) -> impl IntoView {
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
            cells=by_key(move |id: UserId| view! { <Row id session over /> })
            on_open=move |id: UserId| over.open(id)
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
fn Row(id: UserId, session: Session, over: Over) -> impl IntoView {
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
    let in_teams = move || {
        let user = user.get()?;
        Some(teams(&session.workspace().read(), &user))
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
        <td class="mid clip">{in_teams}</td>
        <td class="mid">{numbers}</td>
        <td>{deflection}</td>
        <td class="cell-act">
            <div>
                <Menu label=format!("Options for {name}") entries=move |()| options(session, address, toasts, over, id)>
                    <Icon name=IconName::Dots />
                </Menu>
            </div>
        </td>
    }
}
