//! The numbers of an agent or a queue, the way to one more, **Assign**; nothing is written before its form is (F5, F6).

use domain::{PhoneNumber, Workspace};
use leptos::html;
use leptos::prelude::*;

use crate::parts::lock::{SmsLock, sms_off};
use crate::parts::tags::{Marks, tags};
use crate::paths::Page;
use crate::session::Session;
use crate::ui::{
    Banner, Button, ButtonSize, Choice, Combobox, IconButton, IconName, LinkButton, focus_first,
};
use crate::words;

/// The list of numbers and the way to one more.
#[component]
pub fn AssignedNumbers(
    /// The numbers as they stand in the form, both ways.
    numbers: RwSignal<Vec<PhoneNumber>>,
    /// The product's words on the button for one more.
    button: &'static str,
    /// The most there can be.
    #[prop(default = usize::MAX)]
    limit: usize,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let assigning = RwSignal::new(false);
    let chosen = RwSignal::new(None::<String>);
    let panel = NodeRef::<html::Div>::new();
    // What had the focus goes: it is put on the first of what comes in its place.
    let turn = move |on: bool| {
        assigning.set(on);
        request_animation_frame(move || {
            if let Some(panel) = panel.get_untracked() {
                focus_first(&panel);
            }
        });
    };
    let choices = Memo::new(move |_| choices(&session.workspace().read(), &numbers.read()));
    let assign = move || {
        if let Some(number) = chosen.get_untracked().and_then(|text| text.parse().ok()) {
            numbers.update(|numbers| numbers.push(number));
        }
        chosen.set(None);
        turn(false);
    };
    let locked = sms_off();
    let full = Signal::derive(move || numbers.read().len() >= limit);
    let free = move || {
        if full.get() {
            return format!("{limit} are the most an agent has: take one away before another one.");
        }
        let free = words::count(
            choices.read().len(),
            "direct number is free",
            "direct numbers are free",
        );
        format!("{free}. A number belongs to one agent or one SMS queue.")
    };
    let item = move |number: PhoneNumber| view! { <Assigned number numbers locked /> };
    let list = move || {
        let shown = numbers.get();
        (!shown.is_empty()).then(|| view! {
            <ul class="assigned" aria-label="Direct numbers">{shown.into_iter().map(item).collect_view()}</ul>
        })
    };
    let off = Signal::derive(move || full.get() || locked.get());
    let add = move || {
        view! {
            <SmsLock off=locked />
            <div class="row wrap">
                <Button size=ButtonSize::Compact disabled=off on_press=move || turn(true)>{button}</Button>
                <span class="hint">{free}</span>
            </div>
        }
    };
    view! {
        {list}
        <div class="stack" node_ref=panel>
        <Show when=move || assigning.get() fallback=add>
            <Show when=move || !choices.read().is_empty() fallback=none_free>
                <Combobox
                    label="Number"
                    choices
                    value=chosen
                    on_change={move |key: Option<String>| chosen.set(key)}
                    empty="No free direct number matches"
                />
            </Show>
            <div class="row">
                <Button disabled=Signal::derive(move || chosen.read().is_none()) on_press=assign>"Assign"</Button>
                <Button on_press=move || turn(false)>"Not now"</Button>
            </div>
        </Show>
        </div>
    }
}

/// Where a free number comes from.
fn none_free() -> impl IntoView {
    let way = move || {
        let page = Page::Numbers;
        view! { <LinkButton href=page.path() size=ButtonSize::Compact>{words::name(page)}</LinkButton> }
    };
    view! { <Banner action=way>"No direct number is free: add one in Phone number management."</Banner> }
}

#[component]
fn Assigned(number: PhoneNumber, numbers: RwSignal<Vec<PhoneNumber>>, locked: Memo<bool>) -> impl IntoView {
    let session = expect_context::<Session>();
    let record = session.number(number).get_untracked();
    let printed = record
        .as_ref()
        .map_or_else(|| number.to_string(), |record| record.printed());
    let label = record
        .as_ref()
        .map(|record| record.label.to_string())
        .unwrap_or_default();
    let remove = move || numbers.update(|numbers| numbers.retain(|other| *other != number));
    view! {
        <li>
            <span class="number">{printed}</span>
            {record.map(|record| tags(Marks::of(&record)))}
            <span class="muted clip grow">{label}</span>
            <IconButton name=IconName::Close label=format!("Remove {number}") disabled=locked on_press=remove />
        </li>
    }
}

/// Free direct numbers (R31) that are not in the form yet.
fn choices(workspace: &Workspace, taken: &[PhoneNumber]) -> Vec<Choice> {
    let free = workspace
        .free_numbers()
        .filter(|number| !taken.contains(&number.number));
    free.map(|number| {
        Choice::new(number.number.to_string(), number.printed()).detail(number.label.to_string())
    })
    .collect()
}
