//! The numbers behind a line of the rehearsal, unfolded where somebody wants to know.

use chrono::{DateTime, Utc};
use engine::{Answer, By, Page, Question};
use leptos::prelude::*;

use crate::parts::answer::answer;
use crate::parts::more::more;
use crate::parts::printed::printed;
use crate::parts::try_text::try_address;
use crate::session::Session;
use crate::ui::{Icon, IconName};
use crate::words;

/// Numbers shown at first, and with each press.
const FIRST: usize = 10;
const MORE: usize = 100;

/// The numbers, each with the way to a text at that moment; nothing where there are none.
#[component]
pub(super) fn Touched(
    /// By what.
    by: By,
    /// How many.
    count: usize,
    /// When a text is tried.
    at: DateTime<Utc>,
) -> impl IntoView {
    let opened = RwSignal::new(false);
    (count > 0).then(|| {
        view! {
            <details class="facts" on:toggle=move |_| opened.set(true)>
                <summary>
                    <Icon name=IconName::Chevron small=true />
                    {words::count(count, "number", "numbers")}
                </summary>
                <Show when=move || opened.get()><Numbers by at /></Show>
            </details>
        }
    })
}

#[component]
fn Numbers(by: By, at: DateTime<Utc>) -> impl IntoView {
    let session = expect_context::<Session>();
    let take = RwSignal::new(FIRST);
    let told = answer(
        session,
        move || {
            let page = Page::first(take.get());
            Some(Question::Touched { by, page })
        },
        |answer| match answer {
            Answer::Touched(list) => Some(list),
            _ => None,
        },
    );
    let total = Memo::new(move |_| told.read().here().map_or(0, |list| list.total));
    let content = move || {
        told.get().drawn(3, |list| {
            let workspace = session.workspace();
            let workspace = workspace.read_untracked();
            let item = |number| {
                let owner = workspace
                    .number(number)
                    .map(|record| words::owner(&workspace, record).to_string());
                let href = try_address(&workspace, number, at);
                view! {
                    <li>
                        <a class="link" href=href>{printed(session, number)}</a>
                        <span class="muted">" "{owner}</span>
                    </li>
                }
            };
            let items = list.items.into_iter().map(item).collect_view();
            view! { <ul class="stack tight" aria-label="Numbers touched">{items}</ul> }.into_any()
        })
    };
    view! {
        {content}
        {move || more(take, total.get(), MORE, ("more number", "more numbers"))}
    }
}
