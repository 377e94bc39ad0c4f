//! Where the focus goes when what had it is done and gone.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::dialog::focused;

/// Once the page is drawn, gives a focus that was lost to the first of these elements that is there, or to the page.
/// Each of them needs a `tabindex`.
pub fn go_on(ids: &'static [&'static str]) {
    // After the next frame everything that follows from a press is drawn.
    request_animation_frame(move || {
        if focused().is_none_or(|element| element.tag_name() == "BODY") {
            focus_first(ids);
        }
    });
}

/// Once the page is drawn, gives the focus to the first of these elements that is there: what had it is drawn anew as
/// something else, and would be pressed a second time unawares.
pub fn go_to(ids: &'static [&'static str]) {
    request_animation_frame(move || focus_first(ids));
}

fn focus_first(ids: &[&str]) {
    let mut places = ids.iter().chain(&["main"]);
    let found = places.find_map(|id| document().get_element_by_id(id)?.dyn_into::<HtmlElement>().ok());
    if let Some(place) = found {
        let _ = place.focus();
    }
}
