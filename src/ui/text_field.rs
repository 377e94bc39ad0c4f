//! Fields for text: one line, several lines, a filter, a whole number.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::field::{FieldIds, framed};
use super::{Icon, IconName, Kbd};

/// What a line of text is, for the browser's keyboard and its memory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    /// Anything.
    #[default]
    Text,
    /// A phone number.
    Phone,
    /// A mail address.
    Mail,
    /// A date, with the browser's calendar.
    Date,
    /// A secret.
    Password,
}

impl TextKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Phone => "tel",
            Self::Mail => "email",
            Self::Date => "date",
            Self::Password => "password",
        }
    }
}

/// One line of text.
#[component]
pub fn TextField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The text, both ways.
    value: RwSignal<String>,
    /// What the text is.
    #[prop(optional)]
    kind: TextKind,
    /// What to write, in words under the field.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong and what to write instead; takes the hint's place.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// An example, while the field is empty.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// Cannot be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Can be read and copied only.
    #[prop(optional)]
    readonly: bool,
    /// Takes the focus as its dialog opens.
    #[prop(optional)]
    autofocus: bool,
    /// Runs as the field is left with another text than before.
    #[prop(optional, into)]
    on_change: Option<Callback<()>>,
    /// The element itself.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let ids = FieldIds::new(hint, error);
    let control = view! {
        <input
            class="input"
            id=ids.control()
            type=kind.name()
            autocomplete="off"
            data-autofocus=autofocus.then_some("")
            readonly=readonly
            disabled=move || disabled.get()
            placeholder=move || placeholder.get()
            aria-invalid=move || ids.invalid()
            aria-describedby=move || ids.described_by()
            bind:value=value
            on:change=move |_| on_change.map_or((), |run| run.run(()))
            node_ref=node_ref
        />
    };
    framed(ids, label, control.into_any())
}

/// Several lines of text.
#[component]
pub fn TextArea(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The text, both ways.
    value: RwSignal<String>,
    /// Lines seen at first.
    #[prop(default = 4)]
    rows: u32,
    /// What to write, in words under the field.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong and what to write instead; takes the hint's place.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// An example, while the field is empty.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// Cannot be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let ids = FieldIds::new(hint, error);
    let control = view! {
        <textarea
            class="textarea"
            id=ids.control()
            rows=rows
            disabled=move || disabled.get()
            placeholder=move || placeholder.get()
            aria-invalid=move || ids.invalid()
            aria-describedby=move || ids.described_by()
            bind:value=value
        />
    };
    framed(ids, label, control.into_any())
}

/// A filter over what stands below it. Escape clears it.
#[component]
pub fn SearchBox(
    /// What it filters; spoken, not shown.
    #[prop(into)]
    label: Signal<String>,
    /// The text as the address has it.
    #[prop(into)]
    value: Signal<String>,
    /// The text after each keystroke.
    #[prop(into)]
    on_input: Callback<(String,)>,
    /// What can be written.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// The key that leads here, shown at the end.
    #[prop(optional)]
    key_hint: Option<&'static str>,
    /// The element itself.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let clear = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !value.get_untracked().is_empty() {
            event.prevent_default();
            on_input.run((String::new(),));
        }
    };
    view! {
        <span class="with-icon">
            <Icon name=IconName::Search />
            <input
                class="input compact"
                type="text"
                role="searchbox"
                autocomplete="off"
                spellcheck="false"
                aria-label=move || label.get()
                placeholder=move || placeholder.get()
                prop:value=move || value.get()
                on:input=move |event| on_input.run((event_target_value(&event),))
                on:keydown=clear
                node_ref=node_ref
            />
            {key_hint.map(|keys| view! { <span class="trail" aria-hidden="true"><Kbd keys /></span> })}
        </span>
    }
}

/// A whole number; arrow keys count up and down within its limits.
#[component]
pub fn NumberField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The number as it is written, both ways.
    value: RwSignal<String>,
    /// The least it can be.
    min: i64,
    /// The most it can be.
    max: i64,
    /// What to write, in words under the field.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong and what to write instead; takes the hint's place.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// Cannot be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let ids = FieldIds::new(hint, error);
    let count = move |event: KeyboardEvent| {
        // Read to the end before it is written.
        let next = counted(&value.read_untracked(), &event.key(), min, max);
        if let Some(next) = next {
            event.prevent_default();
            value.set(next.to_string());
        }
    };
    let control = view! {
        <input
            class="input number-input"
            id=ids.control()
            type="text"
            inputmode="numeric"
            autocomplete="off"
            role="spinbutton"
            aria-valuemin=min
            aria-valuemax=max
            aria-valuenow=move || whole(&value.read())
            disabled=move || disabled.get()
            aria-invalid=move || ids.invalid()
            aria-describedby=move || ids.described_by()
            bind:value=value
            on:keydown=count
        />
    };
    framed(ids, label, control.into_any())
}

fn whole(written: &str) -> Option<i64> {
    written.trim().parse().ok()
}

/// The number after a key, if the key counts.
fn counted(written: &str, key: &str, min: i64, max: i64) -> Option<i64> {
    let now = whole(written);
    let next = match (key, now) {
        ("ArrowUp", Some(now)) => now.saturating_add(1),
        ("ArrowDown", Some(now)) => now.saturating_sub(1),
        ("ArrowUp" | "ArrowDown", None) => min,
        _ => return None,
    };
    Some(next.clamp(min, max))
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn arrows_count_within_the_limits() {
        assert_eq!(counted("2", "ArrowUp", 1, 99), Some(3));
        assert_eq!(counted(" 99 ", "ArrowUp", 1, 99), Some(99));
        assert_eq!(counted("1", "ArrowDown", 1, 99), Some(1));
        assert_eq!(counted("two", "ArrowDown", 1, 99), Some(1));
        assert_eq!(counted("2", "a", 1, 99), None);
    }
}
