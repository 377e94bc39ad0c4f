//! The rows that are drawn. Each is told its line, and whether it is the one in the tab order, only when that changes:
//! a row that keeps its line while others are scrolled by does nothing at all.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::slots::{Slots, moves};
use crate::ui::tell;

/// A row, and where it stands at the time.
#[derive(Clone)]
pub(super) struct DrawnRow {
    pub(super) slot: usize,
    /// Its line of the list.
    pub(super) line: ArcRwSignal<usize>,
    /// Whether it is the one in the tab order.
    pub(super) is_current: ArcRwSignal<bool>,
}

/// The drawn rows by slot, in the order they were made; the page has them in the order of their lines.
#[derive(Clone, Copy)]
pub(super) struct DrawnRows {
    pub(super) rows: RwSignal<Vec<DrawnRow>>,
    /// Tells that rows came, went or changed their lines.
    moved: Trigger,
}

impl DrawnRows {
    /// Follows the slots, and the line in the tab order, for as long as the table lives.
    pub(super) fn follow(slots: Memo<Slots>, tab_stop: Memo<usize>, body: NodeRef<html::Tbody>) -> Self {
        let drawn = Self {
            rows: RwSignal::new(Vec::new()),
            moved: Trigger::new(),
        };
        let place = RenderEffect::new(move |_| drawn.place(&slots.read(), tab_stop.get()));
        on_cleanup(move || drop(place));
        Effect::new(move || {
            drawn.moved.track();
            if let Some(body) = body.get_untracked() {
                order(&body, &slots.read_untracked().rows());
            }
        });
        drawn
    }

    /// Tells each row where it stands now.
    fn place(self, slots: &Slots, tab_stop: usize) {
        let wanted = slots.rows();
        let last = self.rows.get_untracked();
        let is_same = last.len() == wanted.len() && last.iter().all(|row| wanted.contains(&row.slot));
        let mut rows: Vec<_> = last
            .into_iter()
            .filter(|row| wanted.contains(&row.slot))
            .collect();
        for slot in wanted {
            let line = slots.line(slot);
            let is_current = line == tab_stop;
            if let Some(row) = rows.iter().find(|row| row.slot == slot) {
                tell(&row.line, line);
                tell(&row.is_current, is_current);
            } else {
                rows.push(DrawnRow {
                    slot,
                    line: ArcRwSignal::new(line),
                    is_current: ArcRwSignal::new(is_current),
                });
            }
        }
        if !is_same {
            self.rows.set(rows);
        }
        self.moved.notify();
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
