//! The panic screen: what happened, and a way on that loses nothing.
//!
//! Everything said to be saved is on the disk, so a reload brings it back. The screen's buttons are plain script
//! (`public/rescue.js`): nothing of the app can be relied on any more.

use std::panic::PanicHookInfo;

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// Shows the panic screen when the app stops in an error.
pub fn set_hook() {
    std::panic::set_hook(Box::new(|info: &PanicHookInfo<'_>| {
        console_error_panic_hook::hook(info);
        show(&info.to_string());
    }));
}

/// Opens the panic screen over the page, which cannot be used any more.
pub fn show(what: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    if let Some(said) = document.get_element_by_id("panic-what") {
        said.set_text_content(Some(what));
    }
    let screen = document.get_element_by_id("panic");
    if let Some(screen) = screen.and_then(|screen| screen.dyn_into::<HtmlDialogElement>().ok())
        && !screen.open()
    {
        let _ = screen.show_modal();
    }
}
