//! What the browser says of the connection.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Whether a person has asked their browser to download no more than it must. Not every browser can be asked.
pub fn saves_data() -> bool {
    let told = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let navigator = web_sys::window().map(|window| JsValue::from(window.navigator()));
    navigator
        .and_then(|navigator| told(&navigator, "connection"))
        .and_then(|connection| told(&connection, "saveData"))
        .is_some_and(|saves| saves.is_truthy())
}
