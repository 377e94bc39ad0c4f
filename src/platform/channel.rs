//! Words between the tabs of this app.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// A line to the other tabs; this tab does not hear itself.
#[derive(Clone)]
pub struct Channel(Option<BroadcastChannel>);

impl Channel {
    /// Opens it for as long as the page lives. Where the browser has none, nothing is said and nothing is heard.
    pub fn open(name: &str, hear: impl Fn(String) + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                hear(event.data().as_string().unwrap_or_default());
            });
            channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
            hear.forget();
        }
        Self(channel)
    }

    /// Tells the other tabs.
    pub fn tell(&self, word: &str) {
        if let Some(channel) = &self.0 {
            // Fails only on a closed channel; this one stays open.
            let _ = channel.post_message(&JsValue::from_str(word));
        }
    }
}
