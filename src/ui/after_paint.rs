//! What can wait until a frame is on screen.

use std::time::Duration;

use leptos::prelude::*;

/// Runs once the next frame is on screen: what was typed is answered first. Whoever asks may be gone by then.
pub fn after_paint(run: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(run, Duration::ZERO));
}
