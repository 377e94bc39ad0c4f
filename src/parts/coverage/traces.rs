//! What each number answers in a square, live and in the draft, with the way to the whole trace.

use domain::Zone;
use domain::impact::Square;
use engine::{Answer, Of, Page, Question, TraceLine};
use leptos::prelude::*;

use crate::parts::answer::answer;
use crate::parts::more::more;
use crate::parts::printed::printed;
use crate::parts::try_text::try_address;
use crate::session::Session;

/// Numbers shown at first, and with each press.
const FIRST: usize = 5;
const MORE: usize = 50;

/// The table.
#[component]
pub(super) fn Traces(of: Of, zone: Zone, square: Square) -> impl IntoView {
    let session = expect_context::<Session>();
    let take = RwSignal::new(FIRST);
    let told = answer(
        session,
        move || {
            let page = Page::first(take.get());
            Some(Question::Traces {
                of,
                square,
                zone,
                page,
            })
        },
        |answer| match answer {
            Answer::Traces(list) => Some(list),
            _ => None,
        },
    );
    let total = Memo::new(move |_| told.read().here().map_or(0, |list| list.total));
    let content = move || {
        told.get().drawn(3, |list| {
            let rows = list.items.into_iter().map(|line| row(session, line, zone));
            view! {
                <div class="table-frame boxed" tabindex="0" role="group" aria-label="What each number answers then">
                    <table class="table plain">
                        <thead>
                            <tr>
                                <th scope="col">"Number"</th>
                                <th scope="col">{format!("A text at, {} time", zone.city())}</th>
                                <th scope="col">"Live"</th>
                                <th scope="col">"Draft"</th>
                                <th scope="col"><span class="visually-hidden">"Trace"</span></th>
                            </tr>
                        </thead>
                        <tbody>{rows.collect_view()}</tbody>
                    </table>
                </div>
            }
            .into_any()
        })
    };
    view! {
        {content}
        {move || more(take, total.get(), MORE, ("more number", "more numbers"))}
    }
}

fn row(session: Session, line: TraceLine, zone: Zone) -> impl IntoView {
    let workspace = session.workspace();
    let workspace = workspace.read_untracked();
    let at = zone.to_local(line.at).format("%a %-d %b %Y, %H:%M").to_string();
    let number = printed(session, line.number);
    let label = format!("Trace of {number} at {at}");
    let after = match (line.before == line.after, line.differs) {
        (true, false) => "The same".to_owned(),
        (true, true) => format!("{}, otherwise", line.after.words()),
        (false, _) => line.after.words().to_owned(),
    };
    view! {
        <tr>
            <th scope="row" class="number">{number}</th>
            <td><time datetime=line.at.to_rfc3339()>{at}</time></td>
            <td class="wraps">{line.before.words()}</td>
            <td class="wraps">{after}</td>
            <td><a class="link" href=try_address(&workspace, line.number, line.at) aria-label=label>"Trace"</a></td>
        </tr>
    }
}
