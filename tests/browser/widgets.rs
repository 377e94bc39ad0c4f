//! `/widgets`, which development builds alone have: everything on it is drawn, and what opens opens.

use direct_sms::pages::widgets::Widgets;
use direct_sms::ui::{ToastHost, Toasts, TooltipHost};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::phone::next_turn;

#[component]
fn Page() -> impl IntoView {
    Toasts::provide();
    view! { <main id="main"><Widgets /></main><TooltipHost /><ToastHost /> }
}

fn all(page: &Element, selector: &str) -> Vec<HtmlElement> {
    let found = page.query_selector_all(selector).expect("a selector");
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into().ok())
        .collect()
}

fn press(page: &Element, words: &str) {
    let buttons = all(page, "button");
    let button = buttons
        .iter()
        .find(|button| button.text_content().as_deref() == Some(words));
    button.unwrap_or_else(|| panic!("no button {words}")).click();
}

#[wasm_bindgen_test]
async fn every_widget_is_drawn_and_every_overlay_opens_and_closes() {
    let root: HtmlElement = document().create_element("div").expect("makes").unchecked_into();
    document()
        .body()
        .expect("a body")
        .append_child(&root)
        .expect("mounts");
    let mounted = mount_to(root.clone(), Page);
    next_turn().await;

    for specimen in all(&root, "section.specimen") {
        let name = specimen
            .query_selector("h2")
            .expect("a selector")
            .expect("a name");
        let shown = specimen.query_selector(".stack > *").expect("a selector");
        assert!(shown.is_some(), "{:?} shows nothing", name.text_content());
    }
    assert!(
        all(&root, "tbody tr").len() < 100,
        "of 100,000 rows those in sight are drawn"
    );
    for (opener, title) in [
        ("Ask a question", "Set +1 312-555-0187 as direct?"),
        ("Open a form", "Add Number"),
        ("Open a wide list", "40 numbers that cannot be assigned"),
        ("Open a drawer", "Edit user: Ana Ruiz"),
    ] {
        press(&root, opener);
        next_turn().await;
        let dialogs = all(&root, "dialog[open]");
        let dialog = dialogs
            .first()
            .unwrap_or_else(|| panic!("{opener} opens nothing"));
        assert!(dialog.text_content().expect("words").contains(title), "{opener}");
        all(dialog, "button[aria-label=Close]")
            .first()
            .expect("a cross")
            .click();
        next_turn().await;
        assert!(all(&root, "dialog").is_empty(), "{opener} stays open");
    }
    press(&root, "Open the palette");
    next_turn().await;
    all(&root, "dialog[open] [role=option]")
        .first()
        .expect("a line")
        .click();
    next_turn().await;
    let refusal = all(&root, "dialog[open] [role=alert]");
    assert_eq!(
        refusal.first().and_then(|alert| alert.text_content()).as_deref(),
        Some("Not assigned. It belongs to queue Billing.")
    );
    drop(mounted);
    root.remove();
}
