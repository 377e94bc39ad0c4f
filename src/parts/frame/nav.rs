//! The left navigation, in the product's order and wording.

use std::cmp::Reverse;
use std::collections::HashMap;

use domain::deflection::Deflection;
use domain::{Workspace, Zone};
use leptos::prelude::*;

use crate::paths::Page;
use crate::session::{Session, each_minute};
use crate::ui::{Icon, IconName};
use crate::words;

/// How many clocks there is room for.
const CLOCKS: usize = 3;

/// The navigation; on narrow screens it lies behind the menu button.
#[component]
pub fn Nav(page: Memo<Option<Page>>, open: RwSignal<bool>) -> impl IntoView {
    let session = expect_context::<Session>();
    let company = move || session.workspace().read().settings().company.clone();
    let link = move |target: Page| view! { <NavLink target page open /> };
    view! {
        <nav class="nav" aria-label="Main" data-open=move || open.get().then_some("")>
            <div class="nav-head">
                <span class="mark" aria-hidden="true"><Icon name=IconName::Chat /></span>
                <b>"direct-sms"</b>
                <span class="company clip">{company}</span>
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
            <Clocks />
        </nav>
    }
}

/// What the clocks show where the company and its teams are, so that hours can be read against them.
#[component]
fn Clocks() -> impl IntoView {
    let session = expect_context::<Session>();
    let at = each_minute();
    let zones = Memo::new(move |_| clocks(&session.workspace().read()));
    let line = move |zone: Zone| {
        let time = move || zone.to_local(at.get()).format("%a %H:%M").to_string();
        view! { <div><dt>{zone.city()}</dt><dd>{time}</dd></div> }
    };
    view! { <dl class="nav-foot" aria-label="Local times">{move || zones.get().into_iter().map(line).collect_view()}</dl> }
}

/// The company's zone, then those of its teams by what many of them have.
fn clocks(workspace: &Workspace) -> Vec<Zone> {
    let own = workspace.settings().hours.zone();
    let mut teams: HashMap<Zone, usize> = HashMap::new();
    for team in workspace.teams() {
        if let Some(reply) = team.deflection.as_ref().and_then(Deflection::reply) {
            *teams.entry(reply.schedule.zone()).or_default() += 1;
        }
    }
    teams.remove(&own);
    let mut others: Vec<_> = teams.into_iter().collect();
    others.sort_by_key(|(zone, count)| (Reverse(*count), zone.name()));
    [own]
        .into_iter()
        .chain(others.into_iter().map(|(zone, _)| zone))
        .take(CLOCKS)
        .collect()
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
