//! Countries and languages by the browser's own tables.

use js_sys::Intl::DisplayNames;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsCast;

thread_local! {
    // To make one takes as long as a frame.
    static REGIONS: DisplayNames = table("region");
    static LANGUAGES: DisplayNames = table("language");
}

fn table(kind: &str) -> DisplayNames {
    let options = Object::new();
    // A plain object takes any property.
    let _ = Reflect::set(&options, &"type".into(), &kind.into());
    DisplayNames::new(&Array::of1(&"en".into()), &options)
}

/// The English name of a region such as `US`; the code itself where the browser knows no name.
pub fn region(code: &str) -> String {
    REGIONS.with(|names| name(names, code))
}

/// The English name of a language such as `es`; the code itself where the browser knows no name.
pub fn language(code: &str) -> String {
    LANGUAGES.with(|names| name(names, code))
}

/// Asked in a way that hears a refusal: what is no code at all is one for the browser.
fn name(names: &DisplayNames, code: &str) -> String {
    let of = Reflect::get(names, &"of".into())
        .ok()
        .and_then(|of| of.dyn_into::<Function>().ok());
    let name = of.and_then(|of| of.call1(names, &code.into()).ok());
    name.and_then(|name| name.as_string())
        .unwrap_or_else(|| code.to_owned())
}
