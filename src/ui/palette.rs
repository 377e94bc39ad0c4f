//! Jump to anything by typing: a field over a list of what matches, in groups. Focus stays in the field.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::dialog::{ask_to_close, open_while_mounted, show_now};
use super::roving::step_long;
use super::uid::uid;
use super::{Icon, IconName, Kbd};

/// Lines a page key moves by.
const PAGE: usize = 7;

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaletteItem {
    /// The heading it stands under; lines of one heading follow each other.
    pub group: &'static str,
    /// Its drawing.
    pub icon: IconName,
    /// Its words.
    pub label: String,
    /// A quiet word at the end of the line.
    pub detail: String,
}

/// The dialog; open for as long as it is mounted.
#[component]
pub fn Palette(
    /// What can be found, or what is asked.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed, both ways.
    typed: RwSignal<String>,
    /// What matches, the best first.
    #[prop(into)]
    items: Signal<Vec<PaletteItem>>,
    /// The place of the line a person chose.
    #[prop(into)]
    on_pick: Callback<(usize,)>,
    /// A person wants to leave.
    #[prop(into)]
    on_close: Callback<()>,
    /// Said where nothing matches.
    #[prop(into)]
    empty: Signal<String>,
    /// Why the last choice was not carried out.
    #[prop(optional, into)]
    refusal: MaybeProp<String>,
    /// The line that Enter chooses, for what is said about it.
    #[prop(optional)]
    active: RwSignal<usize>,
    /// What choosing that line would do.
    #[prop(optional, into)]
    about: MaybeProp<String>,
) -> impl IntoView {
    let list_id = StoredValue::new(uid("palette"));
    let len = Memo::new(move |_| items.read().len());
    Effect::new(move || {
        items.track();
        active.set(0);
    });
    Effect::new(move || bring(&list_id.get_value(), &option_id(list_id, active.get())));
    let pick = move |at: usize| {
        if at < len.get_untracked() {
            on_pick.run((at,));
        }
    };
    let press = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let key = event.key();
        let (at, len) = (active.get_untracked(), len.get_untracked());
        match key.as_str() {
            "Enter" => pick(at),
            // Home and End are for the text.
            "ArrowDown" | "ArrowUp" | "PageDown" | "PageUp" => {
                if let Some(next) = step_long(&key, Some(at), len, PAGE) {
                    active.set(next);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let dialog: NodeRef<html::Dialog> = open_while_mounted(on_close, show_now);
    let outside = move |event: leptos::ev::MouseEvent| {
        if event.target() == event.current_target() {
            on_close.run(());
        }
    };
    let found = move || match len.get() {
        0 => String::new(),
        1 => "1 result".to_owned(),
        many => format!("{many} results"),
    };
    view! {
        <dialog
            class="palette"
            aria-label=move || label.get()
            node_ref=dialog
            on:cancel=move |event| ask_to_close(&event, on_close)
            on:click=outside
        >
            <div class="ask">
                <Icon name=IconName::Search />
                <input
                    type="text"
                    role="combobox"
                    autofocus
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="go"
                    aria-autocomplete="list"
                    aria-expanded="true"
                    aria-controls=list_id.get_value()
                    aria-activedescendant=move || (len.get() > 0).then(|| option_id(list_id, active.get()))
                    aria-label=move || label.get()
                    placeholder=move || label.get()
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                    on:keydown=press
                />
                <button type="button" class="link" on:click=move |_| on_close.run(())>
                    <Kbd keys="Esc" />
                    <span class="visually-hidden">" to close"</span>
                </button>
            </div>
            {move || refusal.get().map(|text| view! { <p class="refusal" role="alert">{text}</p> })}
            <Lines list_id items active on_pick empty />
            <div class="visually-hidden" role="status">{found}</div>
            <div role="status">{move || about.get().map(|text| view! { <p class="about">{text}</p> })}</div>
            <footer aria-hidden="true">
                <span><Kbd keys="↑" /><Kbd keys="↓" />"to move"</span>
                <span><Kbd keys="Enter" />"to choose"</span>
                <span><Kbd keys="Esc" />"to close"</span>
            </footer>
        </dialog>
    }
}

/// The list; what the keys act on has the focus in the field's stead.
#[component]
fn Lines(
    list_id: StoredValue<String>,
    items: Signal<Vec<PaletteItem>>,
    active: RwSignal<usize>,
    on_pick: Callback<(usize,)>,
    empty: Signal<String>,
) -> impl IntoView {
    let groups = move || {
        items.with(|items| {
            let mut groups: Vec<(&'static str, Vec<(usize, PaletteItem)>)> = Vec::new();
            for (at, item) in items.iter().cloned().enumerate() {
                match groups.last_mut() {
                    Some((name, lines)) if *name == item.group => lines.push((at, item)),
                    _ => groups.push((item.group, vec![(at, item)])),
                }
            }
            groups
        })
    };
    let line = move |(at, item): (usize, PaletteItem)| {
        view! {
            <div
                role="option"
                id=option_id(list_id, at)
                class:is-active=move || active.get() == at
                aria-selected=move || if active.get() == at { "true" } else { "false" }
                on:click=move |_| on_pick.run((at,))
            >
                <Icon name=item.icon />
                <span class="clip">{item.label}</span>
                {(!item.detail.is_empty()).then(|| view! { <span class="end clip">{item.detail}</span> })}
            </div>
        }
    };
    let group = move |(name, lines): (&'static str, Vec<(usize, PaletteItem)>)| {
        let id = lines
            .first()
            .map(|(at, _)| format!("{}-group", option_id(list_id, *at)));
        let heading = id.clone();
        view! {
            <div role="group" aria-labelledby=heading>
                <p class="group-label" id=id role="presentation">{name}</p>
                {lines.into_iter().map(line).collect_view()}
            </div>
        }
    };
    view! {
        <div class="menu" role="listbox" tabindex="-1" id=list_id.get_value() aria-label="Results">
            {move || groups().into_iter().map(group).collect_view()}
            <Show when=move || items.read().is_empty()>
                <div role="option" aria-disabled="true" aria-selected="false">{move || empty.get()}</div>
            </Show>
        </div>
    }
}

fn option_id(list_id: StoredValue<String>, at: usize) -> String {
    format!("{}-{at}", list_id.get_value())
}

/// Scrolls the list just as far as needed to see the line.
#[allow(clippy::cast_possible_truncation, reason = "pixels")]
fn bring(list: &str, line: &str) {
    let (Some(list), Some(line)) = (
        document().get_element_by_id(list),
        document().get_element_by_id(line),
    ) else {
        return;
    };
    let (frame, line) = (list.get_bounding_client_rect(), line.get_bounding_client_rect());
    let above = line.top() - frame.top() - 32.0;
    let below = line.bottom() - frame.bottom() + 8.0;
    if above < 0.0 {
        list.set_scroll_top(list.scroll_top() + above as i32);
    } else if below > 0.0 {
        list.set_scroll_top(list.scroll_top() + below as i32);
    }
}
