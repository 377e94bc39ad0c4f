//! Pages whose code is fetched when they are first opened.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::chunk::{Later, at_once, chunk};
use crate::paths::Page;
use crate::session::saves_data;
use crate::ui::{Button, ButtonKind, EmptyState, IconName, Skeleton};
use crate::words;

/// How the code of something to see is fetched, and how it is made.
#[derive(Clone, Copy)]
pub struct Part {
    /// Fetches the code.
    pub fetch: fn() -> Later<()>,
    /// Makes it.
    pub open: fn() -> Later<AnyView>,
}

macro_rules! pages {
    ($($(#[$when:meta])* $word:ident: $page:ident, $name:ident = $view:path;)+) => {
        $(
            $(#[$when])*
            mod $name {
                use super::*;
                chunk! {
                    $word(fetch): pub(super) fn $name() -> AnyView { $view().into_any() }
                }
            }
        )+
        /// The part of a page. A page without its line in the list does not compile.
        fn part_of(page: Page) -> Part {
            match page {
                $(
                    $(#[$when])*
                    Page::$page => Part {
                        fetch: || Box::pin($name::fetch()),
                        open: || Box::pin($name::$name()),
                    },
                )+
            }
        }
    };
}

// Who opens a page soon opens another of the same word. `workspace` is what an open workspace needs in any case.
pages! {
    workspace: Home, home = crate::pages::home::Home;
    chat: Sms, sms = crate::pages::sms::Sms;
    chat: Numbers, numbers = crate::pages::numbers::Numbers;
    chat: GlobalSettings, global_settings = crate::pages::global_settings::GlobalSettings;
    chat: DirectInbound, direct_inbound = crate::pages::direct_inbound::DirectInbound;
    people: Queue, queues = crate::pages::queues::Queues;
    people: Users, users = crate::pages::users::Users;
    people: Blocklist, blocklist = crate::pages::blocklist::Blocklist;
    people: Teams, teams = crate::pages::teams::Teams;
    people: OwnSettings, own_settings = crate::pages::own_settings::OwnSettings;
    people: SupportCenter, support_center = crate::pages::support_center::SupportCenter;
    bulk: Bulk, bulk = crate::pages::bulk::Bulk;
    draft: Preview, preview = crate::pages::preview::Preview;
    draft: Drafts, drafts = crate::pages::drafts::Drafts;
    draft: History, history = crate::pages::history::History;
    draft: Review, review = crate::pages::review::Review;
    #[cfg(debug_assertions)]
    draft: Widgets, widgets = crate::pages::widgets::Widgets;
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fetch {
    Running,
    Done,
    Failed,
}

/// A page, as soon as its code is there.
#[component]
pub fn LazyPage(
    /// Which one.
    page: Page,
) -> impl IntoView {
    view! { <Lazy part=part_of(page) title=words::title(Some(page)) /> }
}

/// Something to see, as soon as its code is there.
#[component]
pub fn Lazy(
    /// What.
    part: Part,
    /// What is missing when it does not come.
    title: &'static str,
) -> impl IntoView {
    let state = RwSignal::new(Fetch::Running);
    let fetch = move || {
        state.set(Fetch::Running);
        spawn_local(async move {
            let came = (part.fetch)().await.is_ok();
            // The page may have been left meanwhile.
            state.try_set(if came { Fetch::Done } else { Fetch::Failed });
        });
    };
    fetch();
    move || match state.get() {
        Fetch::Running => view! { <div aria-busy="true"><Skeleton lines=5 /></div> }.into_any(),
        Fetch::Done => at_once((part.open)()).unwrap_or_else(|| missing(title, fetch).into_any()),
        Fetch::Failed => missing(title, fetch).into_any(),
    }
}

/// The code did not come: offline, or a newer version of the app has taken its place.
fn missing(title: &'static str, again: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    view! {
        <h1 class="visually-hidden">{title}</h1>
        <div role="alert">
            <EmptyState
                icon=IconName::Warn
                title="This page could not be loaded"
                text="Check the connection and retry. If there is a new version of the app, reload it: what is saved stays."
                actions=move || {
                    view! {
                        <Button kind=ButtonKind::Primary on:click=move |_| again()>"Retry"</Button>
                        <button class="button" type="button" data-rescue="reload">"Reload the app"</button>
                    }
                }
            />
        </div>
    }
}

/// Fetches the code of the page at the address while the stored data is read, and that of all others, one after the
/// other, when there is nothing else to do: the app then works offline too. Who saves data gets what is opened.
pub fn fetch_ahead(first: Option<Page>) {
    if let Some(page) = first {
        spawn_local(async move { drop((part_of(page).fetch)().await) });
    }
    if saves_data() {
        return;
    }
    request_idle_callback(|| {
        spawn_local(async {
            for page in Page::ALL {
                // Opening the page tries again, and says so when it fails.
                if (part_of(*page).fetch)().await.is_err() {
                    return;
                }
            }
        });
    });
}
