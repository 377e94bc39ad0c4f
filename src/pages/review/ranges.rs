//! The stretches of time in which a number's answer is another one, with both answers.

use domain::impact::{Answer as Routed, Range};
use domain::{PhoneNumber, Workspace};
use engine::{Answer, List, Page, Question};
use leptos::prelude::*;

use crate::parts::answer::{Told, answer};
use crate::parts::coverage::zone_of;
use crate::parts::try_text::try_address;
use crate::session::Session;
use crate::ui::{Button, ButtonKind};
use crate::words;

/// Rows shown at first, and with each press.
const FIRST: usize = 10;
const MORE: usize = 500;

/// The table.
#[component]
pub(super) fn Ranges(number: PhoneNumber) -> impl IntoView {
    let session = expect_context::<Session>();
    let presses = RwSignal::new(0_usize);
    let first = ranges(session, number, Page::first(FIRST));
    move || {
        first.get().drawn(3, |list| {
            let city = zone_of(&session.workspace().read_untracked(), number).city();
            let total = list.total;
            let more = move || {
                let left = total.saturating_sub(FIRST + presses.get() * MORE);
                let label = format!("Show {}", words::count(left.min(MORE), "more stretch of time", "more stretches of time"));
                (left > 0).then(|| view! {
                    <div><Button kind=ButtonKind::Link on_press=move || presses.update(|presses| *presses += 1)>{label}</Button></div>
                })
            };
            view! {
                <div class="stack tight">
                    <div class="table-frame boxed" tabindex="0" role="group" aria-label=format!("When {number} changes")>
                        <table class="table plain">
                            <thead>
                                <tr>
                                    <th scope="col">{format!("From, {city} time")}</th>
                                    <th scope="col">"To"</th>
                                    <th scope="col" class="num">"Length"</th>
                                    <th scope="col">"Live"</th>
                                    <th scope="col">"Draft"</th>
                                    <th scope="col"><span class="visually-hidden">"Try it"</span></th>
                                </tr>
                            </thead>
                            {rows(session, number, &list)}
                            // What is drawn stays: each press asks for its own rows only.
                            <For each=move || 0..presses.get() key=|press| *press let:press>
                                <Further session number skip=FIRST + press * MORE />
                            </For>
                        </table>
                    </div>
                    {more}
                </div>
            }
        })
    }
}

/// The rows that a press has brought.
#[component]
fn Further(session: Session, number: PhoneNumber, skip: usize) -> impl IntoView {
    let told = ranges(session, number, Page { skip, take: MORE });
    move || told.read().here().map(|list| rows(session, number, list))
}

fn ranges(session: Session, number: PhoneNumber, page: Page) -> Signal<Told<List<Range>>> {
    answer(
        session,
        move || Some(Question::Ranges { number, page }),
        |answer| match answer {
            Answer::Ranges(list) => Some(list),
            _ => None,
        },
    )
}

fn rows(session: Session, number: PhoneNumber, list: &List<Range>) -> impl IntoView + use<> {
    let rows = list.items.iter().map(|range| row(session, number, range));
    view! { <tbody>{rows.collect_view()}</tbody> }
}

fn row(session: Session, number: PhoneNumber, range: &Range) -> impl IntoView + use<> {
    let (workspace, head) = (session.workspace(), session.head());
    let (workspace, head) = (workspace.read_untracked(), head.read_untracked());
    let zone = zone_of(&workspace, number);
    let length = words::duration(u32::try_from(range.minutes()).unwrap_or(u32::MAX));
    let local = |at| zone.to_local(at).format("%a %-d %b %Y, %H:%M").to_string();
    let label = format!("Try a text at {}", words::moment(range.from, zone));
    view! {
        <tr>
            <th scope="row"><time datetime=range.from.to_rfc3339()>{local(range.from)}</time></th>
            <td><time datetime=range.to.to_rfc3339()>{local(range.to)}</time></td>
            <td class="num">{length}</td>
            <td class="wraps">{side(&head.workspace, &range.before, &range.after)}</td>
            <td class="wraps">{side(&workspace, &range.after, &range.before)}</td>
            <td><a class="link" href=try_address(&workspace, number, range.from) aria-label=label>"Try"</a></td>
        </tr>
    }
}

/// The outcome, and whatever else is otherwise on the other side.
fn side(workspace: &Workspace, answer: &Routed, other: &Routed) -> impl IntoView + use<> {
    let details = details(workspace, answer, other).join(" · ");
    view! {
        <b>{answer.outcome.words()}</b>
        {(!details.is_empty()).then(|| view! { <small class="hint">{details}</small> })}
    }
}

fn details(workspace: &Workspace, answer: &Routed, other: &Routed) -> Vec<String> {
    let mut details = Vec::new();
    if answer.owner != other.owner {
        let owner = answer.owner.map(|owner| workspace.owner_name(owner));
        details.push(owner.map_or_else(|| "No owner".to_owned(), |owner| words::capital(&owner)));
    }
    if answer.level != other.level {
        details.extend(answer.level.map(|level| level.name(workspace)));
    }
    if answer.reply != other.reply {
        let reply = answer.reply.as_ref().map(|reply| format!("“{reply}”"));
        details.push(reply.unwrap_or_else(|| "No text is sent".to_owned()));
    }
    if answer.session_type != other.session_type {
        details.extend(answer.session_type.map(|session| session.name().to_owned()));
    }
    if answer.recipients != other.recipients {
        details.push(words::count(
            answer.recipients.len(),
            "agent gets it",
            "agents get it",
        ));
    }
    details
}
