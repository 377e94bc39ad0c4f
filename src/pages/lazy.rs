//! Pages whose code is fetched when they are first opened: each line of the list is a download of its own.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use crate::paths::Page;
use crate::ui::{Button, ButtonKind, EmptyState, IconName, Skeleton};
use crate::words;

type Later<T> = Pin<Box<dyn Future<Output = Result<T, SplitLoaderError>>>>;

/// How a page's code is fetched, and how the page is made of it.
#[derive(Clone, Copy)]
struct Part {
    fetch: fn() -> Later<()>,
    open: fn() -> Later<AnyView>,
}

/// Only the release build for the browser is taken apart (`scripts/split.mjs`); elsewhere everything is there at once.
#[cfg(all(target_family = "wasm", not(debug_assertions)))]
macro_rules! part {
    ($group:ident, $name:ident, $view:path) => {
        #[leptos::wasm_split::wasm_split($group, wasm_split_path = leptos::wasm_split, fallible, preload(fetch))]
        pub(super) fn $name() -> Result<AnyView, SplitLoaderError> {
            Ok($view().into_any())
        }
    };
}
#[cfg(not(all(target_family = "wasm", not(debug_assertions))))]
macro_rules! part {
    ($group:ident, $name:ident, $view:path) => {
        pub(super) fn fetch() -> impl Future<Output = Result<(), SplitLoaderError>> {
            std::future::ready(Ok(()))
        }
        pub(super) fn $name() -> impl Future<Output = Result<AnyView, SplitLoaderError>> {
            std::future::ready(Ok($view().into_any()))
        }
    };
}

macro_rules! parts {
    ($($(#[$when:meta])* $group:ident: $page:ident, $name:ident = $view:path;)+) => {
        $(
            $(#[$when])*
            mod $name {
                use super::*;
                part!($group, $name, $view);
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

// Pages of one word are one download, since who opens one of them soon opens another. What two words share is a download
// of its own, so few words make few requests.
parts! {
    home: Home, home = crate::pages::home::Home;
    chat: Sms, sms = crate::pages::sms::Sms;
    chat: Numbers, numbers = crate::pages::numbers::Numbers;
    chat: GlobalSettings, global_settings = crate::pages::global_settings::GlobalSettings;
    chat: DirectInbound, direct_inbound = crate::pages::direct_inbound::DirectInbound;
    people: Queue, queues = crate::pages::queues::Queues;
    people: Users, users = crate::pages::users::Users;
    people: Teams, teams = crate::pages::teams::Teams;
    people: SupportCenter, support_center = crate::pages::support_center::SupportCenter;
    draft: Preview, preview = crate::pages::preview::Preview;
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
    let part = part_of(page);
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
        Fetch::Done => at_once((part.open)()).unwrap_or_else(|| missing(page, fetch).into_any()),
        Fetch::Failed => missing(page, fetch).into_any(),
    }
}

/// A page whose code did not come: offline, or a newer version of the app has taken its place.
fn missing(page: Page, again: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    view! {
        <h1 class="visually-hidden">{words::title(Some(page))}</h1>
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
/// other, when there is nothing else to do: the app then works offline too.
pub fn fetch_ahead(first: Option<Page>) {
    if let Some(page) = first {
        spawn_local(async move { drop((part_of(page).fetch)().await) });
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

/// What a future gives without waiting; that of a fetched page always does.
fn at_once<T>(future: impl Future<Output = Result<T, SplitLoaderError>>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result.ok(),
        Poll::Pending => None,
    }
}
