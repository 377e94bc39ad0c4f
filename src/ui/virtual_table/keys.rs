//! Walking a table by keyboard.

use std::hash::Hash;

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::DrawnArea;
use super::row::{line_of, row_of, rows_in};
use crate::ui::Selection;
use crate::ui::roving::step_long;
use crate::ui::visible::in_sight;

/// Rows a page key moves by.
const PAGE: usize = 20;

/// What the keyboard needs to know of its table.
pub(super) struct Keys<K: Send + Sync + 'static> {
    pub(super) rows: Signal<Vec<K>>,
    pub(super) selection: Option<Selection<K>>,
    pub(super) on_open: Option<Callback<(K,)>>,
    pub(super) area: DrawnArea,
    pub(super) body: NodeRef<html::Tbody>,
    /// The row that was last walked to.
    pub(super) current: RwSignal<usize>,
}

impl<K: Send + Sync + 'static> Clone for Keys<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K: Send + Sync + 'static> Copy for Keys<K> {}

impl<K: Clone + Eq + Hash + Send + Sync + 'static> Keys<K> {
    /// Acts on a key that is meant for the rows; leaves those of fields and buttons alone.
    pub(super) fn press(self, event: &KeyboardEvent) {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(target) = target else { return };
        let on_control = target.closest("thead, [popover], input:not([type=checkbox]), select, textarea");
        if event.default_prevented() || event.alt_key() || !matches!(on_control, Ok(None)) {
            return;
        }
        let on_row = line_of(&target).is_some() || target.tag_name() == "TABLE";
        let acted = match event.key().as_str() {
            "a" if event.ctrl_key() || event.meta_key() => self.pick_all(),
            _ if event.ctrl_key() || event.meta_key() => false,
            " " if on_row => self.pick(event.shift_key()),
            "Enter" if on_row => self.open(),
            "Escape" => self.let_go(),
            key => self.move_by(key, event.shift_key()),
        };
        if acted {
            event.prevent_default();
        }
    }

    /// The row that has the focus, by pointer too, is the current one.
    pub(super) fn follow_focus(self, event: &FocusEvent) {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let index = target.as_ref().and_then(row_of).as_ref().and_then(line_of);
        if let Some(index) = index.filter(|index| *index != self.current.get_untracked()) {
            self.current.set(index);
        }
    }

    /// The row in the tab order: the current one, or the first drawn while that one is not. Tracked.
    pub(super) fn tab_stop(self) -> usize {
        let (drawn, current) = (self.area.range.get(), self.current.get());
        if drawn.contains(&current) {
            current
        } else {
            drawn.start
        }
    }

    fn key(self) -> Option<K> {
        self.rows
            .with_untracked(|rows| rows.get(self.current.get_untracked()).cloned())
    }

    fn pick_all(self) -> bool {
        let Some(selection) = self.selection else {
            return false;
        };
        self.rows.with_untracked(|rows| selection.set_all(rows, true));
        true
    }

    fn pick(self, extend: bool) -> bool {
        let (Some(selection), Some(key)) = (self.selection, self.key()) else {
            return false;
        };
        if extend {
            self.rows.with_untracked(|rows| selection.extend(rows, &key));
        } else {
            selection.flip(key);
        }
        true
    }

    fn open(self) -> bool {
        let (Some(on_open), Some(key)) = (self.on_open, self.key()) else {
            return false;
        };
        on_open.run((key,));
        true
    }

    fn let_go(self) -> bool {
        let Some(selection) = self
            .selection
            .filter(|selection| untrack(|| !selection.is_empty()))
        else {
            return false;
        };
        selection.clear();
        true
    }

    fn move_by(self, key: &str, extend: bool) -> bool {
        let len = self.rows.with_untracked(Vec::len);
        let at = self.current.get_untracked().min(len.saturating_sub(1));
        let Some(next) = step_long(key, Some(at), len, PAGE) else {
            return false;
        };
        self.current.set(next);
        if extend && self.selection.is_some() {
            self.pick(true);
        }
        self.reveal(next, len);
        true
    }

    /// Draws the row if need be, then focuses it; the browser scrolls it into view.
    fn reveal(self, index: usize, len: usize) {
        if !self.area.range.read_untracked().contains(&index) {
            let row = self.area.row.get_untracked();
            let above = u32::try_from(index).map_or(0.0, f64::from) * row;
            self.area.show(in_sight(-above, row, row, len), len);
        }
        request_animation_frame(move || {
            let Some(body) = self.body.try_get_untracked().flatten() else {
                return;
            };
            let row = rows_in(&body).find(|row| line_of(row) == Some(index));
            if let Some(row) = row.and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = row.focus();
            }
        });
    }
}
