//! Countries by the browser's own table.

use js_sys::Intl::DisplayNames;
use js_sys::{Array, Object, Reflect};

thread_local! {
    /// To make one takes as long as a frame.
    static NAMES: DisplayNames = {
        let options = Object::new();
        // A plain object takes any property.
        let _ = Reflect::set(&options, &"type".into(), &"region".into());
        DisplayNames::new(&Array::of1(&"en".into()), &options)
    };
}

/// The English name of a region such as `US`; the code itself where the browser knows no name.
pub fn name(code: &str) -> String {
    NAMES.with(|names| names.of(code).map_or_else(|| code.to_owned(), String::from))
}
