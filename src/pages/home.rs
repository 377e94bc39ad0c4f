//! Home: what needs attention, the open draft, the workspace as a file.

mod coming;
mod lately;
mod quick;
mod today;

use leptos::prelude::*;

use crate::parts::findings::Findings;
use crate::parts::impact_line::numbers_change;
use crate::parts::page_head::PageHead;
use crate::parts::workspace_file::{WorkspaceFile, export};
use crate::paths::Page;
use crate::session::{Effect, Session};
use crate::ui::{
    Banner, Button, ButtonKind, ButtonSize, Card, Icon, IconName, LinkButton, Pair, Pairs, Section, Toasts,
    Tone,
};
use crate::words;

/// How many of the draft's last changes are named.
const SHOWN: usize = 3;

/// The page.
#[component]
pub fn Home() -> impl IntoView {
    let session = expect_context::<Session>();
    let workspace = session.workspace();
    let counts = move || {
        let workspace = workspace.read();
        format!(
            "{}: {}, {}, {}. Published as revision {}.",
            workspace.settings().company,
            words::count(workspace.numbers().len(), "number", "numbers"),
            words::count(workspace.users().len(), "user", "users"),
            words::count(workspace.teams().len(), "team", "teams"),
            session.head().read().revision
        )
    };
    let try_a_text = || {
        view! {
            <LinkButton href=Page::Preview.path() kind=ButtonKind::Primary icon=IconName::Route>"Try a text"</LinkButton>
        }
    };
    view! {
        <PageHead title="Home" text=Signal::derive(counts) actions=try_a_text />
        <div class="page split home">
            <quick::QuickActions />
            <div class="stack loose">
                <Section title="Needs attention">
                    <Attention />
                </Section>
                <today::CoverageToday />
            </div>
            <div class="stack">
                <OpenDraft />
                <quick::CoverageCard />
                <coming::ComingUp />
                <lately::PublishedLately />
                <File />
            </div>
        </div>
    }
}

/// Something to look at, and the page where it can be mended.
struct Item {
    icon: IconName,
    what: String,
    why: &'static str,
    page: Page,
    go: &'static str,
}

/// What stands in the way of every text; the rest is found by the worker.
fn items(session: Session) -> Vec<Item> {
    let workspace = session.workspace();
    let workspace = workspace.read();
    let off = (!workspace.settings().sms_chat).then(|| Item {
        icon: IconName::Stop,
        what: "SMS is off".to_owned(),
        why: "No text reaches a direct number. Numbers, owners and hours are kept.",
        page: Page::Sms,
        go: "Turn SMS on",
    });
    let empty = (workspace.numbers().len() == 0).then(|| Item {
        icon: IconName::Info,
        what: "No numbers yet".to_owned(),
        why: "Add the first one with its country code.",
        page: Page::Numbers,
        go: "Add a number",
    });
    [off, empty].into_iter().flatten().collect()
}

#[component]
fn Attention() -> impl IntoView {
    let session = expect_context::<Session>();
    let line = |item: Item| {
        view! {
            <li>
                <Icon name=item.icon />
                <div class="grow">
                    <b>{item.what}</b>
                    <p class="muted">{item.why}</p>
                </div>
                <LinkButton href=item.page.path() size=ButtonSize::Compact>{item.go}</LinkButton>
            </li>
        }
    };
    // The page is drawn first.
    request_idle_callback(move || session.want_effect());
    view! {
        {move || {
            let items = items(session);
            (!items.is_empty()).then(|| {
                view! { <ul class="card list attention">{items.into_iter().map(line).collect_view()}</ul> }
            })
        }}
        <Known />
    }
}

/// What the worker finds, or why it finds nothing.
#[component]
fn Known() -> impl IntoView {
    let session = expect_context::<Session>();
    let error = Memo::new(move |_| match &*session.effect().read() {
        Effect::Failed(error) => Some(words::sentence(&error.to_string())),
        Effect::Stopped => Some("Stopped before it was known.".to_owned()),
        _ => None,
    });
    let retry = move || {
        view! { <Button size=ButtonSize::Compact on_press=move || session.work_out()>"Retry"</Button> }
    };
    move || {
        match error.get() {
        Some(error) => {
            view! { <Banner tone=Tone::Warn action=retry>{error}" What needs attention cannot be shown."</Banner> }.into_any()
        }
        None => view! { <Findings none="Nothing. Every direct number is answered at some time of the coming year." /> }.into_any(),
    }
    }
}

#[component]
fn OpenDraft() -> impl IntoView {
    let session = expect_context::<Session>();
    let draft = session.draft();
    let changes = move || draft.read().intents().len();
    let last = move || {
        let last = session.last_changes(SHOWN);
        if last.is_empty() {
            return "None yet".into_any();
        }
        let lines = last
            .iter()
            .map(|change| view! { <li>{words::sentence(change)}</li> });
        view! { <ol class="lines" aria-label="Last changes">{lines.collect_view()}</ol> }.into_any()
    };
    let refused = move || session.refused().read().len();
    let effect = move || match &*session.effect().read() {
        _ if changes() == 0 => "None yet".to_owned(),
        Effect::Known(summary) => numbers_change(summary.numbers),
        Effect::Unasked | Effect::Working(_) => "Working it out".to_owned(),
        Effect::Stopped | Effect::Failed(_) => "Not known".to_owned(),
    };
    view! {
        <Card title="Open draft" aside=Signal::derive(move || Some(draft.read().name.clone()))>
            <div class="body stack">
                <Pairs>
                    <Pair term="Changes">{move || words::digits(changes())}</Pair>
                    <Pair term="Last changes">{last}</Pair>
                    <Pair term="Effect">{effect}</Pair>
                    <Pair term="No longer fit">{move || words::digits(refused())}</Pair>
                </Pairs>
                <div class="row wrap">
                    <LinkButton href=Page::Review.path()>
                        {move || if changes() == 0 { "See the draft" } else { "Review the changes" }}
                    </LinkButton>
                </div>
            </div>
        </Card>
    }
}

#[component]
fn File() -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let file = expect_context::<WorkspaceFile>();
    view! {
        <Card title="Workspace" aside="On this device">
            <div class="body stack">
                <p class="muted">"All of it as one file, with the changes of the open draft: to keep, to carry, to open again."</p>
                <div class="row wrap">
                    <Button icon=IconName::Download on_press=move || export(session, toasts)>"Export workspace"</Button>
                    <Button icon=IconName::File on_press=move || file.pick()>"Open a file…"</Button>
                </div>
            </div>
        </Card>
    }
}
