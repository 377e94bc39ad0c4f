//! The pencil of hours: name, zone, days, holidays, queues (S4).

use leptos::prelude::*;

use super::hours_fields::{HoursName, HoursQueues};
use crate::forms::drawer::FormDrawer;
use crate::forms::hours::{HoursInputs, Which};
use crate::forms::update::{Update, on_draft};
use crate::parts::schedule::ScheduleEditor;
use crate::session::Session;
use crate::ui::Fold;
use crate::words;

const FORM: &str = "edit-hours";

/// The drawer.
#[component]
pub(super) fn EditHours(which: Which, on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let inputs = HoursInputs::new(&session.workspace().read_untracked(), which);
    let name = inputs.name.get_untracked();
    let custom = which != Which::General;
    let (title, change) = if custom {
        (
            format!("Custom hours: {name}"),
            format!("change custom hours {name}"),
        )
    } else {
        ("General hours".to_owned(), "change the general hours".to_owned())
    };
    let after = on_draft(session, move || inputs.intents().ok());
    let numbers = Memo::new(move |_| inputs.numbers(&session.workspace().read()));
    let live = Signal::derive(move || which.schedule(&session.head().read().workspace));
    let update = Update {
        title: StoredValue::new(change),
        form: FORM,
        tried: inputs.tried,
        refusal: RwSignal::new(None),
        on_close,
    };
    let aside = Signal::derive(move || Some(words::count(inputs.queues.read().len(), "queue", "queues")));
    let named = move || view! { <Fold title="Custom hours" open=true><HoursName inputs /></Fold> };
    let queues = move || view! { <Fold title="Queues" open=true aside><HoursQueues inputs /></Fold> };
    view! {
        <FormDrawer
            title
            detail=(!custom).then(|| "Every queue that no custom hours name takes these.".to_owned())
            update
            verb="Apply"
            changed=Signal::derive(move || inputs.is_changed())
            intents=move || inputs.intents()
            numbers
            after
            before="Before Apply"
        >
            {custom.then(named)}
            <Fold title="Hours and holidays" open=true>
                <ScheduleEditor inputs=inputs.schedule live remarks=false />
            </Fold>
            {custom.then(queues)}
        </FormDrawer>
    }
}
