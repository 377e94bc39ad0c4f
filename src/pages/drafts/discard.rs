//! Asks before a draft is discarded.

use leptos::prelude::*;

use super::Line;
use crate::session::Session;
use crate::ui::{Button, ButtonKind, Dialog, DialogBody, DialogFoot, Toasts, go_on};
use crate::words;

/// The question.
#[component]
pub(super) fn AskDiscard(
    /// The draft.
    line: Line,
    /// Whether it is the open one.
    is_open: bool,
    #[prop(into)] on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let text = text(&line, is_open);
    let title = format!("Discard {}?", line.name);
    let discard = move || {
        let id = line.id;
        session.discard_draft(id);
        let undo = move || {
            session.restore_draft(id);
            if is_open {
                session.open_draft(id);
            }
            go_on(&["drafts"]);
        };
        toasts.done_with(format!("Discarded {}", line.name), "Undo", undo);
        // Before the dialog gives the focus back to the menu, which is gone with its line.
        go_on(&["drafts"]);
        on_close.run(());
    };
    view! {
        <Dialog title on_close>
            <DialogBody><p>{text}</p></DialogBody>
            <DialogFoot>
                <Button on_press=on_close>"Cancel"</Button>
                <Button kind=ButtonKind::DangerPrimary on_press=discard>"Discard"</Button>
            </DialogFoot>
        </Dialog>
    }
}

/// What is discarded, for how long it is kept, and what comes in its place.
fn text(line: &Line, is_open: bool) -> String {
    let changes = match line.changes {
        0 => "It has no changes".to_owned(),
        some => format!("It has {}", words::count(some, "change", "changes")),
    };
    let parked = match line.parked {
        0 => String::new(),
        some => format!(" and {} set aside", words::digits(some)),
    };
    let next = if is_open {
        " An empty draft opens in its place."
    } else {
        ""
    };
    format!("{changes}{parked}. It can be restored for 30 days; nothing that is published changes.{next}")
}
