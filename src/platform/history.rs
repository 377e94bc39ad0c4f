//! The address bar and the history of this tab.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, HtmlAnchorElement, MouseEvent, UrlSearchParams, window};

/// The path and the query of the address bar.
pub fn here() -> (String, String) {
    let location = window().map(|window| window.location());
    let part = |part: Option<Result<String, _>>| part.and_then(Result::ok).unwrap_or_default();
    (
        part(location.as_ref().map(web_sys::Location::pathname)),
        part(location.as_ref().map(web_sys::Location::search)),
    )
}

/// A new entry in the history, shown from its top.
pub fn push(address: &str) {
    let Some(window) = window() else { return };
    if let Ok(history) = window.history() {
        // Fails only above the browser's limit of entries a second; the page then follows the address as it is.
        let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address));
    }
    window.scroll_to_with_x_and_y(0.0, 0.0);
}

/// Another address for the entry that is shown.
pub fn replace(address: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address));
    }
}

/// Tells for as long as the page lives when the user goes back or forward.
pub fn on_travel(tell: impl Fn() + 'static) {
    listen("popstate", move |_| tell());
}

/// Tells for as long as the page lives when it is about to go.
pub fn on_leave(tell: impl Fn() + 'static) {
    listen("pagehide", move |_| tell());
}

/// Tells for as long as the page lives the address of a link that the app itself is to follow.
pub fn on_link(follow: impl Fn(&str) + 'static) {
    listen("click", move |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else {
            return;
        };
        if let Some(address) = own_link(click) {
            click.prevent_default();
            follow(&address);
        }
    });
}

/// The address behind a plain click on a link to another page of this app.
fn own_link(click: &MouseEvent) -> Option<String> {
    let modified = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    if modified || click.button() != 0 || click.default_prevented() {
        return None;
    }
    let element = click.target()?.dyn_into::<web_sys::Element>().ok()?;
    let link: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    let origin = window()?.location().origin().ok()?;
    // A place on the page that is shown is the browser's to find.
    let elsewhere = link.origin() != origin || link.has_attribute("download") || !link.hash().is_empty();
    let other_tab = !matches!(link.target().as_str(), "" | "_self");
    (!elsewhere && !other_tab).then(|| link.pathname() + &link.search())
}

fn listen(kind: &str, hear: impl Fn(Event) + 'static) {
    let hear = Closure::<dyn Fn(Event)>::new(hear);
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback(kind, hear.as_ref().unchecked_ref());
    }
    hear.forget();
}

/// One value of a query.
pub fn query_value(query: &str, key: &str) -> Option<String> {
    UrlSearchParams::new_with_str(query).ok()?.get(key)
}

/// The query with another value; an empty one is left out.
pub fn query_with(query: &str, key: &str, value: &str) -> String {
    let Ok(params) = UrlSearchParams::new_with_str(query) else {
        return query.to_owned();
    };
    if value.is_empty() {
        params.delete(key);
    } else {
        params.set(key, value);
    }
    let text = String::from(params.to_string());
    if text.is_empty() { text } else { format!("?{text}") }
}
