//! Answers the page's questions about phone numbers.
//!
//! A worker of its own, because the database is as large as the rest of the app and takes a third of a second
//! to unpack: the page neither downloads it nor waits for it until somebody enters a number.
//!
//! The page sends `7 +14155550100`, the worker answers `7 {"region":"US",…}`. Before that it says `ready` once,
//! or its loader (`public/worker_loader.js`) says `failed`.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let page = scope.clone();
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(answer) = event.data().as_string().as_deref().and_then(phone_facts::answer) {
            say(&page, &answer);
        }
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    say(&scope, "ready");
    // What is asked meanwhile waits in the queue of messages.
    phone_facts::warm_up();
}

fn say(page: &DedicatedWorkerGlobalScope, text: &str) {
    // A text can always be sent.
    let _ = page.post_message(&JsValue::from_str(text));
}
