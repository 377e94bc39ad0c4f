//! Buttons. A button that cannot act stays in the tab order and says that it is off, so focus is never lost.

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

use super::{Icon, IconName, RowFocus};

/// What a button is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// One of several.
    #[default]
    Plain,
    /// The page's one main action.
    Primary,
    /// Publishes the draft.
    Publish,
    /// Leads to a loss, asked about first.
    Danger,
    /// Confirms the loss.
    DangerPrimary,
    /// One that stands back.
    Quiet,
    /// Reads as a link.
    Link,
}

/// How high a button is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonSize {
    /// As high as a field.
    #[default]
    Normal,
    /// For rows and bars.
    Compact,
}

/// The style sheet's words for a kind and a size.
pub(super) fn button_class(kind: ButtonKind, size: ButtonSize) -> String {
    let kind = match kind {
        ButtonKind::Plain => "button",
        ButtonKind::Primary => "button primary",
        ButtonKind::Publish => "button publish",
        ButtonKind::Danger => "button danger",
        ButtonKind::DangerPrimary => "button danger primary",
        ButtonKind::Quiet => "button quiet",
        ButtonKind::Link => return "link".to_owned(),
    };
    match size {
        ButtonSize::Normal => kind.to_owned(),
        ButtonSize::Compact => format!("{kind} compact"),
    }
}

/// A button with words.
#[component]
pub fn Button(
    /// What it is for.
    #[prop(optional)]
    kind: ButtonKind,
    /// How high it is.
    #[prop(optional)]
    size: ButtonSize,
    /// A drawing before the words.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Sends the form it stands in, or the one named by `form`.
    #[prop(optional)]
    submit: bool,
    /// The id of a form it does not stand in.
    #[prop(optional, into)]
    form: Option<String>,
    /// Off: it does nothing, and says so.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// At work: it does nothing until that is over.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Its name where the words alone do not say enough.
    #[prop(optional, into)]
    label: MaybeProp<String>,
    /// The id of a text that says more.
    #[prop(optional, into)]
    described_by: MaybeProp<String>,
    /// What it does.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// The element itself.
    #[prop(optional)]
    node_ref: NodeRef<html::Button>,
    /// The words.
    children: Children,
) -> impl IntoView {
    let off = Signal::derive(move || disabled.get() || busy.get());
    let drawing = move || {
        let name = if busy.get() { Some(IconName::Spin) } else { icon };
        name.map(|name| view! { <Icon name /> })
    };
    view! {
        <button
            class=button_class(kind, size)
            type=if submit { "submit" } else { "button" }
            form=form
            tabindex=RowFocus::tabindex()
            aria-disabled=move || off.get().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            aria-label=move || label.get()
            aria-describedby=move || described_by.get()
            on:click=move |event| press(&event, off, on_press)
            node_ref=node_ref
        >
            {drawing}
            {children()}
        </button>
    }
}

/// A square button with a drawing; its name is spoken, and shown when pointed at.
#[component]
pub fn IconButton(
    /// The drawing.
    name: IconName,
    /// Its name: the verb, and what it acts on.
    #[prop(into)]
    label: Signal<String>,
    /// Off: it does nothing, and says so.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// What it does.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// The element itself.
    #[prop(optional)]
    node_ref: NodeRef<html::Button>,
) -> impl IntoView {
    view! {
        <button
            class="icon-button"
            type="button"
            tabindex=RowFocus::tabindex()
            aria-label=move || label.get()
            data-tip=""
            aria-disabled=move || disabled.get().then_some("true")
            on:click=move |event| press(&event, disabled, on_press)
            node_ref=node_ref
        >
            <Icon name />
        </button>
    }
}

/// A link that looks like a button.
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// What it is for.
    #[prop(optional)]
    kind: ButtonKind,
    /// How high it is.
    #[prop(optional)]
    size: ButtonSize,
    /// A drawing before the words.
    #[prop(optional)]
    icon: Option<IconName>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <a class=button_class(kind, size) href=move || href.get() tabindex=RowFocus::tabindex()>
            {icon.map(|name| view! { <Icon name /> })}
            {children()}
        </a>
    }
}

/// Acts, unless the button is off; then it does not even send its form.
fn press(event: &MouseEvent, off: Signal<bool>, on_press: Option<Callback<()>>) {
    if off.get_untracked() {
        event.prevent_default();
        event.stop_propagation();
    } else if let Some(act) = on_press {
        act.run(());
    }
}
