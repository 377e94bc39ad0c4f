//! The panic screen: what happened, and a way on that loses nothing.
//!
//! Everything said to be saved is on the disk, so a reload brings it back.

use std::panic::PanicHookInfo;

/// Shows the panic screen when the app stops in an error.
pub fn set_hook() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        show(info);
    }));
}

/// Plain DOM calls: the app itself can no longer be relied on.
fn show(info: &PanicHookInfo<'_>) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let Some(screen) = document.get_element_by_id("panic") else {
        return;
    };
    if let Some(what) = document.get_element_by_id("panic-what") {
        what.set_text_content(Some(&info.to_string()));
    }
    let _ = screen.remove_attribute("hidden");
}
