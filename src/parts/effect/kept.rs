//! Whether the panel is shown: kept in the browser, for all forms alike.

use leptos::prelude::window;

const KEY: &str = "effect-panel";
const HIDDEN: &str = "hidden";

/// As it was left; shown at first, and where the browser keeps nothing.
pub(super) fn is_shown() -> bool {
    let storage = window().local_storage().ok().flatten();
    let kept = storage.and_then(|storage| storage.get_item(KEY).ok().flatten());
    kept.as_deref() != Some(HIDDEN)
}

/// Keeps it for the next form.
pub(super) fn keep(shown: bool) {
    let Ok(Some(storage)) = window().local_storage() else {
        return;
    };
    // A browser that keeps nothing shows the panel again the next time.
    let _ = if shown {
        storage.remove_item(KEY)
    } else {
        storage.set_item(KEY, HIDDEN)
    };
}
