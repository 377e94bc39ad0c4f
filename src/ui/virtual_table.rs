//! A table of any length that draws only the rows on screen: a real `table` under a head that stays, one row
//! in the tab order, arrow keys to move, Space to pick, Enter to open.
//!
//! **A drawn row is used again**: one that leaves the screen comes in at the other end and shows another key there,
//! which costs a third of making a new one.

mod drawn;
mod focus;
mod keys;
mod row;
mod slots;

use std::hash::Hash;
use std::ops::Range;

use leptos::html;
use leptos::prelude::*;

use super::visible::{drawn_around, in_sight, on_move, window_height};
use super::{PickBox, Selection};
use drawn::DrawnRows;
use keys::Keys;
use row::{Asks, row};
pub use row::{by_key, line_of, row_of, rows_in};
use slots::Slots;

/// The cells of the head.
#[slot]
pub struct TableHead {
    /// `th` cells.
    children: Children,
}

/// A table. All rows are equally high.
#[component]
pub fn VirtualTable<K>(
    /// What the table lists; spoken.
    #[prop(into)]
    caption: Signal<String>,
    /// The keys of all rows, filtered and sorted. Give a memo: it is read in place.
    #[prop(into)]
    rows: Signal<Vec<K>>,
    /// A row's name: what its box picks.
    #[prop(into)]
    row_name: Callback<(K,), String>,
    /// A row's cells, `th scope="row"` and `td`s, for the key that the row has at the time; `by_key` makes them anew
    /// for each key.
    #[prop(into)]
    cells: Callback<(Signal<K>,), AnyView>,
    /// The picked rows; without it there are no boxes.
    #[prop(optional, into)]
    selection: Option<Selection<K>>,
    /// Enter on a row.
    #[prop(optional, into)]
    on_open: Option<Callback<(K,)>>,
    /// Whether the draft changes a row.
    #[prop(optional, into)]
    marked: Option<Callback<(K,), bool>>,
    /// Classes of the table, for its column widths.
    #[prop(optional)]
    class: &'static str,
    /// Framed, within a page, rather than from edge to edge under the top bar.
    #[prop(optional)]
    boxed: bool,
    /// The head's cells.
    table_head: TableHead,
) -> impl IntoView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
{
    let body = NodeRef::<html::Tbody>::new();
    let len = Memo::new(move |_| rows.read().len());
    let area = DrawnArea::follow(body, len);
    let keys = Keys {
        rows,
        selection,
        on_open,
        area,
        body,
        current: RwSignal::new(0),
    };
    let asks = Asks {
        name: row_name,
        cells,
        marked,
    };
    let slots = Memo::new(move |last: Option<&Slots>| Slots::of(&area.range.read(), len.get(), last));
    let drawn = DrawnRows::follow(slots, keys);
    view! {
        <div class="table-frame" class:boxed=boxed class:tall=!boxed>
            <table
                class=format!("table virtual {class}")
                role="grid"
                tabindex="-1"
                aria-multiselectable=selection.map(|_| "true")
                aria-rowcount=move || len.get() + 1
                on:keydown=move |event| keys.press(&event)
                on:focusin=move |event| keys.follow_focus(&event)
            >
                <caption class="visually-hidden">{move || caption.get()}</caption>
                <thead>
                    <tr aria-rowindex="1">
                        {selection.map(|selection| pick_all(selection, rows))}
                        {(table_head.children)()}
                    </tr>
                </thead>
                <tbody node_ref=body>
                    {spacer(move || area.px(slots.read().beyond(len.get()).0))}
                    <For each=move || drawn.rows.get() key=|row| row.slot children=move |place| row(place, keys, asks) />
                    {spacer(move || area.px(slots.read().beyond(len.get()).1))}
                </tbody>
            </table>
        </div>
    }
}

fn pick_all<K>(selection: Selection<K>, rows: Signal<Vec<K>>) -> impl IntoView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
{
    let tick = Memo::new(move |_| rows.with(|rows| selection.tick(rows)));
    let label = Signal::derive(move || format!("Select all {}", rows.read().len()));
    let set = move |on: bool| rows.with_untracked(|rows| selection.set_all(rows, on));
    view! { <th scope="col" class="cell-pick"><PickBox label tick on_change=set /></th> }
}

/// Stands for the rows that are not drawn. One cell, however many columns there are: one that spans columns which a narrow
/// page leaves out would keep their place.
fn spacer(height: impl Fn() -> Option<String> + Send + Sync + 'static) -> impl IntoView {
    view! { <tr class="spacer" aria-hidden="true"><td style:--height=height></td></tr> }
}

/// What a page has above the rows of its list, in px, as a rule.
const ABOVE: f64 = 200.0;

/// The part of the rows that is drawn.
#[derive(Clone, Copy)]
struct DrawnArea {
    range: RwSignal<Range<usize>>,
    /// What of it is on screen.
    sight: StoredValue<Range<usize>>,
    /// A row's height in px, as measured.
    row: RwSignal<f64>,
}

impl DrawnArea {
    /// Follows the screen for as long as the table lives.
    fn follow(body: NodeRef<html::Tbody>, len: Memo<usize>) -> Self {
        // Until they are measured, as high as rows are, in a list as long as need be. Those out of sight follow then:
        // they would hold up the frame in which the list comes.
        let row = 36.0;
        let sight = in_sight(ABOVE, window_height(), row, usize::MAX);
        let area = Self {
            range: RwSignal::new(sight.clone()),
            sight: StoredValue::new(sight),
            row: RwSignal::new(row),
        };
        let update = move || {
            if let (Some(Some(body)), Some(len)) = (body.try_get_untracked(), len.try_get_untracked()) {
                area.update(&body, len);
            }
        };
        on_move(update);
        Effect::new(move || {
            len.track();
            body.track();
            request_animation_frame(update);
        });
        area
    }

    fn update(self, body: &web_sys::Element, len: usize) {
        focus::hold(body);
        self.measure(body);
        let top = body.get_bounding_client_rect().top();
        self.show(in_sight(top, window_height(), self.row.get_untracked(), len), len);
    }

    fn is_in_sight(self, line: usize) -> bool {
        self.sight.with_value(|sight| sight.contains(&line))
    }

    fn measure(self, body: &web_sys::Element) {
        let rows: Vec<_> = rows_in(body).collect();
        if let (Some(first), Some(last)) = (rows.first(), rows.last()) {
            let height = last.get_bounding_client_rect().bottom() - first.get_bounding_client_rect().top();
            let row = height / f64::from(u32::try_from(rows.len()).unwrap_or(u32::MAX));
            if row > 1.0 && (row - self.row.get_untracked()).abs() > 0.05 {
                self.row.set(row);
            }
        }
    }

    fn show(self, sight: Range<usize>, len: usize) {
        let range = drawn_around(&sight, len);
        self.sight.set_value(sight);
        if *self.range.read_untracked() != range {
            keep_focus(&range);
            self.range.set(range);
        }
    }

    /// The height of so many rows.
    fn px(self, rows: usize) -> Option<String> {
        let rows = u32::try_from(rows).map_or(0.0, f64::from);
        (rows > 0.0).then(|| format!("{}px", rows * self.row.get()))
    }
}

/// A focused row that is about to go hands the focus to its table, where the arrow keys go on from it.
fn keep_focus(range: &Range<usize>) {
    use wasm_bindgen::JsCast;
    let Some(row) = document().active_element().as_ref().and_then(row_of) else {
        return;
    };
    let index = line_of(&row);
    let table = row
        .closest("table")
        .ok()
        .flatten()
        .and_then(|table| table.dyn_into::<web_sys::HtmlElement>().ok());
    if let (Some(index), Some(table)) = (index, table)
        && !range.contains(&index)
    {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = table.focus_with_options(&options);
    }
}
