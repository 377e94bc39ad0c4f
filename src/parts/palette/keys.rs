//! The keys that work anywhere, and those of lists.

use leptos::prelude::*;

use crate::parts::commands::Commands;
use crate::ui::{Button, ButtonKind, Dialog, DialogBody, DialogFoot, Kbd};

/// What is pressed, one of several, and what it does.
type Line = (&'static [&'static str], &'static str);
/// A heading with its keys.
type Part = (&'static str, &'static [Line]);

const PARTS: [Part; 3] = [
    (
        "Anywhere",
        &[
            (&["Ctrl K", "⌘ K"], "Jump to a page, number, agent or queue"),
            (&["?"], "Show these shortcuts"),
            (&["Esc"], "Close a dialog, clear a filter"),
        ],
    ),
    (
        "In a list",
        &[
            (&["↑", "↓"], "Move by a row"),
            (&["Page Up", "Page Down"], "Move by a screen"),
            (&["Home", "End"], "Move to the first or last row"),
            (&["Enter"], "Open the row"),
            (&["Space"], "Select the row"),
            (&["Shift Space"], "Select up to the row"),
            (&["Ctrl A", "⌘ A"], "Select all rows"),
        ],
    ),
    (
        "In a field with a list",
        &[
            (&["↓"], "Open the list"),
            (&["Enter"], "Choose"),
            (&["Esc"], "Close the list"),
        ],
    ),
];

/// The dialog.
#[component]
pub(super) fn KeyList() -> impl IntoView {
    let commands = expect_context::<Commands>();
    let close = move || commands.close();
    let part = |(title, lines): Part| {
        view! {
            <section>
                <h3>{title}</h3>
                <dl class="keys">{lines.iter().map(view_line).collect_view()}</dl>
            </section>
        }
    };
    view! {
        <Dialog title="Keyboard shortcuts" on_close=close>
            <DialogBody>{PARTS.map(part).collect_view()}</DialogBody>
            <DialogFoot>
                <Button kind=ButtonKind::Primary on_press=close>"Close"</Button>
            </DialogFoot>
        </Dialog>
    }
}

fn view_line((keys, what): &'static Line) -> impl IntoView {
    view! {
        <dt>{keys.iter().map(|keys| view! { <Kbd keys /> }).collect_view()}</dt>
        <dd>{*what}</dd>
    }
}
