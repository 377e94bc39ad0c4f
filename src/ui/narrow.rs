//! Whether the window is as narrow as a phone's: there some things stand in other places.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// As the style sheets have it.
const NARROW: &str = "(max-width: 640px)";

/// Follows the window until the owner goes.
pub fn narrow() -> Signal<bool> {
    let Some(query) = window().match_media(NARROW).ok().flatten() else {
        return Signal::stored(false);
    };
    let is_narrow = RwSignal::new(query.matches());
    let asked = query.clone();
    let listener = Closure::<dyn Fn()>::new(move || {
        let _ = is_narrow.try_set(asked.matches());
    });
    let _ = query.add_event_listener_with_callback("change", listener.as_ref().unchecked_ref());
    let held = StoredValue::new_local(Some((query, listener)));
    on_cleanup(move || {
        if let Some((query, listener)) = held.try_update_value(Option::take).flatten() {
            let _ = query.remove_event_listener_with_callback("change", listener.as_ref().unchecked_ref());
        }
    });
    is_narrow.into()
}
