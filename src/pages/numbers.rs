//! Phone number management: the inventory, with a filter in the address (R11).

mod add;
mod edit;

use domain::PhoneNumber;
use domain::number::SmsNumber;
use leptos::prelude::*;

use crate::pages::address::query_value;
use crate::parts::page_head::PageHead;
use crate::parts::tags::tags;
use crate::paths::query;
use crate::session::Session;
use crate::ui::{Button, ButtonKind, EmptyState, IconButton, IconName, SearchBox, TableHead, VirtualTable};
use crate::words;

/// The page.
#[component]
pub fn Numbers() -> impl IntoView {
    let session = expect_context::<Session>();
    let (search, set_search) = query_value(query::SEARCH);
    let rows = Memo::new(move |_| matching(session, &search.read()));
    let adding = RwSignal::new(false);
    let editing = RwSignal::new(None::<PhoneNumber>);
    let total = move || session.workspace().read().numbers().len();
    let sum = move || {
        let workspace = session.workspace();
        let direct = workspace
            .read()
            .numbers()
            .filter(|number| number.is_direct())
            .count();
        format!(
            "{}, {direct} of them direct.",
            words::count(total(), "number", "numbers")
        )
    };
    let add_button = move || {
        view! { <Button kind=ButtonKind::Primary on_press=move || adding.set(true)>"+ Add Number"</Button> }
    };
    view! {
        <PageHead title="Phone number management" text=Signal::derive(sum) actions=add_button />
        <div class="toolbar" role="search" aria-label="Filter numbers">
            <SearchBox
                label="Filter by number, label or owner"
                placeholder="Number, label or owner"
                value=search
                on_input=set_search
            />
            <span class="sum">{move || format!("{} of {}", words::digits(rows.read().len()), words::digits(total()))}</span>
        </div>
        <Show when=move || rows.read().is_empty() fallback=move || view! { <List rows editing /> }>
            <EmptyState
                icon=IconName::Chat
                title=Signal::derive(move || if total() == 0 { "No numbers yet" } else { "No number matches" }.to_owned())
                text="Add a number with its country code, or clear the filter."
            />
        </Show>
        {move || adding.get().then(|| view! { <add::AddNumber on_close=Callback::new(move |()| adding.set(false)) /> })}
        {move || editing.get().map(|number| view! { <edit::EditNumber number on_close=Callback::new(move |()| editing.set(None)) /> })}
    }
}

#[component]
fn List(rows: Memo<Vec<PhoneNumber>>, editing: RwSignal<Option<PhoneNumber>>) -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <VirtualTable
            caption="SMS numbers as they stand in the open draft"
            rows
            columns=4
            row_name=move |number: PhoneNumber| number.to_string()
            cells=move |number: PhoneNumber| view! { <Row number session editing /> }.into_any()
            on_open=Callback::from(move |number: PhoneNumber| editing.set(Some(number)))
            class="numbers"
        >
            <TableHead slot>
                <th scope="col">"Number"</th>
                <th scope="col" class="mid">"Label"</th>
                <th scope="col" class="mid">"Owner"</th>
                <th scope="col" class="cell-act"><span class="visually-hidden">"Actions"</span></th>
            </TableHead>
        </VirtualTable>
    }
}

/// One row: looks itself up, so it follows every change.
#[component]
fn Row(number: PhoneNumber, session: Session, editing: RwSignal<Option<PhoneNumber>>) -> impl IntoView {
    let record = session.number(number);
    let printed = session.printed(number);
    let owner = move || {
        record
            .read()
            .as_ref()
            .map(|record| owner_of(session, record))
            .unwrap_or_default()
    };
    view! {
        <th scope="row" class="cell-number">
            <span class="number">{printed}</span>
            {move || record.get().map(|record| tags(&record))}
            <span class="sub">{owner}</span>
        </th>
        <td class="mid">{move || record.get().map(|record| record.label.to_string())}</td>
        <td class="mid">{owner}</td>
        <td class="cell-act">
            <div>
                <IconButton
                    name=IconName::Pencil
                    label=format!("Edit {number}")
                    on_press=move || editing.set(Some(number))
                />
            </div>
        </td>
    }
}

/// `agent Ana Ruiz`, `queue Billing`, or that there is none.
fn owner_of(session: Session, record: &SmsNumber) -> String {
    match record.owner() {
        Some(owner) => session.workspace().read().owner_name(owner),
        None if record.is_direct() => "Unassigned".to_owned(),
        None => "–".to_owned(),
    }
}

/// Numbers whose digits, label or owner hold what is typed, in any spelling of digits (S018).
fn matching(session: Session, search: &str) -> Vec<PhoneNumber> {
    let workspace = session.workspace();
    let workspace = workspace.read();
    let wanted = search.trim().to_lowercase();
    let digits: String = wanted.chars().filter(char::is_ascii_digit).collect();
    let spelled = !digits.is_empty() && wanted.chars().all(|c| c.is_ascii_digit() || " +-.()".contains(c));
    let fits = |number: &SmsNumber| {
        (spelled && number.number.digits().contains(&digits))
            || number.label.as_str().to_lowercase().contains(&wanted)
            || number
                .owner()
                .is_some_and(|owner| workspace.owner_name(owner).to_lowercase().contains(&wanted))
    };
    workspace
        .numbers()
        .filter(|number| fits(number))
        .map(|number| number.number)
        .collect()
}
