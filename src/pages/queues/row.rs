//! One queue of the tree and what can be done with it.

use domain::ids::QueueId;
use domain::number::Owner;
use domain::routing::recipients;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::landing::Landing;
use super::{Row, queue_name};
use crate::session::Session;
use crate::ui::{Button, ButtonSize, Icon, IconName, Menu, MenuEntry, MenuItem, RowFocus, Toasts};
use crate::words;

/// What the page does for a row.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    /// **Edit/View**.
    pub(super) open: Callback<(QueueId,)>,
    /// Asks before it deletes.
    pub(super) delete: Callback<(QueueId,)>,
    /// Another place in the tree.
    pub(super) move_to: Callback<(QueueId,)>,
    /// It was drawn there.
    pub(super) drop: Callback<(QueueId, Landing)>,
    /// **New Item** below this one.
    pub(super) add_under: Callback<(QueueId,)>,
}

#[component]
pub(super) fn Cells(row: Row, session: Session, actions: Actions) -> impl IntoView {
    let queue = row.queue;
    let toasts = Toasts::from_context();
    let name = Memo::new(move |_| queue_name(&session.workspace().read(), queue));
    let facts = Memo::new(move |_| facts(session, queue));
    let move_to = move |event: MouseEvent| {
        // The cell around it opens the queue.
        event.stop_propagation();
        actions.move_to.run((queue,));
    };
    view! {
        // By keyboard the row itself opens with Enter.
        <th
            scope="row"
            class="tree gripped opens"
            style:--depth=row.depth.to_string()
            aria-label=move || name.get()
            on:click=move |_| actions.open.run((queue,))
        >
            {move || name.get()}
            // Without a tip, which would cover the next one.
            <button
                class="icon-button grip"
                type="button"
                tabindex=RowFocus::tabindex()
                aria-label=move || format!("Move {}", name.get())
                on:click=move_to
            >
                <Icon name=IconName::Grid />
            </button>
        </th>
        <td class="num">{move || facts.read().0.clone()}</td>
        <td class="num mid">{move || facts.read().1.clone()}</td>
        <td class="mid muted">{move || facts.read().2.clone()}</td>
        <td class="cell-act">
            <div>
                <Button
                    size=ButtonSize::Compact
                    label=Signal::derive(move || format!("Edit/View {}", name.get()))
                    on_press=move || actions.open.run((queue,))
                >
                    "Edit/View"
                </Button>
                <Menu
                    label=Signal::derive(move || format!("Options for {}", name.get()))
                    entries=move |()| options(session, toasts, actions, queue)
                >
                    <Icon name=IconName::Dots />
                </Menu>
            </div>
        </td>
    }
}

/// Direct numbers, agents reached and hours; a queue with queues under it has none of them.
fn facts(session: Session, id: QueueId) -> (String, String, String) {
    let workspace = session.workspace();
    let workspace = workspace.read();
    let none = || "–".to_owned();
    let Some(queue) = workspace.queue(id).filter(|queue| workspace.is_leaf(queue.id)) else {
        return (none(), none(), none());
    };
    let agents = match recipients(&workspace, Owner::Queue(id)).len() {
        0 => "Nobody".to_owned(),
        agents => words::digits(agents),
    };
    let hours = queue.hours.and_then(|hours| workspace.custom_hours(hours));
    let hours = hours.map_or_else(|| "General hours".to_owned(), |hours| hours.name.clone());
    let numbers = workspace.numbers_of(Owner::Queue(id)).count();
    (words::digits(numbers), agents, hours)
}

fn options(session: Session, toasts: Toasts, actions: Actions, id: QueueId) -> Vec<MenuEntry> {
    let workspace = session.workspace().get_untracked();
    let Some(queue) = workspace.queue(id) else {
        return Vec::new();
    };
    let parent = queue.parent;
    let beside = workspace.queues_under(parent);
    let place = beside.iter().position(|other| other.id == id).unwrap_or_default();
    let go = move |position: usize| {
        let position = u32::try_from(position).ok();
        let moving = session
            .workspace()
            .with_untracked(|workspace| workspace.moving(id, parent, position));
        if let Err(refusal) = session.dispatch(moving) {
            toasts.failed(refusal.to_string());
        }
    };
    vec![
        MenuItem::new("Add a queue under it", move || actions.add_under.run((id,)))
            .icon(IconName::Plus)
            .entry(),
        MenuItem::new("Move up", move || go(place.saturating_sub(1)))
            .icon(IconName::Up)
            .enabled(place > 0)
            .entry(),
        MenuItem::new("Move down", move || go(place + 1))
            .icon(IconName::Down)
            .enabled(place + 1 < beside.len())
            .entry(),
        MenuItem::new("Move…", move || actions.move_to.run((id,)))
            .icon(IconName::Right)
            .entry(),
        MenuEntry::Line,
        MenuItem::new("Delete…", move || actions.delete.run((id,)))
            .icon(IconName::Trash)
            .danger()
            .entry(),
    ]
}
