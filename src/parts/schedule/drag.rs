//! A day's bar under a mouse, a pen or a finger: drawn along, it changes the hours, and Escape takes that back.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use super::editor::Editor;
use super::grip::Grip;
use super::inputs::ScheduleInputs;
use super::rows::Row;

/// From how far away an end can be taken, in px.
const MOUSE: f64 = 6.0;
const FINGER: f64 = 14.0;

/// Minutes of a day.
const MINUTES: f64 = 24.0 * 60.0;

/// What is being drawn.
#[derive(Clone, Debug)]
struct Held {
    grip: Grip,
    began: i32,
    /// The hours as they were.
    before: ScheduleInputs,
}

/// The bar, within what hears the pointer. The fields beside it say the same and take the keyboard.
#[component]
pub(super) fn Drag(
    editor: Editor,
    row: Row,
    /// The bar.
    children: Children,
) -> impl IntoView {
    let inputs = editor.inputs;
    let node = NodeRef::<html::Div>::new();
    let held = StoredValue::new(None::<Held>);
    let look = RwSignal::new("");
    let spot =
        move |event: &PointerEvent| Some(spot(event, &node.get_untracked()?.get_bounding_client_rect()));
    let press = move |event: PointerEvent| {
        if event.button() != 0 || held.read_value().is_some() {
            return;
        }
        let (Some((at, reach)), Some(node)) = (spot(&event), node.get_untracked()) else {
            return;
        };
        // Text would be selected along the way.
        event.prevent_default();
        // Escape comes to what has the focus; refused only for a pointer that is gone already.
        let _ = node.focus();
        let _ = node.set_pointer_capture(event.pointer_id());
        let before = inputs.get_untracked();
        let grip = Grip::at(&before, row, at, reach);
        held.set_value(Some(Held {
            grip,
            began: at,
            before,
        }));
        look.set("held");
    };
    let draw = move |event: PointerEvent| {
        let Some((at, reach)) = spot(&event) else { return };
        let drawn = held.with_value(|held| {
            let held = held.as_ref()?;
            // A press that goes nowhere changes nothing.
            let still =
                inputs.with_untracked(|now| *now == held.before) && (at - held.began).abs() < reach.min(8);
            Some((!still).then(|| held.grip.drawn(&held.before, row, at)))
        });
        match drawn {
            Some(Some(drawn)) => {
                if inputs.with_untracked(|now| *now != drawn) {
                    inputs.set(drawn);
                }
            }
            Some(None) => {}
            None => look.set(inputs.with_untracked(|inputs| name(Grip::at(inputs, row, at, reach)))),
        }
    };
    let drop = move || {
        held.set_value(None);
        look.set("");
    };
    let undo = move || {
        if let Some(held) = held.try_update_value(Option::take).flatten() {
            inputs.set(held.before);
            look.set("");
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && held.read_value().is_some() {
            // Else it would close the dialog around it.
            event.prevent_default();
            undo();
        }
    };
    view! {
        <div
            class="day-drag"
            tabindex="-1"
            data-grip=move || look.get()
            on:pointerdown=press
            on:pointermove=draw
            on:pointerup=move |_| drop()
            on:pointercancel=move |_| undo()
            on:keydown=key
            node_ref=node
        >
            {children()}
        </div>
    }
}

/// The minute of the day under the pointer, and from how many minutes away an end can be taken.
#[allow(clippy::cast_possible_truncation, reason = "minutes of a day")]
fn spot(event: &PointerEvent, bar: &web_sys::DomRect) -> (i32, i32) {
    let minutes_a_px = MINUTES / bar.width().max(1.0);
    let reach = if event.pointer_type() == "touch" {
        FINGER
    } else {
        MOUSE
    };
    let at = (f64::from(event.client_x()) - bar.left()) * minutes_a_px;
    // Beyond the bar is as far as its edge.
    (
        at.clamp(0.0, MINUTES).round() as i32,
        (reach * minutes_a_px).round() as i32,
    )
}

/// How the pointer looks over it.
fn name(grip: Grip) -> &'static str {
    match grip {
        Grip::New(_) => "",
        Grip::From(_) | Grip::To(_) => "end",
        Grip::Whole(..) => "whole",
    }
}
