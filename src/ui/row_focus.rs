//! Within a table that is walked by arrow keys only the current row's controls are in the tab order.

use leptos::prelude::*;

/// Provided by a table to each of its rows: whether this row is the current one.
#[derive(Clone, Copy)]
pub struct RowFocus(pub(super) Signal<bool>);

impl RowFocus {
    /// The `tabindex` of a control: none of its own outside of such a table.
    pub fn tabindex() -> impl Fn() -> Option<&'static str> + Copy + Send + Sync {
        let row = use_context::<Self>();
        move || row.and_then(|row| (!row.0.get()).then_some("-1"))
    }
}
