//! Routing preview: try a text, live and draft side by side, before anything is saved; and why it is not answered.

mod answers;
mod form;
mod inputs;
mod picks;
mod pins;
mod why;

use leptos::prelude::*;

use crate::pages::address::query_value;
use crate::parts::page_head::PageHead;
use crate::paths::query;
use crate::session::Session;
use crate::ui::{Button, ButtonSize, go_on};
use answers::answers;
use form::TrialForm;
use inputs::Inputs;
use pins::{PinButton, Pins};
use why::Why;

/// The page.
#[component]
pub fn Preview() -> impl IntoView {
    let session = expect_context::<Session>();
    let inputs = Inputs::new(session);
    let scenario = Memo::new(move |_| inputs.scenario());
    let (revision, set_revision) = query_value(query::REVISION);
    // An old revision in the place of the live one, when the address names it.
    let past = Memo::new(move |_| {
        let wanted = revision.read().parse::<u64>().ok()?;
        (wanted != session.head().read().revision).then(|| (wanted, session.revision(wanted)))
    });
    let sides = move || {
        scenario
            .read()
            .as_ref()
            .map(|scenario| answers(session, past, scenario))
    };
    let to_live = move || {
        set_revision.run((String::new(),));
        go_on(&[]);
    };
    view! {
        <PageHead
            title="Routing preview"
            text="Try a text: who gets it, what the sender hears, and why."
            actions=move || view! { <PinButton scenario /> }
        />
        <div class="page">
            <div class="trial">
                <TrialForm inputs />
                <div class="stack">
                    {move || past.read().is_some().then(|| view! {
                        <div>
                            <Button size=ButtonSize::Compact on_press=to_live>"Back to the live revision"</Button>
                        </div>
                    })}
                    {sides}
                    <Why scenario />
                    <Pins />
                </div>
            </div>
        </div>
    }
}
