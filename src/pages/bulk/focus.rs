//! Where the focus goes when the button that had it went with its part of the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::run::Stage;
use crate::ui::{focus_first, focused};

/// Keeps the focus in the page as a file comes, is tried out and goes.
pub(super) fn keep(stage: Signal<Stage>) {
    let moved = move |(): &(), _: Option<&()>, _: Option<()>| {
        // What is drawn for the new stage is in the page by then.
        request_animation_frame(move || {
            if let Some(stage) = stage.try_get_untracked() {
                give(&stage);
            }
        });
    };
    Effect::watch(move || stage.track(), moved, false);
}

/// To the button that takes a file once the last one is put away, else to the page; not away from anything else.
fn give(stage: &Stage) {
    let main = || document().get_element_by_id("main");
    let is_free = focused().is_none_or(|element| element.tag_name() == "BODY" || element.id() == "main");
    if !is_free {
        return;
    }
    // Not when something went wrong: that is said at the top of the page, which a phone would scroll away from.
    let place = match stage {
        Stage::Waiting => document().query_selector(".drop").ok().flatten(),
        Stage::Refused(_) | Stage::Failed(_) | Stage::Reading(_) | Stage::Checked(_) => None,
    };
    if place.is_some_and(|place| focus_first(&place)) {
        return;
    }
    if let Some(main) = main().and_then(|main| main.dyn_into::<web_sys::HtmlElement>().ok()) {
        // An element of the page can always take it.
        let _ = main.focus();
    }
}
