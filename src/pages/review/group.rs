//! One group: what happens to each number of it, its coverage, its numbers.

use domain::PhoneNumber;
use domain::impact::Handling;
use engine::{Answer, GroupLine, NumberLine, Of, Page, Question};
use leptos::html;
use leptos::prelude::*;

use super::asked::Asked;
use super::ranges::Ranges;
use crate::pages::address::query_value;
use crate::parts::answer::answer;
use crate::parts::coverage::{CoverageOf, zone_of};
use crate::parts::printed::printed;
use crate::parts::theme;
use crate::paths::query;
use crate::session::Session;
use crate::ui::{Button, ButtonKind, Icon, IconName};
use crate::words;

/// Numbers shown before somebody asks for more, and how many more then.
const FIRST: usize = 10;
const MORE: usize = 100;

/// The line that unfolds; the address says which one is open.
#[component]
pub(super) fn Group(
    group: GroupLine,
    /// Only these of its numbers are listed.
    search: Signal<String>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let asked = expect_context::<Asked>();
    let summary = NodeRef::<html::Summary>::new();
    let place = group.place;
    Effect::new(move |_| {
        if let Some(summary) = summary.get().filter(|_| asked.is_due(place)) {
            let _ = summary.focus();
        }
    });
    let (shown, show) = query_value(query::SHOW);
    let key = (group.place + 1).to_string();
    let is_open = {
        let key = key.clone();
        Memo::new(move |_| *shown.read() == key)
    };
    let toggled = move |event: web_sys::Event| {
        let open = event_target::<web_sys::Element>(&event).has_attribute("open");
        if open != is_open.get_untracked() {
            let shown = if open { key.clone() } else { String::new() };
            asked.press(&shown);
            show.run((shown,));
        }
    };
    let zone = zone_of(&session.workspace().read_untracked(), group.first_number);
    let each = if group.numbers == 1 {
        "1 number".to_owned()
    } else {
        format!("{} numbers, each", words::digits(group.numbers))
    };
    let small = format!(
        "From {}: {} → {}",
        words::moment(group.first.at, zone),
        group.first.before.words(),
        group.first.after.words()
    );
    let hours = |minutes: u32| words::hours(u64::from(minutes));
    let gained = hours(group.minutes.gained(Handling::Answered));
    let lost = hours(group.minutes.lost(Handling::Answered));
    let numbers = group.numbers;
    view! {
        <li>
            <details prop:open=move || is_open.get() on:toggle=toggled>
                <summary node_ref=summary>
                    <Icon name=IconName::Chevron />
                    <span class="what"><b>{theme::title(group.theme, Some(group.first.before))}</b><small>{small}</small></span>
                    <span class="count">{each}</span>
                    <span class="delta"><span class="gain">{format!("+{gained} h")}</span><span>{format!("−{lost} h")}</span></span>
                </summary>
                <div class="inside">
                    <Show when=move || is_open.get()>
                        <CoverageOf of=Of::Group(place) zone />
                        <Numbers group=place total=numbers search />
                    </Show>
                </div>
            </details>
        </li>
    }
}

/// The numbers of a group, each with the times at which it changes.
#[component]
fn Numbers(group: usize, total: usize, search: Signal<String>) -> impl IntoView {
    let session = expect_context::<Session>();
    let take = RwSignal::new(FIRST);
    let told = answer(
        session,
        move || {
            let page = Page::first(take.get());
            let search = search.get();
            Some(Question::Numbers { group, search, page })
        },
        |answer| match answer {
            Answer::Numbers(list) => Some(list),
            _ => None,
        },
    );
    let items = move || {
        told.read()
            .here()
            .map(|list| list.items.clone())
            .unwrap_or_default()
    };
    let left = move || {
        let told = told.read();
        told.here()
            .map_or(0, |list| list.total.saturating_sub(list.items.len()))
    };
    view! {
        <ul class="stack tight" aria-label="Numbers of this group">
            <For each=items key=|line| line.number let:line><Number line open=total == 1 /></For>
        </ul>
        {move || (left() > 0).then(|| view! {
            <div>
                <Button kind=ButtonKind::Link on_press=move || take.update(|take| *take += MORE)>
                    {format!("Show {} of {}", words::count(left().min(MORE), "more number", "more numbers"), words::digits(left()))}
                </Button>
            </div>
        })}
    }
}

/// One number, which unfolds to its times.
#[component]
fn Number(line: NumberLine, open: bool) -> impl IntoView {
    let session = expect_context::<Session>();
    let opened = RwSignal::new(open);
    let number = line.number;
    view! {
        <li>
            <details class="facts" open=open on:toggle=move |_| opened.set(true)>
                <summary>
                    <Icon name=IconName::Chevron small=true />
                    <span class="number">{printed(session, number)}</span>
                    <span>{owners(session, number)}</span>
                    {(!line.answered).then(|| view! { <b class="danger-text">"Never answered"</b> })}
                </summary>
                <Show when=move || opened.get()><Ranges number /></Show>
            </details>
        </li>
    }
}

/// Whose it is, and whose it was where that is another.
fn owners(session: Session, number: PhoneNumber) -> String {
    let (workspace, head) = (session.workspace(), session.head());
    let (workspace, head) = (workspace.read_untracked(), head.read_untracked());
    let before = head
        .workspace
        .number(number)
        .map(|record| words::owner(&head.workspace, record));
    let after = workspace
        .number(number)
        .map(|record| words::owner(&workspace, record));
    match (before, after) {
        (Some(before), Some(after)) if before != after => format!("{before} → {after}"),
        (before, after) => after
            .or(before)
            .map(|owner| owner.to_string())
            .unwrap_or_default(),
    }
}
