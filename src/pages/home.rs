//! Home: where to go on.

use leptos::prelude::*;

use crate::parts::page_head::PageHead;
use crate::paths::Page;
use crate::session::Session;
use crate::ui::{Banner, LinkButton, Tone};
use crate::words;

/// The page.
#[component]
pub fn Home() -> impl IntoView {
    let session = expect_context::<Session>();
    let workspace = session.workspace();
    let counts = move || {
        let workspace = workspace.read();
        let numbers = words::count(workspace.numbers().len(), "number", "numbers");
        format!(
            "{}: {numbers}, {}.",
            workspace.settings().company,
            words::count(workspace.users().len(), "user", "users")
        )
    };
    let free = Memo::new(move |_| workspace.read().free_numbers().count());
    view! {
        <PageHead title="Home" text=Signal::derive(counts) />
        <div class="page stack">
            {move || (!workspace.read().settings().sms_chat).then(|| view! {
                <Banner tone=Tone::Warn action=|| view! { <LinkButton href=Page::Sms.path()>"Go to SMS"</LinkButton> }>
                    "SMS is off: no text reaches a direct number."
                </Banner>
            })}
            {move || (free.get() > 0).then(|| view! {
                <Banner tone=Tone::Warn action=|| view! { <LinkButton href=Page::Users.path()>"Go to Users"</LinkButton> }>
                    {move || words::count(free.get(), "direct number has no owner.", "direct numbers have no owner.")}
                </Banner>
            })}
            <div class="row wrap">
                <LinkButton href=Page::Numbers.path()>"Phone number management"</LinkButton>
                <LinkButton href=Page::Users.path()>"Users"</LinkButton>
                <LinkButton href=Page::Preview.path()>"Try a text"</LinkButton>
            </div>
        </div>
    }
}
