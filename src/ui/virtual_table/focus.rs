//! Keeps the focus on a row that is drawn before and after a scroll.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// Gives the focus back to a row, or what is in it, if it loses it as other rows come and go.
///
/// Rows that stay are moved within the page, and whatever is moved loses the focus.
pub(super) fn hold(body: &web_sys::Element) {
    let held = focused().filter(|held| body.contains(Some(held)));
    let Some(held) = held else { return };
    request_animation_frame(move || {
        let lost = focused().is_none_or(|now| now.tag_name() == "BODY");
        if lost && held.is_connected() {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = held.focus_with_options(&options);
        }
    });
}

fn focused() -> Option<HtmlElement> {
    document()
        .active_element()
        .and_then(|element| element.dyn_into().ok())
}
