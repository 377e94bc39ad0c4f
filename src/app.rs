//! The whole app: start-up, then the frame with one page in it.

use leptos::prelude::*;
use leptos_router::WildcardSegment;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;

use crate::pages;
use crate::parts::frame::Frame;
use crate::paths::Page;
use crate::session::{Boot, Session};
use crate::ui::{ToastHost, Toasts, TooltipHost};

/// The app's root.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::start();
    provide_context(session);
    Toasts::provide();
    view! {
        <Router>{move || by_boot(session)}</Router>
        <ToastHost />
        <TooltipHost />
    }
}

/// What start-up found decides what there is to see.
fn by_boot(session: Session) -> AnyView {
    match session.boot() {
        Boot::Loading => pages::loading().into_any(),
        Boot::Empty => view! { <pages::first_start::FirstStart /> }.into_any(),
        Boot::Broken(error) => view! { <pages::broken::Broken error=error.to_string() /> }.into_any(),
        Boot::Ready => {
            let page = current_page();
            // One route for all: `Page` knows the addresses. The router keeps the address bar and the history.
            let view = move || {
                // Keyed, so that a page never takes over what another left in its fields and folds.
                view! { <For each=move || [page.get()] key=|page| *page children=page_view /> }
            };
            view! {
                <Frame page>
                    <FlatRoutes fallback=view>
                        <Route path=WildcardSegment("path") view />
                    </FlatRoutes>
                </Frame>
            }
            .into_any()
        }
    }
}

/// The page the address names; `None` for an unknown address.
fn current_page() -> Memo<Option<Page>> {
    let location = use_location();
    Memo::new(move |_| Page::at(&location.pathname.read()))
}

fn page_view(page: Option<Page>) -> AnyView {
    match page {
        Some(Page::Home) => view! { <pages::home::Home /> }.into_any(),
        Some(Page::Sms) => view! { <pages::sms::Sms /> }.into_any(),
        Some(Page::Numbers) => view! { <pages::numbers::Numbers /> }.into_any(),
        Some(Page::Users) => view! { <pages::users::Users /> }.into_any(),
        Some(Page::Preview) => view! { <pages::preview::Preview /> }.into_any(),
        Some(Page::Review) => view! { <pages::review::Review /> }.into_any(),
        #[cfg(debug_assertions)]
        Some(Page::Widgets) => view! { <pages::widgets::Widgets /> }.into_any(),
        None => view! { <pages::not_found::NotFound /> }.into_any(),
    }
}
