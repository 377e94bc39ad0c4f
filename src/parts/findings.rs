//! What to look at, in words, each with the way to where it can be mended.

mod words;

use domain::ids::UserId;
use domain::impact::FindingKind;
use engine::{Answer, FindingSort, FindingsPage, Found, Page as Part, Question};
use leptos::prelude::*;

use crate::parts::answer::answer;
use crate::parts::try_text::try_address;
use crate::session::Session;
use crate::ui::{Button, ButtonKind, Icon, IconName, Tag, TagKind, Toasts};
use crate::words::{count, digits, sentence as sentence_of};
use words::{place, sentence, title};

/// How many of each sort are shown before somebody asks for more.
const FIRST: usize = 3;
/// How many more at a time.
const MORE: usize = 50;

/// The findings of the draft; those it brings are marked.
#[component]
pub fn Findings(
    /// What is said where there is none.
    none: &'static str,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let told = answer(
        session,
        || {
            let page = Part::first(FIRST);
            Some(Question::Findings { sort: None, page })
        },
        findings,
    );
    move || {
        told.get().drawn(4, |page| {
            if page.sorts.is_empty() {
                return view! { <p class="muted">{none}</p> }.into_any();
            }
            let sorts = page.sorts.clone().into_iter().map(|count| {
                let first: Vec<Found> = page
                    .items
                    .iter()
                    .filter(|found| FindingSort::of(&found.finding.kind) == count.sort)
                    .copied()
                    .collect();
                view! { <Sort sort=count.sort total=count.total first /> }
            });
            let solved = (page.solved > 0).then(|| {
                let text = format!("The draft settles {}.", count(page.solved, "finding", "findings"));
                view! { <p class="hint">{text}</p> }
            });
            view! {
                <div class="card"><ul class="findings">{sorts.collect_view()}</ul></div>
                {solved}
            }
            .into_any()
        })
    }
}

fn findings(answer: Answer) -> Option<FindingsPage> {
    match answer {
        Answer::Findings(page) => Some(page),
        _ => None,
    }
}

/// The findings of one sort, the first few at once.
#[component]
fn Sort(sort: FindingSort, total: usize, first: Vec<Found>) -> impl IntoView {
    let session = expect_context::<Session>();
    let more = RwSignal::new(0_usize);
    let told = answer(
        session,
        move || {
            let page = Part {
                skip: FIRST,
                take: more.get(),
            };
            (page.take > 0).then_some(Question::Findings {
                sort: Some(sort),
                page,
            })
        },
        findings,
    );
    let rest = move || {
        told.read()
            .here()
            .map(|page| page.items.clone())
            .unwrap_or_default()
    };
    let left = move || total.saturating_sub(FIRST + more.get());
    let first = first.into_iter().map(line).collect_view();
    view! {
        {first}
        {move || rest().into_iter().map(line).collect_view()}
        {move || (left() > 0).then(|| {
            let label = format!("{} more: {}", digits(left()), title(sort).to_lowercase());
            view! {
                <li>
                    <span></span>
                    <div><Button kind=ButtonKind::Link on_press=move || more.update(|more| *more += MORE)>{label}</Button></div>
                </li>
            }
        })}
    }
}

fn line(found: Found) -> impl IntoView {
    let session = expect_context::<Session>();
    let workspace = session.workspace().get_untracked();
    let sort = FindingSort::of(&found.finding.kind);
    let (class, icon) = match sort {
        FindingSort::NoOwner
        | FindingSort::AgentMissing
        | FindingSort::QueueWithoutAgents
        | FindingSort::NeverOpen => ("nobody", IconName::Stop),
        FindingSort::PromiseBroken | FindingSort::SilentQueue | FindingSort::NoPersonalQueue => {
            ("warn", IconName::Warn)
        }
        FindingSort::IdleOverride | FindingSort::UnusedTeamSetting | FindingSort::LongText => {
            ("", IconName::Info)
        }
    };
    let place = place(&workspace, &found.finding.kind);
    let go = place.map(|(go, address)| view! { <a class="link" href=address>{go}</a> });
    let make = match found.finding.kind {
        FindingKind::NoPersonalQueue { user } => Some(view! { <MakeQueue user /> }),
        _ => None,
    };
    let example = found.finding.example;
    let try_it = example.map(|example| try_address(&workspace, example.number, example.at));
    view! {
        <li class=class>
            <Icon name=icon />
            <div>
                <span class="kind">{title(sort)}</span>
                {found.new.then(|| view! { " "<Tag kind=TagKind::Draft word="New" /> })}
                <small>{sentence(&workspace, &found.finding.kind)}</small>
                <div class="row wrap">
                    {go}
                    {make}
                    {try_it.map(|address| view! { <a class="link" href=address>"Try such a text"</a> })}
                </div>
            </div>
        </li>
    }
}

/// Makes the personal queue of an agent with one press (R71).
#[component]
fn MakeQueue(user: UserId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toasts = Toasts::from_context();
    let make = move || match session.create_personal_queue(user) {
        Ok(_) => toasts.done_with("Personal queue created in the draft", "Undo", move || {
            session.undo();
        }),
        Err(refusal) => toasts.failed(sentence_of(&refusal.to_string())),
    };
    view! { <Button kind=ButtonKind::Link on_press=make>"Create the queue"</Button> }
}
