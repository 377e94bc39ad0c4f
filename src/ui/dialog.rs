//! A question over the page: the browser's own modal `dialog`. It is open for as long as it is mounted.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::IconButton;
use super::IconName;
use super::uid::uid;

/// How wide a dialog is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogSize {
    /// A question, a short form.
    #[default]
    Normal,
    /// A list, a table.
    Wide,
}

/// A dialog. Escape and the cross ask `on_close`; focus returns to where it came from.
#[component]
pub fn Dialog(
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// A person wants to leave.
    #[prop(into)]
    on_close: Callback<()>,
    /// How wide it is.
    #[prop(optional)]
    size: DialogSize,
    /// The focus goes to the field with `data-autofocus` rather than to the title.
    #[prop(optional)]
    focus_field: bool,
    /// `DialogBody` and `DialogFoot`, or a form around both.
    children: Children,
) -> impl IntoView {
    let id = uid("dialog");
    let title_id = id.clone();
    let shown = RwSignal::new(false);
    provide_context(IsShown(shown));
    let dialog = open_while_mounted(on_close, move |dialog| {
        show_soon(dialog, move || _ = shown.try_set(true));
    });
    let class = match size {
        DialogSize::Normal => "dialog",
        DialogSize::Wide => "dialog wide",
    };
    view! {
        <dialog
            class=class
            aria-labelledby=title_id
            node_ref=dialog
            on:cancel=move |event| ask_to_close(&event, on_close)
        >
            <div class="head">
                <h2 id=id tabindex="-1" data-autofocus=(!focus_field).then_some("")>{move || title.get()}</h2>
                <IconButton name=IconName::Close label="Close" on_press=on_close />
            </div>
            {children()}
        </dialog>
    }
}

/// Whether the dialog around is shown, so that its parts have their size.
#[derive(Clone, Copy)]
struct IsShown(RwSignal<bool>);

/// What the dialog is about; scrolls when it is long.
#[component]
pub fn DialogBody(
    /// Text and fields.
    children: Children,
) -> impl IntoView {
    let body = NodeRef::<html::Div>::new();
    let scrolls = RwSignal::new(false);
    let IsShown(shown) = expect_context();
    Effect::new(move || {
        if let Some(body) = body.get().filter(|_| shown.get()) {
            // Its height is known once the dialog is drawn.
            request_animation_frame(move || {
                scrolls.try_set(body.scroll_height() > body.client_height());
            });
        }
    });
    // What scrolls can be scrolled by keys, even where it has no field or button in it.
    view! {
        <div class="body stack" tabindex=move || scrolls.get().then_some("0") node_ref=body>
            {children()}
        </div>
    }
}

/// The buttons: Cancel, then the verb.
#[component]
pub fn DialogFoot(
    /// The buttons.
    children: Children,
) -> impl IntoView {
    view! { <div class="foot">{children()}</div> }
}

/// Opens the dialog by `show` once it is in the page and hears Escape; gives the focus back when it goes.
pub(super) fn open_while_mounted(
    on_close: Callback<()>,
    show: impl Fn(HtmlDialogElement) + 'static,
) -> NodeRef<html::Dialog> {
    let node = NodeRef::<html::Dialog>::new();
    // The `cancel` event alone will not do: asked to close a second time without a click or a letter in between, the
    // browser closes without it. On the window, as the focus may be on nothing when a button has just gone.
    let escape = window_event_listener(ev::keydown, move |event| {
        let free = event.key() == "Escape" && !event.default_prevented() && !event.is_composing();
        if free && node.get_untracked().is_some_and(|dialog| on_top(&dialog)) {
            event.prevent_default();
            on_close.run(());
        }
    });
    let opener = StoredValue::new_local(focused());
    Effect::new(move || {
        if let Some(dialog) = node.get() {
            show(dialog);
        }
    });
    on_cleanup(move || {
        escape.remove();
        if let Some(Some(opener)) = opener.try_get_value() {
            // The page can take the focus only once the dialog is gone from it.
            request_animation_frame(move || give_back(&opener));
        }
    });
    node
}

/// Shows it at once, as for a field that is typed into blindly.
pub(super) fn show_now(dialog: HtmlDialogElement) {
    // Refused only when it is open already, or gone.
    let _ = dialog.show_modal();
}

/// Shows it in the next task: to make it and to put all else out of reach, together, would hold the page up. What has
/// `data-autofocus` gets the focus: by `autofocus` from the start, the browser would give it before the dialog is shown.
pub(super) fn show_soon(dialog: HtmlDialogElement, then: impl FnOnce() + 'static) {
    let show = move || {
        if dialog.is_connected() {
            if let Ok(Some(first)) = dialog.query_selector("[data-autofocus]") {
                let _ = first.set_attribute("autofocus", "");
            }
            show_now(dialog);
            then();
        }
    };
    let waiting = Rc::new(Cell::new(Some(show)));
    let show = move || waiting.take().map_or((), |show| show());
    // Who types on without waiting types into it: the letter goes to what has the focus once its key has been heard.
    let typing = window_event_listener(ev::keydown, {
        let show = show.clone();
        move |_| show()
    });
    let in_time = move || {
        typing.remove();
        show();
    };
    set_timeout(in_time, Duration::ZERO);
}

/// Whether no other dialog lies over this one; they follow each other in the page.
fn on_top(dialog: &web_sys::Element) -> bool {
    let dialogs = document().get_elements_by_tag_name("dialog");
    dialogs.item(dialogs.length().saturating_sub(1)).as_ref() == Some(dialog)
}

/// Asks before the browser closes anything itself, as a phone's Back does.
pub(super) fn ask_to_close(event: &web_sys::Event, on_close: Callback<()>) {
    // A file picker or a list within the dialog cancels as well; its event comes up to here.
    let own = event.target() == event.current_target();
    if own {
        event.prevent_default();
        on_close.run(());
    }
}

/// What has the focus.
pub fn focused() -> Option<web_sys::HtmlElement> {
    document()
        .active_element()
        .and_then(|element| element.dyn_into().ok())
}

/// Focus where it was, or on the page when that is gone or nothing had it, unless something else took it.
fn give_back(opener: &web_sys::HtmlElement) {
    if focused().is_some_and(|element| !is_body(&element)) {
        return;
    }
    let main = || {
        document()
            .get_element_by_id("main")
            .and_then(|main| main.dyn_into().ok())
    };
    let target = if opener.is_connected() && !is_body(opener) {
        Some(opener.clone())
    } else {
        main()
    };
    if let Some(target) = target {
        let _ = target.focus();
    }
}

/// Whether nothing has the focus.
fn is_body(focused: &web_sys::HtmlElement) -> bool {
    focused.tag_name() == "BODY"
}
