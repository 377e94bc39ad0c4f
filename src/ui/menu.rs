//! A button that opens a menu of actions, in the browser's top layer.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::place::place;
use super::roving::{by_letter, step};
use super::tabs::focus;
use super::uid::uid;
use super::{ButtonKind, ButtonSize, Icon, IconName, RowFocus, button::button_class};

/// One line of a menu.
#[derive(Clone)]
pub enum MenuEntry {
    /// Something to do.
    Item(MenuItem),
    /// A line between groups.
    Line,
}

/// Something to do.
#[derive(Clone)]
pub struct MenuItem {
    icon: Option<IconName>,
    label: String,
    detail: String,
    danger: bool,
    disabled: bool,
    on_pick: Callback<()>,
}

impl MenuItem {
    /// An action with its words.
    pub fn new(label: impl Into<String>, on_pick: impl Into<Callback<()>>) -> Self {
        let (label, on_pick) = (label.into(), on_pick.into());
        Self {
            icon: None,
            label,
            detail: String::new(),
            danger: false,
            disabled: false,
            on_pick,
        }
    }

    /// With a drawing before the words.
    #[must_use]
    pub fn icon(self, icon: IconName) -> Self {
        Self {
            icon: Some(icon),
            ..self
        }
    }

    /// With a quiet word at the end.
    #[must_use]
    pub fn detail(self, detail: impl Into<String>) -> Self {
        Self {
            detail: detail.into(),
            ..self
        }
    }

    /// Leads to a loss.
    #[must_use]
    pub fn danger(self) -> Self {
        Self { danger: true, ..self }
    }

    /// Off unless `can`.
    #[must_use]
    pub fn enabled(self, can: bool) -> Self {
        Self {
            disabled: !can,
            ..self
        }
    }

    /// As a line of the menu.
    pub fn entry(self) -> MenuEntry {
        MenuEntry::Item(self)
    }
}

/// What the button of a menu looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MenuLook {
    /// Square, with a drawing alone.
    #[default]
    Icon,
    /// With words.
    Button(ButtonKind, ButtonSize),
    /// A class of its own.
    Class(&'static str),
}

/// The menu button; its children are its words, or its drawing.
#[component]
pub fn Menu(
    /// The button's name, where its words do not say enough, and the menu's.
    #[prop(into)]
    label: Signal<String>,
    /// What can be done; asked each time it opens.
    #[prop(into)]
    entries: Callback<(), Vec<MenuEntry>>,
    /// What the button looks like.
    #[prop(optional)]
    look: MenuLook,
    /// The button's words.
    children: Children,
) -> impl IntoView {
    let id = StoredValue::new(uid("menu"));
    let open = RwSignal::new(None::<At>);
    let button = NodeRef::<html::Button>::new();
    let class = match look {
        MenuLook::Icon => "icon-button".to_owned(),
        MenuLook::Button(kind, size) => button_class(kind, size),
        MenuLook::Class(class) => class.to_owned(),
    };
    let by_key = move |event: KeyboardEvent| {
        let at = match event.key().as_str() {
            "ArrowDown" => At::First,
            "ArrowUp" => At::Last,
            _ => return,
        };
        event.prevent_default();
        open.set(Some(at));
    };
    let flip = move |_| open.update(|open| *open = if open.is_none() { Some(At::First) } else { None });
    view! {
        <button
            class=class
            type="button"
            tabindex=RowFocus::tabindex()
            aria-label=move || label.get()
            data-tip=(look == MenuLook::Icon).then_some("")
            aria-haspopup="menu"
            aria-expanded=move || if open.get().is_some() { "true" } else { "false" }
            aria-controls=move || open.get().map(|_| id.get_value())
            on:click=flip
            on:keydown=by_key
            node_ref=button
        >
            {children()}
        </button>
        {move || open.get().map(|at| popup(id.get_value(), label, entries.run(()), at, button, open))}
    }
}

/// Where the focus goes as the menu opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    First,
    Last,
}

fn popup(
    id: String,
    label: Signal<String>,
    entries: Vec<MenuEntry>,
    at: At,
    button: NodeRef<html::Button>,
    open: RwSignal<Option<At>>,
) -> impl IntoView {
    let items = entries.iter().filter_map(|entry| {
        if let MenuEntry::Item(item) = entry {
            Some(item)
        } else {
            None
        }
    });
    let names: Vec<String> = items.map(|item| item.label.clone()).collect();
    let count = names.len();
    let active = RwSignal::new(if at == At::Last {
        count.saturating_sub(1)
    } else {
        0
    });
    let menu = NodeRef::<html::Div>::new();
    let prefix = StoredValue::new(id.clone());
    let go = move |index: usize| {
        active.set(index);
        focus(&format!("{}-{index}", prefix.get_value()));
    };
    let close = move || {
        open.set(None);
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    Effect::new(move || {
        if let (Some(menu), Some(button)) = (menu.get(), button.get_untracked()) {
            // Refused only when it is shown already.
            let _ = menu.show_popover();
            place(&menu, &button);
            go(active.get_untracked());
        }
    });
    // In a list its row may have come to show something else: these are the actions of what it was opened for.
    Effect::new(move |opened_for: Option<String>| {
        let now = label.get();
        if opened_for.is_some_and(|opened_for| opened_for != now) {
            open.set(None);
        }
        now
    });
    let by_key = move |event: KeyboardEvent| {
        let at = active.get_untracked();
        match event.key().as_str() {
            "Escape" => close(),
            // Focus goes on from the button.
            "Tab" => return close(),
            key => match step(key, at, count).or_else(|| by_letter(&names, at, key)) {
                Some(next) => go(next),
                None => return,
            },
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let left = move |event: FocusEvent| {
        let to = event
            .related_target()
            .and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        let within = |node: &web_sys::Node| {
            menu.get_untracked().is_some_and(|menu| menu.contains(Some(node)))
                || button
                    .get_untracked()
                    .is_some_and(|button| button.contains(Some(node)))
        };
        if !to.is_some_and(|to| within(&to)) {
            open.set(None);
        }
    };
    let mut index = 0;
    let lines: Vec<AnyView> = entries
        .into_iter()
        .map(|entry| match entry {
            MenuEntry::Line => view! { <hr /> }.into_any(),
            MenuEntry::Item(item) => {
                index += 1;
                line(item, format!("{id}-{}", index - 1), close)
            }
        })
        .collect();
    view! {
        <div
            class="menu popup"
            popover="manual"
            role="menu"
            id=prefix.get_value()
            aria-label=move || label.get()
            on:keydown=by_key
            on:focusout=left
            node_ref=menu
        >
            {lines}
        </div>
    }
}

fn line(item: MenuItem, id: String, close: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let pick = move |_| {
        if !item.disabled {
            close();
            item.on_pick.run(());
        }
    };
    view! {
        <button
            type="button"
            role="menuitem"
            id=id
            tabindex="-1"
            class:danger=item.danger
            aria-disabled=item.disabled.then_some("true")
            on:click=pick
        >
            {item.icon.map(|name| view! { <Icon name /> })}
            {item.label}
            {(!item.detail.is_empty()).then(|| view! { <span class="end">{item.detail}</span> })}
        </button>
    }
    .into_any()
}
