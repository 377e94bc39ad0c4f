//! The top bar: where one is, the open draft, undo and redo, the way to publishing.

use leptos::prelude::*;

use crate::parts::commands::{Ask, Commands};
use crate::parts::impact_line::ImpactLine;
use crate::parts::workspace_file::{WorkspaceFile, export};
use crate::paths::Page;
use crate::session::{Address, Saving, Session};
use crate::ui::{
    Banner, Breadcrumb, Button, ButtonKind, ButtonSize, Crumb, Icon, IconButton, IconName, Kbd, LinkButton,
    Menu, MenuEntry, MenuItem, MenuLook, Toasts, Tone,
};
use crate::words;

/// How many waiting drafts the menu offers; the others are on their page.
const SHOWN: usize = 5;

/// The bar.
#[component]
pub fn Bar(page: Memo<Option<Page>>, nav_open: RwSignal<bool>) -> impl IntoView {
    let session = expect_context::<Session>();
    let commands = expect_context::<Commands>();
    let draft = session.draft();
    let named = |verb: &str, change: Option<String>| match change {
        Some(change) => format!("{verb}: {change}"),
        None => verb.to_owned(),
    };
    let undo = Signal::derive(move || named("Undo", session.last_change()));
    let redo = Signal::derive(move || named("Redo", session.next_change()));
    let publish = move || format!("Review & publish ({})", draft.read().intents().len());
    view! {
        <header class="bar">
            <span class="only-narrow">
                <IconButton name=IconName::Menu label="Menu" on_press=move || nav_open.update(|open| *open = !*open) />
            </span>
            <Breadcrumb crumbs=Signal::derive(move || crumbs(page.get())) />
            <button
                class="jump"
                type="button"
                aria-label="Jump to… Ctrl K"
                on:click=move |_| commands.ask(Ask::Jump)
            >
                <Icon name=IconName::Search />
                <span>"Jump to…"</span>
                " "
                <Kbd keys="Ctrl K" />
            </button>
            <div class="draft" role="group" aria-label="Open draft">
                <DraftMenu />
                <SavedWord />
                <ImpactLine />
                <IconButton
                    name=IconName::Undo
                    label=undo
                    disabled=Signal::derive(move || !draft.read().can_undo())
                    on_press=move || session.undo()
                />
                <IconButton
                    name=IconName::Redo
                    label=redo
                    disabled=Signal::derive(move || !draft.read().can_redo())
                    on_press=move || session.redo()
                />
                <LinkButton href=Page::Review.path() kind=ButtonKind::Publish size=ButtonSize::Compact>{publish}</LinkButton>
            </div>
        </header>
        <Trouble />
        <Notice />
    }
}

/// What another tab has brought about here.
#[component]
fn Notice() -> impl IntoView {
    let session = expect_context::<Session>();
    let dismiss = move || {
        view! { <Button size=ButtonSize::Compact on_press=move || session.dismiss_notice()>"Dismiss"</Button> }
    };
    move || {
        session.notice().get().map(|text| {
            view! { <Banner tone=Tone::Warn wide=true urgent=true action=dismiss>{text}</Banner> }
        })
    }
}

fn crumbs(page: Option<Page>) -> Vec<Crumb> {
    let trail = page.map_or(&[][..], words::trail).iter().copied();
    trail
        .chain([words::title(page)])
        .map(|label| Crumb {
            label: label.to_owned(),
            href: None,
        })
        .collect()
}

/// The open draft by its name, and what can be done with the whole of it.
#[component]
fn DraftMenu() -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let file = expect_context::<WorkspaceFile>();
    let address = expect_context::<Address>();
    let entries = Callback::new(move |()| {
        let others = session.other_drafts();
        let others = others.read_untracked();
        let others = others.iter().filter(|kept| kept.discarded_at.is_none());
        let mut entries: Vec<MenuEntry> = others
            .rev()
            .take(SHOWN)
            .map(|kept| {
                let id = kept.draft.id;
                MenuItem::new(format!("Open {}", kept.draft.name), move || {
                    session.open_draft(id);
                })
                .icon(IconName::Draft)
                .detail(words::count(kept.draft.intents().len(), "change", "changes"))
                .entry()
            })
            .collect();
        entries.extend([
            MenuItem::new("All drafts", move || address.go(Page::Drafts.path()))
                .icon(IconName::Draft)
                .entry(),
            MenuEntry::Line,
            MenuItem::new("Export workspace", move || export(session, toasts))
                .icon(IconName::Download)
                .entry(),
            MenuItem::new("Open a file…", move || file.pick())
                .icon(IconName::File)
                .entry(),
        ]);
        entries
    });
    let name = move || session.draft().read().name.clone();
    let label = Signal::derive(move || format!("Draft {}", name()));
    view! {
        <Menu label entries look=MenuLook::Class("draft-name")>
            <span class="draft-dot"></span>
            <b class="clip">{name}</b>
            <Icon name=IconName::Down small=true />
        </Menu>
    }
}

/// Whether the draft is on the disk; spoken when it changes.
#[component]
fn SavedWord() -> impl IntoView {
    let session = expect_context::<Session>();
    let word = move || match session.saving().get() {
        Saving::Nothing => String::new(),
        Saving::Pending => "Saving".to_owned(),
        Saving::Saved(at) => {
            format!(
                "Saved {}",
                words::clock(at, session.workspace().read().settings().hours.zone())
            )
        }
        Saving::Failed(_) => "Not saved".to_owned(),
        Saving::MemoryOnly => "In memory only".to_owned(),
    };
    view! { <span class="saved" role="status">{word}</span> }
}

/// Storage that does not work, and what to do about it.
#[component]
fn Trouble() -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let keep = move || {
        view! { <Button size=ButtonSize::Compact on_press=move || export(session, toasts)>"Export workspace"</Button> }
    };
    move || {
        match session.saving().get() {
        Saving::Failed(error) => Some(
            view! {
                <Banner tone=Tone::Danger wide=true urgent=true action=move || view! {
                    {keep()}
                    <Button size=ButtonSize::Compact on_press=move || session.retry_saving()>"Try again"</Button>
                }>{error.to_string()}</Banner>
            }
            .into_any(),
        ),
        Saving::MemoryOnly => Some(
            view! {
                <Banner tone=Tone::Warn wide=true action=keep>
                    "This browser stores nothing for the app. Export the workspace before you close this tab."
                </Banner>
            }
            .into_any(),
        ),
        _ => None,
    }
    }
}
