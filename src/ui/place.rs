//! Where a popup goes: below its anchor, above it when there is more room, never off the screen.

use leptos::prelude::*;

/// Kept between a popup and the edge of the screen, and between it and its anchor, in px.
const GAP: f64 = 4.0;

/// A box on the screen, in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl From<web_sys::DomRect> for Area {
    fn from(rect: web_sys::DomRect) -> Self {
        Self {
            left: rect.left(),
            top: rect.top(),
            width: rect.width(),
            height: rect.height(),
        }
    }
}

/// Puts a popup of the top layer beside its anchor.
pub(super) fn place(popup: &web_sys::HtmlElement, anchor: &web_sys::Element) {
    let size =
        |value: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>| value.ok().and_then(|v| v.as_f64());
    let (Some(width), Some(height)) = (size(window().inner_width()), size(window().inner_height())) else {
        return;
    };
    let anchor = Area::from(anchor.get_bounding_client_rect());
    set(popup, "--anchor-width", anchor.width);
    let own = Area::from(popup.get_bounding_client_rect());
    let (left, top) = corner(anchor, (own.width, own.height), (width, height));
    set(popup, "--left", left);
    set(popup, "--top", top);
}

fn set(popup: &web_sys::HtmlElement, name: &str, px: f64) {
    // Refused only for names that are no custom property.
    let _ = popup.style().set_property(name, &format!("{px}px"));
}

/// The popup's upper left corner.
fn corner(anchor: Area, popup: (f64, f64), screen: (f64, f64)) -> (f64, f64) {
    let below = anchor.top + anchor.height + GAP;
    let above = anchor.top - popup.1 - GAP;
    let fits_below = below + popup.1 <= screen.1 - GAP;
    let top = if fits_below || above < GAP {
        below.min(screen.1 - popup.1 - GAP)
    } else {
        above
    };
    // From the left edge of its anchor, or ending at the right one when that would leave the screen.
    let fits_right = anchor.left + popup.0 <= screen.0 - GAP;
    let left = if fits_right {
        anchor.left
    } else {
        anchor.left + anchor.width - popup.0
    };
    (left.max(GAP), top.max(GAP))
}

#[cfg(test)]
mod tests {
    use super::{Area, corner};

    #[track_caller]
    fn check(left: f64, top: f64, expected: (f64, f64)) {
        let anchor = Area {
            left,
            top,
            width: 100.0,
            height: 30.0,
        };
        let (x, y) = corner(anchor, (200.0, 150.0), (800.0, 600.0));
        assert!(
            (x - expected.0).abs() < 0.1 && (y - expected.1).abs() < 0.1,
            "{x} {y}"
        );
    }

    #[test]
    fn a_popup_stays_on_the_screen() {
        check(20.0, 20.0, (20.0, 54.0));
        // No room below: above.
        check(20.0, 500.0, (20.0, 346.0));
        // No room to the right: it ends where its anchor ends.
        check(690.0, 20.0, (590.0, 54.0));
    }
}
