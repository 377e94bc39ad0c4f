//! Asks before a page with unsaved changes is left, in the app or by closing the tab.

use leptos::ev;
use leptos::prelude::*;

use crate::paths::Page;
use crate::session::Address;
use crate::ui::{Button, ButtonKind, Dialog, DialogBody, DialogFoot};
use crate::words;

/// The page's unsaved changes, known to the frame.
#[derive(Clone, Copy)]
pub struct Leave {
    unsaved: RwSignal<Option<Signal<bool>>>,
}

impl Leave {
    /// Makes it known to all pages.
    pub fn provide() -> Self {
        let leave = Self {
            unsaved: RwSignal::new(None),
        };
        provide_context(leave);
        leave
    }

    /// Asks from now on, for as long as the component is there and has unsaved changes.
    pub fn guard(unsaved: Signal<bool>) {
        let leave = expect_context::<Self>();
        leave.unsaved.set(Some(unsaved));
        let closing = window_event_listener(ev::beforeunload, move |event| {
            if unsaved.try_get_untracked().unwrap_or_default() {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            closing.remove();
            let _ = leave.unsaved.try_set(None);
        });
    }

    /// The page to show: the wanted one, unless the present one has unsaved changes.
    pub fn hold(self, wanted: Memo<Option<Page>>) -> Memo<Option<Page>> {
        Memo::new(move |shown: Option<&Option<Page>>| {
            let wanted = wanted.get();
            let stays = || {
                self.unsaved
                    .get()
                    .and_then(|unsaved| unsaved.try_get())
                    .unwrap_or_default()
            };
            match shown {
                Some(shown) if *shown != wanted && stays() => *shown,
                _ => wanted,
            }
        })
    }
}

/// The question, while the shown page is not the wanted one.
#[component]
pub fn LeaveQuestion(
    /// The page the address names.
    wanted: Memo<Option<Page>>,
    /// The page on screen.
    shown: Memo<Option<Page>>,
) -> impl IntoView {
    let leave = expect_context::<Leave>();
    let address = expect_context::<Address>();
    let stay = Callback::new(move |()| {
        if let Some(page) = shown.get_untracked() {
            address.go(page.path());
        }
    });
    let go = move || leave.unsaved.set(None);
    let question = move || {
        let name = words::title(shown.get());
        view! {
            <Dialog title="Leave without saving?" on_close=stay>
                <DialogBody><p>{format!("{name} has changes that are not saved. Leaving drops them.")}</p></DialogBody>
                <DialogFoot>
                    <Button on_press=stay>"Stay"</Button>
                    <Button kind=ButtonKind::DangerPrimary on_press=go>"Leave"</Button>
                </DialogFoot>
            </Dialog>
        }
    };
    move || (wanted.get() != shown.get()).then(question)
}
