//! First start: the ways in.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::session::{Saving, Session};
use crate::ui::{Banner, Icon, IconName, Refused, Tone};

/// The page.
#[component]
pub fn FirstStart() -> impl IntoView {
    let session = expect_context::<Session>();
    let error = RwSignal::new(None::<String>);
    let picker = NodeRef::<html::Input>::new();
    let sample = move |_| {
        spawn_local(async move {
            error.set(session.begin_with_sample().await.err());
        });
    };
    let empty = move |_| {
        spawn_local(async move {
            error.set(session.begin_empty().await.err());
        });
    };
    let open = move |_| {
        let file = picker
            .get_untracked()
            .and_then(|input| input.files())
            .and_then(|files| files.get(0));
        let Some(file) = file else { return };
        spawn_local(async move {
            error.set(session.begin_with_file(file).await.err());
            if let Some(input) = picker.get_untracked() {
                input.set_value("");
            }
        });
    };
    let pick = move |_| {
        if let Some(input) = picker.get_untracked() {
            input.click();
        }
    };
    view! {
        <main class="welcome" id="main">
            <div>
                <header class="stack">
                    <div class="row">
                        <span class="brand" aria-hidden="true"><Icon name=IconName::Chat /></span>
                        <b>"direct-sms"</b>
                    </div>
                    <div>
                        <h1 class="hello">"Who answers which number, and when?"</h1>
                        <p class="muted lead">
                            "Keep direct SMS numbers, their owners and their hours. Every change is a draft, and you see what it does before it is live."
                        </p>
                    </div>
                </header>
                {move || (session.saving().get() == Saving::MemoryOnly).then(|| view! {
                    <Banner tone=Tone::Warn>
                        "This browser stores nothing for the app. What you do lives as long as this tab: export the workspace before you close it."
                    </Banner>
                })}
                <Refused text=error />
                <div class="ways">
                    <Way
                        icon=IconName::Users
                        title="Try the sample company"
                        text="Larkspur Home: numbers, agents and teams in Chicago, London and Sydney"
                        on:click=sample
                    />
                    <Way
                        icon=IconName::Plus
                        title="Start empty"
                        text="Turn SMS on, add your first number"
                        on:click=empty
                    />
                    <Way icon=IconName::File title="Open a file" text="A workspace exported earlier" on:click=pick />
                </div>
                <input
                    hidden
                    type="file"
                    accept=".json,application/json"
                    aria-label="Workspace file"
                    node_ref=picker
                    on:change=open
                />
            </div>
        </main>
    }
}

/// One way in.
#[component]
fn Way(icon: IconName, title: &'static str, text: &'static str) -> impl IntoView {
    view! {
        <button class="way" type="button">
            <Icon name=icon />
            <span><b>{title}</b><span>{text}</span></span>
            <Icon name=IconName::Right />
        </button>
    }
}
