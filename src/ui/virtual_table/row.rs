//! A drawn row, for whichever line it stands at the time.

use std::hash::Hash;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::drawn::DrawnRow;
use super::keys::Keys;
use crate::ui::{PickBox, RowFocus, Tick, tell};

/// What a drawn row is known by.
const ROW: &str = "tr[data-slot]";

/// The drawn row that something is in.
pub fn row_of(element: &Element) -> Option<Element> {
    element.closest(ROW).ok()?
}

/// The line of the list that a drawn row shows.
pub fn line_of(row: &Element) -> Option<usize> {
    let place: usize = row.get_attribute("aria-rowindex")?.parse().ok()?;
    place.checked_sub(HEAD)
}

/// The drawn rows of a table, as the page has them.
pub fn rows_in(table: &Element) -> impl Iterator<Item = Element> + use<> {
    let rows = table.query_selector_all(ROW).ok();
    let count = rows.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |place| rows.as_ref()?.item(place)?.dyn_into().ok())
}

/// Rows are counted from 1, the head with them.
const HEAD: usize = 2;

/// What a table asks about its rows.
pub(super) struct Asks<K: Send + Sync + 'static> {
    pub(super) name: Callback<(K,), String>,
    pub(super) cells: Callback<(Signal<K>,), AnyView>,
    pub(super) marked: Option<Callback<(K,), bool>>,
}

impl<K: Send + Sync + 'static> Clone for Asks<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K: Send + Sync + 'static> Copy for Asks<K> {}

/// One row: its box, then its cells.
pub(super) fn row<K>(place: DrawnRow<K>, keys: Keys<K>, asks: Asks<K>) -> impl IntoView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
{
    let slot = place.slot;
    let line: Signal<usize> = place.line.into();
    let is_current: Signal<bool> = place.is_current.into();
    let key: Signal<K> = place.key.into();
    provide_context(RowFocus(is_current));
    let (picked, marked) = settled(move || {
        let picked = keys
            .selection
            .is_some_and(|selection| key.with(|key| selection.has(key)));
        (picked, asks.marked.is_some_and(|marked| marked.run((key.get(),))))
    });
    let pick = keys.selection.map(|selection| {
        let label = Signal::derive(move || format!("Select {}", asks.name.run((key.get(),))));
        let extend = move |event: leptos::ev::MouseEvent| {
            if event.shift_key() {
                keys.rows
                    .with_untracked(|rows| selection.extend(rows, &key.get_untracked()));
            }
        };
        view! {
            <td class="cell-pick" on:click=extend>
                <PickBox
                    label
                    tick=Signal::derive(move || Tick::from(picked.get()))
                    on_change=move |on: bool| selection.set(key.get_untracked(), on)
                />
            </td>
        }
    });
    view! {
        <tr
            class:in-draft=move || marked.get()
            data-slot=slot
            tabindex=move || if is_current.get() { "0" } else { "-1" }
            aria-rowindex=move || line.get() + HEAD
            aria-selected=move || keys.selection.map(|_| if picked.get() { "true" } else { "false" })
        >
            {pick}
            {asks.cells.run((key,))}
        </tr>
    }
}

/// Like two memos, but those who follow them are not even asked to look while they stay as they are: rows change their
/// keys at each scroll, and seldom what else is known of them.
fn settled(find: impl Fn() -> (bool, bool) + 'static) -> (Signal<bool>, Signal<bool>) {
    let (one, other) = (ArcRwSignal::new(false), ArcRwSignal::new(false));
    let follow = RenderEffect::new({
        let (one, other) = (one.clone(), other.clone());
        move |_| {
            let found = find();
            tell(&one, found.0);
            tell(&other, found.1);
        }
    });
    on_cleanup(move || drop(follow));
    (one.into(), other.into())
}

/// Cells that are made anew whenever the row shows another key: for what has a state of its own, as an open menu.
pub fn by_key<K, V>(cells: impl Fn(K) -> V + Clone + Send + Sync + 'static) -> impl Fn(Signal<K>) -> AnyView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
    V: IntoView + 'static,
{
    move |key| view! { <For each=move || [key.get()] key=K::clone children=cells.clone() /> }.into_any()
}
