//! The whole app: start-up, then the frame with one page in it.

use leptos::prelude::*;

use crate::chunk::chunk;
use crate::pages;
use crate::pages::lazy::{Lazy, LazyPage, Part, fetch_ahead};
use crate::parts::commands::Commands;
use crate::parts::frame::Frame;
use crate::parts::leave::LeaveQuestion;
use crate::parts::palette::CommandPalette;
use crate::paths::Page;
use crate::session::{Address, Boot, Session};
use crate::ui::{ToastHost, Toasts};

/// The app's root.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::start();
    provide_context(session);
    let address = Address::follow();
    provide_context(address);
    Toasts::provide();
    fetch_ahead(Page::at(&address.path().read_untracked()));
    Effect::new(move |_| {
        if !matches!(session.boot(), Boot::Loading)
            && let Some(starting) = document().get_element_by_id("starting")
        {
            starting.remove();
        }
    });
    view! {
        {move || by_boot(session)}
        <ToastHost />
    }
}

/// What start-up found decides what there is to see.
fn by_boot(session: Session) -> AnyView {
    match session.boot() {
        Boot::Loading => pages::loading().into_any(),
        Boot::Empty => view! { <pages::first_start::FirstStart /> }.into_any(),
        Boot::Broken(error) => view! { <pages::broken::Broken error=error.to_string() /> }.into_any(),
        Boot::Ready => view! { <Lazy part=WORKSPACE title="Workspace" /> }.into_any(),
    }
}

const WORKSPACE: Part = Part {
    fetch: || Box::pin(fetch_workspace()),
    open: || Box::pin(open_workspace()),
};

chunk! {
    workspace(fetch_workspace):
    /// The frame with one page in it.
    fn open_workspace() -> AnyView {
        expect_context::<Session>().follow_effect();
        let path = expect_context::<Address>().path();
        let page = Memo::new(move |_| Page::at(&path.read()));
        let commands = Commands::provide();
        let is_asked = Memo::new(move |_| commands.asked().read().is_some());
        // Keyed, so that a page never takes over what another left in its fields and folds.
        view! {
            <Frame page>
                <For each=move || [page.get()] key=|page| *page children=page_view />
            </Frame>
            <Show when=move || is_asked.get()>
                <CommandPalette />
            </Show>
            <LeaveQuestion page />
        }
        .into_any()
    }
}

/// The page of an address; `None` for an unknown address.
fn page_view(page: Option<Page>) -> AnyView {
    match page {
        Some(page) => view! { <LazyPage page /> }.into_any(),
        None => view! { <pages::not_found::NotFound /> }.into_any(),
    }
}
