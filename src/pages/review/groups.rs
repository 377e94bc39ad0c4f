//! Numbers to which the same happens, together: ten groups at first, then all.

use domain::impact::Handling;
use engine::{Answer, GroupLine, Page, Question};
use leptos::prelude::*;

use super::group::Group;
use crate::parts::answer::{Told, answer};
use crate::session::Session;
use crate::ui::{Banner, Button, Section, Skeleton, Tone};
use crate::words;

const FIRST: usize = 10;
const MORE: usize = 50;

/// The groups, the one with the greatest effect first.
#[component]
pub(super) fn Groups() -> impl IntoView {
    let session = expect_context::<Session>();
    let take = RwSignal::new(FIRST);
    let told = answer(
        session,
        move || Some(Question::Groups(Page::first(take.get()))),
        |answer| match answer {
            Answer::Groups(list) => Some(list),
            _ => None,
        },
    );
    let is_none = move || told.read().here().is_some_and(|list| list.total == 0);
    let items = move || {
        told.read()
            .here()
            .map(|list| list.items.clone())
            .unwrap_or_default()
    };
    let left = move || {
        let told = told.read();
        told.here().map_or(0, |list| list.total - list.items.len())
    };
    let more = move || {
        (left() > 0).then(|| {
            let shown = words::count(left().min(MORE), "more group", "more groups");
            let label = format!("Show {shown} of {}", words::digits(left()));
            view! { <div><Button on_press=move || take.update(|take| *take += MORE)>{label}</Button></div> }
        })
    };
    let content = move || match told.get() {
        Told::Waiting => Some(view! { <Skeleton lines=6 /> }.into_any()),
        Told::Failed(error) => Some(view! { <Banner tone=Tone::Danger>{error}</Banner> }.into_any()),
        Told::Here(_) => None,
    };
    view! {
        <Show when=move || !is_none()>
            <Section title="Same change, together" text="Numbers grouped by what happens to them">
                {content}
                <Show when=move || { !items().is_empty() }>
                    <div class="card">
                        <ul class="changes">
                            <For each=items key=key let:group><Group group /></For>
                        </ul>
                    </div>
                </Show>
                {more}
            </Section>
        </Show>
    }
}

/// Drawn anew when anything that its line shows is otherwise.
fn key(group: &GroupLine) -> impl Eq + std::hash::Hash + use<> {
    let gained = group.minutes.gained(Handling::Answered);
    let who = (group.place, group.theme, group.first_number, group.numbers);
    (who, group.changed_min, gained, group.first.at)
}
