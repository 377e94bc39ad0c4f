//! The table of numbers.

use chrono::{DateTime, Utc};
use domain::PhoneNumber;
use domain::number::Owner;
use domain::routing::moment;
use leptos::prelude::*;

use super::bulk::Selected;
use super::filters::in_draft;
use super::rows::KEYS;
use crate::pages::listing::{SortColumn, Sorting};
use crate::parts::now::now_state;
use crate::parts::tags::{Marks, tags};
use crate::parts::week_strip::{Strip, Week, week_strip};
use crate::session::{Rest, Session, Settled, country, each_minute};
use crate::ui::{Icon, IconButton, IconName, Selection, TableHead, Tag, VirtualTable, narrow};
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
    let week = Memo::new(move |_| Week::around(&session.workspace().read(), at.get()));
    let shared = Shared {
        session,
        at,
        week,
        settled: Settled::default(),
        checks: session.checks_at_rest(),
        narrow,
    };
    let cells = move |number: Signal<PhoneNumber>| view! { <Row number shared open locked /> }.into_any();
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
                <th scope="col" class="mid late w-week">{move || week.get().axis(at.get_untracked())}</th>
                <th scope="col" class="mid late w-now">"Now"</th>
                <th scope="col" class="cell-act"><span class="visually-hidden">"Actions"</span></th>
            </TableHead>
        </VirtualTable>
        <Selected rows selection locked />
    }
}

/// What all rows have in common.
#[derive(Clone, Copy)]
struct Shared {
    session: Session,
    /// This moment.
    at: Signal<DateTime<Utc>>,
    /// The week around it.
    week: Memo<Week>,
    settled: Settled<PhoneNumber>,
    checks: Rest<Signal<PhoneNumber>>,
    /// There is room for no other columns.
    narrow: Signal<bool>,
}

/// One row: looks itself up, so it follows every change and every scroll.
#[component]
fn Row(
    number: Signal<PhoneNumber>,
    shared: Shared,
    open: Callback<(PhoneNumber,)>,
    locked: Memo<bool>,
) -> impl IntoView {
    let Shared {
        session, at, week, ..
    } = shared;
    let record = Memo::new(move |_| session.workspace().read().number(number.get()).cloned());
    let facts = session.known(number, record, shared.checks);
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
    // Beside the name a drawing says whose kind it is.
    let word = Memo::new(move |_| owner.get().map(words::split_owner));
    let kind = move || word.get().and_then(|(kind, _)| kind);
    let name = move || word.get().map(|(_, name)| name);
    let drawing = Memo::new(move |_| match record.read().as_ref()?.owner()? {
        Owner::Agent(_) => Some(IconName::User),
        Owner::Queue(_) => Some(IconName::Queue),
    });
    let icon = move || drawing.get().map(|name| view! { <Icon name /> });
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
    // A week takes longer to work out than a letter typed into the filter may.
    let settled = shared.settled.of(number);
    let strip = Memo::new(move |_| {
        let (live, draft) = (session.head(), session.workspace());
        Strip::of(&live.read().workspace, &draft.read(), settled.get()?, week.get())
    });
    view! {
        <th scope="row" class="cell-number">
            <span class="number">{printed}</span>
            {place}
            {move || marks.get().map(tags)}
            {move || shared.narrow.get().then(|| view! { <span class="sub">{owner} {ivr} {state}</span> })}
        </th>
        <td class="mid">{move || record.read().as_ref().map(|record| record.label.to_string())}</td>
        <td class="mid owner">{icon}<span class="visually-hidden">{kind}</span>{name} " " {ivr}</td>
        <td class="mid late">{uses}</td>
        <td class="mid late week-cell">{week_strip(strip, week, at)}</td>
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
