//! **Pin this text**, and the texts that are pinned.

use std::sync::Arc;

use domain::ids::PinId;
use domain::pin::Pin;
use domain::{Intent, Scenario, Workspace};
use leptos::prelude::*;

use crate::parts::name_dialog::NameDialog;
use crate::parts::try_text::scenario_address;
use crate::session::{Session, new_id};
use crate::ui::{Button, Icon, IconButton, IconName, Section, Toasts, go_on};
use crate::words;

/// The button, and the question for a name.
#[component]
pub(super) fn PinButton(
    /// The text that is tried.
    scenario: Memo<Option<Scenario>>,
) -> impl IntoView {
    let asking = RwSignal::new(false);
    let cannot = Signal::derive(move || scenario.read().is_none());
    view! {
        <Button icon=IconName::Pin disabled=cannot on_press=move || asking.set(true)>"Pin this text"</Button>
        {move || asking.get().then(|| scenario.get_untracked()).flatten().map(|scenario| view! {
            <NamePin ask=Ask::New(scenario) on_close=move || asking.set(false) />
        })}
    }
}

/// What is asked for.
#[derive(Clone)]
enum Ask {
    /// A new pin's name.
    New(Scenario),
    /// Another name for a pin.
    Rename(PinId, String),
}

#[component]
fn NamePin(ask: Ask, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let session = expect_context::<Session>();
    let workspace = session.workspace().get_untracked();
    let (title, verb, name, text) = match &ask {
        Ask::New(scenario) => {
            let outcome = scenario.route(&workspace).outcome.words();
            let text = format!("{}. Expected from now on: {outcome}.", told(&workspace, scenario));
            ("Pin this text", "Pin", String::new(), Some(text))
        }
        Ask::Rename(_, name) => ("Rename pinned text", "Rename", name.clone(), None),
    };
    let take = move |name: String| {
        let intent = match &ask {
            Ask::New(scenario) => Intent::AddPin {
                pin: Pin {
                    id: new_id(),
                    name,
                    expected: scenario.route(&session.workspace().read_untracked()).outcome,
                    scenario: scenario.clone(),
                },
            },
            Ask::Rename(pin, _) => Intent::RenamePin { pin: *pin, name },
        };
        let done = session.dispatch(intent);
        done.map(drop).map_err(|refusal| refusal.to_string())
    };
    view! {
        <NameDialog title verb name text hint="Every draft is checked against it" on_name=take on_close />
    }
}

/// The pinned texts, each with the way to it; nothing where there are none.
#[component]
pub(super) fn Pins() -> impl IntoView {
    let session = expect_context::<Session>();
    let pins = Memo::new(move |_| session.workspace().read().pins().cloned().collect::<Vec<_>>());
    let renaming = RwSignal::new(None::<(PinId, String)>);
    let lines = move || {
        let workspace = session.workspace();
        let workspace = workspace.read();
        let pins = pins.get().into_iter();
        pins.map(|pin| line(session, &workspace, pin, renaming))
            .collect_view()
    };
    view! {
        <Show when=move || !pins.read().is_empty()>
            <Section title="Pinned texts" text="Every draft is checked against them.">
                <div class="card" id="pinned" tabindex="-1"><ul class="findings">{lines}</ul></div>
            </Section>
        </Show>
        {move || renaming.get().map(|(pin, name)| view! {
            <NamePin ask=Ask::Rename(pin, name) on_close=move || renaming.set(None) />
        })}
    }
}

fn line(
    session: Session,
    workspace: &Workspace,
    pin: Arc<Pin>,
    renaming: RwSignal<Option<(PinId, String)>>,
) -> impl IntoView + use<> {
    let toasts = Toasts::from_context();
    let (id, name) = (pin.id, pin.name.clone());
    let expected = pin.expected.words();
    let (class, icon, stands) = match pin.broken(workspace) {
        None => ("", IconName::Check, format!("As expected: {expected}.")),
        Some(actual) => (
            "nobody",
            IconName::Stop,
            format!("Expected: {expected}. Now: {}.", actual.words()),
        ),
    };
    let rename = {
        let name = name.clone();
        move || renaming.set(Some((id, name.clone())))
    };
    let remove = {
        let name = name.clone();
        move || match session.dispatch(Intent::RemovePin { pin: id }) {
            Ok(_) => {
                let said = format!("{name} is no longer pinned");
                toasts.done_with(said, "Undo", move || session.undo());
                go_on(&["pinned"]);
            }
            Err(refusal) => toasts.failed(words::sentence(&refusal.to_string())),
        }
    };
    view! {
        <li class=class>
            <Icon name=icon />
            <div>
                <a class="link" href=scenario_address(&pin.scenario)>{name.clone()}</a>
                <small>{told(workspace, &pin.scenario)}</small>
                <small>{stands}</small>
            </div>
            <span class="row">
                <IconButton name=IconName::Pencil label=format!("Rename {name}") on_press=rename />
                <IconButton name=IconName::Trash label=format!("Unpin {name}") on_press=remove />
            </span>
        </li>
    }
}

/// `“Is somebody there?” to +1 312-555-0103, Thu 15 Oct 2026, 18:40 Chicago`.
fn told(workspace: &Workspace, scenario: &Scenario) -> String {
    let to = workspace
        .number(scenario.to)
        .map_or_else(|| scenario.to.to_string(), |number| number.printed());
    let at = words::moment(scenario.at, scenario.zone);
    format!("“{}” to {to}, {at}", scenario.body)
}
