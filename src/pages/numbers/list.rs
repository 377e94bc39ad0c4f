//! The table of numbers.

use domain::PhoneNumber;
use leptos::prelude::*;

use super::bulk::Selected;
use super::filters::in_draft;
use crate::parts::tags::{Marks, tags};
use crate::session::Session;
use crate::ui::{IconButton, IconName, Selection, SortHeader, SortOrder, TableHead, Tag, VirtualTable};
use crate::words;

/// The list; a row that the draft changes is marked.
#[component]
pub(super) fn List(
    rows: Memo<Vec<PhoneNumber>>,
    sort: (Signal<String>, Callback<(String,)>),
    edit: Callback<(String,)>,
    selection: Selection<PhoneNumber>,
    /// SMS is off: there to read (R3).
    locked: Memo<bool>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let open = Callback::from(move |number: PhoneNumber| edit.run((number.to_string(),)));
    let head = move |key: &'static str, label: &'static str, class: &'static str| {
        let order = Signal::derive(move || order_of(&sort.0.read(), key));
        let turn = move || {
            let to = match order.get_untracked() {
                Some(SortOrder::Ascending) => format!("-{key}"),
                _ => key.to_owned(),
            };
            sort.1.run((to,));
        };
        view! { <SortHeader label order on_sort=turn class /> }
    };
    let marked = move |number: PhoneNumber| {
        in_draft(
            &session.workspace().read(),
            &session.head().read().workspace,
            number,
        )
    };
    let cells = move |number: Signal<PhoneNumber>| view! { <Row number session open locked /> }.into_any();
    view! {
        <VirtualTable
            caption="SMS numbers as they stand in the open draft"
            rows
            columns=5
            row_name=move |number: PhoneNumber| number.to_string()
            cells
            on_open=open
            selection
            marked
            class="numbers fixed"
        >
            <TableHead slot>
                {head("", "Number", "w-number")}
                {head("label", "Label", "mid")}
                {head("owner", "Owner", "mid")}
                {head("outbound", "Outbound", "mid late w-uses")}
                <th scope="col" class="cell-act"><span class="visually-hidden">"Actions"</span></th>
            </TableHead>
        </VirtualTable>
        <Selected rows selection locked />
    }
}

/// How the table is sorted by a column; the number's own key is empty.
fn order_of(sort: &str, key: &str) -> Option<SortOrder> {
    let by = sort.trim_start_matches('-');
    let known = if ["label", "owner", "outbound"].contains(&by) {
        by
    } else {
        ""
    };
    let order = if sort.starts_with('-') {
        SortOrder::Descending
    } else {
        SortOrder::Ascending
    };
    (known == key).then_some(order)
}

/// One row: looks itself up, so it follows every change and every scroll.
#[component]
fn Row(
    number: Signal<PhoneNumber>,
    session: Session,
    open: Callback<(PhoneNumber,)>,
    locked: Memo<bool>,
) -> impl IntoView {
    let record = Memo::new(move |_| session.workspace().read().number(number.get()).cloned());
    let printed = session.printed(number, record);
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
    view! {
        <th scope="row" class="cell-number">
            <span class="number">{printed}</span>
            {move || marks.get().map(tags)}
            <span class="sub">{owner} {ivr}</span>
        </th>
        <td class="mid">{move || record.read().as_ref().map(|record| record.label.to_string())}</td>
        <td class="mid">{owner} " " {ivr}</td>
        <td class="mid late">{uses}</td>
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_names_the_sorted_column() {
        assert_eq!(order_of("", ""), Some(SortOrder::Ascending));
        assert_eq!(order_of("-", ""), Some(SortOrder::Descending));
        assert_eq!(order_of("label", "label"), Some(SortOrder::Ascending));
        assert_eq!(order_of("-owner", "owner"), Some(SortOrder::Descending));
        assert_eq!(order_of("-owner", "label"), None);
        assert_eq!(order_of("-outbound", "outbound"), Some(SortOrder::Descending));
        assert_eq!(order_of("nonsense", ""), Some(SortOrder::Ascending));
    }
}
