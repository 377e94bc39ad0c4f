//! Asks before a page with unsaved changes is left for another one.

use leptos::prelude::*;

use crate::paths::Page;
use crate::session::Address;
use crate::ui::{Button, ButtonKind, Dialog, DialogBody, DialogFoot};
use crate::words;

/// The question, while the address waits for its answer.
#[component]
pub fn LeaveQuestion(
    /// The page on screen.
    page: Memo<Option<Page>>,
) -> impl IntoView {
    let address = expect_context::<Address>();
    let question = move || {
        let name = words::title(page.get());
        view! {
            <Dialog title="Leave without saving?" on_close=move || address.stay()>
                <DialogBody><p>{format!("{name} has changes that are not saved. Leaving drops them.")}</p></DialogBody>
                <DialogFoot>
                    <Button on_press=move || address.stay()>"Stay"</Button>
                    <Button kind=ButtonKind::DangerPrimary on_press=move || address.leave()>"Leave"</Button>
                </DialogFoot>
            </Dialog>
        }
    };
    move || address.is_held().get().then(question)
}
