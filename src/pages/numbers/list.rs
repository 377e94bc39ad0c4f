//! The table of numbers.

use chrono::{DateTime, Utc};
use domain::PhoneNumber;
use domain::routing::moment;
use leptos::prelude::*;

use super::bulk::Selected;
use super::filters::in_draft;
use super::rows::KEYS;
use crate::pages::listing::{SortColumn, Sorting};
use crate::parts::now::now_state;
use crate::parts::tags::{Marks, tags};
use crate::session::{Session, country, each_minute};
use crate::ui::{IconButton, IconName, Selection, TableHead, Tag, VirtualTable, narrow};
use crate::words;

/// The list; a row that the draft changes is marked.
#[component]
pub(super) fn List(
    rows: Memo<Vec<PhoneNumber>>,
    sort: Sorting,
    edit: Callback<(String,)>,
    selection: Selection<PhoneNumber>,
    /// SMS is off: there to read (R3).
    locked: Memo<bool>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let open = Callback::from(move |number: PhoneNumber| edit.run((number.to_string(),)));
    let marked = move |number: PhoneNumber| {
        in_draft(
            &session.workspace().read(),
            &session.head().read().workspace,
            number,
        )
    };
    let (at, narrow) = (each_minute(), narrow());
    let cells =
        move |number: Signal<PhoneNumber>| view! { <Row number session at open locked narrow /> }.into_any();
    view! {
        <VirtualTable
            caption="SMS numbers as they stand in the open draft"
            rows
            row_name=move |number: PhoneNumber| number.to_string()
            cells
            on_open=open
            selection
            marked
            class="numbers fixed"
        >
            <TableHead slot>
                <SortColumn label="Number" key="" keys=KEYS sort class="w-number" />
                <SortColumn label="Label" key="label" keys=KEYS sort class="mid" />
                <SortColumn label="Owner" key="owner" keys=KEYS sort class="mid" />
                <SortColumn label="Outbound" key="outbound" keys=KEYS sort class="mid late w-uses" />
                <th scope="col" class="mid late w-now">"Now"</th>
                <th scope="col" class="cell-act"><span class="visually-hidden">"Actions"</span></th>
            </TableHead>
        </VirtualTable>
        <Selected rows selection locked />
    }
}

/// One row: looks itself up, so it follows every change and every scroll.
#[component]
fn Row(
    number: Signal<PhoneNumber>,
    session: Session,
    /// This moment.
    at: Signal<DateTime<Utc>>,
    open: Callback<(PhoneNumber,)>,
    locked: Memo<bool>,
    /// There is room for no other columns.
    narrow: Signal<bool>,
) -> impl IntoView {
    let record = Memo::new(move |_| session.workspace().read().number(number.get()).cloned());
    let facts = session.known(number, record);
    let printed = Memo::new(move |_| {
        let facts = facts.read();
        let printed = facts.as_ref().and_then(|facts| facts.printed.as_ref());
        printed.map_or_else(|| number.get().to_string(), |printed| printed.as_str().to_owned())
    });
    let region = Memo::new(move |_| facts.read().as_ref().and_then(|facts| facts.region));
    let place = move || {
        let region = region.get()?;
        Some(view! { <span class="country" data-tip=country(region)>{String::from(region)}</span> })
    };
    let owner = Memo::new(move |_| {
        let record = record.read();
        record
            .as_ref()
            .map(|record| words::owner(&session.workspace().read(), record))
    });
    let marks = Memo::new(move |_| {
        let record = record.read();
        let record = record.as_ref()?;
        let new = session.head().read().workspace.number(record.number).is_none();
        Some(Marks::of(record, new))
    });
    let on_ivr = Memo::new(move |_| session.workspace().read().ivr_queue(number.get()).is_some());
    let ivr = move || on_ivr.get().then(|| view! { <Tag word="Also IVR" /> });
    let uses = move || record.read().as_ref().map(|record| words::outbound_uses(record));
    let found = Memo::new(move |_| moment(&session.workspace().read(), number.get(), at.get()));
    let state = move || now_state(found.get(), at.get_untracked());
    view! {
        <th scope="row" class="cell-number">
            <span class="number">{printed}</span>
            {place}
            {move || marks.get().map(tags)}
            {move || narrow.get().then(|| view! { <span class="sub">{owner} {ivr} {state}</span> })}
        </th>
        <td class="mid">{move || record.read().as_ref().map(|record| record.label.to_string())}</td>
        <td class="mid">{owner} " " {ivr}</td>
        <td class="mid late">{uses}</td>
        <td class="mid late">{state}</td>
        <td class="cell-act">
            <div>
                <IconButton
                    name=IconName::Pencil
                    label=Signal::derive(move || format!("Edit {}", number.get()))
                    disabled=locked
                    on_press=move || open.run((number.get_untracked(),))
                />
            </div>
        </td>
    }
}
