//! The one button that makes the draft live, and what has to be confirmed before.

use leptos::prelude::*;

use super::conflicts::Meeting;
use super::pins;
use crate::session::{Effect, Session};
use crate::ui::{Button, ButtonKind, Checkbox, Icon, IconName, Refused, Toasts, go_on};
use crate::words;

/// The bar at the foot of the page.
#[component]
pub(super) fn PublishBar(
    note: RwSignal<String>,
    author: RwSignal<String>,
    meeting: Meeting,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let effect = session.effect();
    let warning = Memo::new(move |_| warning(&effect.read()));
    // Confirmed is what was read: another warning asks again.
    let confirmed = RwSignal::new(None::<String>);
    let is_confirmed = Signal::derive(move || *confirmed.read() == *warning.read());
    let pins = Memo::new(move |_| pins::warning(session));
    let confirmed_pins = RwSignal::new(None::<String>);
    let are_pins_confirmed = Signal::derive(move || *confirmed_pins.read() == *pins.read());
    let is_working = move || matches!(&*effect.read(), Effect::Unasked | Effect::Working(_));
    let blocked = Signal::derive(move || {
        is_working()
            || meeting.blocks().is_some()
            || (warning.read().is_some() && !is_confirmed.get())
            || (pins.read().is_some() && !are_pins_confirmed.get())
    });
    let why = move || {
        if is_working() {
            Some("Working out what changes".to_owned())
        } else {
            meeting.blocks()
        }
    };
    let refusal = RwSignal::new(None::<String>);
    let publish = move || {
        session.set_author(&author.get_untracked());
        match session.publish(&note.get_untracked()) {
            Ok(()) => {
                let revision = session.head().read_untracked().revision;
                toasts.done(format!("Published as revision {revision}"));
                go_on(&[]);
            }
            Err(error) => refusal.set(Some(words::sentence(&error.to_string()))),
        }
    };
    let checked = move || {
        effect.read().known().map(|summary| {
            let numbers = words::count(summary.listed, "number", "numbers");
            let zone = session.workspace().read().settings().hours.zone();
            let to = zone.to_local(summary.to).format("%-d %b %Y").to_string();
            view! { <li class="only-wide"><Icon name=IconName::Check />{format!("{numbers} checked, every minute to {to}")}</li> }
        })
    };
    let label = move || format!("Publish as revision {}", session.head().read().revision + 1);
    view! {
        <Refused text=refusal wide=true />
        <section class="publish-bar" aria-label="Publish">
            <ul class="facts-line">
                {checked}
                {move || why().map(|why| view! { <li><Icon name=IconName::Info />{why}</li> })}
            </ul>
            {move || warning.get().map(|text| {
                let words = text.clone();
                view! {
                    <Checkbox
                        label=text
                        checked=is_confirmed
                        on_change=move |on: bool| confirmed.set(on.then(|| words.clone()))
                    />
                }
            })}
            {move || pins.get().map(|text| {
                let words = text.clone();
                view! {
                    <Checkbox
                        label=text
                        checked=are_pins_confirmed
                        on_change=move |on: bool| confirmed_pins.set(on.then(|| words.clone()))
                    />
                }
            })}
            <Button kind=ButtonKind::Publish disabled=blocked on_press=publish>{label}</Button>
        </section>
    }
}

/// What has to be confirmed, if anything.
fn warning(effect: &Effect) -> Option<String> {
    match effect {
        Effect::Known(summary) if summary.never_answered > 0 => {
            let (one, many) = ("number is never answered", "numbers are never answered");
            let numbers = words::count(summary.never_answered, one, many);
            Some(format!("Publish although {numbers}"))
        }
        Effect::Failed(_) | Effect::Stopped => Some("Publish without knowing what changes".to_owned()),
        _ => None,
    }
}
