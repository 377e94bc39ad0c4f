//! The rows that are drawn. Each is told its line, its key, and whether it is the one in the tab order, only when that
//! changes: a row that keeps its line while others are scrolled by does nothing at all.

use std::hash::Hash;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::keys::Keys;
use super::slots::{Slots, moves};
use crate::ui::{after_paint, tell};

/// A row, and where it stands at the time.
#[derive(Clone)]
pub(super) struct DrawnRow<K: Send + Sync + 'static> {
    pub(super) slot: usize,
    /// Its line of the list.
    pub(super) line: ArcRwSignal<usize>,
    /// What it shows.
    pub(super) key: ArcRwSignal<K>,
    /// Whether it is the one in the tab order.
    pub(super) is_current: ArcRwSignal<bool>,
}

/// The drawn rows by slot, in the order they were made; the page has them in the order of their lines.
pub(super) struct DrawnRows<K: Send + Sync + 'static> {
    pub(super) rows: RwSignal<Vec<DrawnRow<K>>>,
    slots: Memo<Slots>,
    keys: Keys<K>,
    /// Tells that rows came, went or changed their lines.
    moved: Trigger,
    /// Whether rows out of sight are still to be told their keys.
    is_behind: StoredValue<bool>,
}

impl<K: Send + Sync + 'static> Clone for DrawnRows<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K: Send + Sync + 'static> Copy for DrawnRows<K> {}

impl<K: Clone + Eq + Hash + Send + Sync + 'static> DrawnRows<K> {
    /// Follows the slots, and the line in the tab order, for as long as the table lives.
    pub(super) fn follow(slots: Memo<Slots>, keys: Keys<K>) -> Self {
        let drawn = Self {
            rows: RwSignal::new(Vec::new()),
            slots,
            keys,
            moved: Trigger::new(),
            is_behind: StoredValue::new(false),
        };
        let tab_stop = Memo::new(move |_| keys.tab_stop());
        let place = RenderEffect::new(move |_| {
            if drawn.place(tab_stop.get()) {
                drawn.catch_up_soon();
            }
        });
        on_cleanup(move || drop(place));
        Effect::new(move || {
            drawn.moved.track();
            if let Some(body) = keys.body.get_untracked() {
                order(&body, &slots.read_untracked().rows());
            }
        });
        drawn
    }

    /// Tells each row where it stands now and what it shows. True when some were not told yet: what is typed into a
    /// filter is to be answered by the next frame, and of the lines that show something else then, half are out of sight.
    fn place(self, tab_stop: usize) -> bool {
        let (slots, all) = (self.slots.read(), self.keys.rows.read());
        let wanted = slots.rows();
        let last = self.rows.get_untracked();
        let is_same = last.len() == wanted.len() && last.iter().all(|row| wanted.contains(&row.slot));
        let mut rows: Vec<_> = last
            .into_iter()
            .filter(|row| wanted.contains(&row.slot))
            .collect();
        let mut is_behind = false;
        for slot in wanted {
            let line = slots.line(slot);
            // A list that has just become short has not taken its last rows away yet.
            let Some(key) = all.get(line) else { continue };
            let is_current = line == tab_stop;
            if let Some(row) = rows.iter().find(|row| row.slot == slot) {
                let can_wait = *row.line.read_untracked() == line && !self.keys.area.is_in_sight(line);
                if can_wait {
                    is_behind |= *row.key.read_untracked() != *key;
                } else {
                    tell(&row.line, line);
                    tell(&row.key, key.clone());
                }
                tell(&row.is_current, is_current);
            } else {
                rows.push(DrawnRow {
                    slot,
                    line: ArcRwSignal::new(line),
                    key: ArcRwSignal::new(key.clone()),
                    is_current: ArcRwSignal::new(is_current),
                });
            }
        }
        if !is_same {
            self.rows.set(rows);
        }
        self.moved.notify();
        is_behind
    }

    /// Tells the rows out of sight what they show, once the frame with the others is on screen.
    fn catch_up_soon(self) {
        if self.is_behind.get_value() {
            return;
        }
        self.is_behind.set_value(true);
        let catch_up = move || {
            // The table may be gone by then.
            let (slots, all) = (
                self.slots.try_read_untracked(),
                self.keys.rows.try_read_untracked(),
            );
            let (Some(slots), Some(all)) = (slots, all) else {
                return;
            };
            self.is_behind.set_value(false);
            for row in self.rows.get_untracked() {
                if let Some(key) = all.get(slots.line(row.slot)) {
                    tell(&row.key, key.clone());
                }
            }
        };
        after_paint(catch_up);
    }
}

/// Brings the rows of a body into the order of their lines.
fn order(body: &web_sys::Element, wanted: &[usize]) {
    let Ok(rows) = body.query_selector_all("tr[data-slot]") else {
        return;
    };
    let rows: Vec<web_sys::Element> = (0..rows.length())
        .filter_map(|place| rows.item(place)?.dyn_into().ok())
        .collect();
    let slots: Vec<usize> = rows
        .iter()
        .filter_map(|row| row.get_attribute("data-slot")?.parse().ok())
        .collect();
    let row_of = |slot| {
        slots
            .iter()
            .position(|other| *other == slot)
            .and_then(|place| rows.get(place))
    };
    let below = rows.last().and_then(web_sys::Element::next_element_sibling);
    for (slot, before) in moves(&slots, wanted) {
        let before = before.and_then(row_of).or(below.as_ref());
        if let Some(row) = row_of(slot) {
            let _ = body.insert_before(row, before.map(AsRef::as_ref));
        }
    }
}
