//! A word more on what is pointed at or focused: the `data-tip` of an element, or its name where that is empty; never the
//! only copy of a fact.
//! One host serves the whole page, so a row of a table costs nothing.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::place::place;

const ID: &str = "tooltip";

/// Shows the tips of the page; mount it once, at the app's root.
#[component]
pub fn TooltipHost() -> impl IntoView {
    let popup = NodeRef::<html::Div>::new();
    let text = RwSignal::new(String::new());
    let anchor = StoredValue::new_local(None::<web_sys::Element>);
    // What was just pressed has opened something, which its tip would cover.
    let pressed = StoredValue::new_local(None::<web_sys::Element>);
    let hide = move || {
        let Some(Some(from)) = anchor.try_update_value(Option::take) else {
            return;
        };
        let _ = from.remove_attribute("aria-describedby");
        if let Some(popup) = popup.try_get_untracked().flatten() {
            let _ = popup.hide_popover();
        }
    };
    let show = move |target: Option<web_sys::EventTarget>| {
        let Some(element) = tipped(target) else {
            pressed.set_value(None);
            return hide();
        };
        if element.get_attribute("aria-expanded").as_deref() == Some("true") {
            return hide();
        }
        if anchor.with_value(|now| now.as_ref() == Some(&element))
            || pressed.with_value(|pressed| pressed.as_ref() == Some(&element))
        {
            return;
        }
        pressed.set_value(None);
        hide();
        let said = |name| element.get_attribute(name).filter(|text| !text.is_empty());
        let tip = said("data-tip")
            .or_else(|| said("aria-label"))
            .unwrap_or_default();
        let Some(popup) = popup.try_get_untracked().flatten() else {
            return;
        };
        // A tip that only repeats the name is for the eye alone.
        if element.get_attribute("aria-label").as_deref() != Some(&tip)
            && !element.has_attribute("aria-describedby")
        {
            let _ = element.set_attribute("aria-describedby", ID);
        }
        text.set(tip);
        anchor.set_value(Some(element.clone()));
        // Its size is known once the text is in it; by then the pointer may be gone.
        request_animation_frame(move || {
            // By then it may be pressed, or its menu open, which the tip would cover.
            let stays = anchor.try_with_value(|now| now.as_ref() == Some(&element)) == Some(true);
            if stays && popup.show_popover().is_ok() {
                place(&popup, &element);
            }
        });
    };
    let over = window_event_listener(ev::mouseover, move |event| {
        let onto_tip = event
            .target()
            .zip(popup.get_untracked())
            .is_some_and(|(target, popup)| {
                target
                    .dyn_ref::<web_sys::Node>()
                    .is_some_and(|node| popup.contains(Some(node)))
            });
        if !onto_tip {
            show(event.target());
        }
    });
    // A click focuses as well, but whoever points has seen the tip already.
    let focused = window_event_listener(ev::focusin, move |event| {
        let target = event.target();
        let by_key = target
            .as_ref()
            .and_then(|target| target.dyn_ref::<web_sys::Element>())
            .is_some_and(|element| element.matches(":focus-visible").unwrap_or(false));
        if by_key {
            show(target);
        } else {
            hide();
        }
    });
    let down = window_event_listener(ev::mousedown, move |event| {
        hide();
        pressed.set_value(tipped(event.target()));
    });
    let key = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            hide();
        }
    });
    on_cleanup(move || {
        over.remove();
        focused.remove();
        down.remove();
        key.remove();
    });
    view! { <div class="tooltip popup" popover="manual" role="tooltip" id=ID node_ref=popup>{move || text.get()}</div> }
}

/// The element with a tip that an event is about.
fn tipped(target: Option<web_sys::EventTarget>) -> Option<web_sys::Element> {
    let element = target?.dyn_into::<web_sys::Element>().ok()?;
    element.closest("[data-tip]").ok().flatten()
}

/// Text with a tip; can be reached by keyboard.
#[component]
pub fn Tooltip(
    /// The tip.
    #[prop(into)]
    tip: Signal<String>,
    /// The text.
    children: Children,
) -> impl IntoView {
    view! { <span class="tipped" tabindex="0" data-tip=move || tip.get()>{children()}</span> }
}
