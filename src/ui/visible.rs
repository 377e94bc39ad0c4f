//! Which lines of a long list are on screen, and a listener that hears every scroll that may change that.

use std::ops::Range;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Lines drawn beyond each edge, and the step in which the drawn part moves.
pub(super) const MARGIN: usize = 4;

/// The lines in sight: `top` is where the first line lies, seen from the upper edge of what can be seen.
pub(super) fn in_sight(top: f64, height: f64, line: f64, len: usize) -> Range<usize> {
    let line = line.max(1.0);
    let above = whole(-top / line);
    let shown = whole(((height - top.max(0.0)) / line).ceil()) + 1;
    above.min(len)..(above + shown).min(len)
}

/// The lines to draw where these are in sight, of `len`.
pub(super) fn drawn_around(sight: &Range<usize>, len: usize) -> Range<usize> {
    let start = sight.start.saturating_sub(MARGIN) / MARGIN * MARGIN;
    let end = (sight.end + 2 * MARGIN) / MARGIN * MARGIN;
    start..end.min(len)
}

/// How high the window is, in px.
pub(super) fn window_height() -> f64 {
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    height.unwrap_or(1000.0)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "not negative, and far below 2^32"
)]
fn whole(value: f64) -> usize {
    value.max(0.0) as usize
}

/// Runs on each scroll of anything, and as the window changes its size, until the owner goes.
pub(super) fn on_move(run: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(run);
    let function = listener.as_ref().unchecked_ref::<js_sys::Function>().clone();
    // Scrolls do not bubble: heard on their way down.
    let _ = window().add_event_listener_with_callback_and_bool("scroll", &function, true);
    let _ = window().add_event_listener_with_callback("resize", &function);
    let listener = StoredValue::new_local(Some(listener));
    on_cleanup(move || {
        let held = listener.try_update_value(Option::take).flatten();
        if let Some(held) = held {
            let function = held.as_ref().unchecked_ref();
            let _ = window().remove_event_listener_with_callback_and_bool("scroll", function, true);
            let _ = window().remove_event_listener_with_callback("resize", function);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visible(top: f64, height: f64, line: f64, len: usize) -> Range<usize> {
        drawn_around(&in_sight(top, height, line, len), len)
    }

    #[test]
    fn lines_on_the_screen_are_in_sight() {
        assert_eq!(in_sight(200.0, 720.0, 36.0, 100_000), 0..16);
        assert_eq!(in_sight(0.0, 720.0, 36.0, 100_000), 0..21);
        assert_eq!(in_sight(-90.0, 720.0, 36.0, 100_000), 2..23);
        assert_eq!(in_sight(900.0, 720.0, 36.0, 100_000), 0..1);
        assert_eq!(in_sight(-9_000.0, 720.0, 36.0, 3), 3..3);
    }

    #[test]
    fn only_lines_near_the_screen_are_drawn() {
        assert_eq!(visible(200.0, 720.0, 36.0, 100_000), 0..24);
        let far = visible(-1_800_000.0, 720.0, 36.0, 100_000);
        assert!(
            far.start <= 50_000 - 4 && far.end >= 50_020 + 4 && far.len() < 40,
            "{far:?}"
        );
        assert_eq!(visible(-3_600_000.0, 720.0, 36.0, 100_000).end, 100_000);
    }

    #[test]
    fn short_and_empty_lists_are_drawn_whole() {
        assert_eq!(visible(0.0, 720.0, 36.0, 5), 0..5);
        assert_eq!(visible(0.0, 720.0, 36.0, 0), 0..0);
        assert_eq!(
            visible(-9_000.0, 720.0, 36.0, 3).end,
            3,
            "a list that has just become short"
        );
        assert_eq!(visible(0.0, 720.0, 0.0, 3).end, 3, "not measured yet");
    }
}
