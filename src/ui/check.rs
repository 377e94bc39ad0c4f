//! Check boxes and switches. What they show is what the app holds: a refused click falls back by itself.

use leptos::prelude::*;

use super::RowFocus;
use super::uid::uid;

/// How a check box stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tick {
    /// None.
    #[default]
    Off,
    /// All.
    On,
    /// Some.
    Mixed,
}

impl Tick {
    /// The tick of a group, from how many of its members are chosen.
    pub const fn of(chosen: usize, all: usize) -> Self {
        match chosen {
            0 => Self::Off,
            _ if chosen >= all => Self::On,
            _ => Self::Mixed,
        }
    }
}

impl From<bool> for Tick {
    fn from(on: bool) -> Self {
        if on { Self::On } else { Self::Off }
    }
}

/// A check box with its words.
#[component]
pub fn Checkbox(
    /// The words.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// What a person made of it.
    #[prop(into)]
    on_change: Callback<(bool,)>,
    /// What it brings about, in words under it.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// Neither ticked nor not: some of what it stands for is.
    #[prop(optional, into)]
    mixed: Signal<bool>,
    /// Cannot be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                disabled=move || disabled.get()
                prop:checked=move || checked.get()
                prop:indeterminate=move || mixed.get()
                on:change=move |event| settle(&event, checked, on_change)
            />
            <span>
                {move || label.get()}
                {move || hint.get().map(|hint| view! { <span class="hint">{hint}</span> })}
            </span>
        </label>
    }
}

/// A bare box that picks a row, or all of them.
#[component]
pub fn PickBox(
    /// What it picks; spoken.
    #[prop(into)]
    label: Signal<String>,
    /// How it stands.
    #[prop(into)]
    tick: Signal<Tick>,
    /// What a person made of it.
    #[prop(into)]
    on_change: Callback<(bool,)>,
) -> impl IntoView {
    let checked = Signal::derive(move || tick.get() == Tick::On);
    view! {
        <input
            class="box"
            type="checkbox"
            tabindex=RowFocus::tabindex()
            aria-label=move || label.get()
            prop:checked=move || checked.get()
            prop:indeterminate=move || tick.get() == Tick::Mixed
            on:change=move |event| settle(&event, checked, on_change)
        />
    }
}

/// On or off, at once; says so in words as well.
#[component]
pub fn Switch(
    /// The words.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// What a person made of it.
    #[prop(into)]
    on_change: Callback<(bool,)>,
    /// What it brings about, in words under it.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// Cannot be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let id = uid("switch");
    let hint_id = format!("{id}-hint");
    let described_by = hint_id.clone();
    let under = move || {
        let id = hint_id.clone();
        hint.get()
            .map(|hint| view! { <span class="hint" id=id>{hint}</span> })
    };
    view! {
        <div class="switch">
            <div class="stack none">
                <label for=id.clone()>{move || label.get()}</label>
                {under}
            </div>
            <span>
                <span class="word" aria-hidden="true">{move || if on.get() { "ON" } else { "OFF" }}</span>
                <input
                    type="checkbox"
                    role="switch"
                    id=id
                    disabled=move || disabled.get()
                    aria-describedby=move || hint.get().map(|_| described_by.clone())
                    prop:checked=move || on.get()
                    on:change=move |event| settle(&event, on, on_change)
                />
            </span>
        </div>
    }
}

/// Tells what was clicked, then shows again what the app holds.
fn settle(event: &web_sys::Event, held: Signal<bool>, on_change: Callback<(bool,)>) {
    let input = event_target::<web_sys::HtmlInputElement>(event);
    on_change.run((input.checked(),));
    if let Some(held) = held.try_get_untracked() {
        input.set_checked(held);
    }
}

#[cfg(test)]
mod tests {
    use super::Tick;

    #[test]
    fn a_groups_box_is_mixed_between_none_and_all() {
        assert_eq!(Tick::of(0, 3), Tick::Off);
        assert_eq!(Tick::of(1, 3), Tick::Mixed);
        assert_eq!(Tick::of(3, 3), Tick::On);
        assert_eq!(Tick::of(0, 0), Tick::Off);
    }
}
