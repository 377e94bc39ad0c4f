//! How a queue speaks and is reached: language, keywords, greeting, timeouts (specification 2.5).

use leptos::prelude::*;

use crate::forms::queue_more::QueueMore;
use crate::parts::message::MessageEditor;
use crate::session::Session;
use crate::ui::{Checkbox, NumberField, TextField};

/// The longest time, a week in minutes.
const MOST: i64 = 10_080;

/// What the engine says against a field.
pub(super) fn refusals(session: Session, more: QueueMore) -> (Memo<Option<String>>, Memo<Option<String>>) {
    let said = move |intent: fn(QueueMore) -> Option<domain::Intent>| {
        Memo::new(move |_| {
            let refusal = session.preview(&intent(more)?).err();
            refusal.map(|refusal| refusal.to_string())
        })
    };
    (said(QueueMore::new_language), said(QueueMore::new_keywords))
}

/// Language and keywords.
#[component]
pub(super) fn Reach(
    more: QueueMore,
    refusals: (Memo<Option<String>>, Memo<Option<String>>),
) -> impl IntoView {
    view! {
        <TextField
            label="Keywords"
            value=more.keywords
            error=refusals.1
            hint="With commas between them. Whoever texts one lands in this queue."
        />
        <TextField label="Language" value=more.language error=refusals.0 hint="Of its texts, such as en or es" />
    }
}

/// The first text.
#[component]
pub(super) fn Greeting(
    more: QueueMore,
    /// Whether there is a queue above to take it from.
    below: bool,
    /// What the queue above says, or that it says nothing.
    above: Signal<String>,
    /// Whether an empty greeting is an error by now.
    tried: RwSignal<bool>,
    /// The number that the text comes from.
    from: Signal<String>,
) -> impl IntoView {
    let label = if below {
        "Use the greeting of the queue above"
    } else {
        "No greeting"
    };
    let hint = Signal::derive(move || below.then(|| above.get()));
    view! {
        <Checkbox label hint checked=more.inherits on_change=move |on: bool| more.inherits.set(on) />
        <Show when=move || !more.inherits.get()>
            <MessageEditor
                value=more.greeting
                tried
                from
                label="Greeting"
                when="The first text of a chat"
                hint="The first text that a consumer gets."
            />
        </Show>
    }
}

/// When chats end by themselves.
#[component]
pub(super) fn TimeoutFields(more: QueueMore) -> impl IntoView {
    let session = expect_context::<Session>();
    let error =
        move |written| Signal::derive(move || more.minutes_error(&session.workspace().read(), written));
    let hint = "Minutes; empty takes the SMS settings' value";
    view! {
        <NumberField label="Chat expiration" value=more.expiration min=1 max=MOST hint error=error(more.expiration) />
        <NumberField label="Chat timeout" value=more.timeout min=1 max=MOST hint error=error(more.timeout) />
    }
}
