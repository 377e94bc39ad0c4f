//! **Inbound Phone Numbers** → **Configure** → **+ Assign Number** (F5).

use domain::PhoneNumber;
use leptos::html;
use leptos::prelude::*;

use crate::parts::assigned::AssignedNumbers;
use crate::session::Session;
use crate::ui::{Button, ButtonSize, focus_first};

/// The numbers in words, then, once asked for, the panel.
#[component]
pub(super) fn InboundNumbers(numbers: RwSignal<Vec<PhoneNumber>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let configuring = RwSignal::new(false);
    let printed = move || {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let printed: Vec<_> = numbers
            .read()
            .iter()
            .filter_map(|&number| workspace.number(number))
            .map(|number| number.printed())
            .collect();
        if printed.is_empty() {
            "No direct number leads here.".to_owned()
        } else {
            printed.join(", ")
        }
    };
    let panel = NodeRef::<html::Div>::new();
    let configure = move || {
        configuring.set(true);
        request_animation_frame(move || {
            if let Some(panel) = panel.get_untracked() {
                focus_first(&panel);
            }
        });
    };
    let summary = move || {
        view! {
            <div class="between">
                <span>{printed}</span>
                <Button size=ButtonSize::Compact label="Configure Inbound Phone Numbers" on_press=configure>"Configure"</Button>
            </div>
        }
    };
    view! {
        <Show when=move || configuring.get() fallback=summary>
            <div class="stack" node_ref=panel>
                <AssignedNumbers numbers button="+ Assign Number" />
            </div>
        </Show>
    }
}
