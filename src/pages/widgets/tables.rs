//! A long table.

use leptos::prelude::*;

use super::Specimen;
use crate::ui::{
    Button, ButtonKind, ButtonSize, IconButton, IconName, Selection, SelectionBar, SortHeader, SortOrder,
    TableHead, Tag, TagKind, Toasts, VirtualTable, Written, WrittenText, by_key,
};

#[component]
pub(super) fn Tables() -> impl IntoView {
    let toasts = Toasts::from_context();
    let order = RwSignal::new(SortOrder::Ascending);
    let selection = Selection::<u32>::default();
    let rows = Memo::new(move |_| match order.get() {
        SortOrder::Ascending => (0..100_000_u32).collect::<Vec<_>>(),
        SortOrder::Descending => (0..100_000_u32).rev().collect(),
    });
    let name = |row: u32| format!("+1 312-{:03}-{:04}", row / 10_000, row % 10_000);
    let cells = move |row: u32| {
        view! {
            <th scope="row" class="cell-number">
                <span class="number">{name(row)}</span>
                <span class="tags"><Tag kind=TagKind::Direct word="Direct" /></span>
            </th>
            <td class="mid">{format!("Label {row}")}</td>
            <td class="num mid">"2,560 h"</td>
            <td class="cell-act">
                <div><IconButton name=IconName::Pencil label=format!("Edit {}", name(row)) on_press=move || toasts.done("Edit") /></div>
            </td>
        }
    };
    let by_number = Signal::derive(move || Some(order.get()));
    let count = Signal::derive(move || selection.len());
    let words = Signal::derive(move || format!("{} selected", selection.len()));
    let written = Written::default();
    Effect::new(move || written.write("A text that is written into its place."));
    view! {
        <Specimen name="table">
            <p class="muted"><WrittenText at=written /></p>
            <p class="muted">
                "100,000 rows. Arrow keys move, Space picks, with Shift a range, Ctrl A all of them, Enter opens."
            </p>
            <div class="table-window">
                <VirtualTable
                    caption="100,000 numbers"
                    rows
                    row_name=name
                    cells=by_key(cells)
                    selection
                    boxed=true
                    marked=|row: u32| row % 7 == 3
                    on_open=move |row: u32| toasts.done(format!("Open {}", name(row)))
                >
                    <TableHead slot>
                        <SortHeader label="Number" order=by_number on_sort=move || order.update(|order| *order = order.reversed()) />
                        <SortHeader label="Label" order=None on_sort=|| () class="mid" />
                        <th scope="col" class="num mid">"Open hours"</th>
                        <th scope="col" class="cell-act"><span class="visually-hidden">"Actions"</span></th>
                    </TableHead>
                </VirtualTable>
            </div>
            <SelectionBar count words on_clear=move || selection.clear()>
                <Button kind=ButtonKind::Quiet size=ButtonSize::Compact icon=IconName::User>"Assign to…"</Button>
                <Button kind=ButtonKind::Quiet size=ButtonSize::Compact icon=IconName::Release>"Unassign"</Button>
            </SelectionBar>
            <VirtualTable
                caption="No numbers"
                rows=Signal::stored(Vec::<u32>::new())
                row_name=name
                cells=by_key(cells)
                boxed=true
            >
                <TableHead slot><th scope="col">"Number"</th></TableHead>
            </VirtualTable>
        </Specimen>
    }
}
