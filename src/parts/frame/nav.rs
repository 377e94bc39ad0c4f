//! The left navigation, in the product's order and wording.

use leptos::prelude::*;

use crate::paths::Page;
use crate::ui::{Icon, IconName};
use crate::words;

/// The navigation; on narrow screens it lies behind the menu button.
#[component]
pub fn Nav(page: Memo<Option<Page>>, open: RwSignal<bool>) -> impl IntoView {
    let link = move |target: Page| view! { <NavLink target page open /> };
    view! {
        <nav class="nav" aria-label="Main" data-open=move || open.get().then_some("")>
            <div class="nav-head">
                <span class="mark" aria-hidden="true"><Icon name=IconName::Chat /></span>
                <b>"direct-sms"</b>
            </div>
            <div class="nav-scroll">
                <ul><li>{link(Page::Home)}</li></ul>
                <p class="title" id="nav-settings">"Settings"</p>
                <ul aria-labelledby="nav-settings">
                    <li>
                        <span class="group"><Icon name=IconName::Chat />"Chat"</span>
                        <ul>
                            <li>{link(Page::Sms)}</li>
                            <li>
                                <span class="group">"SMS Phone Number Settings"</span>
                                <ul><li>{link(Page::Numbers)}</li></ul>
                            </li>
                            <li>{link(Page::GlobalSettings)}</li>
                            <li>{link(Page::DirectInbound)}</li>
                        </ul>
                    </li>
                    <li>{link(Page::Queue)}</li>
                    <li>
                        <span class="group"><Icon name=IconName::Users />"Users & Teams"</span>
                        <ul>
                            <li>{link(Page::Users)}</li>
                            <li>{link(Page::Teams)}</li>
                            <li>{link(Page::Bulk)}</li>
                            <li>{link(Page::OwnSettings)}</li>
                        </ul>
                    </li>
                    <li>{link(Page::SupportCenter)}</li>
                    <li>
                        <span class="group"><Icon name=IconName::User />"Consumer Management"</span>
                        <ul><li>{link(Page::Blocklist)}</li></ul>
                    </li>
                </ul>
                <p class="title" id="nav-work">"Work"</p>
                <ul aria-labelledby="nav-work">
                    <li>{link(Page::Preview)}</li>
                    <li>{link(Page::Drafts)}</li>
                    <li>{link(Page::Review)}</li>
                    <li>{link(Page::History)}</li>
                </ul>
            </div>
        </nav>
    }
}

/// One entry; following it closes the menu of a narrow screen.
#[component]
fn NavLink(target: Page, page: Memo<Option<Page>>, open: RwSignal<bool>) -> impl IntoView {
    let icon = match target {
        Page::Home => Some(IconName::Home),
        Page::Queue => Some(IconName::Queue),
        Page::SupportCenter => Some(IconName::Building),
        Page::Preview => Some(IconName::Route),
        Page::Drafts => Some(IconName::File),
        Page::Review => Some(IconName::Draft),
        Page::History => Some(IconName::History),
        _ => None,
    };
    view! {
        <a
            href=target.path()
            aria-current=move || (page.get() == Some(target)).then_some("page")
            on:click=move |_| open.set(false)
        >
            {icon.map(|name| view! { <Icon name /> })}
            {words::name(target)}
        </a>
    }
}
