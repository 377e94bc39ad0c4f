//! Numbers to which the same happens, together. A few groups stand one below the other; of thousands the kinds of change
//! come first, each unfolds to its groups, and a filter finds a number or an owner among all.

use domain::impact::{Handling, Theme};
use engine::{Answer, GroupLine, Page, Question};
use leptos::prelude::*;

use super::asked::Asked;
use super::clusters::Clusters;
use super::group::Group;
use crate::pages::address::query_value;
use crate::parts::answer::answer;
use crate::parts::more::more;
use crate::paths::query;
use crate::session::Session;
use crate::ui::{SearchBox, Section};
use crate::words;

/// So many groups, or kinds of change, are shown before somebody asks for more.
pub(super) const FIRST: usize = 10;
/// Groups more with each press.
const MORE: usize = 50;

/// The section; nothing where nothing changes.
#[component]
pub(super) fn Groups() -> impl IntoView {
    let session = expect_context::<Session>();
    let effect = session.effect();
    // While the effect is worked out anew, what was known stays.
    let total = Memo::new(move |last: Option<&usize>| {
        let known = effect.read().known().map(|summary| summary.groups);
        known.or(last.copied()).unwrap_or_default()
    });
    let is_known =
        Memo::new(move |last: Option<&bool>| last == Some(&true) || effect.read().known().is_some());
    let is_many = Memo::new(move |_| total.get() > FIRST);
    let (search, set_search) = query_value(query::SEARCH);
    // A few groups are not filtered: there is no box that would say so.
    let filter = Memo::new(move |_| {
        if is_many.get() {
            search.read().trim().to_owned()
        } else {
            String::new()
        }
    });
    let is_searched = Memo::new(move |_| !filter.read().is_empty());
    let asked = Asked::follow();
    provide_context(asked);
    let alone = move || asked.place().filter(|place| *place < total.get());
    let every = Signal::stored(String::new());
    view! {
        <Show when=move || !is_known.get() || { total.get() > 0 }>
            <Section title="Same change, together" text="Numbers grouped by what happens to them">
                <Show when=move || is_many.get()>
                    <div class="toolbar" role="search" aria-label="Filter numbers that change">
                        <SearchBox label="Filter by number, label or owner" placeholder="Number, label or owner" value=search on_input=set_search />
                    </div>
                </Show>
                <Show
                    when=move || is_many.get() && !is_searched.get()
                    fallback=move || view! { <GroupList which=Which::All search=filter.into() /> }
                >
                    {move || alone().map(|place| view! {
                        <p class="hint">{move || format!("Group {} of {}", words::digits(place + 1), words::digits(total.get()))}</p>
                        <GroupList which=Which::One(place) search=every />
                    })}
                    <Clusters />
                </Show>
            </Section>
        </Show>
    }
}

/// Which groups are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// All.
    All,
    /// Those of a kind.
    Of(Theme),
    /// The one at a place.
    One(usize),
}

impl Which {
    fn question(self, search: String, take: usize) -> Question {
        let (theme, page) = match self {
            Self::All => (None, Page::first(take)),
            Self::Of(theme) => (Some(theme), Page::first(take)),
            Self::One(skip) => (None, Page { skip, take: 1 }),
        };
        Question::Groups { theme, search, page }
    }
}

/// Groups, the one with the greatest effect first.
#[component]
pub(super) fn GroupList(
    which: Which,
    /// Only groups with a number that this is in.
    search: Signal<String>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let take = RwSignal::new(FIRST);
    let told = answer(
        session,
        move || Some(which.question(search.get(), take.get())),
        |answer| match answer {
            Answer::Groups(list) => Some(list),
            _ => None,
        },
    );
    let items = move || {
        told.read()
            .here()
            .map(|list| list.items.clone())
            .unwrap_or_default()
    };
    let total = Memo::new(move |_| match which {
        Which::One(_) => 0,
        Which::All | Which::Of(_) => told.read().here().map_or(0, |list| list.total),
    });
    let content = move || {
        let told = told.read();
        let none = || view! { <p class="muted">"No number that changes matches."</p> }.into_any();
        told.missing(6)
            .or_else(|| told.here().is_some_and(|list| list.total == 0).then(none))
    };
    view! {
        {content}
        <Show when=move || !items().is_empty()>
            <div class="card">
                <ul class="changes">
                    <For each=items key let:group><Group group search /></For>
                </ul>
            </div>
        </Show>
        {move || more(take, total.get(), MORE, ("more group", "more groups"))}
    }
}

/// Drawn anew when anything that its line shows is otherwise.
fn key(group: &GroupLine) -> impl Eq + std::hash::Hash + use<> {
    let gained = group.minutes.gained(Handling::Answered);
    let who = (group.place, group.theme, group.first_number, group.numbers);
    (who, group.changed_min, gained, group.first.at)
}
