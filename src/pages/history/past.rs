//! A revision as it was, record by record: to be read, and with nothing in it that writes.

use domain::Workspace;
use domain::find::Needle;
use leptos::prelude::*;
use sync::audit::{Record, facts, records};

use super::when;
use crate::pages::address::query_value;
use crate::parts::more::more;
use crate::parts::page_head::PageHead;
use crate::paths::{Page, query};
use crate::session::Session;
use crate::ui::{Banner, ButtonSize, Choice, EmptyState, Icon, IconName, LinkButton, SearchBox, Tabs, Tone};
use crate::words;

/// Records shown at first, and with each press.
const FIRST: usize = 50;
const MORE: usize = 200;
/// Fields told in the line of a record that is folded up.
const TOLD: usize = 4;

/// What is listed together, by its key in the address.
const KINDS: [(&str, &str); 7] = [
    ("", "Numbers"),
    ("users", "Users"),
    ("teams", "Teams"),
    ("queues", "Queues"),
    ("hours", "Hours and holidays"),
    ("settings", "Settings"),
    ("other", "Blocklist, IVR and pinned texts"),
];

/// Where a record is listed.
fn kind(record: Record) -> &'static str {
    match record {
        Record::Number(_) => "",
        Record::User(_) => "users",
        Record::Team(_) => "teams",
        Record::Queue(_) => "queues",
        Record::Hours(_) | Record::Folder(_) | Record::Holiday(_) => "hours",
        Record::Settings => "settings",
        Record::Ivr(_) | Record::Blocked(_) | Record::Pin(_) => "other",
    }
}

/// The whole view.
#[component]
pub(super) fn Past(revision: u64) -> impl IntoView {
    let session = expect_context::<Session>();
    let commits = session.commits();
    let commits = commits.read_untracked();
    let published = commits.iter().find(|commit| commit.revision == revision);
    let text = match published {
        Some(commit) => format!("Revision {revision}, published {}.", when(session, commit.at)),
        None => format!("Revision {revision}."),
    };
    let content = match session.revision(revision) {
        Ok(workspace) => view! { <Records workspace /> }.into_any(),
        Err(error) => view! { <Banner tone=Tone::Warn>{words::sentence(&error)}</Banner> }.into_any(),
    };
    let back = || view! { <LinkButton href=Page::History.path()>"Back to the history"</LinkButton> };
    view! {
        <PageHead title="History" text=Signal::stored(text) actions=back />
        <div class="page stack">
            <Banner tone=Tone::Warn wide=true action=move || view! {
                <LinkButton
                    size=ButtonSize::Compact
                    href=Page::Preview.with(&[(query::REVISION, &revision.to_string())])
                >{format!("Try a text on revision {revision}")}</LinkButton>
            }>
                <b>{format!("This is revision {revision}, as it was published. ")}</b>
                "It is only to be read: nothing here changes anything, and your draft is as you left it."
            </Banner>
            {content}
        </div>
    }
}

#[component]
fn Records(workspace: Workspace) -> impl IntoView {
    let (shown, show) = query_value(query::KIND);
    let (search, set_search) = query_value(query::SEARCH);
    let all: Vec<Record> = records(&workspace).into_iter().collect();
    let count = |key: &str| all.iter().filter(|record| kind(**record) == key).count();
    let tabs: Vec<Choice> = KINDS
        .into_iter()
        .map(|(key, name)| Choice::new(key, name).detail(words::digits(count(key))))
        .collect();
    let known = StoredValue::new((workspace, all));
    let take = RwSignal::new(FIRST);
    let listed = Memo::new(move |_| {
        let needle = Needle::new(&search.read());
        let key = shown.read();
        known.with_value(|(workspace, all)| {
            let of_kind = all.iter().filter(|record| kind(**record) == *key);
            of_kind
                .filter(|record| is_found(workspace, **record, &needle))
                .copied()
                .collect::<Vec<_>>()
        })
    });
    let items = move || {
        let shown: Vec<Record> = listed.read().iter().take(take.get()).copied().collect();
        known.with_value(|(workspace, _)| {
            let item = |record| item(workspace, record);
            shown.into_iter().map(item).collect_view()
        })
    };
    let total = Memo::new(move |_| listed.read().len());
    view! {
        <Tabs label="Records" tabs selected=shown on_select=move |key: String| {
            take.set(FIRST);
            show.run((key,));
        }>
            <div class="stack">
                <div class="toolbar" role="search" aria-label="Filter records">
                    <SearchBox label="Filter by name" placeholder="Name, number or label" value=search on_input=set_search />
                    <span class="sum" role="status">{move || words::count(total.get(), "record", "records")}</span>
                </div>
                <Show
                    when=move || { total.get() > 0 }
                    fallback=|| view! {
                        <EmptyState icon=IconName::Search title="No record matches" text="Of this kind the revision has no such record." />
                    }
                >
                    <div class="card"><ul class="list past" aria-label="Records">{items}</ul></div>
                </Show>
                {move || more(take, total.get(), MORE, ("more record", "more records"))}
            </div>
        </Tabs>
    }
}

/// Whether it is in the name of a record, of a number in its digits and its label as well.
fn is_found(workspace: &Workspace, record: Record, needle: &Needle) -> bool {
    let is_in = |name: &str| needle.within(name).is_some();
    let of_number = || match record {
        Record::Number(number) => {
            needle.within_number(number)
                || workspace
                    .number(number)
                    .is_some_and(|number| is_in(number.label.as_str()))
        }
        Record::Blocked(number) | Record::Ivr(number) => needle.within_number(number),
        _ => false,
    };
    needle.is_empty() || is_in(&record.name(workspace)) || of_number()
}

fn item(workspace: &Workspace, record: Record) -> impl IntoView + use<> {
    let name = record.name(workspace);
    let name = match record {
        Record::Settings => "Settings of the instance".to_owned(),
        Record::Number(_) | Record::User(_) | Record::Team(_) | Record::Queue(_) => name,
        _ => format!("{} {name}", record.kind()),
    };
    let facts = facts(workspace, record).unwrap_or_default();
    let filled = || facts.iter().filter(|(_, text)| !text.is_empty());
    let told: Vec<String> = filled()
        .take(TOLD)
        .map(|(field, text)| format!("{field}: {text}"))
        .collect();
    let pairs: Vec<_> = filled()
        .map(|(field, text)| view! { <dt>{field.to_string()}</dt><dd class="wraps">{text.clone()}</dd> })
        .collect();
    let is_open = record == Record::Settings;
    view! {
        <li>
            <details class="facts" open=is_open>
                <summary>
                    <Icon name=IconName::Chevron small=true />
                    <b>{name}</b>
                    <span class="muted told">{told.join(" · ")}</span>
                </summary>
                <dl class="pairs">{pairs}</dl>
            </details>
        </li>
    }
}
