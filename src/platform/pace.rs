//! Long work on the page's own thread, in pieces so short that typing and scrolling go on.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// A piece of work lasts this long, in ms: three fit into what a person notices.
const PIECE: f64 = 15.0;

/// Says when it is time for a rest.
#[derive(Debug)]
pub struct Pace {
    began: f64,
}

impl Pace {
    /// The first piece begins now.
    #[expect(clippy::new_without_default, reason = "it looks at the clock")]
    pub fn new() -> Self {
        Self {
            began: milliseconds(),
        }
    }

    /// Lets the browser do what waits, once the piece at hand has lasted long enough. True when it did.
    pub async fn rest(&mut self) -> bool {
        let due = milliseconds() - self.began >= PIECE;
        if due {
            self.next().await;
        }
        due
    }

    /// Ends the piece at hand: what comes next cannot be cut, and has one of its own.
    pub async fn next(&mut self) {
        turn().await;
        self.began = milliseconds();
    }
}

/// The end of this task and the beginning of another. A message has no least delay, as a timer has.
async fn turn() {
    let promise = Promise::new(&mut |go_on, _| {
        if let Ok(channel) = MessageChannel::new() {
            channel.port1().set_onmessage(Some(&go_on));
            if channel.port2().post_message(&wasm_bindgen::JsValue::NULL).is_ok() {
                return;
            }
        }
        // Without messages the work goes on at once.
        let _ = go_on.call0(&wasm_bindgen::JsValue::NULL);
    });
    // It is never rejected.
    let _ = JsFuture::from(promise).await;
}

/// For comparing with one another only.
fn milliseconds() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now())
}
