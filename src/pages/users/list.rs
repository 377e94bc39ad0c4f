//! Users in a table, each with the three dots (F6, F11).

use domain::ids::UserId;
use leptos::prelude::*;

use super::line::{Cells, Line};
use super::options::options;
use super::over::Over;
use super::rows::KEYS;
use crate::pages::listing::{SortColumn, Sorting};
use crate::session::{Address, Session};
use crate::ui::{Icon, IconName, Menu, TableHead, Toasts, VirtualTable};

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
    let cells = move |id: Signal<UserId>| view! { <Row id session over /> }.into_any();
    view! {
        <VirtualTable
            caption="Users as they stand in the open draft"
            rows
            row_name=name
            cells
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

/// One row: looks itself up, so it follows every change and every scroll.
#[component]
fn Row(id: Signal<UserId>, session: Session, over: Over) -> impl IntoView {
    let address = expect_context::<Address>();
    let toasts = Toasts::from_context();
    let cells = Cells::default();
    let view = cells.view();
    let name = RwSignal::new(String::new());
    Effect::new(move |last: Option<Line>| {
        let line = Line::of(&session.workspace().read(), id.get());
        cells.write(last.as_ref(), &line);
        name.set(line.name.clone());
        line
    });
    view! {
        {view}
        <td class="cell-act">
            <div>
                <Menu
                    label=Signal::derive(move || format!("Options for {}", name.get()))
                    entries=move |()| options(session, address, toasts, over, id.get_untracked())
                >
                    <Icon name=IconName::Dots />
                </Menu>
            </div>
        </td>
    }
}
