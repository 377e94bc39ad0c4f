//! Numbers as a file that the bulk page reads back.

use domain::PhoneNumber;
use domain::bulk::numbers_file;
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Button, ButtonKind, ButtonSize, IconName, Toasts};
use crate::words;

/// The button; at work on a copy, so it can be pressed where nothing may be written.
#[component]
pub(super) fn Export(
    /// Which numbers, in the file's order.
    #[prop(into)]
    numbers: Signal<Vec<PhoneNumber>>,
    /// What it looks like.
    #[prop(optional)]
    kind: ButtonKind,
    /// How high it is.
    #[prop(optional)]
    size: ButtonSize,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let export = move || {
        let workspace = session.workspace();
        let workspace = workspace.read_untracked();
        let numbers = numbers.read_untracked();
        let text = numbers_file(numbers.iter().filter_map(|number| workspace.number(*number)));
        match session.offer_csv("numbers.csv", &text) {
            Ok(()) => toasts.done(format!(
                "{} exported",
                words::count(numbers.len(), "number", "numbers")
            )),
            Err(error) => toasts.failed(error),
        }
    };
    let disabled = Signal::derive(move || numbers.read().is_empty());
    view! { <Button kind size icon=IconName::Download disabled on_press=export>"Export"</Button> }
}
