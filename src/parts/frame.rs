//! The frame around every page: navigation, top bar with the open draft, main area.

mod bar;
mod nav;

use leptos::prelude::*;

use crate::parts::workspace_file::{WorkspaceFile, WorkspaceFileHost};
use crate::paths::Page;
use crate::ui::TooltipHost;
use crate::words;

/// The frame; `page` is `None` at an unknown address.
#[component]
pub fn Frame(
    /// The page in it.
    page: Memo<Option<Page>>,
    /// The page itself.
    children: ChildrenFn,
) -> impl IntoView {
    let nav_open = RwSignal::new(false);
    let file = WorkspaceFile::provide();
    Effect::new(move |_| document().set_title(&format!("{} · direct-sms", words::title(page.get()))));
    view! {
        <a class="skip" href="#main">"Skip to content"</a>
        <div class="app">
            <nav::Nav page open=nav_open />
            <bar::Bar page nav_open />
            // A tip belongs to what it is about, and so into the main area; it is drawn above everything.
            <main id="main" tabindex="-1">{children()}<TooltipHost /></main>
        </div>
        <WorkspaceFileHost file />
    }
}
