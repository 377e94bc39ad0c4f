//! Pinned texts that the draft answers otherwise than expected; they are confirmed before **Publish**.

use std::sync::Arc;

use domain::Intent;
use domain::pin::Pin;
use domain::routing::Outcome;
use leptos::prelude::*;

use crate::parts::try_text::scenario_address;
use crate::session::Session;
use crate::ui::{Button, ButtonSize, Icon, IconName, Section, Toasts, go_on};
use crate::words;

/// The pins that are broken in the draft, and how many there are in all.
fn checked(session: Session) -> (Vec<(Arc<Pin>, Outcome)>, usize) {
    let workspace = session.workspace();
    let workspace = workspace.read();
    let broken = workspace
        .pins()
        .filter_map(|pin| Some((Arc::clone(pin), pin.broken(&workspace)?)));
    (broken.collect(), workspace.pins().len())
}

/// What has to be confirmed, if anything: by name, so that another broken pin asks again.
pub(super) fn warning(session: Session) -> Option<String> {
    let (broken, _) = checked(session);
    let names: Vec<&str> = broken.iter().map(|(pin, _)| pin.name.as_str()).collect();
    match names.as_slice() {
        [] => None,
        [name] => Some(format!("Publish although the pinned text {name} is broken")),
        names => Some(format!(
            "Publish although {} pinned texts are broken: {}",
            names.len(),
            names.join(", ")
        )),
    }
}

/// The section; nothing where no text is pinned.
#[component]
pub(super) fn Pins() -> impl IntoView {
    let session = expect_context::<Session>();
    let found = Memo::new(move |_| checked(session));
    let text = move || {
        let (broken, all) = &*found.read();
        format!(
            "{} of {} as expected.",
            all - broken.len(),
            words::count(*all, "text", "texts")
        )
    };
    let lines = move || {
        let (broken, _) = found.get();
        let lines = broken
            .into_iter()
            .map(|(pin, actual)| line(session, &pin, actual));
        let lines = lines.collect_view();
        (!lines.is_empty()).then(|| view! { <div class="card"><ul class="findings">{lines}</ul></div> })
    };
    view! {
        <Show when=move || { found.read().1 > 0 }>
            <Section title="Pinned texts" text=Signal::derive(text)>{lines}</Section>
        </Show>
    }
}

fn line(session: Session, pin: &Pin, actual: Outcome) -> impl IntoView + use<> {
    let toasts = Toasts::from_context();
    let (id, name) = (pin.id, pin.name.clone());
    let expect = move || {
        let intent = Intent::ExpectOutcome {
            pin: id,
            expected: actual,
        };
        match session.dispatch(intent) {
            Ok(_) => {
                let said = format!("Expected from now on: {}", actual.words());
                toasts.done_with(said, "Undo", move || session.undo());
                go_on(&["plan"]);
            }
            Err(refusal) => toasts.failed(words::sentence(&refusal.to_string())),
        }
    };
    let stands = format!("Expected: {}. Now: {}.", pin.expected.words(), actual.words());
    view! {
        <li class="nobody">
            <Icon name=IconName::Stop />
            <div>
                <a class="link" href=scenario_address(&pin.scenario)>{name.clone()}</a>
                <small>{stands}</small>
            </div>
            <Button size=ButtonSize::Compact label=format!("Expect this of {name}") on_press=expect>"Expect this"</Button>
        </li>
    }
}
