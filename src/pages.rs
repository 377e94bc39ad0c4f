//! One module a page.

mod address;
pub mod blocklist;
pub mod broken;
pub mod bulk;
pub mod direct_inbound;
pub mod drafts;
pub mod first_start;
pub mod global_settings;
pub mod history;
pub mod home;
pub mod lazy;
mod listing;
pub mod not_found;
pub mod numbers;
pub mod own_settings;
pub mod preview;
pub mod queues;
pub mod review;
pub mod sms;
pub mod support_center;
pub mod teams;
pub mod users;
#[cfg(debug_assertions)]
pub mod widgets;

use leptos::prelude::*;

/// While what is stored is read; says nothing for the moment it usually takes.
pub fn loading() -> impl IntoView {
    view! { <main id="main" aria-busy="true"></main> }
}
