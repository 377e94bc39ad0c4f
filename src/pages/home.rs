//! Home: what needs attention, the open draft, the workspace as a file.

use leptos::prelude::*;

use crate::parts::page_head::PageHead;
use crate::parts::workspace_file::{WorkspaceFile, export};
use crate::paths::Page;
use crate::session::Session;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, Icon, IconName, LinkButton, Pair, Pairs, Section, Toasts,
};
use crate::words;

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
        <div class="page split">
            <Section title="Needs attention">
                <Attention />
            </Section>
            <div class="stack">
                <OpenDraft />
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

/// What stands in the way of texts being answered.
fn items(session: Session) -> Vec<Item> {
    let workspace = session.workspace();
    let workspace = workspace.read();
    let free = workspace.free_numbers().count();
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
    let unowned = (free > 0).then(|| Item {
        icon: IconName::Warn,
        what: words::count(free, "direct number has no owner", "direct numbers have no owner"),
        why: "Nobody answers a text to them. Give each to an agent or to a queue.",
        page: Page::Users,
        go: "Assign to agents",
    });
    [off, empty, unowned].into_iter().flatten().collect()
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
    move || {
        let items = items(session);
        if items.is_empty() {
            view! { <p class="muted">"Nothing. Every direct number has an owner, and SMS is on."</p> }
                .into_any()
        } else {
            view! { <ul class="card list attention">{items.into_iter().map(line).collect_view()}</ul> }
                .into_any()
        }
    }
}

#[component]
fn OpenDraft() -> impl IntoView {
    let session = expect_context::<Session>();
    let draft = session.draft();
    let changes = move || draft.read().intents().len();
    let last = move || {
        session
            .last_change()
            .map_or_else(|| "None yet".to_owned(), |change| words::sentence(&change))
    };
    let refused = move || session.refused().read().len();
    view! {
        <Card title="Open draft" aside=Signal::derive(move || Some(draft.read().name.clone()))>
            <div class="body stack">
                <Pairs>
                    <Pair term="Changes">{move || words::digits(changes())}</Pair>
                    <Pair term="Last change">{last}</Pair>
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
