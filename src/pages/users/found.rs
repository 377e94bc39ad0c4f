//! Users whom the search of another page finds, with all that their own page offers (F6, A5).

use domain::ids::UserId;
use leptos::prelude::*;

use super::list::UserList;
use super::over::{Over, UsersOver};
use super::rows::Sorted;
use crate::pages::address::query_value;
use crate::pages::listing::Sorting;
use crate::paths::query;
use crate::session::Session;
use crate::ui::after_paint;
use crate::words;

/// Who has the words of a search, and in which order; nobody while nothing is searched.
#[derive(Clone, Copy)]
pub struct Found {
    rows: Memo<Vec<UserId>>,
    sort: Sorting,
}

impl Found {
    /// By the words.
    pub fn of(session: Session, search: Signal<String>) -> Self {
        let sort = query_value(query::SORT);
        let sorted = Memo::new(move |_| Sorted::of(&session.workspace().read(), &sort.0.read()));
        let rows = Memo::new(move |_| {
            let search = search.read();
            if search.trim().is_empty() {
                return Vec::new();
            }
            sorted.read().find(&search)
        });
        Self { rows, sort }
    }

    /// Nobody has them.
    pub fn is_empty(self) -> bool {
        self.rows.read().is_empty()
    }
}

/// The table below what the page itself lists, and what lies over it.
#[component]
pub fn UsersFound(
    /// Whom the search finds.
    found: Found,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let over = Over::new(session);
    let Found { rows, sort } = found;
    let count = move || {
        let total = session.workspace().read().users().len();
        format!("{} of {}", words::digits(rows.read().len()), words::digits(total))
    };
    // What the page itself lists comes first: both at once would take more than a frame.
    let is_shown = RwSignal::new(false);
    Effect::new(move || {
        if found.is_empty() {
            is_shown.set(false);
        } else {
            after_paint(move || _ = is_shown.try_set(true));
        }
    });
    view! {
        <Show when=move || is_shown.get() && !found.is_empty()>
            <section class="users-found" aria-label="Users who match">
                <header class="toolbar">
                    <h2>"Users"</h2>
                    <span class="sum" role="status">{count}</span>
                </header>
                <UserList rows sort over />
            </section>
        </Show>
        <UsersOver over />
    }
}
