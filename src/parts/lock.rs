//! Panels that are locked, and the way to unlock them (R3, R43).

use domain::{Refusal, Workspace};
use leptos::prelude::*;

use crate::paths::Page;
use crate::ui::{Banner, ButtonSize, IconName, LinkButton};
use crate::words;

/// Why the direct settings cannot be configured; none when they can.
pub fn lock(workspace: &Workspace) -> Option<Refusal> {
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
pub fn Locked(
    /// The reason.
    refusal: Refusal,
) -> impl IntoView {
    let page = if refusal == Refusal::SmsOff {
        Page::Sms
    } else {
        Page::Users
    };
    let way = move || view! { <LinkButton href=page.path() size=ButtonSize::Compact>{words::name(page)}</LinkButton> };
    view! {
        <Banner icon=IconName::Lock action=way>
            <b>"Locked: "</b>
            {refusal.to_string()}
            "."
        </Banner>
    }
}
