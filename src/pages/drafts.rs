//! Drafts: the open one with its steps, those that wait, those that were discarded.

mod compare;
mod discard;
mod import;
mod name;
mod settled;
mod steps;

use domain::ids::DraftId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use sync::Kept;

use crate::pages::address::query_value;
use crate::parts::page_head::PageHead;
use crate::paths::query;
use crate::session::Session;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Card, EmptyState, Icon, IconName, Menu, MenuItem, Tag, TagKind, Toasts,
    go_on, go_to,
};
use crate::words;
use compare::Compare;
use discard::AskDiscard;
use name::{Ask, NameDraft};

/// The page.
#[component]
pub fn Drafts() -> impl IntoView {
    let session = expect_context::<Session>();
    let asked = RwSignal::new(None::<Ask>);
    let discarding = RwSignal::new(None::<(Line, bool)>);
    let (shown, show) = query_value(query::SHOW);
    let compared = Memo::new(move |_| shown.read().parse::<DraftId>().ok());
    let close = Callback::new(move |()| show.run((String::new(),)));
    let now = crate::session::now();
    let waiting = Memo::new(move |_| {
        let others = session.other_drafts();
        let others = others.read();
        let waiting = others.iter().filter(|kept| kept.discarded_at.is_none());
        waiting.rev().map(Line::of).collect::<Vec<_>>()
    });
    let discarded = Memo::new(move |_| {
        let others = session.other_drafts();
        let others = others.read();
        let lines = others
            .iter()
            .filter_map(|kept| Some((Line::of(kept), kept.days_left(now)?)));
        lines.rev().collect::<Vec<_>>()
    });
    let open = Memo::new(move |_| {
        let draft = session.draft();
        let draft = draft.read();
        Line::new(&draft)
    });
    let lines = move || {
        let line = |line, is_open| view! { <Row line is_open asked discarding /> };
        let others = waiting.get().into_iter().map(move |other| line(other, false));
        std::iter::once(line(open.get(), true))
            .chain(others)
            .collect_view()
    };
    let text = move || {
        format!(
            "{}. Only the open one takes what you add, assign or save; the others wait.",
            words::count(waiting.read().len() + 1, "draft", "drafts")
        )
    };
    view! {
        <PageHead
            title="Drafts"
            text=Signal::derive(text)
            actions=move || view! {
                <import::ImportDraft />
                <Button kind=ButtonKind::Primary icon=IconName::Plus on_press=move || asked.set(Some(Ask::New))>"New draft"</Button>
            }
        />
        <div class="page stack">
            <div class="table-frame boxed" id="drafts" tabindex="-1">
                <table class="table">
                    <caption class="visually-hidden">"Drafts"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Draft"</th>
                            <th scope="col" class="num">"Changes"</th>
                            <th scope="col" class="mid">"From revision"</th>
                            <th scope="col" class="cell-act"><span class="visually-hidden">"Actions"</span></th>
                        </tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
            <steps::Steps />
            <Card title="Discarded" aside="Restorable for 30 days">
                {move || discarded_view(session, discarded.get())}
            </Card>
        </div>
        {move || compared.get().map(|other| view! { <Compare other on_close=close /> })}
        {move || asked.get().map(|ask| view! { <NameDraft ask on_close=move || asked.set(None) /> })}
        {move || discarding.get().map(|(line, is_open)| view! {
            <AskDiscard line is_open on_close=move || discarding.set(None) />
        })}
    }
}

/// What the list shows of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    id: DraftId,
    name: String,
    note: String,
    changes: usize,
    parked: usize,
    base: u64,
}

impl Line {
    fn of(kept: &Kept) -> Self {
        Self::new(&kept.draft)
    }

    fn new(draft: &domain::Draft) -> Self {
        Self {
            id: draft.id,
            name: draft.name.clone(),
            note: draft.note.clone(),
            changes: draft.intents().len(),
            parked: draft.parked().len(),
            base: draft.base,
        }
    }
}

#[component]
fn Row(
    line: Line,
    is_open: bool,
    asked: RwSignal<Option<Ask>>,
    discarding: RwSignal<Option<(Line, bool)>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let id = line.id;
    let name = StoredValue::new(line.name.clone());
    let ask = Ask::Rename(id, line.name.clone(), line.note.clone());
    let discarded = line.clone();
    let discard = move || discarding.set(Some((discarded.clone(), is_open)));
    let duplicate = move || {
        if let Some(copy) = session.duplicate_draft(id) {
            toasts.done(format!("Made {copy}"));
        }
    };
    let export = move || {
        spawn_local(async move {
            match session.export_draft(id).await {
                Ok(None) => toasts.done(format!("Exported {}", name.get_value())),
                Ok(Some(error)) => toasts.done(format!("Exported without its effect: {error}")),
                Err(error) => toasts.failed(format!("Not exported: {error}")),
            }
        });
    };
    let (_, show) = query_value(query::SHOW);
    let compare = move || show.run((id.to_string(),));
    let is_filled = line.changes + line.parked > 0;
    let entries = Callback::new(move |()| {
        let ask = ask.clone();
        let compare = (!is_open).then(|| MenuItem::new("Compare with the open draft", compare).entry());
        let export = is_filled.then(|| {
            MenuItem::new("Export as a file", export)
                .icon(IconName::Download)
                .entry()
        });
        let first = [
            MenuItem::new("Rename and note…", move || asked.set(Some(ask.clone())))
                .icon(IconName::Pencil)
                .entry(),
            MenuItem::new("Duplicate", duplicate).icon(IconName::Plus).entry(),
        ];
        let discard = MenuItem::new("Discard…", discard.clone())
            .icon(IconName::Trash)
            .danger()
            .entry();
        first
            .into_iter()
            .chain(compare)
            .chain(export)
            .chain([discard])
            .collect::<Vec<_>>()
    });
    let open = move || {
        session.open_draft(id);
        go_to(&["drafts"]);
    };
    let opener = (!is_open).then(|| {
        view! {
            <Button
                size=ButtonSize::Compact
                label=format!("Open {}", name.get_value())
                on_press=open
            >"Open"</Button>
        }
    });
    let note = (!line.note.is_empty()).then(|| view! { <p class="hint">{line.note.clone()}</p> });
    view! {
        <tr class:in-draft=is_open>
            <th scope="row" class="wraps">
                {line.name.clone()}
                {is_open.then(|| view! { " "<Tag kind=TagKind::Draft word="Open" /> })}
                {note}
            </th>
            <td class="num">{words::digits(line.changes)}</td>
            <td class="mid">{line.base.to_string()}</td>
            <td class="cell-act">
                <div>
                    {opener}
                    <Menu label=format!("Options for {}", name.get_value()) entries><Icon name=IconName::Dots /></Menu>
                </div>
            </td>
        </tr>
    }
}

fn discarded_view(session: Session, lines: Vec<(Line, i64)>) -> AnyView {
    if lines.is_empty() {
        return view! {
            <EmptyState icon=IconName::Draft title="Nothing was discarded" text="A discarded draft stays here for 30 days." />
        }
        .into_any();
    }
    let item = move |(line, days): (Line, i64)| {
        let id = line.id;
        let restore = move || {
            session.restore_draft(id);
            go_on(&["drafts"]);
        };
        let days = usize::try_from(days).unwrap_or_default();
        let about = format!(
            " {}, {} left",
            words::count(line.changes, "change", "changes"),
            words::count(days, "day", "days")
        );
        view! {
            <li>
                <span><b>{line.name.clone()}</b><span class="muted">{about}</span></span>
                <span class="push">
                    <Button
                        size=ButtonSize::Compact
                        label=format!("Restore {}", line.name)
                        on_press=restore
                    >"Restore"</Button>
                </span>
            </li>
        }
    };
    view! { <ul class="list">{lines.into_iter().map(item).collect_view()}</ul> }.into_any()
}
