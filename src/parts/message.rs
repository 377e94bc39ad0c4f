//! The editor of a reply: its text, what it costs to send, and what the sender sees.

mod cost;
mod plain;

use domain::PhoneNumber;
use domain::message::{MAX_MESSAGE, MessageError, MessageText};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Button, ButtonKind, ButtonSize, TextArea};
use cost::Cost;

/// The editor.
#[component]
pub fn MessageEditor(
    /// The text, both ways.
    value: RwSignal<String>,
    /// Whether an empty text is an error by now.
    #[prop(into)]
    tried: Signal<bool>,
    /// The number the reply comes from, as the sender sees it.
    #[prop(into)]
    from: Signal<String>,
    /// The label.
    #[prop(default = "After-hours deflection message")]
    label: &'static str,
    /// When it is sent, over the preview.
    #[prop(default = "Outside the hours")]
    when: &'static str,
    /// The text that it answers.
    #[prop(default = "Hello, is somebody there?")]
    asked: &'static str,
    /// What is sent while nothing is written, if anything is.
    #[prop(default = "")]
    otherwise: &'static str,
    /// More on what it is for, under the field.
    #[prop(default = "")]
    hint: &'static str,
) -> impl IntoView {
    let error = Signal::derive(move || match parse(&value.read()) {
        Err(MessageError::Empty) if !tried.get() => None,
        parsed => parsed.err().map(|error| error.to_string()),
    });
    let cost = Memo::new(move |_| Cost::of(&value.read()));
    let plain = Memo::new(move |_| cost.read().forced_by.and_then(|_| plain::plain(&value.read())));
    let hint = format!("{hint} 1 to {MAX_MESSAGE} characters, sent as it is written.");
    let replace = move || {
        if let Some(plain) = plain.get_untracked() {
            value.set(plain);
        }
    };
    view! {
        <div class="message">
            <div class="stack tight">
                <TextArea
                    label
                    value
                    rows=5
                    hint=hint.trim().to_owned()
                    error
                />
                <div class="segments">
                    <span class="meter" aria-hidden="true">
                        {move || cost.read().fills().into_iter().map(|fill| view! {
                            <span><i style:--fill=format!("{fill}%")></i></span>
                        }).collect_view()}
                    </span>
                    <span>{move || cost.read().length()}</span>
                    <span class="push">{move || cost.read().segments_in_words()}</span>
                </div>
                {move || cost.read().forced().map(|text| view! {
                    <p class="forced">
                        {text}
                        <Show when=move || plain.read().is_some()>
                            <Button kind=ButtonKind::Link size=ButtonSize::Compact on_press=replace>"Write it in plain characters"</Button>
                        </Show>
                    </p>
                })}
            </div>
            <div class="phone" role="group" aria-label=format!("What the sender sees, {when}")>
                <header><b>{move || from.get()}</b>{when}</header>
                <div class="thread">
                    <p class="bubble sent">{asked}</p>
                    {move || reply(&value.read(), otherwise)}
                </div>
            </div>
        </div>
    }
}

/// The number that replies come from, in a preview: the first of those concerned.
pub fn replies_from(numbers: Signal<Vec<PhoneNumber>>) -> Signal<String> {
    let session = expect_context::<Session>();
    Signal::derive(move || {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let numbers = numbers.read();
        let first = numbers.first().and_then(|&number| workspace.number(number));
        first.map_or_else(|| "A direct number".to_owned(), |number| number.printed())
    })
}

/// The reply of a text.
///
/// # Errors
/// An empty or overlong text.
pub fn parse(text: &str) -> Result<MessageText, MessageError> {
    MessageText::try_from(text.to_owned())
}

fn reply(text: &str, otherwise: &'static str) -> AnyView {
    match (text.trim().is_empty(), otherwise) {
        (true, "") => view! { <p class="bubble none">"Nothing yet"</p> }.into_any(),
        (true, otherwise) => view! { <p class="bubble">{otherwise}</p> }.into_any(),
        (false, _) => view! { <p class="bubble">{text.to_owned()}</p> }.into_any(),
    }
}
