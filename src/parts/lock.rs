//! Panels that are locked, and the way to unlock them (R3, R43).

use domain::{Refusal, Workspace};
use leptos::prelude::*;

use crate::paths::Page;
use crate::session::Session;
use crate::ui::{Banner, ButtonSize, IconName, LinkButton};
use crate::words;

/// The form of a panel of direct settings; while it is locked the reason, and what is saved, to read (R48).
#[component]
pub fn Lockable(
    /// The form.
    #[prop(into)]
    form: ViewFn,
    /// What is saved.
    #[prop(into)]
    saved: ViewFn,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let lock = Memo::new(move |_| lock(&session.workspace().read()));
    move || match lock.get() {
        Some(refusal) => view! { <div class="stack"><Locked refusal /> {saved.run()}</div> }.into_any(),
        None => form.run().into_any(),
    }
}

/// Says that SMS is off and where it is turned on, while it is (R3).
#[component]
pub fn SmsLock(
    /// As [`sms_off`] has it.
    off: Memo<bool>,
    /// As wide as the page, over a list.
    #[prop(optional)]
    wide: bool,
) -> impl IntoView {
    move || {
        off.get()
            .then(|| view! { <Locked refusal=Refusal::SmsOff wide /> })
    }
}

/// Whether **Use SMS Chat** is off in the open draft.
pub fn sms_off() -> Memo<bool> {
    let session = expect_context::<Session>();
    Memo::new(move |_| !session.workspace().read().settings().sms_chat)
}

/// Why the direct settings cannot be configured; none when they can.
fn lock(workspace: &Workspace) -> Option<Refusal> {
    if !workspace.settings().sms_chat {
        Some(Refusal::SmsOff)
    } else if workspace.has_assigned_number() {
        None
    } else {
        Some(Refusal::NoAssignedNumber)
    }
}

/// The reason, with the page where it can be changed.
#[component]
fn Locked(
    refusal: Refusal,
    /// As wide as the page, over a list.
    #[prop(optional)]
    wide: bool,
) -> impl IntoView {
    let page = if refusal == Refusal::SmsOff {
        Page::Sms
    } else {
        Page::Users
    };
    let way = move || view! { <LinkButton href=page.path() size=ButtonSize::Compact>{words::name(page)}</LinkButton> };
    view! {
        <Banner icon=IconName::Lock wide action=way>
            <b>"Locked: "</b>
            {refusal.to_string()}
            "."
        </Banner>
    }
}
