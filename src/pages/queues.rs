//! Settings → Queue: the tree of SMS queues, **New Item**, **Edit/View** (S2, F5).

mod copy;
mod delete;
mod drag;
mod edit;
mod landing;
mod move_to;
mod new_item;
mod numbers;
mod row;
mod speech;
mod texts;

use std::collections::HashSet;

use domain::Workspace;
use domain::ids::QueueId;
use leptos::html;
use leptos::prelude::*;

use crate::pages::address::query_value;
use crate::parts::page_head::PageHead;
use crate::paths::query;
use crate::session::Session;
use crate::ui::{Button, EmptyState, IconName, SearchBox, TableHead, Toasts, VirtualTable, by_key};
use crate::words;
use drag::Drag;
use landing::Landing;
use row::{Actions, Cells};

/// The page.
#[component]
pub fn Queues() -> impl IntoView {
    let session = expect_context::<Session>();
    let (search, set_search) = query_value(query::SEARCH);
    let (edit, set_edit) = query_value(query::EDIT);
    let rows = Memo::new(move |_| tree(&session.workspace().read(), &search.read()));
    let total = move || session.workspace().read().queues().len();
    let editing = Memo::new(move |_| {
        let id = edit.read().parse::<QueueId>().ok()?;
        session.workspace().read().queue(id).is_some().then_some(id)
    });
    let deleting = RwSignal::new(None::<QueueId>);
    let moving = RwSignal::new(None::<(QueueId, Option<Landing>)>);
    let toasts = Toasts::from_context();
    let copying = RwSignal::new(false);
    let under = RwSignal::new(None::<QueueId>);
    let field = NodeRef::<html::Input>::new();
    let actions = Actions {
        open: Callback::from(move |queue: QueueId| set_edit.run((queue.to_string(),))),
        delete: Callback::from(move |queue: QueueId| deleting.set(Some(queue))),
        move_to: Callback::from(move |queue: QueueId| moving.set(Some((queue, None)))),
        drop: Callback::from(move |queue: QueueId, landing: Landing| {
            if let Some(to) = move_to::dropped(session, toasts, queue, landing) {
                moving.set(Some((queue, Some(to))));
            }
        }),
        add_under: Callback::from(move |queue: QueueId| {
            under.set(Some(queue));
            // The menu gives the focus back to its button first.
            request_animation_frame(move || {
                if let Some(field) = field.get_untracked() {
                    let _ = field.focus();
                }
            });
        }),
    };
    let close = Callback::new(move |()| set_edit.run((String::new(),)));
    let text = Signal::derive(move || {
        format!(
            "{}. Numbers, agents and teams belong to queues without queues under them.",
            words::count(total(), "SMS queue", "SMS queues")
        )
    });
    let copy_button = move || view! { <Button on_press=move || copying.set(true)>"Copy structure"</Button> };
    view! {
        <PageHead title="Queue" text actions=copy_button />
        <new_item::NewItem under field />
        <div class="toolbar" role="search" aria-label="Filter queues">
            <SearchBox label="Filter by name" placeholder="Name of a queue" value=search on_input=set_search />
            <span class="sum">{move || format!("{} of {}", words::digits(rows.read().len()), words::digits(total()))}</span>
        </div>
        <Show when=move || rows.read().is_empty() fallback=move || view! { <List rows actions /> }>
            <EmptyState
                icon=IconName::Queue
                title=Signal::derive(move || if total() == 0 { "No queues yet" } else { "No queue matches" }.to_owned())
                text="Type a name into New Item and press Enter, or clear the filter."
            />
        </Show>
        {move || editing.get().map(|queue| view! { <edit::EditQueue queue on_close=close /> })}
        {move || deleting.get().map(|queue| view! { <delete::DeleteQueue queue on_close=move || deleting.set(None) /> })}
        {move || moving.get().map(|(queue, to)| view! { <move_to::MoveQueue queue to on_close=move || moving.set(None) /> })}
        {move || copying.get().then(|| view! { <copy::CopyStructure on_close=move || copying.set(false) /> })}
    }
}

/// A queue in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Row {
    queue: QueueId,
    depth: u16,
}

/// The queues whose name has the words, with the queues above them, in the order of the menu.
fn tree(workspace: &Workspace, words: &str) -> Vec<Row> {
    let wanted = words.trim().to_lowercase();
    let shown: HashSet<QueueId> = workspace
        .queues()
        .filter(|queue| queue.name.to_lowercase().contains(&wanted))
        .flat_map(|queue| workspace.queue_ancestry(queue.id).map(|queue| queue.id))
        .collect();
    let under = |parent| workspace.queues_under(parent).into_iter().rev();
    // The last is taken first.
    let mut waiting: Vec<(QueueId, u16)> = under(None).map(|queue| (queue.id, 0)).collect();
    let mut rows = Vec::new();
    while let Some((queue, depth)) = waiting.pop() {
        if shown.contains(&queue) {
            rows.push(Row { queue, depth });
            waiting.extend(under(Some(queue)).map(|queue| (queue.id, depth + 1)));
        }
    }
    rows
}

#[component]
fn List(rows: Memo<Vec<Row>>, actions: Actions) -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <Drag rows on_drop=actions.drop>
            <VirtualTable
                caption="SMS queues as they stand in the open draft"
                rows
                row_name=move |row: Row| queue_name(&session.workspace().read_untracked(), row.queue)
                cells=by_key(move |row: Row| view! { <Cells row session actions /> })
                on_open=move |row: Row| actions.open.run((row.queue,))
            >
                <TableHead slot>
                    <th scope="col">"Queue"</th>
                    <th scope="col" class="num">"Direct numbers"</th>
                    <th scope="col" class="num mid">"Agents"</th>
                    <th scope="col" class="mid">"Hours"</th>
                    <th scope="col" class="cell-act"><span class="visually-hidden">"Actions"</span></th>
                </TableHead>
            </VirtualTable>
        </Drag>
    }
}

fn queue_name(workspace: &Workspace, queue: QueueId) -> String {
    workspace
        .queue(queue)
        .map(|queue| queue.name.clone())
        .unwrap_or_default()
}
