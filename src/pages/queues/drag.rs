//! The tree under a mouse, a pen or a finger: a queue drawn by its grid icon goes where it is let go, and Escape takes
//! that back (S2). **Move…** is the same without a pointer.

use domain::ids::QueueId;
use leptos::ev::{self, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::landing::{Landing, Part};
use super::{Row, queue_name};
use crate::session::Session;
use crate::ui::{line_of, row_of, rows_in};

/// A press that goes no further than this is a click, in px.
const SLACK: i32 = 4;

/// How far left the pointer goes to come out of a queue, in px.
const LEVEL: f64 = 20.0;

/// How near the window's edge the page begins to scroll, and how far in a frame, in px.
const EDGE: f64 = 96.0;
const SCROLL: f64 = 12.0;

/// What was pressed.
#[derive(Clone, Copy, Debug)]
struct Held {
    queue: QueueId,
    pointer: i32,
    from: (i32, i32),
}

/// What is being drawn, and where the pointer is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Drawn {
    queue: QueueId,
    at: (i32, i32),
    mark: Option<Mark>,
}

/// Where it would land; measured from the upper edge of the list, in px.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Mark {
    landing: Landing,
    depth: u16,
    top: f64,
    height: f64,
}

#[derive(Clone, Copy)]
struct Hand {
    rows: Memo<Vec<Row>>,
    list: NodeRef<html::Div>,
    held: StoredValue<Option<Held>>,
    drawn: RwSignal<Option<Drawn>>,
}

impl Hand {
    fn press(self, event: &PointerEvent) {
        if event.button() != 0 || self.held.read_value().is_some() {
            return;
        }
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let grip = target.and_then(|target| target.closest(".grip").ok().flatten());
        let line = grip.and_then(|grip| line_of(&row_of(&grip)?));
        let row = line.and_then(|line| self.rows.read_untracked().get(line).copied());
        self.held.set_value(row.map(|row| Held {
            queue: row.queue,
            pointer: event.pointer_id(),
            from: (event.client_x(), event.client_y()),
        }));
    }

    fn draw(self, event: &PointerEvent) {
        let held = self.held.get_value();
        let Some(held) = held.filter(|held| held.pointer == event.pointer_id()) else {
            return;
        };
        let at = (event.client_x(), event.client_y());
        let away = (at.0 - held.from.0).abs().max((at.1 - held.from.1).abs());
        let is_first = self.drawn.read_untracked().is_none();
        if is_first && away < SLACK {
            return;
        }
        if is_first && let Some(list) = self.list.get_untracked() {
            // Rows come and go as the page scrolls, the list stays. Refused only for a pointer that is gone already.
            let _ = list.set_pointer_capture(held.pointer);
        }
        self.aim(held.queue, at);
        if is_first {
            self.scroll();
        }
    }

    fn aim(self, queue: QueueId, at: (i32, i32)) {
        let list = self.list.get_untracked();
        let mark = list.and_then(|list| mark(&list, &self.rows.read_untracked(), queue, at));
        self.drawn.set(Some(Drawn { queue, at, mark }));
    }

    /// Scrolls for as long as something is drawn near an edge of the window.
    fn scroll(self) {
        let Some(Some(Drawn { queue, at, .. })) = self.drawn.try_get_untracked() else {
            return;
        };
        let height = window().inner_height().ok().and_then(|height| height.as_f64());
        let y = f64::from(at.1);
        let by = match height {
            _ if y < EDGE => -SCROLL,
            Some(height) if y > height - EDGE => SCROLL,
            _ => 0.0,
        };
        if by != 0.0 {
            window().scroll_by_with_x_and_y(0.0, by);
            self.aim(queue, at);
        }
        request_animation_frame(move || self.scroll());
    }

    /// Lets go; what was drawn, if anything.
    fn let_go(self) -> Option<Drawn> {
        self.held.set_value(None);
        let drawn = self.drawn.get_untracked();
        if drawn.is_some() {
            self.drawn.set(None);
        }
        drawn
    }
}

/// The list, within what hears the pointer.
#[component]
pub(super) fn Drag(
    rows: Memo<Vec<Row>>,
    /// A queue is let go.
    on_drop: Callback<(QueueId, Landing)>,
    /// The list.
    children: Children,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let hand = Hand {
        rows,
        list: NodeRef::new(),
        held: StoredValue::new(None),
        drawn: RwSignal::new(None),
    };
    let drawn = hand.drawn;
    let drop = move |event: PointerEvent| {
        let held = hand.held.get_value();
        if held.is_some_and(|held| held.pointer == event.pointer_id())
            && let Some(drawn) = hand.let_go()
            && let Some(mark) = drawn.mark
        {
            on_drop.run((drawn.queue, mark.landing));
        }
    };
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && hand.held.read_value().is_some() {
            event.prevent_default();
            hand.let_go();
        }
    });
    on_cleanup(move || escape.remove());
    let mark = Memo::new(move |_| drawn.get().and_then(|drawn| Some((drawn.queue, drawn.mark?))));
    let aim = Memo::new(move |_| mark.get().map(|(queue, mark)| (queue, mark.landing)));
    let said = Memo::new(move |_| {
        let (queue, landing) = aim.get()?;
        let workspace = session.workspace();
        let workspace = workspace.read();
        let said = landing.said(&workspace, queue);
        Some(said.map(|place| format!("{}: {place}", queue_name(&workspace, queue))))
    });
    let refused = move || matches!(*said.read(), Some(Err(_)));
    let words = move || match said.get() {
        Some(Ok(said) | Err(said)) => said,
        None => String::new(),
    };
    let px = move |of: fn(Mark) -> f64| move || mark.get().map(|(_, mark)| format!("{}px", of(mark)));
    let at = move |of: fn((i32, i32)) -> i32| move || drawn.get().map(|drawn| format!("{}px", of(drawn.at)));
    let under = move || {
        mark.get()
            .is_some_and(|(_, mark)| matches!(mark.landing, Landing::Under(_)))
    };
    view! {
        <div
            class="queue-tree"
            class:drawing=move || drawn.read().is_some()
            on:pointerdown=move |event| hand.press(&event)
            on:pointermove=move |event| hand.draw(&event)
            on:pointerup=drop
            on:pointercancel=move |_| _ = hand.let_go()
            node_ref=hand.list
        >
            {children()}
            <div
                class="drop-mark"
                class:under=under
                class:refused=refused
                hidden=move || mark.read().is_none()
                style:--depth=move || mark.get().map(|(_, mark)| mark.depth.to_string())
                style:--top=px(|mark| mark.top)
                style:--height=px(|mark| mark.height)
            ></div>
            <p
                class="drop-said"
                class:refused=refused
                role="status"
                style:--x=at(|at| at.0)
                style:--y=at(|at| at.1)
            >
                {words}
            </p>
        </div>
    }
}

/// The row at a height of the window, whatever lies over it, as a message can.
fn row_at(list: &Element, y: f64) -> Option<Element> {
    rows_in(list).find(|row| {
        let area = row.get_bounding_client_rect();
        (area.top()..area.bottom()).contains(&y)
    })
}

/// Where a queue would land that is let go at a point of the window; none over nothing, or over itself.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "px of a window, and levels of a tree: not negative"
)]
fn mark(list: &Element, rows: &[Row], queue: QueueId, at: (i32, i32)) -> Option<Mark> {
    let bounds = list.get_bounding_client_rect();
    // Below the last line is as far down as its lower edge.
    let (x, y) = (f64::from(at.0), f64::from(at.1).min(bounds.bottom() - 2.0));
    let row = row_at(list, y).filter(|_| (bounds.left()..bounds.right()).contains(&x))?;
    let area = row.get_bounding_client_rect();
    let part = match (y - area.top()) / area.height() {
        share if share < 0.3 => Part::Top,
        share if share > 0.7 => Part::Bottom,
        _ => Part::Middle,
    };
    let grip = row.query_selector(".grip").ok()??.get_bounding_client_rect();
    let left = ((grip.left() - x) / LEVEL).ceil().max(0.0) as u16;
    let (landing, depth) = Landing::over(rows, line_of(&row)?, part, left)?;
    let (top, height) = match part {
        Part::Top => (area.top(), 0.0),
        Part::Middle => (area.top(), area.height()),
        Part::Bottom => (area.bottom(), 0.0),
    };
    (landing.by() != queue).then(|| Mark {
        landing,
        depth,
        top: top - bounds.top(),
        height,
    })
}
