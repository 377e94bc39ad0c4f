//! The stretches of time in which a number's answer is another one, with both answers.

use domain::impact::{Answer as Routed, Range};
use domain::{PhoneNumber, Workspace};
use engine::{Answer, Page, Question};
use leptos::prelude::*;

use crate::parts::answer::answer;
use crate::parts::coverage::zone_of;
use crate::parts::try_text::try_address;
use crate::session::Session;
use crate::ui::{Button, ButtonKind};
use crate::words;

const FIRST: usize = 10;
const MORE: usize = 500;

/// The table.
#[component]
pub(super) fn Ranges(number: PhoneNumber) -> impl IntoView {
    let session = expect_context::<Session>();
    let take = RwSignal::new(FIRST);
    let told = answer(
        session,
        move || {
            let page = Page::first(take.get());
            Some(Question::Ranges { number, page })
        },
        |answer| match answer {
            Answer::Ranges(list) => Some(list),
            _ => None,
        },
    );
    move || {
        told.get().drawn(3, |list| {
            let city = zone_of(&session.workspace().read_untracked(), number).city();
            let left = list.total - list.items.len();
            let rows = list.items.iter().map(|range| row(session, number, range));
            let more = (left > 0).then(|| {
                let label = format!("Show {}", words::count(left.min(MORE), "more stretch of time", "more stretches of time"));
                view! { <div><Button kind=ButtonKind::Link on_press=move || take.update(|take| *take += MORE)>{label}</Button></div> }
            });
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
                            <tbody>{rows.collect_view()}</tbody>
                        </table>
                    </div>
                    {more}
                </div>
            }
            .into_any()
        })
    }
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
