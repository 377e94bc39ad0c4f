//! A drawn row, for whichever line it stands at the time.

use std::hash::Hash;

use leptos::prelude::*;

use super::keys::Keys;
use super::slots::Slots;
use crate::ui::{PickBox, RowFocus, Tick};

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
pub(super) fn row<K>(slot: usize, slots: Memo<Slots>, keys: Keys<K>, asks: Asks<K>) -> Option<impl IntoView>
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
{
    let index = Memo::new(move |_| slots.read().index(slot));
    let first = keys
        .rows
        .with_untracked(|rows| rows.get(index.get_untracked()).cloned())?;
    // A list that has just become short has not taken its last rows away yet.
    let key = Memo::new(move |last: Option<&K>| {
        let rows = keys.rows.read();
        rows.get(index.get()).or(last).unwrap_or(&first).clone()
    });
    let is_current = Memo::new(move |_| keys.tab_stop() == index.get());
    provide_context(RowFocus(is_current.into()));
    let picked = Memo::new(move |_| {
        keys.selection
            .is_some_and(|selection| key.with(|key| selection.has(key)))
    });
    let marked = Memo::new(move |_| asks.marked.is_some_and(|marked| marked.run((key.get(),))));
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
    Some(view! {
        <tr
            class:in-draft=move || marked.get()
            data-index=move || index.get()
            tabindex=move || if is_current.get() { "0" } else { "-1" }
            aria-rowindex=move || index.get() + 2
            aria-selected=move || keys.selection.map(|_| if picked.get() { "true" } else { "false" })
        >
            {pick}
            {asks.cells.run((key.into(),))}
        </tr>
    })
}

/// Cells that are made anew whenever the row shows another key: for what has a state of its own, as an open menu.
pub fn by_key<K, V>(cells: impl Fn(K) -> V + Clone + Send + Sync + 'static) -> impl Fn(Signal<K>) -> AnyView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
    V: IntoView + 'static,
{
    move |key| view! { <For each=move || [key.get()] key=K::clone children=cells.clone() /> }.into_any()
}
