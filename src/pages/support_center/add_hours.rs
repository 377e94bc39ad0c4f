//! **Add Custom Operation Hours**, in the product's steps: name; hours and holidays; entry
//! point, languages and queues; **Finish** (S4).

use leptos::html;
use leptos::prelude::*;

use super::hours_fields::{HoursName, HoursQueues};
use crate::forms::hours::{HoursInputs, Which};
use crate::forms::update::{Update, on_draft};
use crate::parts::closing::{Closing, DiscardQuestion, writes};
use crate::parts::effect::Effect;
use crate::parts::schedule::ScheduleEditor;
use crate::session::{Session, new_id};
use crate::ui::{Button, ButtonKind, Drawer, DrawerFoot, DrawerPanel, Refused, Steps, Toasts};

const FORM: &str = "add-hours";

/// What is asked for, in its order.
const STEPS: [&str; 3] = ["Name", "Hours and holidays", "Languages and queues"];
const HOURS: usize = 1;
const LAST: usize = 2;

/// The drawer.
#[component]
pub(super) fn AddHours(on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let inputs = HoursInputs::new(&session.workspace().read_untracked(), Which::New(new_id()));
    let at = RwSignal::new(0_usize);
    let heading = NodeRef::<html::H3>::new();
    let update = Update {
        title: StoredValue::new("add custom operation hours".to_owned()),
        form: FORM,
        tried: inputs.tried,
        refusal: RwSignal::new(None),
        on_close,
    };
    let go_to = move |step: usize| {
        inputs.tried.set(false);
        at.set(step);
        // What had the focus may be gone.
        request_animation_frame(move || {
            if let Some(heading) = heading.get_untracked() {
                let _ = heading.focus();
            }
        });
    };
    let submit = move || match at.get_untracked() {
        LAST => update.run(session, toasts, untrack(|| inputs.intents())),
        step if untrack(|| is_right(inputs, step)) => go_to(step + 1),
        _ => {
            inputs.tried.set(true);
            Closing::focus_error(FORM);
        }
    };
    let after = on_draft(session, move || inputs.intents().ok());
    let numbers = Memo::new(move |_| inputs.numbers(&session.workspace().read()));
    let closing = Closing::new(Signal::derive(move || inputs.is_changed()), on_close);
    let step_title = move || STEPS.get(at.get()).copied().unwrap_or_default();
    let fields = move || match at.get() {
        0 => view! { <HoursName inputs /> }.into_any(),
        HOURS => view! { <ScheduleEditor inputs=inputs.schedule live=Signal::stored(None) remarks=false /> }
            .into_any(),
        _ => view! { <HoursQueues inputs /> }.into_any(),
    };
    let back = move || {
        (at.get() > 0)
            .then(|| view! { <Button on_press=move || go_to(at.get_untracked() - 1)>"Back"</Button> })
    };
    let buttons = move || {
        view! {
            <span class="hint grow">{writes(session, "Finish")}</span>
            <Button on_press=on_close>"Cancel"</Button>
            {back}
            <Button kind=ButtonKind::Primary submit=true form=FORM>
                {move || if at.get() == LAST { "Finish" } else { "Next" }}
            </Button>
        }
    };
    view! {
        <Drawer
            title="Add Custom Operation Hours"
            on_close=closing.ask()
            form=FORM
            on_submit=submit
            form_name="Settings"
            panel_name="What this does"
        >
            <div class="stack stepped">
                <Steps names=STEPS.to_vec() at />
                <h3 class="visually-hidden" tabindex="-1" node_ref=heading>{step_title}</h3>
                {fields}
                <Refused text=update.refusal />
            </div>
            <DrawerPanel slot>
                <Effect numbers after before="Before Finish" />
            </DrawerPanel>
            <DrawerFoot slot>
                <Show
                    when=move || !closing.is_asking().get()
                    fallback=move || view! { <DiscardQuestion closing on_discard=on_close /> }
                >
                    {buttons}
                </Show>
            </DrawerFoot>
        </Drawer>
    }
}

/// Whether a step can be left for the next one.
fn is_right(inputs: HoursInputs, step: usize) -> bool {
    match step {
        HOURS => inputs.schedule.read().schedule().is_ok(),
        _ => !inputs.name.read().trim().is_empty(),
    }
}
